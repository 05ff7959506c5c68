//! Who does it: 交办, 签收, 退单, 换人, 协办.

use super::{Checks, Decision, Scene, deadline, permission, reopening};
use crate::{
    case::{AddCoUnit, Clock, CoUnitWords, Dispatch, Event, Length, Reassign, SignFor, State, VerbName, Words, is_kept_from},
    ids::PersonId,
    people::{Role, UnitCode},
    refusal::Code,
};

/// After this often the dispatcher's choice stands.
const MOST_RETURNS: u16 = 2;

/// Rules about case and person only.
pub(super) fn standing(scene: &Scene<'_>, verb: VerbName, checks: &mut Checks) {
    let case = scene.case;
    match verb {
        VerbName::Return => {
            checks.need(case.returns < MOST_RETURNS, Code::ReturnedTwice, "");
            let book = scene.world.rulebook;
            let in_time = case.dispatched_at.is_some_and(|at| {
                scene.world.now <= deadline::due(book, Clock::SignFor, at, Length::WorkingDays(book.numbers.return_wd)).at
            });
            checks.need(in_time, Code::TooLate, "");
        }
        VerbName::CoUnitDone | VerbName::ReleaseCoUnit => {
            checks.need(case.co_units.iter().any(|co| co.outcome.is_none()), Code::NothingWaiting, "");
        }
        _ => {}
    }
}

pub(super) fn dispatch(scene: &Scene<'_>, ask: &Dispatch, mut checks: Checks) -> Decision {
    check_dispatch(scene, ask, &mut checks);
    let again = scene.case.state == State::ReopenRequested;
    checks.then(|| if again { reopening::events(scene) } else { events(scene) })
}

/// A known unit by rule or with a reason, a person of it, helpers with a task each.
pub(super) fn check_dispatch(scene: &Scene<'_>, ask: &Dispatch, checks: &mut Checks) {
    let (world, case) = (scene.world, scene.case);
    let words = ask.words.as_deref().unwrap_or_default();
    checks.words(words, 0, "words");
    checks.unit(&ask.lead_unit, world, "lead_unit");
    checks.not_about(&ask.lead_unit, case, "lead_unit");
    let by_rule = world.rulebook.category(&case.category).and_then(|category| {
        let division = case.division.as_ref().unwrap_or(&world.rulebook.county.code);
        world.rulebook.lead_unit_at(category, division, case.severity)
    });
    // The rule's own unit is none if the matter is about it.
    let by_rule = by_rule.filter(|unit| case.about_unit.as_ref() != Some(&unit.code));
    let reasoned = by_rule.is_none_or(|unit| unit.code == ask.lead_unit) || !words.trim().is_empty();
    checks.need(reasoned, Code::UnitNeedsReason, "lead_unit");
    handler_of(scene, ask.handler, Some(&ask.lead_unit), checks, "handler");
    for (index, co) in ask.co_units.iter().enumerate() {
        check_co_unit(scene, co, &ask.lead_unit, checks, &format!("co_units.{index}."));
    }
}

/// A colleague who may handle it, of that unit.
fn handler_of(scene: &Scene<'_>, handler: PersonId, unit: Option<&UnitCode>, checks: &mut Checks, field: &str) {
    let card = checks.colleague(handler, scene.world, |card| card.has(Role::Handler) || card.has(Role::Contractor), field);
    if let Some(card) = card {
        checks.need(unit.is_none_or(|unit| permission::works_for(&card, unit)), Code::NotInUnit, field);
        checks.need(!is_kept_from(scene.case, &card, scene.world.rulebook), Code::AboutTheirUnit, field);
    }
}

fn events(scene: &Scene<'_>) -> Vec<Event> {
    let mut events = super::acceptance::wait_over(scene);
    events.push(scene.moved(State::Dispatched));
    events.extend(scene.stop(&[Clock::Dispatch, Clock::OnSite]));
    events.extend(scene.start(Clock::SignFor));
    events
}

pub(super) fn sign_for(scene: &Scene<'_>, ask: &SignFor, mut checks: Checks) -> Decision {
    handler_of(scene, ask.handler, scene.case.lead_unit.as_ref(), &mut checks, "handler");
    checks.then(|| {
        let mut events = vec![scene.moved(State::InProgress)];
        events.extend(scene.stop(&[Clock::SignFor]));
        events.extend(scene.start(Clock::OnSite));
        events
    })
}

pub(super) fn give_back(scene: &Scene<'_>, ask: &Words, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.then(|| {
        let mut events = vec![scene.moved(State::Accepted)];
        events.extend(scene.stop(&[Clock::SignFor]));
        events.extend(scene.start(Clock::Dispatch));
        events
    })
}

pub(super) fn reassign(scene: &Scene<'_>, ask: &Reassign, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    handler_of(scene, ask.handler, scene.case.lead_unit.as_ref(), &mut checks, "handler");
    let rechecks = scene.case.rechecker == Some(ask.handler) || scene.case.rechecks.iter().any(|done| done.by == ask.handler);
    checks.need(!rechecks && scene.case.handler != Some(ask.handler), Code::SamePerson, "handler");
    checks.then(Vec::new)
}

pub(super) fn add_co_unit(scene: &Scene<'_>, ask: &AddCoUnit, mut checks: Checks) -> Decision {
    let lead = scene.case.lead_unit.clone().unwrap_or_else(|| UnitCode(String::new()));
    check_co_unit(scene, ask, &lead, &mut checks, "");
    checks.then(Vec::new)
}

fn check_co_unit(scene: &Scene<'_>, co: &AddCoUnit, lead: &UnitCode, checks: &mut Checks, prefix: &str) {
    checks.unit(&co.unit, scene.world, &format!("{prefix}unit"));
    checks.need(&co.unit != lead, Code::UnknownUnit, &format!("{prefix}unit"));
    checks.not_about(&co.unit, scene.case, &format!("{prefix}unit"));
    checks.said(&co.task, &format!("{prefix}task"));
}

pub(super) fn co_unit_done(scene: &Scene<'_>, ask: &CoUnitWords, mut checks: Checks) -> Decision {
    let mine = scene.actor.person().is_some_and(|person| permission::acts_for(person, &ask.unit));
    checks.need(mine, Code::NotInUnit, "unit");
    end_co_unit(scene, ask, checks)
}

pub(super) fn release_co_unit(scene: &Scene<'_>, ask: &CoUnitWords, checks: Checks) -> Decision {
    end_co_unit(scene, ask, checks)
}

fn end_co_unit(scene: &Scene<'_>, ask: &CoUnitWords, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    let open = scene.case.co_units.iter().any(|co| co.unit == ask.unit && co.outcome.is_none());
    checks.need(open, Code::UnknownUnit, "unit");
    checks.then(Vec::new)
}
