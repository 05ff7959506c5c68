//! Words that change no state: 回复, 记事, 补证据, 回访, 评价.

use super::{Checks, Decision, Scene};
use crate::{
    case::{AddEvidence, Callback, Rate, Reply, ReplyOutcome, Words, personal},
    refusal::Code,
    report::MIN_WORDS_CHARS,
};
use std::collections::BTreeSet;

/// Undeliverable only after so many tries…
const TRIES: usize = 3;
/// …on so many days.
const TRY_DAYS: usize = 2;

pub(super) fn reply(scene: &Scene<'_>, ask: &Reply, mut checks: Checks) -> Decision {
    checks.words(&ask.words, MIN_WORDS_CHARS, "words");
    checks.need(personal::find(&ask.words).is_none(), Code::PersonalData, "words");
    if let Some(report) = ask.report {
        checks.need(scene.case.reports.iter().any(|filed| filed.id == report), Code::NoSuchCase, "report");
    }
    let now = scene.world.now;
    match &ask.outcome {
        ReplyOutcome::Sent { at } | ReplyOutcome::Read { at } => checks.moment(*at, now, "outcome.at"),
        ReplyOutcome::Undeliverable { tries } => {
            let days: BTreeSet<time::Date> = tries.iter().map(|at| at.day()).collect();
            checks.need(tries.len() >= TRIES && days.len() >= TRY_DAYS, Code::TriesMissing, "outcome.tries");
            for (index, at) in tries.iter().enumerate().take(20) {
                checks.moment(*at, now, &format!("outcome.tries.{index}"));
            }
        }
        ReplyOutcome::NotWanted | ReplyOutcome::ReadableByReceipt => {}
    }
    checks.then(Vec::new)
}

pub(super) fn note(ask: &Words, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.then(Vec::new)
}

pub(super) fn add_evidence(scene: &Scene<'_>, ask: &AddEvidence, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.photos(&ask.photos, scene.command, scene.world.now, "photos");
    checks.need(!ask.photos.is_empty(), Code::PhotosMissing { min: 1 }, "photos");
    checks.then(Vec::new)
}

pub(super) fn callback(ask: &Callback, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.then(Vec::new)
}

pub(super) fn rate(ask: &Rate, mut checks: Checks) -> Decision {
    checks.words(&ask.words, 0, "words");
    checks.then(Vec::new)
}
