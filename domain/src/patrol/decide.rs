//! `decide`: whether what is asked of a patrol is allowed, and what follows. Right first, then every rule at once.

use super::{Patrol, PatrolAsk, PatrolEvent, PatrolKind, PatrolState, Plan, covers_place, may_see};
use crate::{
    case::{Checks, Submit},
    command::Command,
    division::DivisionCode,
    ids::{CaseId, PersonId, SiteId},
    moment::Moment,
    people::{Actor, PersonCard, Role, UnitCode},
    refusal::{Code, Refusal},
    rulebook::Rulebook,
    site::Site,
};
use std::collections::BTreeSet;

/// Most people of one patrol.
const MAX_PEOPLE: usize = 50;
/// Most sites and areas of one patrol.
pub const MAX_PLACES: usize = 200;
/// How far ahead a patrol may be planned, days.
const MAX_AHEAD_DAYS: i64 = 366;
/// Most characters of a title.
const MAX_TITLE_CHARS: usize = 80;
/// Roles that plan patrols.
const PLANNERS: [Role; 4] = [Role::Coordinator, Role::Liaison, Role::Dispatcher, Role::Leader];

/// What the rules may know of the world besides the patrol. Phone and server each bring their own.
pub struct PatrolWorld<'a> {
    /// The rulebook the command is judged by.
    pub rulebook: &'a Rulebook,
    /// When the server received it (on a phone: now).
    pub now: Moment,
    /// A colleague, if there is one with this id.
    pub person: &'a dyn Fn(PersonId) -> Option<PersonCard>,
    /// An inspected place, if there is one with this id.
    pub site: &'a dyn Fn(SiteId) -> Option<Site>,
}

type Decision = Result<Vec<PatrolEvent>, Refusal>;

/// What follows from asking this of a patrol: events in order, or every rule that was not met. No events at all means
/// that a repetition was harmless.
///
/// # Errors
/// A [`Refusal`] naming all unmet rules at once.
pub fn decide(patrol: Option<&Patrol>, actor: &Actor, command: &Command, ask: &PatrolAsk, world: &PatrolWorld<'_>) -> Decision {
    let person = actor.person().ok_or_else(|| Refusal::one(Code::NotAllowed))?;
    if let PatrolAsk::Plan(plan) = ask {
        return self::plan(patrol, person, command, plan, world);
    }
    let patrol = patrol.ok_or_else(|| Refusal::field(Code::NoSuchPatrol, "patrol"))?;
    let went = patrol.is_assigned(person.id) || patrol.formerly.contains(&person.id);
    let right = match ask {
        PatrolAsk::Plan(_) | PatrolAsk::Assign { .. } | PatrolAsk::Cancel(_) => may_change(patrol, person),
        PatrolAsk::Visit(_) => went,
        PatrolAsk::Start | PatrolAsk::Finish(_) => patrol.is_assigned(person.id),
    };
    if !right {
        // Whoever may not know of it hears that there is none.
        let known = went || may_see(patrol, person);
        return Err(if known { Refusal::one(Code::NotAllowed) } else { Refusal::field(Code::NoSuchPatrol, "patrol") });
    }
    let mut checks = Checks::default();
    checks.moment(command.made_at_corrected(), world.now, "made_at");
    match ask {
        PatrolAsk::Plan(_) => Err(Refusal::one(Code::AlreadyExists)),
        PatrolAsk::Assign { people } => {
            checks.need(patrol.state.is_open(), Code::PatrolOver, "");
            let cards = goers(&mut checks, people, &patrol.places, world);
            own_people(&mut checks, person, &cards, &patrol.places);
            let same = patrol.plan.people == *people;
            then(checks, || if same { Vec::new() } else { vec![PatrolEvent::Assigned { people: people.clone(), units: units(&cards) }] })
        }
        PatrolAsk::Start => {
            checks.need(patrol.state != PatrolState::Cancelled, Code::PatrolOver, "");
            then(checks, || started(patrol))
        }
        // What was seen was seen, also if the patrol was over by then: a phone was away.
        PatrolAsk::Visit(visit) => {
            let known = (world.site)(visit.site).is_some_and(|site| patrol.holds(&site));
            checks.need(known, Code::UnknownSite, "site");
            checks.words(&visit.words, 0, "words");
            then(checks, || {
                let mut events = started(patrol);
                events.push(PatrolEvent::Visited { site: visit.site, words: visit.words.clone() });
                events
            })
        }
        PatrolAsk::Finish(words) => {
            checks.need(patrol.state != PatrolState::Cancelled, Code::PatrolOver, "");
            checks.words(&words.words, 0, "words");
            let over = patrol.state == PatrolState::Done;
            then(checks, || if over { Vec::new() } else { vec![PatrolEvent::Finished { words: words.words.clone() }] })
        }
        PatrolAsk::Cancel(words) => {
            checks.need(patrol.state != PatrolState::Done, Code::PatrolOver, "");
            checks.said(&words.words, "words");
            let over = patrol.state == PatrolState::Cancelled;
            then(checks, || if over { Vec::new() } else { vec![PatrolEvent::Cancelled { words: words.words.clone() }] })
        }
    }
}

/// What a report that names this patrol means for it; nothing if its sender was never to go: a report is never refused
/// for the sake of a patrol.
#[must_use]
pub fn reported(patrol: &Patrol, actor: &Actor, case: CaseId, submit: &Submit) -> Vec<PatrolEvent> {
    let went = |person: PersonId| patrol.is_assigned(person) || patrol.formerly.contains(&person);
    if !actor.person_id().is_some_and(went) {
        return Vec::new();
    }
    let mut events = started(patrol);
    events.push(PatrolEvent::Reported { site: submit.report.site, case });
    events
}

/// Whether this person plans patrols at all.
#[must_use]
pub fn may_plan(person: &PersonCard) -> bool {
    PLANNERS.iter().any(|&role| person.has(role))
}

/// Whether this person may change or cancel it: who planned it, and whoever may plan there.
#[must_use]
pub fn may_change(patrol: &Patrol, person: &PersonCard) -> bool {
    let for_units = |role| !patrol.units.is_empty() && patrol.units.iter().all(|unit| person.has_in_unit(role, unit));
    let own = is_over_all(person, &patrol.places) || [Role::Liaison, Role::Leader].into_iter().any(for_units);
    may_plan(person) && may_see(patrol, person) && (own || patrol.planned_by == person.id)
}

fn plan(patrol: Option<&Patrol>, person: &PersonCard, command: &Command, plan: &Plan, world: &PatrolWorld<'_>) -> Decision {
    if patrol.is_some() {
        return Err(Refusal::field(Code::AlreadyExists, "patrol"));
    }
    if !may_plan(person) {
        return Err(Refusal::one(Code::NotAllowed));
    }
    let mut checks = Checks::default();
    checks.need(command.case == CaseId::from(command.id), Code::NoSuchPatrol, "patrol");
    checks.moment(command.made_at_corrected(), world.now, "made_at");
    checks.said(&plan.title, "title");
    checks.need(plan.title.chars().count() <= MAX_TITLE_CHARS, Code::TooLong { max: as_u32(MAX_TITLE_CHARS) }, "title");
    checks.words(&plan.notes, 0, "notes");
    let places = places(&mut checks, plan, world);
    let cards = goers(&mut checks, &plan.people, &places, world);
    own_people(&mut checks, person, &cards, &places);
    checks.day(plan.from, world.now, MAX_AHEAD_DAYS, "from");
    let ends_well = plan.from <= plan.to && plan.to <= plan.from.saturating_add(time::Duration::days(MAX_AHEAD_DAYS));
    checks.need(ends_well, Code::DayOutOfRange, "to");
    if plan.kind == PatrolKind::JointEnforcement {
        checks.need(!plan.co_units.is_empty(), Code::Missing, "co_units");
    }
    for (n, unit) in plan.co_units.iter().enumerate() {
        checks.need(world.rulebook.unit(unit).is_some(), Code::UnknownUnit, &format!("co_units.{n}"));
    }
    then(checks, || vec![PatrolEvent::Planned { plan: Box::new(plan.clone()), places, units: units(&cards) }])
}

/// Where the plan's sites and areas are.
fn places(checks: &mut Checks, plan: &Plan, world: &PatrolWorld<'_>) -> Vec<DivisionCode> {
    let count = plan.sites.len() + plan.areas.len();
    checks.need(count > 0, Code::Missing, "sites");
    checks.need(count <= MAX_PLACES, Code::TooLong { max: as_u32(MAX_PLACES) }, "sites");
    let mut places = BTreeSet::new();
    for (n, id) in plan.sites.iter().enumerate().take(MAX_PLACES) {
        match (world.site)(*id) {
            Some(site) => {
                places.insert(site.division);
            }
            None => checks.fail(Code::UnknownSite, &format!("sites.{n}")),
        }
    }
    for (n, area) in plan.areas.iter().enumerate().take(MAX_PLACES) {
        checks.need(world.rulebook.division(area).is_some(), Code::UnknownDivision, &format!("areas.{n}"));
        places.insert(area.clone());
    }
    places.into_iter().collect()
}

/// Those who are to go, as far as they exist: each one's work takes them to one of the places at least, and somebody goes
/// to each place.
fn goers(checks: &mut Checks, people: &[PersonId], places: &[DivisionCode], world: &PatrolWorld<'_>) -> Vec<PersonCard> {
    checks.need(!people.is_empty(), Code::Missing, "people");
    checks.need(people.len() <= MAX_PEOPLE, Code::TooLong { max: as_u32(MAX_PEOPLE) }, "people");
    let mut cards = Vec::new();
    for (n, id) in people.iter().enumerate().take(MAX_PEOPLE) {
        let field = format!("people.{n}");
        match (world.person)(*id) {
            Some(card) => {
                let goes = places.is_empty() || places.iter().any(|place| covers_place(&card, place));
                checks.need(goes, Code::NotTheirArea, &field);
                cards.push(card);
            }
            None => checks.fail(Code::UnknownPerson, &field),
        }
    }
    let nobodys = |place: &DivisionCode| !cards.iter().any(|card| covers_place(card, place));
    if cards.len() == people.len() && !cards.is_empty() && places.iter().any(nobodys) {
        checks.fail(Code::NotTheirArea, "people");
    }
    cards
}

/// The planner plans in the own area, or for the people of the own unit.
fn own_people(checks: &mut Checks, planner: &PersonCard, cards: &[PersonCard], places: &[DivisionCode]) {
    if places.is_empty() || cards.is_empty() || is_over_all(planner, places) {
        return;
    }
    let own_units: Vec<Role> = [Role::Liaison, Role::Leader].into_iter().filter(|&role| planner.has(role)).collect();
    let own = |card: &PersonCard| own_units.iter().any(|&role| planner.has_in_unit(role, &card.unit));
    let field = if own_units.is_empty() { "sites" } else { "people" };
    checks.need(cards.iter().all(own), Code::NotTheirArea, field);
}

/// Whether all of these places lie in an area that this person plans for.
fn is_over_all(person: &PersonCard, places: &[DivisionCode]) -> bool {
    let over =
        |place: &DivisionCode| [Role::Coordinator, Role::Dispatcher, Role::Leader].iter().any(|&role| person.has_in_division(role, place));
    !places.is_empty() && places.iter().all(over)
}

fn units(cards: &[PersonCard]) -> Vec<UnitCode> {
    cards.iter().map(|card| card.unit.clone()).collect::<BTreeSet<_>>().into_iter().collect()
}

fn started(patrol: &Patrol) -> Vec<PatrolEvent> {
    if patrol.state == PatrolState::Planned { vec![PatrolEvent::Started] } else { Vec::new() }
}

fn then(checks: Checks, events: impl FnOnce() -> Vec<PatrolEvent>) -> Decision {
    let unmet = checks.into_unmet();
    if unmet.is_empty() { Ok(events()) } else { Err(Refusal { unmet }) }
}

fn as_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
