//! One command of mine, as lists show it.

pub(crate) mod attention;

use super::naming;
use crate::{
    field::phone::OutboxItem,
    locales::{Words, use_language},
};

/// What it is called: a report by its kind, anything else by the verb and the case.
pub(crate) fn title(item: &OutboxItem) -> String {
    let language = use_language();
    match (&item.category, &item.case_number) {
        (Some(code), _) => naming::category(code),
        (None, Some(number)) => format!("{} · {number}", item.verb.words(language)),
        (None, None) => item.verb.words(language).to_owned(),
    }
}
