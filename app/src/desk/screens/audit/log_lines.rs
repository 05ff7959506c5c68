//! Lines of the log.

use crate::{
    backend::{Changed, LogLine},
    desk::{naming, screens::people::rows::roles, use_words},
    locales::{Language, dates, desk::done, use_language},
};
use huiyin_domain::rulebook::Rulebook;
use leptos::prelude::*;

/// One line.
pub(super) fn row(line: LogLine, rulebook: &Rulebook) -> impl IntoView + use<> {
    let words = &use_words().audit;
    let language = use_language();
    let what = done(&line.what, language).map_or(line.what.clone(), str::to_owned);
    let named = |name: String| if name.is_empty() { words.somebody.to_owned() } else { name };
    let about = [line.subject.map(named), line.case].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let details: Vec<String> =
        line.changes.iter().map(|change| changed(change, rulebook, language)).chain(line.reason).filter(|line| !line.is_empty()).collect();
    view! {
        <tr>
            <td data-main="">{what}</td>
            <td data-label=words.column_who>{named(line.by)}</td>
            <td data-label=words.column_subject>{about}</td>
            <td>{details.join(language.pick("；", "; "))}</td>
            <td>
                <span class="num">{dates::moment_and_year(line.at, language)}</span>
            </td>
        </tr>
    }
}

/// What became different, in a line.
fn changed(change: &Changed, rulebook: &Rulebook, language: Language) -> String {
    let words = &crate::desk::words(language).audit;
    let pair = |name: &str, from: String, to: String| naming::pair(name, &format!("{from} → {to}"), language);
    let or_none = |text: Option<&String>| text.filter(|text| !text.is_empty()).cloned().unwrap_or_else(|| words.none.to_owned());
    match change {
        Changed::SignInName(name) => naming::pair(words.sign_in_name, name, language),
        Changed::Name { from, to } => pair(words.name, from.clone(), to.clone()),
        Changed::Unit { from, to } => pair(words.unit, naming::unit(rulebook, from, language), naming::unit(rulebook, to, language)),
        Changed::Certificate { from, to } => pair(words.certificate, or_none(from.as_ref()), or_none(to.as_ref())),
        Changed::Roles { from, to } if from.is_empty() => naming::pair(words.roles, &roles(to, rulebook, language), language),
        Changed::Roles { from, to } => pair(words.roles, roles(from, rulebook, language), roles(to, rulebook, language)),
        Changed::Device(label) => naming::pair(words.device, &or_none(Some(label)), language),
    }
}
