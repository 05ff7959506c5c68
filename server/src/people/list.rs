//! The list of accounts that somebody looks after. A county has some hundreds: they are read whole and filtered here.

use crate::{
    cases::Asking,
    core::Core,
    error::{Error, Kind},
    storage::{self, people::AccountRow},
};
use huiyin_app::backend::{PeoplePage, PeopleQuery, PersonRow, Standing};
use huiyin_domain::{
    people::{Post, looks_after, posts},
    rulebook::Rulebook,
};

/// Lines of one page.
const PAGE: usize = 50;
/// Most characters of a search.
const SEARCH_CHARS: usize = 60;

/// A page of accounts.
pub(super) async fn list(core: &Core, asking: &Asking, query: &PeopleQuery) -> Result<PeoplePage, Error> {
    let book = &asking.county.rulebook;
    check(query, book)?;
    let mut rows = storage::people::rows(core.db.read()).await?;
    rows.retain(|row| looks_after(&asking.person, &row.card, book) && fits(row, query, book));
    rows.sort_by(|one, other| {
        (&one.card.unit, &one.card.name, &one.sign_in_name).cmp(&(&other.card.unit, &other.card.name, &other.sign_in_name))
    });
    let start = query.after.and_then(|after| rows.iter().position(|row| row.card.id == after)).map_or(0, |at| at + 1);
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let more = rows.len() > start + PAGE;
    let page: Vec<PersonRow> = rows.into_iter().skip(start).take(PAGE).map(line).collect();
    let next = page.last().filter(|_| more).map(|row| row.person.id);
    Ok(PeoplePage { rows: page, total, next })
}

/// How an account stands.
pub(super) fn standing(row: &AccountRow) -> Standing {
    match (row.closed_at, row.has_password) {
        (Some(_), _) => Standing::Closed,
        (None, true) => Standing::Open,
        (None, false) => Standing::Invited,
    }
}

fn line(row: AccountRow) -> PersonRow {
    let standing = standing(&row);
    PersonRow { person: row.card, sign_in_name: row.sign_in_name, standing }
}

fn check(query: &PeopleQuery, book: &Rulebook) -> Result<(), Error> {
    let bad = |field: &'static str| Err(Error::new(Kind::BadAddress).field(field));
    if query.unit.as_ref().is_some_and(|unit| book.unit(unit).is_none()) {
        return bad("unit");
    }
    if query.township.as_ref().is_some_and(|township| book.division(township).is_none()) {
        return bad("township");
    }
    if query.search.as_ref().is_some_and(|text| text.chars().count() > SEARCH_CHARS) {
        return bad("search");
    }
    Ok(())
}

fn fits(row: &AccountRow, query: &PeopleQuery, book: &Rulebook) -> bool {
    let search = query.search.as_deref().map(str::trim).unwrap_or_default().to_lowercase();
    let named = row.card.name.to_lowercase().contains(&search) || row.sign_in_name.contains(&search);
    let of_unit = query.unit.as_ref().is_none_or(|unit| row.card.unit == *unit);
    let there = query.township.as_ref().is_none_or(|township| {
        posts(&row.card.grants).iter().any(|(_, post)| match post {
            Post::Division(code) => township.contains(code),
            Post::Unit(code) => book.unit(code).is_some_and(|unit| township.contains(&unit.division)),
        })
    });
    named && of_unit && there && row.closed_at.is_some() == query.closed && query.role.is_none_or(|role| row.card.has(role))
}
