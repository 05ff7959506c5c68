//! 标明反映的单位: whom the matter is about, and what follows if that unit had it in hand.

use super::{Checks, Decision, Scene, permission};
use crate::{
    case::{AboutUnit, Clock, Event, State, belongs_to},
    ids::PersonId,
    people::{PersonCard, Role, UnitCode},
    refusal::Code,
};

/// States that rest on what the unit did or has to do.
const IN_ITS_HANDS: [State; 6] =
    [State::Dispatched, State::InProgress, State::Rectifying, State::AwaitingRecheck, State::AwaitingApproval, State::StageClosed];

pub(super) fn about_unit(scene: &Scene<'_>, ask: &AboutUnit, mut checks: Checks) -> Decision {
    let (case, book) = (scene.case, scene.world.rulebook);
    checks.said(&ask.words, "words");
    checks.need(case.about_unit != ask.unit, Code::NothingWaiting, "unit");
    let county = scene.actor.person().filter(|person| permission::covers(case, person, Role::Dispatcher, book));
    // What was hidden from a unit is shown to it again by the county alone.
    checks.need(case.about_unit.is_none() || county.is_some(), Code::NotAllowed, "unit");
    if let Some(unit) = &ask.unit {
        checks.unit(unit, scene.world, "unit");
        kept_for_the_county(county, unit, scene, &mut checks);
    }
    checks.then(|| ask.unit.as_ref().map_or_else(Vec::new, |unit| taken_from(scene, unit)))
}

/// A dispatcher does not put it out of the own sight: somebody in the county must go on seeing it.
fn kept_for_the_county(county: Option<&PersonCard>, unit: &UnitCode, scene: &Scene<'_>, checks: &mut Checks) {
    let blind = county.is_some_and(|person| belongs_to(person, unit, scene.world.rulebook));
    checks.need(!blind, Code::AboutTheirUnit, "unit");
}

/// What the unit and its people had to do with an open case ends; what they had in hand or had found is to be done anew by
/// others.
fn taken_from(scene: &Scene<'_>, unit: &UnitCode) -> Vec<Event> {
    let case = scene.case;
    if !case.state.is_open() {
        return Vec::new();
    }
    let lead = case.lead_unit.as_ref() == Some(unit);
    let of_unit = |id: PersonId| (scene.world.person)(id).is_some_and(|card| belongs_to(&card, unit, scene.world.rulebook));
    let handler = case.handler.filter(|id| lead || of_unit(*id));
    let rechecker = case.rechecker.filter(|id| of_unit(*id));
    let people: Vec<PersonId> = handler.into_iter().chain(rechecker).collect();
    let mut events = Vec::new();
    if lead || !people.is_empty() {
        events.push(Event::TakenAway { people, lead });
    }
    if (lead || handler.is_some()) && IN_ITS_HANDS.contains(&case.state) {
        events.push(scene.moved(State::Accepted));
        events.extend(scene.stop(&[Clock::SignFor, Clock::OnSite, Clock::Rectification, Clock::Recheck]));
        events.extend(scene.start(Clock::Dispatch));
    }
    events
}
