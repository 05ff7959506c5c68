//! Who may know of a patrol. A surprise one does not exist for anybody but those who go and who planned it, until it has
//! started: in lists and counts, for phones and programs alike. Whoever shows patrols asks here.

use super::{Patrol, PatrolState};
use crate::{
    division::DivisionCode,
    ids::PersonId,
    people::{PersonCard, Role, Scope},
};

/// Roles that oversee the patrols of their area or unit.
const OVERSEERS: [Role; 4] = [Role::Coordinator, Role::Liaison, Role::Dispatcher, Role::Leader];
/// Roles that go to places.
const GOERS: [Role; 6] = [Role::Patroller, Role::Handler, Role::Coordinator, Role::Liaison, Role::Dispatcher, Role::Contractor];

/// Whether it is still a secret: a surprise that has not started. One cancelled before it started stays one.
#[must_use]
pub fn is_hidden(patrol: &Patrol) -> bool {
    let plan = &patrol.plan;
    let started = patrol.started_at.is_some() || matches!(patrol.state, PatrolState::UnderWay | PatrolState::Done);
    plan.kind.is_surprise(plan.unannounced) && !started
}

/// Whether this person may know of this patrol at all.
#[must_use]
pub fn may_see(patrol: &Patrol, person: &PersonCard) -> bool {
    let named = patrol.is_assigned(person.id) || patrol.planned_by == person.id;
    named || (!is_hidden(patrol) && oversees(patrol, person))
}

fn oversees(patrol: &Patrol, person: &PersonCard) -> bool {
    let units = || patrol.units.iter().chain(&patrol.plan.co_units);
    OVERSEERS.iter().any(|&role| {
        // A village's coordinator sees a patrol through the whole township, which goes through the village too.
        let there = |place: &DivisionCode| person.has_in_division(role, place) || reaches_into(person, role, place);
        patrol.places.iter().any(there) || units().any(|unit| person.has_in_unit(role, unit))
    })
}

fn reaches_into(person: &PersonCard, role: Role, place: &DivisionCode) -> bool {
    person.grants.iter().filter(|grant| grant.role == role).any(|grant| match &grant.scope {
        Scope::Division(code) => place.contains(code),
        Scope::Grid(codes) => codes.iter().any(|code| place.contains(code)),
        Scope::Unit(_) => false,
    })
}

/// Whether this person's work takes them there. People of a unit work in the whole county.
#[must_use]
pub fn covers_place(person: &PersonCard, place: &DivisionCode) -> bool {
    person.grants.iter().filter(|grant| GOERS.contains(&grant.role)).any(|grant| match &grant.scope {
        Scope::Division(code) => code.contains(place) || place.contains(code),
        Scope::Grid(codes) => codes.iter().any(|code| code.contains(place) || place.contains(code)),
        Scope::Unit(_) => true,
    })
}

/// On whose phones it is: those who are to go, until it is over.
#[must_use]
pub fn holders(patrol: &Patrol) -> Vec<PersonId> {
    if patrol.state.is_open() { patrol.plan.people.clone() } else { Vec::new() }
}
