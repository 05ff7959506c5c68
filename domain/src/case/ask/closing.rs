//! The end, or nearly: 结案, 阶段性办结, 移送, and the results a case may end with.

use crate::people::UnitCode;
use serde::{Deserialize, Serialize};

/// 办理结果
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResultCode {
    /// 整改完成
    Rectified,
    /// 当场整改
    RectifiedOnSpot,
    /// 处罚并整改
    PunishedAndRectified,
    /// 关停取缔
    ShutDownOrDemolished,
    /// 不属实
    Unsubstantiated,
    /// 部分属实，已处理
    PartlyTrueHandled,
    /// 解释说明
    Explained,
    /// 暂时无法解决
    CannotSolveNow,
    /// 反映人撤回
    WithdrawnByReporter,
}

impl ResultCode {
    /// All of them.
    pub const ALL: [ResultCode; 9] = [
        ResultCode::Rectified,
        ResultCode::RectifiedOnSpot,
        ResultCode::PunishedAndRectified,
        ResultCode::ShutDownOrDemolished,
        ResultCode::Unsubstantiated,
        ResultCode::PartlyTrueHandled,
        ResultCode::Explained,
        ResultCode::CannotSolveNow,
        ResultCode::WithdrawnByReporter,
    ];
}

/// 处理措施: what was done about who did it (G7).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Disposal {
    /// 批评教育、责令改正
    EducateAndCorrect,
    /// 责令整改
    Order,
    /// 立案处罚
    PenaltyFiled {
        /// Number of the penalty file.
        document_number: String,
    },
    /// 移送
    Transfer {
        /// To whom.
        to: String,
    },
    /// 关停取缔
    ShutDownOrDemolish,
    /// 不予处罚
    NoPenalty {
        /// The legal ground.
        ground: String,
    },
}

/// 结案
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Close {
    /// With which result.
    pub result: ResultCode,
    /// What was done about who did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disposal: Option<Disposal>,
    /// Why, in one line for the file.
    #[serde(default)]
    pub words: String,
}

/// One goal of a stage closure.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Milestone {
    /// Who is responsible.
    pub body: String,
    /// What must be reached.
    pub goal: String,
    /// How.
    pub measures: String,
    /// By when.
    #[serde(with = "crate::iso::day")]
    pub due_day: time::Date,
    /// Who accepts it.
    pub acceptance_unit: UnitCode,
    /// Whether it is reached.
    #[serde(default)]
    pub done: bool,
}

/// 阶段性办结
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StageClose {
    /// What is still to be reached.
    pub milestones: Vec<Milestone>,
    /// When the case is looked at again.
    #[serde(with = "crate::iso::day")]
    pub next_day: time::Date,
}

/// 移送
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TransferOut {
    /// To whom.
    pub to: String,
    /// Number of the letter.
    pub letter: String,
    /// When we ask what became of it.
    #[serde(with = "crate::iso::day")]
    pub follow_up: time::Date,
    /// Why.
    pub words: String,
}
