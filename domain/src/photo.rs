//! Photos as evidence: named by the hash of their bytes.

use crate::{hash::Hash, moment::Moment, place::Fix};
use serde::{Deserialize, Serialize};

/// A photo is named by the SHA-256 of its bytes.
pub type PhotoHash = Hash;

/// Most bytes a photo may have.
pub const MAX_BYTES: u64 = 20 * 1024 * 1024;
/// Most pixels a photo may have: 64 megapixels.
pub const MAX_PIXELS: u64 = 64_000_000;
/// Most bytes of one chunk on the wire.
pub const CHUNK_BYTES: u64 = 64 * 1024;
/// Most photos of one command.
pub const MAX_PER_COMMAND: usize = 9;

/// What a photo shows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// As it was found.
    Before,
    /// As it is after rectification.
    After,
    /// As a recheck found it.
    Recheck,
    /// Anything else worth keeping.
    Scene,
}

/// A photo that a command speaks of. The bytes travel by themselves.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Photo {
    /// The name of the bytes.
    pub hash: PhotoHash,
    /// Length of the bytes.
    pub bytes: u64,
    /// Pixels across.
    pub width_px: u32,
    /// Pixels down.
    pub height_px: u32,
    /// What it shows.
    pub purpose: Purpose,
    /// When it was taken, by the phone's clock.
    pub taken_at: Moment,
    /// Where the phone was when it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
}
