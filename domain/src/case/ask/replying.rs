//! What is told, shown and judged: 回复, 补证据, 回访, 评价.

use crate::{ids::ReportId, moment::Moment, photo::Photo};
use serde::{Deserialize, Serialize};

/// What became of the duty to reply to one report (G5).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplyOutcome {
    /// Sent.
    Sent {
        /// When.
        at: Moment,
    },
    /// Seen by the reporter.
    Read {
        /// When.
        at: Moment,
    },
    /// Three tries on two days failed.
    Undeliverable {
        /// When each try was.
        tries: Vec<Moment>,
    },
    /// The reporter wants none.
    NotWanted,
    /// It stands under the receipt.
    ReadableByReceipt,
}

/// 回复: what every reporter is told, or one of them.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reply {
    /// Which report; none means all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report: Option<ReportId>,
    /// What they are told.
    pub words: String,
    /// What becomes of it.
    pub outcome: ReplyOutcome,
}

/// 补证据
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AddEvidence {
    /// What it shows.
    pub words: String,
    /// The photos.
    pub photos: Vec<Photo>,
}

/// 回访
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Callback {
    /// Whether the reporter was reached.
    pub reached: bool,
    /// What was said.
    pub words: String,
}

/// 评价
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Rate {
    /// Whether the reporter is satisfied.
    pub satisfied: bool,
    /// In their words.
    #[serde(default)]
    pub words: String,
}
