//! The command: immutable bytes that carry what a person asks, from wherever they were, to the ledger.

use crate::{
    case::Ask,
    hash::Hash,
    ids::{CaseId, CommandId, DeviceId},
    moment::Moment,
    rulebook::RulebookVersion,
};
use serde::{Deserialize, Serialize};

/// The newest schema of commands this code writes. It reads all older ones.
pub const SCHEMA: u16 = 1;

/// A command. Its hash is SHA-256 over the exact bytes that were first written, never over a re-serialisation.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Command {
    /// Version 7; minted when the form opened.
    pub id: CommandId,
    /// 16 random bytes in hexadecimal: makes the hash unguessable once the bytes are erased.
    pub salt: String,
    /// Which queue.
    pub device: DeviceId,
    /// Contiguous on that device, from 1.
    pub number: u64,
    /// Schema of these bytes.
    pub schema: u16,
    /// The rulebook the person saw.
    pub rulebook: RulebookVersion,
    /// The last entry of the ledger the person had seen.
    pub base: u64,
    /// When, by the device's own clock.
    pub made_at: Moment,
    /// Minutes east of UTC on the device.
    pub zone_min: i16,
    /// Server clock minus device clock as last estimated, milliseconds; none if never measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_offset_ms: Option<i64>,
    /// Which case; for a submit, the case it opens.
    pub case: CaseId,
    /// What is asked.
    pub ask: Ask,
}

impl Command {
    /// When it was made, corrected by the measured offset of the device's clock: for facts, never for duties.
    #[must_use]
    pub fn made_at_corrected(&self) -> Moment {
        self.made_at + time::Duration::milliseconds(self.clock_offset_ms.unwrap_or(0))
    }

    /// The bytes to store and send.
    ///
    /// # Errors
    /// None in practice: every part serialises.
    pub fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(self)
    }

    /// The hash over bytes as they were first written.
    #[must_use]
    pub fn hash_of(bytes: &[u8]) -> Hash {
        Hash::of(bytes)
    }
}
