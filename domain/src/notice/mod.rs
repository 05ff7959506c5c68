//! Notices (提醒): who is told of what when something happens to a case or to the rulebook's draft, and from when.
//!
//! A notice says what waits: the number of the case, the step, the due date. It never holds what somebody wrote, and no name.

mod hours;
mod kind;
mod rulebook;
mod told;

pub use hours::{next_working, sent_from, shown_from};
pub use kind::{Kind, Topic};
pub use rulebook::rulebook_awaits;
pub use told::{Happened, notices};

use crate::{case::Clock, ids::PersonId, moment::Moment};
use serde::{Deserialize, Serialize};

/// What somebody is told, without saying whom.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct About {
    /// What it is about.
    pub kind: Kind,
    /// The case's public number; none if it is about no case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The clock that crossed a line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<Clock>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<Moment>,
    /// 督办等级
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
}

/// One person is told of one thing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// Whom.
    pub person: PersonId,
    /// What.
    pub about: About,
}
