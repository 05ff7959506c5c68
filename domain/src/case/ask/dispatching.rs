//! Who does it: 交办, 签收, 换人, 协办.

use crate::{ids::PersonId, people::UnitCode};
use serde::{Deserialize, Serialize};

/// 交办 (and 重办, which assigns anew).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Dispatch {
    /// Who leads.
    pub lead_unit: UnitCode,
    /// Who does it.
    pub handler: PersonId,
    /// Who helps, with what.
    #[serde(default)]
    pub co_units: Vec<AddCoUnit>,
    /// Why another unit than the rule's, or what matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// 签收
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SignFor {
    /// Who will do it.
    pub handler: PersonId,
}

/// 换人
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reassign {
    /// The new person.
    pub handler: PersonId,
    /// Why.
    pub words: String,
}

/// 加协办单位
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AddCoUnit {
    /// Which.
    pub unit: UnitCode,
    /// What it is asked to do.
    pub task: String,
}

/// About one co-unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CoUnitWords {
    /// Which.
    pub unit: UnitCode,
    /// What it did, or why it is let off.
    pub words: String,
}
