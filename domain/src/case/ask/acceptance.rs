//! At the front door: 受理, 不予受理, 并案.

use crate::{division::DivisionCode, ids::CaseId, rulebook::CategoryCode};
use serde::{Deserialize, Serialize};

/// 受理
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Accept {
    /// Confirmed category.
    pub category: CategoryCode,
    /// Confirmed division.
    pub division: DivisionCode,
    /// Cases like it that were shown and judged to be something else.
    #[serde(default)]
    pub not_the_same: Vec<CaseId>,
}

/// Why a matter is not accepted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeclineReason {
    /// Not a matter of this county's environmental protection work.
    NotOurMatter,
    /// Before a court, a petition or an appeal already.
    OtherProcedure,
    /// Nothing in it can be looked into.
    TooVague,
    /// Outside the county.
    OutsideCounty,
    /// Told before and answered, nothing new.
    AlreadyAnswered,
}

/// 不予受理
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Decline {
    /// Why.
    pub reason: DeclineReason,
    /// Why, in words for the reporter.
    pub words: String,
    /// Where the reporter may go instead.
    pub where_to_go: String,
}

/// 并案: into the master.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Merge {
    /// The case that stays.
    pub master: CaseId,
    /// Why they are one matter.
    pub words: String,
}
