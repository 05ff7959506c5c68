//! On the spot: 核实, 责令限期整改, 申报整改完成, 提请结案, 阶段目标.

use super::closing::ResultCode;
use crate::{moment::Moment, people::UnitCode, photo::Photo};
use serde::{Deserialize, Serialize};

/// 核实结论
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// 属实
    Substantiated,
    /// 部分属实
    Partly,
    /// 不属实
    Unsubstantiated,
    /// Does not apply (a question, a suggestion).
    NotApplicable,
}

/// 核实: finding and visit record.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Verify {
    /// What was found.
    pub finding: Finding,
    /// When the visit was.
    pub visited_at: Moment,
    /// Who was there, colleagues and others, as in 现场检查记录.
    pub people: String,
    /// What was seen.
    pub words: String,
    /// What shows it.
    #[serde(default)]
    pub photos: Vec<Photo>,
    /// Why there is no photo, if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_photo_reason: Option<String>,
}

/// 责令限期整改
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OrderRectification {
    /// Who must rectify.
    pub responsible_party: String,
    /// What must be done.
    pub measures: String,
    /// Last day, Asia/Shanghai.
    #[serde(with = "crate::iso::day")]
    pub due_day: time::Date,
    /// Who will accept it as done.
    pub acceptance_unit: UnitCode,
    /// Number of the document, if it is an order under law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document_number: Option<String>,
}

/// 申报整改完成
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ReportRectified {
    /// What was done.
    pub words: String,
    /// What shows it.
    pub photos: Vec<Photo>,
    /// Why an after-photo was taken elsewhere, or none at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub away_reason: Option<String>,
    /// The result proposed.
    pub result: ResultCode,
}

/// 提请结案: the fast path.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ProposeClosure {
    /// With which result.
    pub result: ResultCode,
    /// Why nothing is left to do.
    pub words: String,
}

/// 完成阶段目标
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MilestoneDone {
    /// Which, counted from 0.
    pub index: u16,
    /// What was done.
    pub words: String,
}
