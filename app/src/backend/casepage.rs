//! What the page of one case asks besides the case itself.

use super::{InboxRow, Problem};
use crate::locales::Language;
use async_trait::async_trait;
use huiyin_domain::{
    document::{DocumentKind, FieldName, Filled, Flaw},
    ids::ReportId,
    moment::Moment,
    place::Point,
    rulebook::ZoneKind,
};
use serde::{Deserialize, Serialize};

/// What the page of one case may ask.
#[async_trait]
pub trait CasePage: Send + Sync {
    /// Who reported this case, for a reason that is kept and shown.
    async fn unmask(&self, number: String, asked: Unmask) -> Result<Unmasked, Problem>;
    /// What a map of this case is drawn from.
    async fn map(&self, number: String) -> Result<CaseMap, Problem>;
    /// A paper of this case, filled in, in this language.
    async fn paper(&self, number: String, kind: DocumentKind, language: Language) -> Result<Paper, Problem>;
}

/// A paper that could be printed now.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PaperState {
    /// Which.
    pub kind: DocumentKind,
    /// What the case does not know: left to the pen.
    pub missing: Vec<FieldName>,
    /// What is wrong with the county's template; with any, it cannot be printed.
    pub flaws: Vec<Flaw>,
}

/// A paper, filled in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Paper {
    /// Which.
    pub kind: DocumentKind,
    /// The case's number.
    pub number: String,
    /// The language of its text. The Chinese one counts.
    pub language: Language,
    /// Its lines, and what is left to the pen.
    #[serde(flatten)]
    pub filled: Filled,
}

/// Another case at the same place or near by.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Nearby {
    /// The case.
    pub row: InboxRow,
    /// Where it is.
    pub at: Option<Point>,
    /// How far away, metres; none if one of both has no place.
    pub distance_m: Option<u32>,
    /// Whether it is at the same inspected place.
    pub same_site: bool,
}

/// Why somebody wants to know who reported it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Unmask {
    /// In their words.
    pub reason: String,
}

/// Members of the public who reported a case, in order of arrival.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Unmasked {
    /// One for each of their reports.
    pub reporters: Vec<Known>,
}

/// What is known of one reporter.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Known {
    /// Which report.
    pub report: ReportId,
    /// Who; none if nothing was left.
    pub identity: Option<Identity>,
}

/// Who a member of the public is. Never in a command, a case or a log.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Identity {
    /// Name, if told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Telephone, if told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Anything else to reach them by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// An identity is never printed.
impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity")
    }
}

/// Somebody looked at who reported it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Look {
    /// When.
    pub at: Moment,
    /// Who, by name.
    pub by: String,
    /// Why, in their words.
    pub reason: String,
}

/// What a map of a case is drawn from: our own lines, no tiles.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CaseMap {
    /// Where the case is.
    pub at: Option<Point>,
    /// Radius within which it is, metres, if a phone measured it.
    pub accuracy_m: Option<f64>,
    /// Other cases near by.
    pub spots: Vec<MapSpot>,
    /// From the ground up.
    pub shapes: Vec<Shape>,
}

/// Another case on the map.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct MapSpot {
    /// Its number.
    pub number: String,
    /// Where.
    pub at: Point,
    /// All of it in words.
    pub label: String,
    /// Whether somebody still has work to do on it.
    pub open: bool,
}

/// A line or an area of the map.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Shape {
    /// What it is.
    pub layer: Layer,
    /// For a zone, what holds there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ZoneKind>,
    /// Its name.
    pub name: String,
    /// Its points.
    pub line: Vec<Point>,
    /// Whether the case lies in it; said of zones.
    pub holds: bool,
}

/// What is drawn on a map.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// The county's edge.
    County,
    /// A township's edge.
    Township,
    /// A river.
    River,
    /// A zone with rules.
    Zone,
}

/// A zone in which a case lies.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct InZone {
    /// What holds there.
    pub kind: ZoneKind,
    /// Its name.
    pub name: String,
}
