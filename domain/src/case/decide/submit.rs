//! 上报 and 当场整改: how a case begins.

use super::{Checks, Decision, World};
use crate::{
    case::{Case, Clock, Event, Finding, OnBehalf, Reporter, State, Submit, VerbName, belongs_to, deadline, lifecycle::Who},
    command::Command,
    division::DivisionCode,
    ids::{CaseId, ReportId},
    people::{Actor, PersonCard, Role},
    photo::Purpose,
    place::Point,
    refusal::{Code, Refusal},
    report::{MIN_WORDS_CHARS, Severity, Whereabouts},
    rulebook::{Category, ClockClass},
};

/// Longest number a matter may have elsewhere.
const MAX_ORIGIN_CHARS: u32 = 64;

/// Opens a case, or says everything that is wrong with the report.
pub(super) fn decide(case: Option<&Case>, actor: &Actor, command: &Command, submit: &Submit, world: &World<'_>) -> Decision {
    if case.is_some() {
        return Err(Refusal::field(Code::AlreadyExists, "case"));
    }
    let reporter = reporter(actor, command, submit).ok_or_else(|| Refusal::one(Code::NotAllowed))?;
    let mut checks = Checks::default();
    checks.need(command.case == CaseId::from(command.id), Code::NoSuchCase, "case");
    checks.moment(command.made_at_corrected(), world.now, "made_at");
    let category = check_report(&mut checks, &reporter, command, submit, world);
    check_about(&mut checks, actor, submit, world);
    if let Some(category) = category {
        check_solved(&mut checks, actor, category, submit);
    }
    let Some(category) = category else { return checks.then(Vec::new) };
    checks.then(|| events(reporter, category, command, submit, world))
}

/// Who told, if this actor may tell at all.
fn reporter(actor: &Actor, command: &Command, submit: &Submit) -> Option<Reporter> {
    match (actor, submit.on_behalf) {
        (Actor::Person(person), None) if may_file(person) => Some(Reporter::Staff { person: person.id }),
        (Actor::Person(person), Some(whom))
            if [Role::Coordinator, Role::Liaison, Role::Dispatcher].iter().any(|&role| person.has(role)) =>
        {
            Some(member_of_public(whom))
        }
        (Actor::Reporter(report), whom) if *report == ReportId::from(command.id) => {
            Some(member_of_public(whom.unwrap_or(OnBehalf::Anonymous)))
        }
        _ => None,
    }
}

fn may_file(person: &PersonCard) -> bool {
    VerbName::Submit.transition().who.iter().any(|who| matches!(who, Who::Holds(role) if person.has(*role)))
}

fn member_of_public(whom: OnBehalf) -> Reporter {
    match whom {
        OnBehalf::Named => Reporter::Named,
        OnBehalf::Anonymous => Reporter::Anonymous,
    }
}

fn check_report<'a>(
    checks: &mut Checks,
    reporter: &Reporter,
    command: &Command,
    submit: &Submit,
    world: &'a World<'_>,
) -> Option<&'a Category> {
    let report = &submit.report;
    let category = world.rulebook.category(&report.category);
    checks.need(category.is_some(), Code::UnknownCategory, "report.category");
    checks.words(&report.words, MIN_WORDS_CHARS, "report.words");
    match &report.place {
        Whereabouts::Measured(fix) => {
            checks.fix(fix, command, world.now, "report.place");
            if fix.point.is_possible() {
                checks.point(fix.point, world, "report.place");
            }
        }
        Whereabouts::Pointed(point) => checks.point(*point, world, "report.place"),
        Whereabouts::Unknown { reason } => checks.said(reason, "report.place.reason"),
    }
    if let Some(division) = &report.division {
        checks.division(division, world, "report.division");
    }
    if let Some(origin) = &submit.origin {
        // Only who may file for others takes matters over, and then the number there says which one it was.
        checks.need(submit.on_behalf.is_some(), Code::NotAllowed, "origin");
        checks.said(&origin.number, "origin.number");
        let max = MAX_ORIGIN_CHARS;
        checks.need(origin.number.chars().count() <= max as usize, Code::TooLong { max }, "origin.number");
    }
    checks.photos(&submit.photos, command, world.now, "photos");
    // A caller on the hotline or a passer-by has no camera at hand; a colleague has.
    if let (Some(category), Reporter::Staff { .. }) = (category, reporter) {
        let min = category.min_photos;
        checks.need(submit.photos.len() >= usize::from(min), Code::PhotosMissing { min }, "photos");
    }
    category
}

/// Only a colleague knows the county's units; and a dispatcher does not put a matter out of the own sight, and
/// nobody puts right on the spot what is a complaint about the own unit.
fn check_about(checks: &mut Checks, actor: &Actor, submit: &Submit, world: &World<'_>) {
    let Some(unit) = &submit.about_unit else { return };
    checks.unit(unit, world, "about_unit");
    checks.need(actor.person().is_some(), Code::NotAllowed, "about_unit");
    let whose = actor.person().filter(|person| belongs_to(person, unit, world.rulebook));
    let blind = whose.is_some_and(|person| person.has(Role::Dispatcher) || submit.solved.is_some());
    checks.need(!blind, Code::AboutTheirUnit, "about_unit");
}

fn check_solved(checks: &mut Checks, actor: &Actor, category: &Category, submit: &Submit) {
    let Some(solved) = &submit.solved else { return };
    let patroller = actor.person().is_some_and(|person| person.has(Role::Patroller)) && submit.on_behalf.is_none();
    checks.need(patroller, Code::NotAllowed, "solved");
    checks.need(category.on_spot, Code::NotOnSpot, "solved");
    checks.said(&solved.done, "solved.done");
    let found = matches!(solved.finding, Finding::Substantiated | Finding::Partly);
    checks.need(found, Code::FindingAndResultDisagree, "solved.finding");
    let has = |purpose| submit.photos.iter().any(|photo| photo.purpose == purpose);
    checks.need(has(Purpose::Before), Code::BeforePhotoMissing, "photos");
    checks.need(has(Purpose::After), Code::AfterPhotoMissing, "photos");
}

fn events(reporter: Reporter, category: &Category, command: &Command, submit: &Submit, world: &World<'_>) -> Vec<Event> {
    let report = &submit.report;
    let clock = clock_of(category, report.severity);
    let place = report.place.point();
    let mut events = vec![Event::Opened {
        number: world.number.clone(),
        reporter,
        division: report.division.clone().or_else(|| division_at(place, world)),
        place,
        site: report.site,
        clock,
        risk: category.risk,
    }];
    events.push(Event::Did { ask: Box::new(command.ask.clone()) });
    let first = if submit.solved.is_some() { Clock::Handling } else { Clock::Acceptance };
    events.extend(deadline::due_by_rule(world.rulebook, first, world.now, clock).map(|due| Event::DueSet { due }));
    if submit.solved.is_some() {
        events.push(Event::Moved { from: State::PendingAcceptance, to: State::AwaitingApproval });
        events.extend(world.draw.events(command.case, world.rulebook.numbers.random_recheck_percent));
    }
    events
}

/// The township or village by the map. A point that only the county holds says nothing about whose it is.
fn division_at(place: Option<Point>, world: &World<'_>) -> Option<DivisionCode> {
    world.rulebook.division_at(place?).filter(|division| division.code.township().is_some()).map(|division| division.code.clone())
}

/// An explicit mark of emergency sets the emergency clock, whatever the category.
pub(super) fn clock_of(category: &Category, severity: Severity) -> ClockClass {
    if severity == Severity::Urgent { ClockClass::Emergency } else { category.clock }
}
