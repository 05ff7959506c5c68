//! What a list asks for, checked against the rulebook.

use crate::{
    core::County,
    error::{Error, Kind},
    storage::inbox::{Filter, Word},
};
use huiyin_app::backend::InboxQuery;
use huiyin_domain::{
    figures::{Ground, Grouping, Period, Tally},
    moment::Moment,
    rulebook::{Category, Rulebook, Theme},
};

/// Most characters of a search.
const SEARCH_CHARS: usize = 60;

/// The filter of the list.
///
/// # Errors
/// If the query names what does not exist; the error names the field.
pub(super) fn filter(county: &County, query: &InboxQuery, now: Moment) -> Result<Filter, Error> {
    let book = &county.rulebook;
    let bad = |field: &'static str| Error::new(Kind::BadAddress).field(field);
    if query.category.as_ref().is_some_and(|code| book.category(code).is_none()) {
        return Err(bad("category"));
    }
    if query.division.as_ref().is_some_and(|code| book.division(code).is_none()) {
        return Err(bad("division"));
    }
    if query.unit.as_ref().is_some_and(|code| book.unit(code).is_none()) {
        return Err(bad("unit"));
    }
    if query.without.is_some_and(|what| matches!(what, Grouping::Category | Grouping::Month)) {
        return Err(bad("without"));
    }
    let search = query.search.as_deref().map(str::trim).filter(|text| !text.is_empty());
    if search.is_some_and(|text| text.chars().count() > SEARCH_CHARS) {
        return Err(bad("search"));
    }
    let division = query.division.as_ref().filter(|code| **code != book.county.code);
    Ok(Filter {
        state: query.state,
        category: query.category.as_ref().map(|code| code.0.clone()),
        division: division.map(ToString::to_string),
        search: search.map(|text| words(county, text)).unwrap_or_default(),
        unseen_by: None,
        unit: query.unit.as_ref().map(|unit| unit.0.clone()),
        categories: query.theme.map(|theme| themed(book, |own| own == theme)),
        other_categories: (query.without == Some(Grouping::Theme)).then(|| themed(book, |_| true)),
        without_township: query.without == Some(Grouping::Township),
        without_unit: query.without == Some(Grouping::Unit),
        tally: query.tally.map(|tally| Ok::<_, Error>((tally, period(tally, query, now)?, Ground::of(book)))).transpose()?,
    })
}

/// The words of a search, with the places and colleagues that they name. Names are looked up as they are now, so that one
/// who is renamed is found by the new name at once.
fn words(county: &County, text: &str) -> Vec<Word> {
    let word = |text: &str| {
        let text = text.to_lowercase();
        let called = |names: [&str; 2]| names.iter().any(|name| name.to_lowercase().contains(&text));
        let divisions = county.rulebook.divisions.iter().filter(|division| called([&division.name, &division.name_en]));
        let people = county.people.iter().filter(|person| called([&person.name, ""]));
        Word {
            divisions: divisions.map(|division| division.code.to_string()).collect(),
            people: people.map(|person| person.id).collect(),
            text,
            ..Word::default()
        }
    };
    text.split_whitespace().map(word).collect()
}

/// Codes of the categories whose theme is wanted.
fn themed(book: &Rulebook, wanted: impl Fn(Theme) -> bool) -> Vec<String> {
    let fits = |category: &&Category| category.theme.is_some_and(&wanted);
    book.categories.iter().filter(fits).map(|category| category.code.0.clone()).collect()
}

/// The days that a figure is about. What is about now needs none.
fn period(tally: Tally, query: &InboxQuery, now: Moment) -> Result<Period, Error> {
    let today = now.day();
    match (query.from, query.to) {
        (Some(from), Some(to)) => Ok(Period::days(from, to, now)),
        _ if tally.is_of_now() => Ok(Period::days(today, today, now)),
        (None, _) => Err(Error::new(Kind::BadAddress).field("from")),
        (_, None) => Err(Error::new(Kind::BadAddress).field("to")),
    }
}
