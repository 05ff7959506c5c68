//! 重办: a matter that was ended comes back.

use super::{Checks, Decision, Scene, deadline, dispatching};
use crate::{
    case::{Case, Clock, Dispatch, Event, State, VerbName, Words, permission},
    moment::Moment,
    people::{Actor, Role},
    refusal::Code,
    rulebook::Rulebook,
};
use time::Duration;

/// Reopened this often, the county watches (督办 level 2).
const REOPENINGS_TO_WATCH: u16 = 2;

/// Rules about case and person only.
pub(super) fn standing(scene: &Scene<'_>, verb: VerbName, checks: &mut Checks) {
    let case = scene.case;
    match verb {
        VerbName::RequestReopen if asks_as_reporter(scene) => {
            let in_time = reporter_until(case, scene.world.rulebook).is_none_or(|until| scene.world.now <= until);
            checks.need(in_time, Code::TooLate, "");
        }
        VerbName::Reopen | VerbName::RefuseReopen => other_than_closer(scene, checks),
        VerbName::Dispatch if case.state == State::ReopenRequested => {
            // Giving it out again is reopening it: the same person, the same rule.
            let dispatcher =
                scene.actor.person().is_some_and(|person| permission::covers(case, person, Role::Dispatcher, scene.world.rulebook));
            checks.need(dispatcher, Code::NotAllowed, "");
            other_than_closer(scene, checks);
        }
        _ => {}
    }
}

fn other_than_closer(scene: &Scene<'_>, checks: &mut Checks) {
    let closer = scene.case.closed_by.is_some() && scene.case.closed_by == scene.me();
    checks.need(!closer, Code::SamePerson, "");
}

/// Leaders and recheckers may always point at a recurrence; a reporter has a month.
fn asks_as_reporter(scene: &Scene<'_>) -> bool {
    match scene.actor {
        Actor::Reporter(_) => true,
        Actor::Clock => false,
        Actor::Person(person) => {
            let leads = permission::covers(scene.case, person, Role::Leader, scene.world.rulebook);
            !leads && scene.case.rechecker != Some(person.id)
        }
    }
}

/// Until when its reporter may ask to have it done again; none while it has not ended.
#[must_use]
pub fn reporter_until(case: &Case, book: &Rulebook) -> Option<Moment> {
    let days = Duration::days(i64::from(book.numbers.reopen_days));
    ended_at(case).filter(|_| matches!(case.state, State::Closed | State::Declined)).map(|at| at + days)
}

fn ended_at(case: &Case) -> Option<Moment> {
    let declined =
        || case.touches.iter().rev().find(|touch| matches!(touch.verb, VerbName::Decline | VerbName::Confirm)).map(|touch| touch.at);
    case.closed_at.or_else(declined)
}

pub(super) fn request(scene: &Scene<'_>, ask: &Words, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.then(|| vec![scene.moved(State::ReopenRequested)])
}

pub(super) fn reopen(scene: &Scene<'_>, ask: &Dispatch, mut checks: Checks) -> Decision {
    dispatching::check_dispatch(scene, ask, &mut checks);
    checks.then(|| events(scene))
}

/// Half the time of the first promise, and a new one to sign for.
pub(super) fn events(scene: &Scene<'_>) -> Vec<Event> {
    let (book, now, case) = (scene.world.rulebook, scene.world.now, scene.case);
    let mut events = vec![scene.moved(State::Dispatched)];
    events.extend(scene.stop_all());
    if let Some(length) = deadline::length(book, Clock::Handling, case.clock) {
        events.push(Event::DueSet { due: deadline::due(book, Clock::Handling, now, deadline::half(length)) });
    }
    events.extend(scene.start(Clock::SignFor));
    if case.reopened + 1 >= REOPENINGS_TO_WATCH && case.supervision_level < 2 {
        events.push(Event::Supervised { level: 2 });
    }
    events
}

/// Back to where it was: closed, or declined.
pub(super) fn refuse(scene: &Scene<'_>, ask: &Words, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    let to = if scene.case.closed_at.is_some() { State::Closed } else { State::Declined };
    checks.then(|| vec![scene.moved(to)])
}
