//! 标明反映的单位: whom the matter is about.

use crate::people::UnitCode;
use serde::{Deserialize, Serialize};

/// 标明反映的单位: a complaint about a unit is kept from that unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AboutUnit {
    /// Which one; none: it is about no unit after all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// Why.
    pub words: String,
}
