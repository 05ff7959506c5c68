//! The script of one matter: who asks what, when. What is asked is decided when the moment comes, with the case as it
//! then stands.

use huiyin_domain::{
    case::{Ask, Case},
    ids::{CaseId, PersonId},
    moment::Moment,
    rulebook::Rulebook,
};

/// What a step may look at when its moment comes.
pub(super) struct Scene<'a> {
    /// The case; none before the report.
    pub case: Option<&'a Case>,
    /// Cases like it.
    pub similar: &'a [CaseId],
    /// When it is.
    pub at: Moment,
    /// The rulebook in force.
    pub rulebook: &'a Rulebook,
}

/// Makes the ask when the moment comes; none means: nothing to do after all.
pub(super) type Make = Box<dyn FnOnce(&Scene<'_>) -> Option<Ask> + Send>;

/// Who asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum By {
    /// Somebody with an account.
    Person(PersonId),
    /// Whoever holds the receipt of the report that opened the matter.
    Receipt,
}

/// One step.
pub(super) struct Step {
    /// When.
    pub at: Moment,
    /// Who.
    pub by: By,
    /// What.
    pub make: Make,
}

/// All steps of one matter, in order.
pub(super) struct Script {
    /// The case: the id of its submit command.
    pub case: CaseId,
    /// The case that it is merged into: what is done to one is seen by the other.
    pub master: Option<CaseId>,
    /// The steps.
    pub steps: Vec<Step>,
}
