//! Who may do and see what: role × scope, and the persons that a case names.

use super::{Case, Publication, Reporter, State, VerbName, about::is_kept_from, lifecycle::Who};
use crate::{
    ids::PersonId,
    people::{Actor, PersonCard, Role, Scope, UnitCode},
    rulebook::{Risk, Rulebook, UnitKind},
};

/// How much of a case a person may read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sight {
    /// Not even that it exists.
    Nothing,
    /// Without reporters and their words: what a reviewer of publications gets.
    Redacted,
    /// All of it; who reported is masked unless it was a colleague.
    Whole,
}

/// How much of this case this person may read.
#[must_use]
pub fn sight(case: &Case, person: &PersonCard, book: &Rulebook) -> Sight {
    if is_kept_from(case, person, book) {
        return Sight::Nothing;
    }
    const READERS: [Role; 7] =
        [Role::Coordinator, Role::Liaison, Role::Dispatcher, Role::Leader, Role::Handler, Role::Patroller, Role::Contractor];
    let named = is_reporter(case, person.id)
        || case.handler == Some(person.id)
        || case.handlers.contains(&person.id)
        || case.rechecker == Some(person.id);
    if named || is_co_unit(case, person) || READERS.iter().any(|&role| covers(case, person, role, book)) {
        return Sight::Whole;
    }
    let to_review =
        matches!(case.publication, Publication::AwaitingReview { .. } | Publication::Published { .. } | Publication::Withdrawn { .. });
    if to_review && covers(case, person, Role::Reviewer, book) { Sight::Redacted } else { Sight::Nothing }
}

/// Whether this person may know of this case at all.
#[must_use]
pub fn may_see(case: &Case, person: &PersonCard, book: &Rulebook) -> bool {
    sight(case, person, book) != Sight::Nothing
}

/// Whether this actor has the right to use this verb on this case, whatever its state.
#[must_use]
pub fn permits(case: &Case, actor: &Actor, verb: VerbName, book: &Rulebook) -> bool {
    verb.transition().who.iter().any(|&who| fits(who, case, actor, book))
}

/// Whether a role that this person holds covers this case.
#[must_use]
pub fn covers(case: &Case, person: &PersonCard, role: Role, book: &Rulebook) -> bool {
    if is_kept_from(case, person, book) {
        return false;
    }
    match role {
        Role::Coordinator | Role::Dispatcher | Role::Reviewer | Role::Patroller => in_division(case, person, role, book),
        Role::Liaison => unit_in_charge(case, book).is_some_and(|unit| person.has_in_unit(role, unit)),
        Role::Handler | Role::Leader => {
            in_division(case, person, role, book) || case.lead_unit.as_ref().is_some_and(|unit| person.has_in_unit(role, unit))
        }
        Role::Contractor => case.lead_unit.iter().chain(case.co_units.iter().map(|co| &co.unit)).any(|unit| person.has_in_unit(role, unit)),
        Role::Admin | Role::Auditor => false,
    }
}

/// Whether this person filed one of its reports as a colleague.
#[must_use]
pub fn is_reporter(case: &Case, person: PersonId) -> bool {
    case.reports.iter().any(|filed| filed.reporter == Reporter::Staff { person })
}

/// Whether this person may lift the mask from this case's reporters, for a reason that is kept: those whose duty it is to
/// answer them, within their scope. Whoever does the work, looks at it or leads has no need to.
#[must_use]
pub fn may_unmask(case: &Case, person: &PersonCard, book: &Rulebook) -> bool {
    [Role::Coordinator, Role::Liaison, Role::Dispatcher].iter().any(|&role| covers(case, person, role, book))
}

/// Whether this person may take the whole file of this case away: whoever answers for it in office.
#[must_use]
pub fn may_take_file(case: &Case, person: &PersonCard, book: &Rulebook) -> bool {
    [Role::Coordinator, Role::Liaison, Role::Dispatcher].iter().any(|&role| covers(case, person, role, book))
}

/// Whether the original photos may go with it, metadata and all: the county's dispatcher alone.
#[must_use]
pub fn may_take_originals(case: &Case, person: &PersonCard, book: &Rulebook) -> bool {
    covers(case, person, Role::Dispatcher, book)
}

/// A case without a place belongs to the county until somebody confirms its township.
fn in_division(case: &Case, person: &PersonCard, role: Role, book: &Rulebook) -> bool {
    person.has_in_division(role, case.division.as_ref().unwrap_or(&book.county.code))
}

/// The unit that leads, or would lead by rule.
fn unit_in_charge<'a>(case: &'a Case, book: &'a Rulebook) -> Option<&'a UnitCode> {
    case.lead_unit.as_ref().or_else(|| {
        let category = book.category(&case.category)?;
        let division = case.division.as_ref().unwrap_or(&book.county.code);
        book.lead_unit_at(category, division, case.severity).map(|unit| &unit.code)
    })
}

fn fits(who: Who, case: &Case, actor: &Actor, book: &Rulebook) -> bool {
    // What somebody told of the own unit stays theirs to answer and to rate, and nothing else.
    if who != Who::Reporter && actor.person().is_some_and(|person| is_kept_from(case, person, book)) {
        return false;
    }
    match (who, actor) {
        (Who::Clock, Actor::Clock) => true,
        (Who::Reporter, Actor::Reporter(report)) => case.reports.iter().any(|filed| filed.id == *report),
        (Who::Second, Actor::Person(_)) => case.awaits.as_ref().is_none_or(|awaited| {
            let verb = awaited.ask.name();
            verb != VerbName::Confirm && permits(case, actor, verb, book)
        }),
        (who, Actor::Person(person)) => person_fits(who, case, person, book),
        _ => false,
    }
}

fn person_fits(who: Who, case: &Case, person: &PersonCard, book: &Rulebook) -> bool {
    match who {
        Who::Holds(role) => person.has(role),
        Who::Role(role) => covers(case, person, role, book),
        Who::Handler => case.handler == Some(person.id),
        Who::DutyDesk => is_duty_desk(case, person, book),
        Who::Rechecker => case.rechecker == Some(person.id),
        Who::Reporter => is_reporter(case, person.id),
        Who::CoUnit => is_co_unit(case, person),
        Who::Closer => is_closer(case, person, book),
        Who::Reader => sight(case, person, book) == Sight::Whole,
        Who::Second | Who::Clock => false,
    }
}

/// The liaison of the leading unit, or the coordinator where a township leads.
fn is_duty_desk(case: &Case, person: &PersonCard, book: &Rulebook) -> bool {
    let Some(lead) = case.lead_unit.as_ref() else { return false };
    let township = book.unit(lead).is_some_and(|unit| unit.kind == UnitKind::Township);
    person.has_in_unit(Role::Liaison, lead) || (township && covers(case, person, Role::Coordinator, book))
}

/// Somebody who acts for a unit that helps.
fn is_co_unit(case: &Case, person: &PersonCard) -> bool {
    case.co_units.iter().any(|co| acts_for(person, &co.unit))
}

/// Whether this person may speak for that unit as a helper.
pub(super) fn acts_for(person: &PersonCard, unit: &UnitCode) -> bool {
    [Role::Liaison, Role::Handler, Role::Contractor].iter().any(|&role| person.has_in_unit(role, unit))
}

/// Whether this person works for that unit, by contract or by a role held in it.
pub(super) fn works_for(person: &PersonCard, unit: &UnitCode) -> bool {
    &person.unit == unit || person.grants.iter().any(|grant| grant.scope == Scope::Unit(unit.clone()))
}

/// Low risk: coordinator, liaison or dispatcher; from medium on the township is too near.
fn is_closer(case: &Case, person: &PersonCard, book: &Rulebook) -> bool {
    let near = case.risk == Risk::Low && covers(case, person, Role::Coordinator, book);
    near || covers(case, person, Role::Liaison, book) || covers(case, person, Role::Dispatcher, book)
}

/// Whether a case in this state may be offered to its handler as work.
pub(super) fn is_handlers_work(state: State) -> bool {
    matches!(
        state,
        State::Dispatched
            | State::InProgress
            | State::Rectifying
            | State::AwaitingRecheck
            | State::AwaitingApproval
            | State::StageClosed
            | State::Suspended
    )
}
