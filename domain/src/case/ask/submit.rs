//! 上报 and 当场整改: what a report brings with it.

use super::handling::Finding;
use crate::{people::UnitCode, photo::Photo, report::Report};
use serde::{Deserialize, Serialize};

/// 上报: files a report; with `solved`, it was put right on the spot (当场整改).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Submit {
    /// What is told.
    pub report: Report,
    /// What shows it.
    #[serde(default)]
    pub photos: Vec<Photo>,
    /// What was done about it at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solved: Option<SolvedOnSpot>,
    /// Who tells, when it is not the sender: a hotline caller, an import. Never an identity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<OnBehalf>,
    /// Where it was taken over from, if it was known elsewhere before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The unit that it is a complaint about, if whoever files it knows; from then on it is kept from that unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about_unit: Option<UnitCode>,
}

/// What a report was elsewhere before it was taken over.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Origin {
    /// Where.
    pub source: Source,
    /// Its number there.
    pub number: String,
}

/// From where matters are taken over.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// 12345 热线工单
    Hotline,
    /// 旧台账
    Ledger,
}

/// 当场整改
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SolvedOnSpot {
    /// What was done.
    pub done: String,
    /// What was found, always something: an empty finding is not put right.
    pub finding: Finding,
}

/// For whom a report is filed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnBehalf {
    /// Somebody the vault knows.
    Named,
    /// Somebody who left nothing.
    Anonymous,
}
