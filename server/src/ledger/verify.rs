//! Verifying: walks the whole ledger, recomputes every hash and the chain, folds all events anew and compares with the
//! cases and patrols as stored. The first thing that does not fit is named.

use super::{
    chain::{self, Facts},
    draws::Draws,
};
use crate::{
    error::Error,
    storage::{
        self, Connection,
        cases::Stored,
        ledger::{EntryRow, EventsRow},
    },
};
use huiyin_domain::{
    case::{Case, Entry, Event, fold},
    command::Command,
    hash::Hash,
    ids::{CaseId, CommandId, PatrolId},
    patrol::{self, Patrol, PatrolEvent},
};
use std::{
    collections::{HashMap, HashSet},
    fmt,
};

/// Entries read at once.
const BATCH: u64 = 1_000;
/// What the ledger calls what was asked of a patrol.
const PATROL: &str = "patrol";

/// What was verified.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Verified {
    /// Entries whose hashes and place fit.
    pub entries: u64,
    /// Cases that are what their events make them.
    pub cases: u64,
    /// Patrols that are what their events make them.
    pub patrols: u64,
    /// Entries whose bytes have been erased; their facts fit.
    pub erased: u64,
    /// The chain's last hash.
    pub head: Option<Hash>,
}

/// The first thing that does not fit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// A number is missing or doubled.
    Number {
        /// The number that should be there.
        expected: u64,
        /// The one that is.
        found: u64,
    },
    /// The entry does not follow from the one before it.
    Chain(u64),
    /// The entry's facts are not what was hashed.
    Facts(u64),
    /// The command's bytes are not what was hashed.
    Bytes(u64),
    /// The command's bytes are missing though nobody erased them.
    BytesMissing(u64),
    /// What followed is not what was hashed.
    Events(u64),
    /// The entry's draw comes out differently when it is done again.
    Draw(u64),
    /// The counter does not stand at the last entry.
    Head,
    /// A case is not what its events make it.
    Case(CaseId),
    /// The columns that lists read do not say what the case says.
    Listed(CaseId),
    /// A case has no events.
    CaseWithoutEvents(CaseId),
    /// A case with events is missing.
    CaseMissing(CaseId),
    /// A patrol is not what its events make it, has none, or is missing.
    Patrol(PatrolId),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Number { expected, found } => write!(f, "entry {expected} is missing: the next one is {found}"),
            Fault::Chain(seq) => write!(f, "entry {seq} does not follow from the entry before it"),
            Fault::Facts(seq) => write!(f, "entry {seq}: its facts were changed"),
            Fault::Bytes(seq) => write!(f, "entry {seq}: the bytes of its command were changed"),
            Fault::BytesMissing(seq) => write!(f, "entry {seq}: the bytes of its command are gone and were never erased"),
            Fault::Events(seq) => write!(f, "entry {seq}: what followed from it was changed"),
            Fault::Draw(seq) => write!(f, "entry {seq}: its draw for a recheck comes out differently when it is done again"),
            Fault::Head => write!(f, "the counter does not stand at the last entry"),
            Fault::Case(id) => write!(f, "case {id} is not what its events make it"),
            Fault::Listed(id) => write!(f, "case {id} is listed otherwise than it stands"),
            Fault::CaseWithoutEvents(id) => write!(f, "case {id} has no events"),
            Fault::CaseMissing(id) => write!(f, "case {id} has events and is missing"),
            Fault::Patrol(id) => write!(f, "patrol {id} is not what its events make it"),
        }
    }
}

/// Verifies everything in this snapshot.
///
/// # Errors
/// If the database fails. What does not fit is in the answer.
pub async fn verify(db: &impl Connection) -> Result<Result<Verified, Fault>, Error> {
    let mut verified = Verified::default();
    let Some(head) = storage::ledger::head(db, false).await? else { return Ok(Ok(verified)) };
    let (mut last, mut prev) = (0, Hash::ZERO);
    let editions = storage::county::editions(db).await?;
    let mut draws =
        Draws::of(editions.into_iter().map(|(version, edition)| (version, edition.rulebook.numbers.random_recheck_percent)).collect());
    let (mut cases, mut patrols): (Folded<CaseId, Case>, Folded<PatrolId, Patrol>) = (Folded::default(), Folded::default());
    loop {
        let entries = storage::ledger::after(db, last, BATCH).await?;
        if entries.is_empty() {
            break;
        }
        let seqs: Vec<u64> = entries.iter().map(|entry| entry.seq).collect();
        let commands: Vec<CommandId> = entries.iter().map(|entry| entry.command).collect();
        let mut payloads = storage::ledger::payloads(db, &commands).await?;
        let mut events: HashMap<u64, Vec<EventsRow>> = HashMap::new();
        for row in storage::ledger::events(db, &seqs).await? {
            events.entry(row.seq).or_default().push(row);
        }
        for entry in entries {
            if entry.seq != last + 1 {
                return Ok(Err(Fault::Number { expected: last + 1, found: entry.seq }));
            }
            let Some(bytes) = payloads.remove(&entry.command) else { return Ok(Err(Fault::BytesMissing(entry.seq))) };
            let followed = events.remove(&entry.seq).unwrap_or_default();
            if let Err(fault) = fits(&head.county, &entry, prev, bytes.as_deref(), &followed) {
                return Ok(Err(fault));
            }
            verified.erased += u64::from(bytes.is_none());
            for row in followed {
                let folded = if entry.kind == PATROL || patrols.knows(row.case.into()) {
                    refold_patrol(&mut patrols, &entry, &row)?;
                    true
                } else {
                    refold(&mut cases, &mut draws, &entry, &row)?
                };
                if !folded {
                    return Ok(Err(Fault::Draw(entry.seq)));
                }
            }
            (last, prev) = (entry.seq, entry.hash);
            verified.entries += 1;
        }
    }
    if (head.seq, head.hash) != (last, prev) {
        return Ok(Err(Fault::Head));
    }
    verified.head = Some(prev);
    let patrols = match compare_patrols(db, patrols).await? {
        Ok(count) => count,
        Err(fault) => return Ok(Err(fault)),
    };
    Ok(compare(db, cases).await?.map(|count| Verified { cases: count, patrols, ..verified }))
}

/// What the events make, as far as none of them was erased.
struct Folded<K, T> {
    whole: HashMap<K, T>,
    erased: HashSet<K>,
}

impl<K, T> Default for Folded<K, T> {
    fn default() -> Self {
        Folded { whole: HashMap::new(), erased: HashSet::new() }
    }
}

impl<K: Copy + Eq + std::hash::Hash, T> Folded<K, T> {
    fn knows(&self, id: K) -> bool {
        self.whole.contains_key(&id) || self.erased.contains(&id)
    }

    fn step(&mut self, id: K, fold: impl FnOnce(Option<T>) -> Option<T>) {
        match fold(self.whole.remove(&id)) {
            Some(after) => {
                self.whole.insert(id, after);
            }
            None => {
                self.erased.insert(id);
            }
        }
    }
}

fn fits(county: &str, entry: &EntryRow, prev: Hash, bytes: Option<&[u8]>, followed: &[EventsRow]) -> Result<(), Fault> {
    let seq = entry.seq;
    if bytes.is_some_and(|bytes| Hash::of(bytes) != entry.command_hash) {
        return Err(Fault::Bytes(seq));
    }
    let facts = Facts {
        county,
        epoch: entry.epoch,
        seq,
        command: entry.command,
        command_hash: entry.command_hash,
        device: entry.device,
        number: entry.number,
        person: entry.person,
        kind: &entry.kind,
        case: entry.case,
        verdict: &entry.verdict_text,
        rulebook: entry.rulebook,
        received_at: entry.received_at.unix_ms(),
        made_at: entry.made_at.unix_ms(),
        events_hash: entry.events_hash,
    };
    if facts.content() != entry.content_hash {
        return Err(Fault::Facts(seq));
    }
    if entry.prev_hash != prev || chain::link(prev, entry.content_hash) != entry.hash {
        return Err(Fault::Chain(seq));
    }
    // Once erased, the salt is gone with the bytes: what followed can no longer be checked, and tells nothing either.
    let Some(bytes) = bytes else { return Ok(()) };
    let salt = serde_json::from_slice::<Command>(bytes).map(|command| command.salt).unwrap_or_default();
    let bodies: Option<Vec<(CaseId, &str)>> = followed.iter().map(|row| Some((row.case, row.body.as_deref()?))).collect();
    let salt = if followed.is_empty() && entry.kind == "unknown" { "" } else { salt.as_str() };
    let hash = bodies.map(|bodies| chain::events_hash(salt, bodies));
    if hash == Some(entry.events_hash) { Ok(()) } else { Err(Fault::Events(seq)) }
}

/// Folds what followed from an entry for one case; false if a draw in it is not what anybody could draw again.
fn refold(cases: &mut Folded<CaseId, Case>, draws: &mut Draws, entry: &EntryRow, row: &EventsRow) -> Result<bool, Error> {
    let events: Option<Vec<Event>> = row.body.as_deref().map(serde_json::from_str).transpose()?;
    match events {
        Some(events) if !draws.fit(entry, row.case, &events) => return Ok(false),
        // A repetition was harmless and left the case as it was.
        Some(events) if events.is_empty() => {}
        events => cases.step(row.case, |before| fold(before, &place(entry, row), &events?)),
    }
    Ok(true)
}

/// Folds what followed from an entry for one patrol. Whose it is follows from the ledger alone: what was planned by an entry
/// about a patrol is one.
fn refold_patrol(patrols: &mut Folded<PatrolId, Patrol>, entry: &EntryRow, row: &EventsRow) -> Result<(), Error> {
    let events: Option<Vec<PatrolEvent>> = row.body.as_deref().map(serde_json::from_str).transpose()?;
    match events {
        Some(events) if events.is_empty() => {}
        events => patrols.step(row.case.into(), |before| patrol::fold(before, &place(entry, row), &events?)),
    }
    Ok(())
}

fn place(entry: &EntryRow, row: &EventsRow) -> Entry {
    Entry { seq: entry.seq, command: entry.command, case: row.case, by: entry.person, at: entry.received_at, made_at: entry.made_at }
}

async fn compare(db: &impl Connection, mut folded: Folded<CaseId, Case>) -> Result<Result<u64, Fault>, Error> {
    let (mut count, mut after) = (0, None);
    loop {
        let batch = storage::cases::stored_batch(db, after, BATCH).await?;
        let Some(newest) = batch.last() else { break };
        after = Some(newest.case.id);
        for Stored { case: stored, is_listed_so } in batch {
            count += 1;
            match folded.whole.remove(&stored.id) {
                _ if folded.erased.contains(&stored.id) => {}
                Some(case) if case == stored => {}
                Some(_) => return Ok(Err(Fault::Case(stored.id))),
                None => return Ok(Err(Fault::CaseWithoutEvents(stored.id))),
            }
            if !is_listed_so {
                return Ok(Err(Fault::Listed(stored.id)));
            }
        }
    }
    Ok(match folded.whole.into_keys().find(|id| !folded.erased.contains(id)) {
        Some(id) => Err(Fault::CaseMissing(id)),
        None => Ok(count),
    })
}

async fn compare_patrols(db: &impl Connection, mut folded: Folded<PatrolId, Patrol>) -> Result<Result<u64, Fault>, Error> {
    let (mut count, mut after) = (0, None);
    loop {
        let batch = storage::patrols::batch(db, after, BATCH).await?;
        let Some(newest) = batch.last() else { break };
        after = Some(newest.id);
        for stored in batch {
            count += 1;
            let made = folded.whole.remove(&stored.id);
            if !folded.erased.contains(&stored.id) && made.as_ref() != Some(&stored) {
                return Ok(Err(Fault::Patrol(stored.id)));
            }
        }
    }
    Ok(match folded.whole.into_keys().find(|id| !folded.erased.contains(id)) {
        Some(id) => Err(Fault::Patrol(id)),
        None => Ok(count),
    })
}
