//! `fold`: events become the state of a case.

use super::{Case, Event};
use crate::{
    ids::{CaseId, CommandId, PersonId},
    moment::Moment,
};

/// An entry of the ledger as the fold sees it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Entry {
    /// Its place in the ledger; on a phone, the base it was decided on.
    pub seq: u64,
    /// The command.
    pub command: CommandId,
    /// The case.
    pub case: CaseId,
    /// Who.
    pub by: Option<PersonId>,
    /// When the server received it.
    pub at: Moment,
    /// When the device says it was made, corrected.
    pub made_at: Moment,
}

/// The case after these events. `None` before the first one, and only then.
#[must_use]
pub fn fold(case: Option<Case>, _entry: &Entry, _events: &[Event]) -> Option<Case> {
    case
}
