//! Names of places, units and categories in the page's language, from the rulebook. Records are written in 中文:
//! on an English page their words are marked as such.

use crate::{
    components::ThemeTag,
    locales::{Language, dates},
};
use huiyin_domain::{
    case::State,
    division::DivisionCode,
    publication::{PublicRecord, PublicStepKind},
    rulebook::{Category, CategoryCode, Rulebook},
};
use leptos::prelude::*;

/// A category's name; its code if the rulebook no longer knows it.
pub(super) fn category_name(rulebook: &Rulebook, code: &CategoryCode, language: Language) -> String {
    rulebook.category(code).map_or_else(|| code.to_string(), |category| name_of(category, language))
}

/// A category's name.
pub(super) fn name_of(category: &Category, language: Language) -> String {
    language.pick(&category.name, &category.name_en).clone()
}

/// A township's name; villages are never named in public, so a longer code is cut to its township.
pub(super) fn place_name(rulebook: &Rulebook, code: &DivisionCode, language: Language) -> String {
    let code = code.township().unwrap_or_else(|| code.clone());
    rulebook.division(&code).map_or_else(|| code.to_string(), |division| language.pick(&division.name, &division.name_en).clone())
}

/// A unit's name in the page's language, if the rulebook knows the 中文 one that the record has.
pub(super) fn unit_name(rulebook: &Rulebook, name: &str, language: Language) -> String {
    let known = rulebook.units.iter().find(|unit| unit.name == name);
    known.map_or_else(|| name.to_owned(), |unit| language.pick(&unit.name, &unit.name_en).clone())
}

/// The group of a category, as a tag.
pub(super) fn theme_tag(rulebook: &Rulebook, code: &CategoryCode) -> impl IntoView + use<> {
    let theme = rulebook.category(code).and_then(|category| category.theme);
    theme.map(|theme| view! { <ThemeTag theme=theme /> })
}

/// The `lang` of text that was written in 中文, where the page is not.
pub(super) fn written(language: Language) -> Option<&'static str> {
    language.pick(None, Some("zh-CN"))
}

/// How many days a published case took, if its timeline says when it was reported.
pub(super) fn days_taken(record: &PublicRecord) -> Option<i64> {
    let reported = record.timeline.iter().find(|step| step.what == PublicStepKind::Reported)?;
    Some(dates::days_between(reported.at, record.closed_at))
}

/// How many days a published case was early; negative if it was late.
pub(super) fn days_early(record: &PublicRecord) -> Option<i64> {
    let due = record.due_at?;
    let days = dates::days_between(record.closed_at, due);
    Some(if record.closed_at > due { days.min(-1) } else { days })
}

/// The state of everything that is published: closed, with a reply.
pub(super) const PUBLISHED: State = State::Closed;

/// Where a photo of a public page is.
pub(super) fn photo_address(number: &str, index: usize) -> String {
    format!("/cases/{number}/photos/{index}.jpg")
}
