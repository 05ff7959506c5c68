//! Whether two people stepped on each other's feet.

use crate::{
    case::{Ask, Case, Touch, VerbClass, VerbName},
    ids::PersonId,
};

/// The use of a verb by somebody else, after `base`, that an exclusive ask must not step over.
///
/// A person's own earlier commands never stand in the way of their later ones; additive and monotonic asks never
/// conflict. Publication has its own small machine: it and the case's own verbs do not disturb each other, but for
/// closing, which reads both. A second recheck never conflicts with the first: it is kept as a record.
#[must_use]
pub fn conflict(case: &Case, base: u64, by: Option<PersonId>, ask: &Ask) -> Option<Touch> {
    let verb = ask.name();
    if verb.class() != VerbClass::Exclusive {
        return None;
    }
    let theirs = || case.touches.iter().filter(|touch| touch.seq > base && touch.by != by);
    if verb == VerbName::Recheck && theirs().any(|touch| touch.verb == VerbName::Recheck) {
        return None;
    }
    theirs().rfind(|touch| disturbs(touch.verb, verb)).cloned()
}

fn disturbs(theirs: VerbName, mine: VerbName) -> bool {
    if theirs == VerbName::Supervise {
        return false;
    }
    let closes = theirs == VerbName::Close || mine == VerbName::Close;
    closes || theirs.is_about_publication() == mine.is_about_publication()
}
