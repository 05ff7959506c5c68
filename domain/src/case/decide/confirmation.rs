//! 二人确认: some decisions take a second person with the same right.

use super::{Checks, Decision, Scene, did};
use crate::{
    case::{Ask, Case, Reporter, VerbName, Words},
    refusal::{Code, Refusal},
};

/// Whether this ask takes a second person before it counts.
pub(super) fn is_needed(case: &Case, ask: &Ask) -> bool {
    match ask.name() {
        VerbName::Decline => case.reports.iter().any(|filed| filed.reporter == Reporter::Named),
        verb => verb.may_need_second(),
    }
}

/// Rules about case and person only.
pub(super) fn standing(scene: &Scene<'_>, checks: &mut Checks) {
    match &scene.case.awaits {
        None => checks.fail(Code::NothingWaiting, ""),
        Some(awaited) => checks.need(Some(awaited.by) != scene.me(), Code::SamePerson, ""),
    }
}

/// The second person says yes: what waited is judged anew, as of now, and happens.
pub(super) fn confirm(scene: &Scene<'_>, words: &Words) -> Decision {
    let mut checks = Checks::default();
    checks.moment(scene.command.made_at_corrected(), scene.world.now, "made_at");
    checks.words(&words.words, 0, "words");
    standing(scene, &mut checks);
    checks.then(Vec::new)?;
    let Some(awaited) = &scene.case.awaits else { return Err(Refusal::one(Code::NothingWaiting)) };
    let consequences = scene.consequences(&awaited.ask)?;
    let mut events = did(&Ask::Confirm(words.clone()), Vec::new());
    events.extend(did(&awaited.ask, consequences));
    Ok(events)
}
