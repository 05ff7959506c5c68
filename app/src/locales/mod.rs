//! Words. Each language fills the same structs, so a missing message does not compile.

use serde::{Deserialize, Serialize};

/// The languages people may read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Language {
    /// 简体中文, the default.
    #[default]
    #[serde(rename = "zh-CN")]
    Zh,
    /// British English.
    #[serde(rename = "en")]
    En,
}
