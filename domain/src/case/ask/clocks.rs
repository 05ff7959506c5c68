//! Time and kind: 中止, 延期, 改类别, 改位置, 督办.

use crate::{division::DivisionCode, place::Point, rulebook::CategoryCode};
use serde::{Deserialize, Serialize};

/// Why a case rests.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SuspendReason {
    /// Waits for a test, an appraisal or an expert.
    Appraisal,
    /// Waits for a court or another procedure.
    OtherProcedure,
    /// Flood, typhoon, epidemic.
    ForceMajeure,
    /// The season forbids the work.
    Season,
}

/// 中止
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Suspend {
    /// Why.
    pub reason: SuspendReason,
    /// In words.
    pub words: String,
    /// It resumes by itself the day after.
    #[serde(with = "crate::iso::day")]
    pub until: time::Date,
}

/// 申请延期
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AskExtension {
    /// How many days.
    pub days: u16,
    /// Why.
    pub words: String,
}

/// 批准延期
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct GrantExtension {
    /// How many days; 0 refuses it.
    pub days: u16,
    /// Why.
    pub words: String,
}

/// 改类别
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Recategorise {
    /// The new one.
    pub category: CategoryCode,
    /// Why.
    pub words: String,
}

/// 改位置
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Relocate {
    /// The new place.
    pub place: Point,
    /// The new division.
    pub division: DivisionCode,
    /// Why.
    pub words: String,
}

/// 督办
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Supervise {
    /// 1 督办, 2 挂牌督办, 3 约谈.
    pub level: u8,
    /// By when an answer is due.
    #[serde(with = "crate::iso::day")]
    pub answer_by: time::Date,
    /// Why.
    pub words: String,
}
