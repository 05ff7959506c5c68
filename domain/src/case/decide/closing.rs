//! The end, or nearly: 结案, 退回重办, 阶段性办结, 移送.

use super::{Checks, Decision, Scene};
use crate::{
    case::{Clock, Close, Event, Publication, StageClose, State, TransferOut, VerbName, Words, guards},
    refusal::Code,
};
use time::Duration;

/// Furthest day of a milestone or a follow-up, days from now.
const FURTHEST_DAYS: i64 = 3 * 366;

/// Rules about case and person only.
pub(super) fn standing(scene: &Scene<'_>, verb: VerbName, checks: &mut Checks) {
    match verb {
        VerbName::Close => {
            let unmet = guards::closing_unmet_by(scene.case, scene.me(), None, scene.world);
            checks.extend(unmet.into_iter().filter(|unmet| !guards::is_answered_by_form(&unmet.code)).collect());
        }
        VerbName::StageClose => guards::replied(scene.case, checks),
        _ => {}
    }
}

/// Every guard, G1 to G8. `standing` has found those that no form mends; here are the others.
pub(super) fn close(scene: &Scene<'_>, ask: &Close, mut checks: Checks) -> Decision {
    let unmet = guards::closing_unmet_by(scene.case, scene.me(), Some(ask), scene.world);
    checks.extend(unmet.into_iter().filter(|unmet| guards::is_answered_by_form(&unmet.code)).collect());
    checks.words(&ask.words, 0, "words");
    checks.then(|| {
        let mut events = vec![scene.moved(State::Closed)];
        events.extend(scene.stop_all());
        if matches!(scene.case.publication, Publication::Redacting { .. }) {
            events.extend(scene.start(Clock::Publication));
        }
        events
    })
}

pub(super) fn send_back(scene: &Scene<'_>, ask: &Words, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.then(|| vec![scene.moved(State::InProgress)])
}

pub(super) fn stage_close(scene: &Scene<'_>, ask: &StageClose, mut checks: Checks) -> Decision {
    let now = scene.world.now;
    checks.need(!ask.milestones.is_empty(), Code::Missing, "milestones");
    checks.need(ask.milestones.len() <= 50, Code::TooLong { max: 50 }, "milestones");
    for (index, milestone) in ask.milestones.iter().enumerate() {
        let at = |part: &str| format!("milestones.{index}.{part}");
        checks.said(&milestone.body, &at("body"));
        checks.said(&milestone.goal, &at("goal"));
        checks.said(&milestone.measures, &at("measures"));
        checks.day(milestone.due_day, now, FURTHEST_DAYS, &at("due_day"));
        checks.unit(&milestone.acceptance_unit, scene.world, &at("acceptance_unit"));
        checks.not_about(&milestone.acceptance_unit, scene.case, &at("acceptance_unit"));
        checks.need(!milestone.done, Code::NoSuchMilestone, &at("done"));
    }
    checks.day(ask.next_day, now + Duration::DAY, FURTHEST_DAYS, "next_day");
    checks.then(|| {
        let mut events = vec![scene.moved(State::StageClosed)];
        events.extend(scene.stop(&[Clock::Rectification]));
        events
    })
}

pub(super) fn transfer_out(scene: &Scene<'_>, ask: &TransferOut, mut checks: Checks) -> Decision {
    checks.said(&ask.to, "to");
    checks.said(&ask.letter, "letter");
    checks.said(&ask.words, "words");
    checks.day(ask.follow_up, scene.world.now, FURTHEST_DAYS, "follow_up");
    checks.then(|| {
        let mut events: Vec<Event> = vec![scene.moved(State::Transferred)];
        events.extend(scene.stop_all());
        events
    })
}
