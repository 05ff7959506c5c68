//! Time and kind: 中止, 恢复, 延期, 改类别, 改位置, 督办.

use super::{Checks, Decision, Scene, acceptance, deadline, submit::clock_of};
use crate::{
    case::{
        AskExtension, Case, Clock, Event, GrantExtension, Recategorise, Relocate, State, Supervise, Suspend, VerbName, Words,
        deadline::resting_dues, permission,
    },
    people::Role,
    refusal::Code,
};

/// Latest day an answer to a supervision notice may be due.
const LONGEST_ANSWER_DAYS: i64 = 60;

/// Rules about case and person only.
pub(super) fn standing(scene: &Scene<'_>, verb: VerbName, checks: &mut Checks) {
    let case = scene.case;
    match verb {
        VerbName::AskExtension => {
            let running = scene.running(Clock::Handling).is_some_and(|due| scene.world.now <= due.at);
            checks.need(running, Code::TooLate, "");
            checks.need(!asked_in_this_phase(case), Code::AlreadyAsked, "");
            let left = days_left(scene);
            checks.need(left > 0, Code::ExtensionTooLong { left }, "");
        }
        VerbName::GrantExtension => {
            let waits = case.extension_asked.is_some() && scene.running(Clock::Handling).is_some();
            checks.need(waits, Code::ExtensionNotAsked, "");
        }
        _ => {}
    }
}

/// Once a phase: since the case last moved on.
fn asked_in_this_phase(case: &Case) -> bool {
    let moving = |verb: VerbName| !verb.transition().to.is_empty();
    let newest = case.touches.iter().rev().map(|touch| touch.verb).find(|&verb| verb == VerbName::AskExtension || moving(verb));
    case.extension_asked.is_some() || newest == Some(VerbName::AskExtension)
}

fn days_left(scene: &Scene<'_>) -> u16 {
    scene.world.rulebook.numbers.extension_sum_days.saturating_sub(scene.case.extended_days)
}

pub(super) fn ask_extension(scene: &Scene<'_>, ask: &AskExtension, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    let left = days_left(scene);
    checks.need(ask.days >= 1, Code::NumberOutOfRange { min: 1, max: i64::from(left) }, "days");
    checks.need(ask.days <= left || left == 0, Code::ExtensionTooLong { left }, "days");
    checks.then(Vec::new)
}

pub(super) fn grant_extension(scene: &Scene<'_>, ask: &GrantExtension, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    let case = scene.case;
    let dispatcher = scene.actor.person().is_some_and(|person| permission::covers(case, person, Role::Dispatcher, scene.world.rulebook));
    let asked = case.extension_asked.as_ref().map_or(0, |asked| asked.days);
    let most = if dispatcher { asked } else { asked.min(scene.world.rulebook.numbers.liaison_extension_days) };
    checks.need(ask.days <= most || case.extension_asked.is_none(), Code::NumberOutOfRange { min: 0, max: i64::from(most) }, "days");
    let due = scene.running(Clock::Handling).filter(|_| ask.days > 0);
    checks.then(|| due.map(|due| Event::DueSet { due: deadline::extended(scene.world.rulebook, due, ask.days) }).into_iter().collect())
}

pub(super) fn suspend(scene: &Scene<'_>, ask: &Suspend, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.day(ask.until, scene.world.now, i64::from(scene.world.rulebook.numbers.suspend_max_days), "until");
    checks.then(|| {
        let mut events = acceptance::wait_over(scene);
        events.push(scene.moved(State::Suspended));
        events
    })
}

pub(super) fn resume(scene: &Scene<'_>, ask: &Words, mut checks: Checks) -> Decision {
    checks.words(&ask.words, 0, "words");
    let case = scene.case;
    checks.then(|| {
        let mut events = vec![scene.moved(case.resume_to.unwrap_or(State::Accepted))];
        let now = scene.world.now;
        if let Some(suspension) = &case.suspended {
            events.extend(resting_dues(case, scene.world.rulebook, now.min(suspension.until) - suspension.since));
        }
        events
    })
}

/// The promise is reckoned anew from where it started. It may become later only because of the reason that is given here.
pub(super) fn recategorise(scene: &Scene<'_>, ask: &Recategorise, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    let book = scene.world.rulebook;
    let category = book.category(&ask.category);
    checks.need(category.is_some(), Code::UnknownCategory, "category");
    let Some(category) = category else { return checks.then(Vec::new) };
    checks.then(|| {
        let clock = clock_of(category, scene.case.severity);
        let mut events = vec![Event::Classified { category: category.code.clone(), clock, risk: category.risk }];
        if let Some(old) = scene.running(Clock::Handling).filter(|_| clock != scene.case.clock)
            && let Some(length) = deadline::length(book, Clock::Handling, clock)
        {
            let length = if scene.case.reopened > 0 { deadline::half(length) } else { length };
            let mut due = deadline::due(book, Clock::Handling, old.start, length);
            if old.paused_s > 0 {
                due = deadline::after_pause(book, &due, time::Duration::seconds(old.paused_s));
            }
            if old.extended_days > 0 {
                due = deadline::extended(book, &due, old.extended_days);
            }
            events.push(Event::DueSet { due });
        }
        events
    })
}

pub(super) fn relocate(scene: &Scene<'_>, ask: &Relocate, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.point(ask.place, scene.world, "place");
    checks.division(&ask.division, scene.world, "division");
    checks.then(Vec::new)
}

pub(super) fn supervise(scene: &Scene<'_>, ask: &Supervise, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.need((1..=3).contains(&ask.level), Code::NumberOutOfRange { min: 1, max: 3 }, "level");
    checks.day(ask.answer_by, scene.world.now, LONGEST_ANSWER_DAYS, "answer_by");
    checks.then(|| vec![Event::Supervised { level: ask.level }])
}
