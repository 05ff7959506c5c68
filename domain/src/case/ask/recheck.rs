//! 复查: who looks, and what they saw.

use crate::{ids::PersonId, photo::Photo, place::Fix};
use serde::{Deserialize, Serialize};

/// 派复查
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AssignRecheck {
    /// Who looks.
    pub rechecker: PersonId,
}

/// 复查: with own photo and position.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Recheck {
    /// Whether rectification holds.
    pub passed: bool,
    /// What was seen.
    pub words: String,
    /// What shows it.
    pub photos: Vec<Photo>,
    /// Where the rechecker stood.
    pub fix: Option<Fix>,
    /// The second officer, where two are asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_officer: Option<PersonId>,
}
