//! 复查: somebody else looks whether rectification holds.

use super::{Checks, Decision, Scene, did};
use crate::{
    case::{Ask, AssignRecheck, Clock, Disposal, Event, Recheck, ResultCode, State, VerbName, Words, deadline, is_kept_from},
    people::{PersonCard, Role},
    refusal::Code,
};

/// Failed rechecks from which on the county watches (督办 level 2).
const FAILURES_TO_WATCH: usize = 2;

/// Rules about case and person only.
pub(super) fn standing(scene: &Scene<'_>, verb: VerbName, checks: &mut Checks) {
    if verb == VerbName::Recheck {
        let own_work = scene.me().is_some_and(|me| scene.case.handlers.contains(&me) || scene.case.handler == Some(me));
        checks.need(!own_work, Code::SamePerson, "");
    }
}

pub(super) fn assign(scene: &Scene<'_>, ask: &AssignRecheck, mut checks: Checks) -> Decision {
    let card = checks.colleague(ask.rechecker, scene.world, may_recheck, "rechecker");
    let own_work = scene.case.handlers.contains(&ask.rechecker) || scene.case.handler == Some(ask.rechecker);
    checks.need(card.is_none() || !own_work, Code::SamePerson, "rechecker");
    let kept = card.is_some_and(|card| is_kept_from(scene.case, &card, scene.world.rulebook));
    checks.need(!kept, Code::AboutTheirUnit, "rechecker");
    checks.then(|| if scene.running(Clock::Recheck).is_some() { Vec::new() } else { scene.start(Clock::Recheck) })
}

/// Who is out there: patrollers, handlers of other matters, coordinators.
fn may_recheck(card: &PersonCard) -> bool {
    [Role::Patroller, Role::Handler, Role::Coordinator].iter().any(|&role| card.has(role))
}

pub(super) fn recheck(scene: &Scene<'_>, ask: &Recheck, mut checks: Checks) -> Decision {
    check_content(scene, ask, &mut checks);
    let case = scene.case;
    checks.then(|| {
        let to = if ask.passed { State::AwaitingApproval } else { State::Rectifying };
        let mut events = vec![scene.moved(to)];
        events.extend(scene.stop(&[Clock::Recheck]));
        if !ask.passed {
            // The order's own day stands: a failed recheck buys no time.
            events.extend(case.order.iter().map(|order| {
                let due = deadline::due(scene.world.rulebook, Clock::Rectification, order.due.start, order.due.length);
                Event::DueSet { due }
            }));
            let failures = 1 + case.rechecks.iter().filter(|done| !done.passed).count();
            if failures >= FAILURES_TO_WATCH && case.supervision_level < 2 {
                events.push(Event::Supervised { level: 2 });
            }
        }
        events
    })
}

fn check_content(scene: &Scene<'_>, ask: &Recheck, checks: &mut Checks) {
    let now = scene.world.now;
    checks.said(&ask.words, "words");
    checks.photos(&ask.photos, scene.command, now, "photos");
    checks.need(!ask.photos.is_empty(), Code::PhotosMissing { min: 1 }, "photos");
    match &ask.fix {
        Some(fix) => checks.fix(fix, scene.command, now, "fix"),
        None => checks.fail(Code::PositionMissing, "fix"),
    }
    let fined =
        scene.case.result == Some(ResultCode::PunishedAndRectified) || matches!(scene.case.disposal, Some(Disposal::PenaltyFiled { .. }));
    match ask.second_officer {
        None => checks.need(!fined, Code::SecondOfficerNeeded, "second_officer"),
        Some(second) => {
            let independent = Some(second) != scene.me() && Some(second) != scene.case.handler && !scene.case.handlers.contains(&second);
            checks.need(independent, Code::SamePerson, "second_officer");
            let card = checks.colleague(second, scene.world, |_| true, "second_officer");
            let kept = card.is_some_and(|card| is_kept_from(scene.case, &card, scene.world.rulebook));
            checks.need(!kept, Code::AboutTheirUnit, "second_officer");
        }
    }
}

/// A recheck that comes after somebody else's: kept as a record, if it was once this person's task. `None`: not that.
pub(super) fn kept(scene: &Scene<'_>, ask: &Recheck) -> Option<Decision> {
    let me = scene.me()?;
    let case = scene.case;
    if scene.actor.person().is_some_and(|person| is_kept_from(case, person, scene.world.rulebook)) {
        return None;
    }
    let first = case.rechecks.last().filter(|done| done.by != me)?;
    let still_mine = case.state == State::AwaitingRecheck && case.rechecker == Some(me);
    if still_mine || !case.recheckers.contains(&me) {
        return None;
    }
    let mut checks = Checks::default();
    checks.moment(scene.command.made_at_corrected(), scene.world.now, "made_at");
    check_content(scene, ask, &mut checks);
    let passed = ask.passed;
    Some(checks.then(|| did(&Ask::Recheck(ask.clone()), vec![Event::RecheckKept { passed, differs: passed != first.passed }])))
}

pub(super) fn order(scene: &Scene<'_>, ask: &Words, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.then(|| vec![scene.moved(State::AwaitingRecheck)])
}
