//! Names of things from the book on this phone, in the reader's language.

use super::words;
use crate::{field::phone::Phone, locales::use_language};
use huiyin_domain::{
    case::Case,
    division::DivisionCode,
    ids::{PersonId, SiteId},
    people::UnitCode,
    rulebook::{Category, CategoryCode, Rulebook, Theme},
};
use leptos::prelude::*;

fn with_rules<T>(find: impl FnOnce(&Rulebook) -> Option<T>) -> Option<T> {
    Phone::here().book().with(|book| book.as_ref().and_then(|book| find(&book.rulebook)))
}

/// A category's name.
pub(crate) fn of_category(category: &Category) -> String {
    use_language().pick(&category.name, &category.name_en).clone()
}

/// A category's name, by its code.
pub(crate) fn category(code: &CategoryCode) -> String {
    with_rules(|rules| rules.category(code).map(of_category)).unwrap_or_else(|| words().shell.unknown_category.to_owned())
}

/// A category's icon and group.
pub(crate) fn category_face(code: &CategoryCode) -> (String, Option<&'static str>) {
    with_rules(|rules| rules.category(code).map(|category| (category.icon.clone(), category.theme.map(group))))
        .unwrap_or_else(|| ("c-other".to_owned(), None))
}

/// A group's name in the styles.
pub(crate) fn group(theme: Theme) -> &'static str {
    match theme {
        Theme::Sky => "sky",
        Theme::Water => "water",
        Theme::Land => "land",
    }
}

/// A township or village, the smaller first known.
pub(crate) fn division(code: &DivisionCode) -> Option<String> {
    let language = use_language();
    with_rules(|rules| {
        let known = rules.division(code).or_else(|| code.township().and_then(|township| rules.division(&township)));
        known.map(|division| language.pick(&division.name, &division.name_en).clone())
    })
}

/// A unit.
pub(crate) fn unit(code: &UnitCode) -> String {
    let language = use_language();
    with_rules(|rules| rules.unit(code).map(|unit| language.pick(&unit.name, &unit.name_en).clone())).unwrap_or_else(|| code.to_string())
}

/// A colleague, if this phone may know the name.
pub(crate) fn person(id: PersonId) -> Option<String> {
    Phone::here().book().with(|book| book.as_ref()?.people.iter().find(|person| person.id == id).map(|person| person.name.clone()))
}

/// An inspected place.
pub(crate) fn site(id: SiteId) -> Option<String> {
    Phone::here().book().with(|book| book.as_ref()?.sites.iter().find(|site| site.id == id).map(|site| site.name.clone()))
}

/// What a case is called in a list: its kind and where it is.
pub(crate) fn case_title(case: &Case) -> String {
    let what = category(&case.category);
    let place = case.site.and_then(site).or_else(|| case.division.as_ref().and_then(division));
    match place {
        Some(place) => use_language().pick(format!("{place}{what}"), format!("{what}, {place}")),
        None => what,
    }
}

/// The first words of what was told.
pub(crate) fn case_words(case: &Case) -> String {
    case.reports.first().map(|filed| shorten(&filed.report.words, 40)).unwrap_or_default()
}

/// The beginning of a text, never cut within a character.
pub(crate) fn shorten(text: &str, chars: usize) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(chars) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
