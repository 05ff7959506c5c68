//! Whom and what a plan of this person could name. The rules say the last word when it is sent.

use super::list::looks_after;
use crate::{
    cases::Asking,
    core::Core,
    error::{Error, Kind},
    storage,
};
use huiyin_app::backend::{Goer, PatrolChoices};
use huiyin_domain::{
    division::DivisionCode,
    patrol::{covers_place, may_plan},
    people::{PersonCard, Role},
    rulebook::Rulebook,
};
use std::collections::BTreeSet;

/// Places in the planner's areas, and people whose work takes them to one of them.
///
/// # Errors
/// `NotAllowed` for whoever plans nothing.
pub(super) async fn choices(core: &Core, asking: &Asking) -> Result<PatrolChoices, Error> {
    let planner = &asking.person;
    if !may_plan(planner) {
        return Err(Error::new(Kind::NotAllowed));
    }
    let book = &asking.county.rulebook;
    let mut sites = storage::county::sites_in(core.db.read(), std::slice::from_ref(&book.county.code)).await?;
    sites.retain(|site| looks_after(planner, site));
    sites.sort_by(|one, other| (&one.division, &one.name).cmp(&(&other.division, &other.name)));
    let areas = book.divisions.iter().map(|division| &division.code).chain([&book.county.code]);
    let own: BTreeSet<&DivisionCode> = areas
        .filter(|code| [Role::Coordinator, Role::Dispatcher, Role::Leader].iter().any(|&role| planner.has_in_division(role, code)))
        .collect();
    let in_own_unit = |person: &PersonCard| [Role::Liaison, Role::Leader].iter().any(|&role| planner.has_in_unit(role, &person.unit));
    let mut people: Vec<Goer> = asking
        .county
        .people
        .iter()
        .filter(|person| own.iter().any(|code| covers_place(person, code)) || (in_own_unit(person) && goes_anywhere(person, book)))
        .map(|person| Goer { id: person.id, name: person.name.clone(), unit: person.unit.clone() })
        .collect();
    people.sort_by(|one, other| (&one.unit, &one.name).cmp(&(&other.unit, &other.name)));
    Ok(PatrolChoices { sites, people, now: core.now() })
}

fn goes_anywhere(person: &PersonCard, book: &Rulebook) -> bool {
    covers_place(person, &book.county.code)
}
