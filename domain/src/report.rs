//! Reports (上报件): what one person files once from one place. Immutable after filing.

use crate::{
    division::DivisionCode,
    ids::{PatrolId, SiteId},
    place::{Fix, Point},
    rulebook::CategoryCode,
};
use serde::{Deserialize, Serialize};

/// Fewest characters (Unicode scalar values, trimmed) that say something.
pub const MIN_WORDS_CHARS: usize = 5;
/// Most characters of one report or reply.
pub const MAX_WORDS_CHARS: usize = 5_000;

/// Where it is, or why that is not known.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whereabouts {
    /// The phone's own position.
    Measured(Fix),
    /// A point somebody put on the map.
    Pointed(Point),
    /// No place, and why (a phone call, a moving vehicle, no satellite in the gorge…).
    Unknown {
        /// In the reporter's words.
        reason: String,
    },
}

impl Whereabouts {
    /// The point, if there is one.
    #[must_use]
    pub fn point(&self) -> Option<Point> {
        match self {
            Whereabouts::Measured(fix) => Some(fix.point),
            Whereabouts::Pointed(point) => Some(*point),
            Whereabouts::Unknown { .. } => None,
        }
    }
}

/// How bad it is, in the eyes of who reports. Changes triage order, not the clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 一般
    #[default]
    Ordinary,
    /// 较重
    Serious,
    /// 紧急: an explicit mark of emergency, which sets the emergency clock.
    Urgent,
}

/// The content of a report.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Report {
    /// What kind of matter.
    pub category: CategoryCode,
    /// Where.
    pub place: Whereabouts,
    /// In which township or village. A phone that does not know leaves it to the server's map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub division: Option<DivisionCode>,
    /// The inspected place it concerns, if it is a known one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    /// What was seen.
    pub words: String,
    /// How bad.
    #[serde(default)]
    pub severity: Severity,
    /// The patrol on which it was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patrol: Option<PatrolId>,
}
