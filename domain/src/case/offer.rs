//! What a person could ask of a case now: the buttons, with what still stands in the way of each.

use super::{Case, VerbName, World};
use crate::{people::Actor, refusal::Unmet};
use serde::{Deserialize, Serialize};

/// One verb that this person may expect here.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Offer {
    /// Which.
    pub verb: VerbName,
    /// What stands in the way that no input of the form could mend; empty means: go ahead.
    pub unmet: Vec<Unmet>,
}

/// Every verb this person may expect in this state, in the order of the table. A verb that the person has no right to,
/// or that does not fit the state, is absent; one that only waits for something is there with its reasons.
#[must_use]
pub fn offers(_case: &Case, _actor: &Actor, _world: &World<'_>) -> Vec<Offer> {
    Vec::new()
}
