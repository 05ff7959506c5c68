//! What happened to a patrol. Events are facts: `fold` never refuses one.

use super::Plan;
use crate::{
    division::DivisionCode,
    ids::{CaseId, PersonId, SiteId},
    people::UnitCode,
};
use serde::{Deserialize, Serialize};

/// One thing that happened to a patrol.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PatrolEvent {
    /// It was planned.
    Planned {
        /// As it was asked for.
        plan: Box<Plan>,
        /// Where that is: divisions of its sites, and its areas.
        places: Vec<DivisionCode>,
        /// For whom those who go work.
        units: Vec<UnitCode>,
    },
    /// Other people go.
    Assigned {
        /// All of them.
        people: Vec<PersonId>,
        /// For whom they work.
        units: Vec<UnitCode>,
    },
    /// It is under way.
    Started,
    /// Somebody was at a place and found nothing.
    Visited {
        /// Which place.
        site: SiteId,
        /// What is worth remembering.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// Somebody found a problem and filed a report, which opened a case.
    Reported {
        /// At which place, if it is a known one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site: Option<SiteId>,
        /// The case.
        case: CaseId,
    },
    /// It is done.
    Finished {
        /// What is worth remembering.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        words: String,
    },
    /// It will not be gone on with.
    Cancelled {
        /// Why.
        words: String,
    },
}
