//! The file that carries a phone's unsent work elsewhere (`.fieldpack`): its framing, without the cipher. A readable
//! header says how the rest is locked; then come locked records, each with its length in front. The first record is the
//! [`Manifest`], which says how many [`Piece`]s follow, so that a shortened file is noticed before anything is kept.
//!
//! Every record is locked under the same key with its own place in the file as nonce and the header's bytes beside it,
//! so records cannot be swapped between places or files.

use crate::{ids::PersonId, moment::Moment, sync::queue::DeviceRecord};
use serde::{Deserialize, Serialize};

/// The first bytes of every such file.
pub const MAGIC: &[u8; 8] = b"HUIYINFP";
/// The newest version this code writes and the only one it reads.
pub const VERSION: u16 = 1;
/// Rounds of the passphrase's derivation that a new file gets.
pub const ROUNDS: u32 = 600_000;
/// More rounds than a reader will do: a crafted file must not keep a phone busy for hours.
const MOST_ROUNDS: u32 = 5_000_000;
/// A header is a few hundred bytes.
const MOST_HEADER_BYTES: usize = 4096;

/// How the records are locked. Readable without the passphrase.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Header {
    /// Of this format.
    pub version: u16,
    /// How the passphrase becomes a key: `pbkdf2-sha256`.
    pub derivation: String,
    /// How often.
    pub rounds: u32,
    /// 16 random bytes, hexadecimal; never used twice.
    pub salt: String,
    /// What locks the records: `aes-256-gcm`.
    pub cipher: String,
}

impl Header {
    /// Of a new file.
    #[must_use]
    pub fn new(salt: String) -> Self {
        Header { version: VERSION, derivation: "pbkdf2-sha256".to_owned(), rounds: ROUNDS, salt, cipher: "aes-256-gcm".to_owned() }
    }

    /// The beginning of the file: magic, length, header. Every record is bound to these bytes.
    ///
    /// # Errors
    /// None in practice: every part serialises.
    pub fn to_bytes(&self) -> serde_json::Result<Vec<u8>> {
        let json = serde_json::to_vec(self)?;
        let mut bytes = MAGIC.to_vec();
        bytes.extend(length(json.len()));
        bytes.extend(json);
        Ok(bytes)
    }
}

/// What the first record says.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// Whose work it is; nobody else may take it in.
    pub person: PersonId,
    /// Their name, to show.
    pub name: String,
    /// When it was written, by that phone's clock.
    pub made_at: Moment,
    /// The queues the pieces belong to.
    pub devices: Vec<DeviceRecord>,
    /// How many commands there are, to show.
    pub commands: u32,
    /// How many pieces follow.
    pub pieces: u32,
}

/// Which kind of stored value a piece is. The numbers are final.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PieceKind {
    /// The exact bytes of a command.
    Command,
    /// What became of it.
    Fate,
    /// How far a photo is.
    Photo,
    /// Bytes of a photo.
    Chunk,
    /// A signed receipt.
    Receipt,
}

impl PieceKind {
    const ALL: [PieceKind; 5] = [PieceKind::Command, PieceKind::Fate, PieceKind::Photo, PieceKind::Chunk, PieceKind::Receipt];
}

/// One stored value with its key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Under which key it was stored.
    pub key: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Piece {
    /// As the content of a record.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![self.kind as u8];
        bytes.extend(length(self.key.len()));
        bytes.extend(self.key.as_bytes());
        bytes.extend(&self.bytes);
        bytes
    }

    /// From a record; none if it is not one.
    #[must_use]
    pub fn read(record: &[u8]) -> Option<Self> {
        let (kind, rest) = record.split_first()?;
        let kind = PieceKind::ALL.into_iter().find(|known| *known as u8 == *kind)?;
        let (key, bytes) = framed(rest)?;
        Some(Piece { kind, key: String::from_utf8(key.to_vec()).ok()?, bytes: bytes.to_vec() })
    }
}

/// Why a file cannot be read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unreadable {
    /// It is something else.
    #[error("not a fieldpack")]
    NotAPack,
    /// A newer phone wrote it.
    #[error("written by a newer version")]
    TooNew,
    /// Its end is missing.
    #[error("the file ends too early")]
    Truncated,
}

/// A file taken apart; the records are still locked.
#[derive(Clone, PartialEq, Debug)]
pub struct Pack<'a> {
    /// How it is locked.
    pub header: Header,
    /// The bytes every record is bound to.
    pub bound_to: &'a [u8],
    /// The records.
    pub records: Vec<&'a [u8]>,
}

/// Takes a file apart.
///
/// # Errors
/// If it is none, is newer than this code, or has lost its end.
pub fn read(file: &[u8]) -> Result<Pack<'_>, Unreadable> {
    let rest = match file.strip_prefix(MAGIC) {
        Some(rest) => rest,
        None if !file.is_empty() && MAGIC.starts_with(file) => return Err(Unreadable::Truncated),
        None => return Err(Unreadable::NotAPack),
    };
    let announced = rest.first_chunk::<4>().ok_or(Unreadable::Truncated)?;
    if u32::from_le_bytes(*announced) as usize > MOST_HEADER_BYTES {
        return Err(Unreadable::NotAPack);
    }
    let (header, mut rest) = framed(rest).ok_or(Unreadable::Truncated)?;
    let bound_to = &file[..file.len() - rest.len()];
    let header = std::str::from_utf8(header).map_err(|_| Unreadable::NotAPack)?;
    let version: Version = serde_json::from_str(header).map_err(|_| Unreadable::NotAPack)?;
    if version.version > VERSION {
        return Err(Unreadable::TooNew);
    }
    let header: Header = serde_json::from_str(header).map_err(|_| Unreadable::NotAPack)?;
    let known = Header { rounds: header.rounds, ..Header::new(header.salt.clone()) };
    if header != known || header.rounds == 0 || header.rounds > MOST_ROUNDS {
        return Err(Unreadable::NotAPack);
    }
    let mut records = Vec::new();
    while !rest.is_empty() {
        let (record, after) = framed(rest).ok_or(Unreadable::Truncated)?;
        records.push(record);
        rest = after;
    }
    if records.is_empty() { Err(Unreadable::Truncated) } else { Ok(Pack { header, bound_to, records }) }
}

#[derive(Deserialize)]
struct Version {
    version: u16,
}

/// A locked record as it stands in the file.
#[must_use]
pub fn record(locked: &[u8]) -> Vec<u8> {
    let mut bytes = length(locked.len()).to_vec();
    bytes.extend(locked);
    bytes
}

/// The nonce of the record at this place.
#[must_use]
pub fn nonce(place: u32) -> [u8; 12] {
    let mut nonce = [0; 12];
    nonce[8..].copy_from_slice(&place.to_be_bytes());
    nonce
}

fn length(bytes: usize) -> [u8; 4] {
    u32::try_from(bytes).unwrap_or(u32::MAX).to_le_bytes()
}

/// Bytes with their length in front, and what is behind them.
fn framed(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)
}
