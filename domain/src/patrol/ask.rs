//! What a person may ask of a patrol.

use super::PatrolKind;
use crate::{
    case::Words,
    division::DivisionCode,
    ids::{PersonId, SiteId},
    people::UnitCode,
};
use serde::{Deserialize, Serialize};
use time::Date;

/// What is asked of a patrol. The variant's name is the stable name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PatrolAsk {
    /// 安排: opens the patrol; its id is the command's.
    Plan(Box<Plan>),
    /// 换人: who goes, anew.
    Assign {
        /// All of them.
        people: Vec<PersonId>,
    },
    /// 出发. A first visit starts it too.
    Start,
    /// 到点，未发现问题: a visit that found nothing. A problem is an ordinary report that names the patrol.
    Visit(SiteVisit),
    /// 完成
    Finish(Words),
    /// 取消
    Cancel(Words),
}

/// A plan: what, where, who, when.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Plan {
    /// What sort of outing.
    pub kind: PatrolKind,
    /// What it is called.
    pub title: String,
    /// Inspected places to see.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<SiteId>,
    /// Townships or villages to go through: every inspected place in them belongs to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<DivisionCode>,
    /// Who goes.
    pub people: Vec<PersonId>,
    /// Units that take part in a joint enforcement.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_units: Vec<UnitCode>,
    /// First day.
    #[serde(with = "crate::iso::day")]
    pub from: Date,
    /// Last day.
    #[serde(with = "crate::iso::day")]
    pub to: Date,
    /// What to look at.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Whether a random check is to stay unknown until it starts.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unannounced: bool,
}

/// 到点，未发现问题. No photo and no position: a visit is told, not proved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SiteVisit {
    /// Which inspected place.
    pub site: SiteId,
    /// What is worth remembering, if anything.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}
