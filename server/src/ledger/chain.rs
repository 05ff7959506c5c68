//! The hash chain. The facts of an entry are written as one line of JSON with fields in a fixed order; then
//! `content = sha256(facts)` and `hash = sha256(prev + "\n" + content + "\n")`, both in hexadecimal. So whoever has the
//! published pairs of content and hash can recompute the chain with `sha256sum` and knows nothing else.

use huiyin_domain::{
    hash::Hash,
    ids::{CaseId, CommandId, DeviceId, PersonId},
    rulebook::RulebookVersion,
};
use serde::Serialize;

/// Name of the algorithm in every entry.
pub const ALGORITHM: &str = "sha256";

/// The bare facts of an entry: what the chain protects. No words of any person are in it; those are behind two hashes
/// that are salted by the command's salt.
#[derive(Serialize, Debug)]
pub struct Facts<'a> {
    /// The county's code.
    pub county: &'a str,
    /// Raised when the server was restored from a backup.
    pub epoch: u32,
    /// Its place.
    pub seq: u64,
    /// The command.
    pub command: CommandId,
    /// The hash of the command's bytes.
    pub command_hash: Hash,
    /// Which queue.
    pub device: DeviceId,
    /// Its number there.
    pub number: u64,
    /// Who, if it was a person.
    pub person: Option<PersonId>,
    /// The verb, or `unknown`.
    pub kind: &'a str,
    /// Which case.
    pub case: Option<CaseId>,
    /// The verdict as JSON text.
    pub verdict: &'a str,
    /// The edition it was judged by.
    pub rulebook: RulebookVersion,
    /// When the server received it, milliseconds since 1970.
    pub received_at: i64,
    /// When the device says it was made, corrected, milliseconds since 1970.
    pub made_at: i64,
    /// What followed, hashed.
    pub events_hash: Hash,
}

impl Facts<'_> {
    /// The hash of these facts.
    #[must_use]
    pub fn content(&self) -> Hash {
        match serde_json::to_vec(self) {
            Ok(bytes) => Hash::of(&bytes),
            Err(never) => unreachable!("every part of the facts serialises: {never}"),
        }
    }
}

/// The chain's next hash.
#[must_use]
pub fn link(prev: Hash, content: Hash) -> Hash {
    Hash::of(format!("{prev}\n{content}\n").as_bytes())
}

/// The hash of what followed: the events of each case in order, salted with the hash of the command's own bytes and its
/// salt, so that it tells nothing once they are erased.
#[must_use]
pub fn events_hash<'a>(salt: &str, bodies: impl IntoIterator<Item = (CaseId, &'a str)>) -> Hash {
    let mut text = salt.to_owned();
    for (case, body) in bodies {
        text.push('\n');
        text.push_str(&case.to_string());
        text.push('\n');
        text.push_str(body);
    }
    Hash::of(text.as_bytes())
}
