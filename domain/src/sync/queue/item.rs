//! What the queue keeps of commands and photos.

use crate::{
    case::Ask,
    command::Command,
    hash::Hash,
    ids::{CommandId, DeviceId},
    moment::Moment,
    photo::{CHUNK_BYTES, Photo, PhotoHash},
    sync::message::{Acknowledged, Receipt},
};
use serde::{Deserialize, Serialize};

/// What the queue must remember of its device.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct DeviceRecord {
    /// Which queue.
    pub device: DeviceId,
    /// The last number that is spoken for at the server.
    pub have: u64,
    /// The number of the next command.
    pub next: u64,
    /// Raised by the server when it was restored from a backup.
    #[serde(default)]
    pub epoch: Option<u32>,
    /// Entries up to here are in a backup.
    #[serde(default)]
    pub backup_seq: u64,
    /// Server clock minus device clock, milliseconds.
    #[serde(default)]
    pub clock_offset_ms: Option<i64>,
    /// The newest signed receipt.
    #[serde(default)]
    pub newest_receipt: Option<Receipt>,
}

impl DeviceRecord {
    /// Of a fresh device.
    #[must_use]
    pub fn new(device: DeviceId, have: u64) -> Self {
        DeviceRecord { device, have, next: have + 1, epoch: None, backup_seq: 0, clock_offset_ms: None, newest_receipt: None }
    }
}

/// Proof that a command is durable at the server.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Evidence {
    /// The line of the receipt.
    pub line: Acknowledged,
    /// The number a person reads out, for a submit.
    #[serde(default)]
    pub number: Option<String>,
    /// When, by the server.
    pub at: Moment,
}

/// What became of a command.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// No receipt yet.
    Waiting,
    /// A receipt covers it.
    Acknowledged(Box<Evidence>),
    /// The server could not take it; kept, and the others go on.
    SetAside {
        /// Why, as a stable code.
        code: String,
    },
}

/// A command in the queue.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// Which.
    pub command: CommandId,
    /// Its number on this device.
    pub number: u64,
    /// The exact text that is hashed and sent.
    pub text: String,
    /// The hash of that text.
    pub hash: Hash,
    /// Photos it speaks of, with their lengths.
    pub photos: Vec<(PhotoHash, u64)>,
    /// What became of it.
    pub fate: Fate,
}

impl Item {
    /// Reads a stored command.
    ///
    /// # Errors
    /// If the text is not a command this code can read.
    pub fn read(text: String, fate: Fate) -> serde_json::Result<Self> {
        let command: Command = serde_json::from_str(&text)?;
        Ok(Item::of(&command, text, fate))
    }

    /// From a command and its exact text.
    #[must_use]
    pub fn of(command: &Command, text: String, fate: Fate) -> Self {
        let photos = photos_of(&command.ask).iter().map(|photo| (photo.hash, photo.bytes)).collect();
        Item { command: command.id, number: command.number, hash: Command::hash_of(text.as_bytes()), text, photos, fate }
    }

    /// Whether a receipt covers it.
    #[must_use]
    pub fn is_acknowledged(&self) -> bool {
        matches!(self.fate, Fate::Acknowledged(_))
    }

    /// The proof, if there is one.
    #[must_use]
    pub fn evidence(&self) -> Option<&Evidence> {
        match &self.fate {
            Fate::Acknowledged(evidence) => Some(evidence),
            Fate::Waiting | Fate::SetAside { .. } => None,
        }
    }
}

/// The photos an ask speaks of.
#[must_use]
pub fn photos_of(ask: &Ask) -> &[Photo] {
    match ask {
        Ask::Submit(submit) => &submit.photos,
        Ask::Verify(verify) => &verify.photos,
        Ask::ReportRectified(report) => &report.photos,
        Ask::Recheck(recheck) => &recheck.photos,
        Ask::AddEvidence(evidence) => &evidence.photos,
        _ => &[],
    }
}

/// How far the bytes of a photo are.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PhotoProgress {
    /// The server has not said yet what it lacks.
    Unknown,
    /// It lacks these chunks.
    Missing(Vec<u32>),
    /// All bytes are durable there.
    Complete,
    /// They cannot be sent, for this reason (a stable code).
    Broken(String),
}

/// A photo in the queue.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PhotoRecord {
    /// Which.
    pub hash: PhotoHash,
    /// Its length.
    pub bytes: u64,
    /// How far it is.
    pub progress: PhotoProgress,
    /// How often the server answered something that led nowhere.
    #[serde(default)]
    pub setbacks: u8,
    /// An entry of the ledger that was there when the photo was seen to be complete: only a backup that reaches beyond it
    /// is sure to hold the photo.
    #[serde(default)]
    pub complete_by: Option<u64>,
}

impl PhotoRecord {
    /// Not sent at all.
    #[must_use]
    pub fn new(hash: PhotoHash, bytes: u64) -> Self {
        PhotoRecord { hash, bytes, progress: PhotoProgress::Unknown, setbacks: 0, complete_by: None }
    }

    /// How many chunks it has.
    #[must_use]
    pub fn chunks(&self) -> u32 {
        u32::try_from(self.bytes.div_ceil(CHUNK_BYTES)).unwrap_or(u32::MAX)
    }

    /// Bytes that are still to be sent, at most.
    #[must_use]
    pub fn bytes_left(&self) -> u64 {
        match &self.progress {
            PhotoProgress::Unknown | PhotoProgress::Broken(_) => self.bytes,
            PhotoProgress::Missing(chunks) => self.bytes.min(CHUNK_BYTES.saturating_mul(chunks.len() as u64)),
            PhotoProgress::Complete => 0,
        }
    }
}
