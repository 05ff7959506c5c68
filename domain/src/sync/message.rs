//! Wire messages. Formats are final: phones lag months behind. Each has a golden file.

use crate::{
    case::Case,
    hash::Hash,
    ids::{CaseId, CommandId, DeviceId, PersonId},
    moment::Moment,
    patrol::Patrol,
    people::PersonCard,
    photo::PhotoHash,
    refusal::Refusal,
    rulebook::{Rulebook, RulebookVersion},
    site::Site,
};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// Most commands of one push.
pub const MAX_COMMANDS: usize = 200;
/// Most bytes of one push, after decompression.
pub const MAX_PUSH_BYTES: usize = 1024 * 1024;

/// `POST /api/v1/sync/push`
#[derive(Debug, Serialize, Deserialize)]
pub struct Push {
    /// Which queue.
    pub device: DeviceId,
    /// Commands in order of their numbers, as the exact bytes that were hashed when they were saved.
    pub commands: Vec<Box<RawValue>>,
    /// The newest receipt the phone holds: lets a restored server notice that it has forgotten something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub newest_receipt: Option<Receipt>,
}

/// The answer to a push. Status 200 is about transport; outcomes are per command.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PushAnswer {
    /// Signed proof for the commands of this push, new or known.
    pub receipt: Receipt,
    /// Receipt numbers to show, for submits, by command.
    pub numbers: Vec<ReceiptLine>,
    /// Commands whose number is known with another hash; quarantined.
    #[serde(default)]
    pub forks: Vec<u64>,
    /// Photos of these commands whose bytes are not all here, with what is missing.
    pub photos_wanted: Vec<PhotoWanted>,
    /// The server's clock.
    pub server_time: Moment,
    /// Entries up to here are in a backup; sent items may be deleted once it has passed them.
    pub backup_seq: u64,
    /// When to come again at the earliest, seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_s: Option<u32>,
}

/// Why a push was not taken at all: `409`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Gap {
    /// The last number the server has of this device.
    pub have: u64,
}

/// The server's signed word that commands are durable.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Receipt {
    /// What is signed, as exact text (JSON of [`ReceiptBody`]).
    pub body: String,
    /// Name of the signature algorithm and key, as `ed25519:9f3c…`.
    pub key: String,
    /// The signature over the bytes of `body`, base64.
    pub signature: String,
}

/// What a receipt says.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct ReceiptBody {
    /// The county's code.
    pub county: String,
    /// Raised when the server was restored from a backup.
    pub epoch: u32,
    /// Which queue.
    pub device: DeviceId,
    /// Each command.
    pub lines: Vec<Acknowledged>,
    /// The chain's hash after the last of them.
    pub head: Hash,
    /// When.
    pub at: Moment,
}

/// One command is durable.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Acknowledged {
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
}

/// What became of a command. All of these are recorded and acknowledged.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It took effect.
    Applied,
    /// Somebody else acted first on what it reads or writes.
    Conflict {
        /// What they did.
        theirs: crate::case::VerbName,
        /// Who, if it was a person.
        by: Option<PersonId>,
        /// When.
        at: Moment,
    },
    /// The rules said no.
    Refused {
        /// Which, in codes.
        refusal: Refusal,
    },
    /// Kept, judged later: an unknown kind from a newer or older phone, or a revoked device.
    Held {
        /// Why, as a stable code.
        reason: HeldReason,
    },
}

/// Why a command is held.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeldReason {
    /// Its schema or verb is not known here.
    UnknownKind,
    /// The device was revoked or the person's account is closed.
    Revoked,
    /// It was judged under a rulebook that is too old.
    RulebookTooOld,
}

/// What to show for a submit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReceiptLine {
    /// Which command.
    pub command: CommandId,
    /// `CX26-0379-W6TK-9QXH`
    pub number: String,
}

/// A photo whose bytes are not all here.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PhotoWanted {
    /// Which.
    pub hash: PhotoHash,
    /// Chunks that are missing, counted from 0.
    pub missing: Vec<u32>,
}

/// The answer to `PUT /api/v1/photos/{hash}/{n}`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ChunkAnswer {
    /// Chunks that are still missing.
    pub missing: Vec<u32>,
    /// Whether the whole photo is here and its hash fits.
    pub complete: bool,
}

/// `GET /api/v1/sync/pull?cursor=`
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Pulled {
    /// Where to go on; opaque, authenticated, bound to person and device.
    pub cursor: String,
    /// Whether there is more at once.
    pub more: bool,
    /// Raised when the server was restored from a backup: then send everything again that is kept.
    #[serde(default)]
    pub epoch: u32,
    /// The ledger's newest entry at this answer: the base of new commands.
    pub seq: u64,
    /// The rulebook in force; fetch it if it is not the one you have.
    pub rulebook: RulebookVersion,
    /// Cases that are mine to see, newest state, without any reporter's identity.
    pub put: Vec<CaseForPhone>,
    /// Cases that left my scope: forget them. A patrol that did is among them, by its id.
    pub drop: Vec<CaseId>,
    /// Patrols that I am to go on, newest state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub patrols: Vec<PatrolForPhone>,
    /// What became of my own commands since the cursor.
    pub verdicts: Vec<Acknowledged>,
    /// The server's clock.
    pub server_time: Moment,
    /// Entries up to here are in a backup.
    pub backup_seq: u64,
}

/// A case as a phone may hold it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CaseForPhone {
    /// The case; reporters other than the phone's own person are hidden.
    pub case: Case,
    /// Why it is here.
    pub why: Vec<Why>,
    /// What reporters were told last, for my own reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<String>,
}

/// A patrol as a phone may hold it: with its places, which may lie outside what the phone knows.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PatrolForPhone {
    /// The patrol.
    pub patrol: Patrol,
    /// Its places: those it names, and those in its areas.
    pub sites: Vec<Site>,
}

/// Why a case is on a phone.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// I reported it.
    Reported,
    /// I am to handle it.
    Handling,
    /// I am to recheck it.
    Rechecking,
}

/// `GET /api/v1/sync/book`: rulebook and sites as one immutable snapshot.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Book {
    /// The rulebook.
    pub rulebook: Rulebook,
    /// Known places within my scope.
    pub sites: Vec<Site>,
    /// Names of colleagues that may be shown.
    pub people: Vec<PersonName>,
}

/// A colleague's name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PersonName {
    /// Who.
    pub id: PersonId,
    /// Name.
    pub name: String,
}

/// `POST /api/v1/session`
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SignIn {
    /// Sign-in name.
    pub name: String,
    /// Password.
    pub password: String,
    /// This person's queue on this phone, if there is one already; none mints one. Desks send none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<DeviceId>,
    /// What the device calls itself, for the list of devices.
    #[serde(default)]
    pub label: String,
}

/// The answer to a sign-in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SignedIn {
    /// Who.
    pub person: PersonCard,
    /// This person's queue on this phone.
    pub device: DeviceId,
    /// Last number the server has of that queue.
    pub have: u64,
    /// When this session ends.
    pub expires_at: Moment,
    /// Name of the key that signs this county's receipts, as `ed25519:9f3c…`: the phone checks them against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub receipt_key: Option<String>,
}
