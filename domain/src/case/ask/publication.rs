//! 公开: decided, written, made public, or not.

use crate::publication::PublicRecord;
use serde::{Deserialize, Serialize};

/// 决定公开
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecidePublication {
    /// It will be public.
    Publish,
    /// It will not.
    Withhold {
        /// The legal ground.
        ground: String,
    },
}

/// 写公开稿: a summary written for the public, never copied text.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Redact {
    /// What will be public.
    pub record: PublicRecord,
}

/// 公开: these bytes are the public record.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Publish {
    /// What is public, the same that the redactor wrote.
    pub record: PublicRecord,
}

/// 不予公开
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Withhold {
    /// The legal ground.
    pub ground: String,
}
