//! One command of mine, as lists show it.

pub(crate) mod attention;

use super::naming;
use crate::{
    field::phone::OutboxItem,
    locales::{Words, use_language},
};
use huiyin_domain::case::VerbName;

/// What it is called: a report by its kind, anything else by what was done and to which case.
pub(crate) fn title(item: &OutboxItem) -> String {
    let language = use_language();
    let kind = item.category.as_ref().map(naming::category);
    if item.verb == VerbName::Submit {
        return kind.unwrap_or_else(|| item.verb.words(language).to_owned());
    }
    let what: Vec<String> = kind.into_iter().chain(item.case_number.clone()).collect();
    let (verb, what) = (item.verb.words(language), what.join(" · "));
    if what.is_empty() { verb.to_owned() } else { language.pick(format!("{verb}：{what}"), format!("{verb}: {what}")) }
}
