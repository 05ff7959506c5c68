//! What is submitted, and what became of it.

use super::photos::photos_of;
use crate::error::{Error, Kind};
use huiyin_domain::{
    case::VerbName,
    command::{Command, SCHEMA},
    hash::Hash,
    ids::{CaseId, CommandId, DeviceId, PersonId, ReportId},
    moment::Moment,
    photo::PhotoHash,
    sync::message::Verdict,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The queue of everybody who has a receipt and no account.
pub const PUBLIC_DEVICE: DeviceId = DeviceId(uuid::Uuid::from_u128(1));
/// The queue of the clock.
pub const CLOCK_DEVICE: DeviceId = DeviceId(uuid::Uuid::from_u128(2));

/// Who asks; the roles are looked up when it is judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sender {
    /// A person with an account.
    Person(PersonId),
    /// Whoever holds the receipt of this report.
    Reporter(ReportId),
    /// The clock.
    Clock,
}

/// Commands of one sender and one device, in order.
#[derive(Debug)]
pub struct Submission {
    /// Who.
    pub sender: Sender,
    /// Whose queue.
    pub device: DeviceId,
    /// What.
    pub papers: Papers,
    /// When the server received it; none is now. Only for making up the past of a demonstration.
    pub received_at: Option<Moment>,
}

/// Commands from elsewhere, or made here.
#[derive(Debug)]
pub enum Papers {
    /// Exact bytes with their own numbers, from a phone.
    Sealed(Vec<Sealed>),
    /// Made here, one at a time: the number is given when it is committed. Sending the same id again has one effect.
    Drafted(Box<Command>),
}

/// A command as it came: bytes that are never written anew.
#[derive(Clone, Debug)]
pub struct Sealed {
    pub(super) head: Head,
    pub(super) bytes: Vec<u8>,
    pub(super) hash: Hash,
    /// None if this code cannot read it: then it is kept and held.
    pub(super) command: Option<Command>,
}

/// What every command of every schema carries.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Head {
    pub(super) id: CommandId,
    pub(super) device: DeviceId,
    pub(super) number: u64,
    #[serde(default)]
    pub(super) case: Option<CaseId>,
    #[serde(default)]
    pub(super) made_at: Option<Moment>,
}

/// What may be known of a command that this code cannot read: the photos it speaks of are kept for the day it can.
#[derive(Deserialize)]
struct Unread {
    /// By the verb's name, which may be any.
    ask: BTreeMap<String, UnreadAsk>,
}

#[derive(Deserialize)]
struct UnreadAsk {
    photos: Vec<UnreadPhoto>,
}

#[derive(Deserialize)]
struct UnreadPhoto {
    hash: PhotoHash,
    bytes: u64,
}

impl Sealed {
    /// Reads the bytes of a command; `place` names it in a problem, as `commands[3]`.
    ///
    /// # Errors
    /// If they carry no id, device and number.
    pub fn read(bytes: &[u8], place: &str) -> Result<Sealed, Error> {
        let head: Head = serde_json::from_slice(bytes).map_err(|_| Error::new(Kind::MalformedCommand).field(place))?;
        let command: Option<Command> = serde_json::from_slice(bytes).ok().filter(|command: &Command| command.schema <= SCHEMA);
        Ok(Sealed { head, hash: Hash::of(bytes), bytes: bytes.to_vec(), command })
    }

    /// Its number on the device.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.head.number
    }

    /// Which queue it says it is from.
    #[must_use]
    pub fn device(&self) -> DeviceId {
        self.head.device
    }

    /// Its content, as far as this code can read it.
    #[must_use]
    pub fn command(&self) -> Option<&Command> {
        self.command.as_ref()
    }

    /// The photos whose bytes will follow, with their lengths.
    #[must_use]
    pub fn photos(&self) -> Vec<(PhotoHash, u64)> {
        match &self.command {
            Some(command) => photos_of(&command.ask).iter().map(|photo| (photo.hash, photo.bytes)).collect(),
            None => serde_json::from_slice::<Unread>(&self.bytes)
                .map(|unread| unread.ask.into_values().flat_map(|ask| ask.photos).map(|photo| (photo.hash, photo.bytes)).collect())
                .unwrap_or_default(),
        }
    }

    pub(super) fn of(command: Command) -> Result<Sealed, Error> {
        let bytes = command.to_bytes()?;
        let head = Head {
            id: command.id,
            device: command.device,
            number: command.number,
            case: Some(command.case),
            made_at: Some(command.made_at_corrected()),
        };
        // What is judged is what the bytes say to whoever reads them later: reading may round the last digit of a degree.
        let command = serde_json::from_slice(&bytes)?;
        Ok(Sealed { head, hash: Hash::of(&bytes), bytes, command: Some(command) })
    }

    pub(super) fn verb(&self) -> Option<VerbName> {
        self.command.as_ref().map(|command| command.ask.name())
    }
}

impl Papers {
    pub(super) fn count(&self) -> usize {
        match self {
            Papers::Sealed(sealed) => sealed.len(),
            Papers::Drafted(_) => 1,
        }
    }

    pub(super) fn bytes(&self) -> usize {
        match self {
            Papers::Sealed(sealed) => sealed.iter().map(|sealed| sealed.bytes.len()).sum(),
            Papers::Drafted(_) => 2048,
        }
    }
}

/// What became of a submission. All of it is durable.
#[derive(Clone, Debug)]
pub struct Committed {
    /// Each command, new or known.
    pub lines: Vec<Settled>,
    /// Numbers that are known with another hash; quarantined.
    pub forks: Vec<u64>,
    /// The ledger's epoch.
    pub epoch: u32,
    /// The chain's hash after the group.
    pub head: Hash,
}

impl Committed {
    /// Nothing yet; where the ledger stands is said once the group is judged.
    pub(super) fn nothing() -> Self {
        Committed { lines: Vec::new(), forks: Vec::new(), epoch: 0, head: Hash::ZERO }
    }

    pub(super) fn line(settled: Settled) -> Self {
        Committed { lines: vec![settled], ..Committed::nothing() }
    }
}

/// One command that is in the ledger.
#[derive(Clone, PartialEq, Debug)]
pub struct Settled {
    /// Its number on the device.
    pub number: u64,
    /// Its id.
    pub command: CommandId,
    /// Its hash.
    pub hash: Hash,
    /// Its place in the ledger.
    pub seq: u64,
    /// What became of it.
    pub verdict: Verdict,
    /// The chain's hash after it.
    pub entry_hash: Hash,
    /// The public number of the case it opened, if it did.
    pub matter: Option<String>,
}
