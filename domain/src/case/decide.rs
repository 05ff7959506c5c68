//! `decide`: the one function that says yes or no.

use super::{Ask, Case, Event, Touch};
use crate::{
    command::Command,
    hash::Hash,
    ids::{CaseId, PersonId},
    moment::Moment,
    people::{Actor, PersonCard},
    refusal::{Code, Refusal},
    rulebook::Rulebook,
};

/// What the rules may know of the world besides the case. Phone and server each bring their own.
pub struct World<'a> {
    /// The rulebook the command is judged by.
    pub rulebook: &'a Rulebook,
    /// When the server received it (on a phone: now). Duties count from here.
    pub now: Moment,
    /// The public number a new case gets; none on a phone.
    pub number: Option<String>,
    /// A colleague, if there is one with this id.
    pub person: &'a dyn Fn(PersonId) -> Option<PersonCard>,
    /// Another case (the master of a merge), if there is one.
    pub other: &'a dyn Fn(CaseId) -> Option<Case>,
    /// Whether the bytes of this photo are durable and fit their hash. A phone says yes for its own.
    pub photo_here: &'a dyn Fn(&Hash) -> bool,
    /// Cases like this one that must be judged before it is accepted.
    pub similar: &'a [CaseId],
    /// A number 0–99 drawn for this command, reproducible from the ledger.
    pub drawn: u8,
}

/// What follows from a command: events in order, or every rule that was not met.
///
/// # Errors
/// A [`Refusal`] naming all unmet rules at once.
pub fn decide(_case: Option<&Case>, _actor: &Actor, _command: &Command, _world: &World<'_>) -> Result<Vec<Event>, Refusal> {
    Err(Refusal::one(Code::NotAllowed))
}

/// The use of a verb by somebody else, after `base`, that an exclusive ask must not step over.
#[must_use]
pub fn conflict(_case: &Case, _base: u64, _by: Option<PersonId>, _ask: &Ask) -> Option<Touch> {
    None
}
