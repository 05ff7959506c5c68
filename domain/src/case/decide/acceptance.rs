//! At the front door: 受理, 不予受理, 请补充, 并案, 作废.

use super::{Checks, Decision, Scene, submit::clock_of};
use crate::{
    case::{Accept, Case, Clock, Decline, Event, Merge, Reporter, State, VerbName, Words, deadline, deadline::resting_dues},
    refusal::Code,
};
use time::Duration;

/// Rules about case and person only.
pub(super) fn standing(scene: &Scene<'_>, verb: VerbName, checks: &mut Checks) {
    let case = scene.case;
    match verb {
        VerbName::AskReporter => checks.need(case.asked_reporter.is_none(), Code::AlreadyAsked, ""),
        VerbName::Answer => checks.need(case.asked_reporter.is_some(), Code::NothingWaiting, ""),
        VerbName::Unmerge => {
            let days = scene.world.rulebook.numbers.unmerge_days;
            let in_time = case.merged_at.is_some_and(|at| scene.world.now <= at + Duration::days(i64::from(days)));
            checks.need(in_time, Code::TooLate, "");
        }
        VerbName::Void => {
            let named = case.reports.iter().any(|filed| filed.reporter == Reporter::Named);
            checks.need(!named, Code::NamedReport, "");
        }
        _ => {}
    }
}

pub(super) fn accept(scene: &Scene<'_>, ask: &Accept, mut checks: Checks) -> Decision {
    let world = scene.world;
    let category = world.rulebook.category(&ask.category);
    checks.need(category.is_some(), Code::UnknownCategory, "category");
    checks.division(&ask.division, world, "division");
    let judged = world.similar.iter().all(|id| ask.not_the_same.contains(id) || *id == scene.case.id);
    checks.need(judged, Code::SimilarNotJudged, "not_the_same");
    let Some(category) = category else { return checks.then(Vec::new) };
    checks.then(|| {
        let clock = clock_of(category, scene.case.severity);
        let mut events = wait_over(scene);
        events.push(scene.moved(State::Accepted));
        events.push(Event::Classified { category: category.code.clone(), clock, risk: category.risk });
        events.extend(scene.stop(&[Clock::Acceptance]));
        for name in [Clock::Dispatch, Clock::Handling] {
            events.extend(deadline::due_by_rule(world.rulebook, name, world.now, clock).map(|due| Event::DueSet { due }));
        }
        events
    })
}

pub(super) fn decline(scene: &Scene<'_>, ask: &Decline, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.said(&ask.where_to_go, "where_to_go");
    checks.then(|| ended(scene, State::Declined))
}

pub(super) fn void(scene: &Scene<'_>, ask: &Words, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.then(|| ended(scene, State::Void))
}

pub(super) fn ask_reporter(scene: &Scene<'_>, ask: &Words, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    let days = scene.world.rulebook.numbers.ask_reporter_max_days;
    checks.then(|| vec![Event::ReporterAsked { until: scene.world.now + Duration::days(i64::from(days)) }])
}

pub(super) fn answer(scene: &Scene<'_>, ask: &Words, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.then(|| wait_over(scene))
}

/// The end of the wait for a reporter, with the clocks that rested.
pub(super) fn wait_over(scene: &Scene<'_>) -> Vec<Event> {
    let Some(asked) = &scene.case.asked_reporter else { return Vec::new() };
    let pause = scene.world.now.min(asked.until) - asked.since;
    let mut events = vec![Event::ReporterWaitOver];
    events.extend(resting_dues(scene.case, scene.world.rulebook, pause));
    events
}

pub(super) fn merge(scene: &Scene<'_>, ask: &Merge, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    let master = (scene.world.other)(ask.master);
    match &master {
        _ if ask.master == scene.case.id => checks.fail(Code::MergeCircle, "master"),
        None => checks.fail(Code::NoSuchCase, "master"),
        Some(master) => check_master(scene, master, &mut checks),
    }
    checks.then(|| ended(scene, State::Merged))
}

fn check_master(scene: &Scene<'_>, master: &Case, checks: &mut Checks) {
    let days = scene.world.rulebook.numbers.merge_master_closed_days;
    let sight = scene.actor.person().is_some_and(|person| crate::case::permission::may_see(master, person, scene.world.rulebook));
    if !sight {
        checks.fail(Code::NoSuchCase, "master");
    } else if master.about_unit != scene.case.about_unit {
        // Otherwise the reports of one would be shown to the unit that they are about, or hidden from those who need them.
        checks.fail(Code::AboutAnotherUnit, "master");
    } else if master.state == State::Merged {
        checks.fail(Code::MergeCircle, "master");
    } else if master.state == State::Closed {
        let recent = master.closed_at.is_some_and(|at| scene.world.now < at + Duration::days(i64::from(days)));
        checks.need(recent, Code::MasterTooOld, "master");
    } else if !master.state.is_open() {
        checks.fail(Code::WrongState { state: master.state }, "master");
    }
}

pub(super) fn unmerge(scene: &Scene<'_>, ask: &Words, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    let back = scene.case.resume_to.unwrap_or(State::PendingAcceptance);
    checks.then(|| {
        let mut events = vec![scene.moved(back)];
        match back {
            State::Accepted => {
                events.extend(scene.start(Clock::Dispatch));
                events.extend(promise_again(scene));
            }
            _ => events.extend(scene.start(Clock::Acceptance)),
        }
        events
    })
}

/// The promise for handling as it was first given: undoing a merge buys no time.
fn promise_again(scene: &Scene<'_>) -> Vec<Event> {
    let start = scene.case.accepted_at.unwrap_or(scene.world.now);
    deadline::due_by_rule(scene.world.rulebook, Clock::Handling, start, scene.case.clock)
        .map(|due| Event::DueSet { due })
        .into_iter()
        .collect()
}

fn ended(scene: &Scene<'_>, to: State) -> Vec<Event> {
    let mut events = vec![scene.moved(to)];
    events.extend(scene.stop_all());
    events
}
