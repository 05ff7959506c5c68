//! A model of the server: only what the protocol promises. What is committed survives a restart; what is in memory does
//! not. Planted bugs break one promise each.

use huiyin_domain::{
    command::Command,
    hash::Hash,
    ids::{CommandId, DeviceId},
    moment::Moment,
    sync::{
        message::{Acknowledged, ChunkAnswer, Gap, PhotoWanted, PushAnswer, Receipt, ReceiptBody, ReceiptLine, Verdict},
        queue::{Reply, photos_of},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// A bug that the simulation must find.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Bug {
    /// The receipt goes out before the commit; a crash in between loses the command.
    ReceiptBeforeCommit,
    /// A known number is taken again.
    TakesTwice,
    /// A chunk is acknowledged before it is durable.
    ChunkBeforeCommit,
    /// A command that cannot be judged blocks the push.
    BadCommandBlocks,
    /// The phone says saved before the transaction is complete.
    SavedTooEarly,
}

impl Bug {
    pub(crate) const ALL: [Bug; 5] =
        [Bug::ReceiptBeforeCommit, Bug::TakesTwice, Bug::ChunkBeforeCommit, Bug::BadCommandBlocks, Bug::SavedTooEarly];
}

/// Words that make the model server refuse to read a command at all.
pub(crate) const POISON: &str = "poison";

#[derive(Clone)]
struct Row {
    seq: u64,
    command: CommandId,
    hash: Hash,
}

#[derive(Clone, Default)]
struct Books {
    /// By number of the device.
    rows: BTreeMap<u64, Row>,
    /// How often each command took effect.
    effects: BTreeMap<CommandId, u32>,
    photos: BTreeMap<Hash, (u64, BTreeSet<u32>)>,
    seq: u64,
    /// How often it was found out that a restored server had forgotten something.
    epoch: u32,
}

pub(crate) struct Server {
    durable: Books,
    memory: Books,
    backup: Books,
    restores: u32,
    bug: Option<Bug>,
    device: DeviceId,
    pub(crate) signed_in: bool,
    pub(crate) busy: bool,
}

impl Server {
    pub(crate) fn new(device: DeviceId, bug: Option<Bug>) -> Self {
        Server {
            durable: Books::default(),
            memory: Books::default(),
            backup: Books::default(),
            restores: 0,
            bug,
            device,
            signed_in: true,
            busy: false,
        }
    }

    /// Killed and started again: only what was committed is there.
    pub(crate) fn restart(&mut self) {
        self.memory = self.durable.clone();
    }

    /// A copy for bad days.
    pub(crate) fn back_up(&mut self) {
        self.backup = self.durable.clone();
    }

    /// The disk is gone; the copy is all there is. It knows that it is one, and raises the epoch to one never heard of.
    pub(crate) fn restore(&mut self) {
        self.restores += 1;
        self.durable = Books { epoch: self.backup.epoch.max(1000 * self.restores), ..self.backup.clone() };
        self.memory = self.durable.clone();
    }

    /// What the phone holds from us, and we cannot reproduce: then something is forgotten. It is said once.
    fn has_forgotten(&mut self, newest: Option<&Receipt>) -> bool {
        let body = newest.and_then(|receipt| serde_json::from_str::<ReceiptBody>(&receipt.body).ok());
        let Some((body, line)) = body.and_then(|body| body.lines.iter().max_by_key(|line| line.seq).cloned().map(|line| (body, line)))
        else {
            return false;
        };
        if self.memory.rows.values().any(|row| (row.seq, row.hash) == (line.seq, line.hash)) {
            return false;
        }
        self.memory.epoch = self.memory.epoch.max(body.epoch);
        self.commit(false);
        true
    }

    fn commit(&mut self, chance_of_delay: bool) {
        if !chance_of_delay {
            self.durable = self.memory.clone();
        }
    }

    pub(crate) fn effects(&self) -> &BTreeMap<CommandId, u32> {
        &self.durable.effects
    }

    pub(crate) fn has_photo(&self, hash: &Hash) -> bool {
        self.durable.photos.get(hash).is_some_and(|(bytes, chunks)| chunks.len() as u64 == bytes.div_ceil(64 * 1024))
    }

    pub(crate) fn have(&self) -> u64 {
        self.memory.rows.keys().next_back().copied().unwrap_or(0)
    }

    pub(crate) fn push(&mut self, texts: &[String], newest: Option<&Receipt>, at: Moment) -> Reply {
        if let Some(reply) = self.closed() {
            return reply;
        }
        if self.has_forgotten(newest) {
            return Reply::Restored;
        }
        let poisoned = texts.iter().any(|text| text.contains(POISON));
        if poisoned {
            return if self.bug == Some(Bug::BadCommandBlocks) {
                Reply::Failed { retry_after_s: None }
            } else {
                Reply::Rejected { code: "unreadable".to_owned() }
            };
        }
        let mut lines = Vec::new();
        let mut forks = Vec::new();
        let mut wanted = Vec::new();
        let mut numbers = Vec::new();
        for text in texts {
            let Ok(command) = serde_json::from_str::<Command>(text) else {
                return Reply::Rejected { code: "unreadable".to_owned() };
            };
            let hash = Command::hash_of(text.as_bytes());
            match self.memory.rows.get(&command.number) {
                Some(row) if row.hash != hash => {
                    forks.push(command.number);
                    continue;
                }
                Some(_) if self.bug == Some(Bug::TakesTwice) => *self.memory.effects.entry(command.id).or_default() += 1,
                Some(_) => {}
                None if command.number != self.have() + 1 => return Reply::Gap(Gap { have: self.have() }),
                None => {
                    self.memory.seq += 1;
                    self.memory.rows.insert(command.number, Row { seq: self.memory.seq, command: command.id, hash });
                    *self.memory.effects.entry(command.id).or_default() += 1;
                    for photo in photos_of(&command.ask) {
                        self.memory.photos.entry(photo.hash).or_insert_with(|| (photo.bytes, BTreeSet::new()));
                    }
                }
            }
            let row = &self.memory.rows[&command.number];
            lines.push(Acknowledged { number: command.number, command: row.command, hash, seq: row.seq, verdict: Verdict::Applied });
            numbers.push(ReceiptLine { command: row.command, number: format!("CX26-{:04}-0000-0000", row.seq) });
            for photo in photos_of(&command.ask) {
                let missing = self.missing(&photo.hash);
                if !missing.is_empty() {
                    wanted.push(PhotoWanted { hash: photo.hash, missing });
                }
            }
        }
        self.commit(self.bug == Some(Bug::ReceiptBeforeCommit));
        let body = ReceiptBody {
            county: "359921".to_owned(),
            epoch: self.memory.epoch + 1,
            device: self.device,
            lines,
            head: Hash::of(&self.memory.seq.to_be_bytes()),
            at,
        };
        Reply::Pushed(PushAnswer {
            receipt: Receipt {
                body: serde_json::to_string(&body).expect("a receipt is JSON"),
                key: "ed25519:model".to_owned(),
                signature: format!("signature {}", self.memory.seq),
            },
            numbers,
            forks,
            photos_wanted: wanted,
            server_time: at,
            backup_seq: self.backup.seq,
            retry_after_s: None,
        })
    }

    pub(crate) fn chunk(&mut self, photo: &Hash, n: u32) -> Reply {
        if let Some(reply) = self.closed() {
            return reply;
        }
        match self.memory.photos.get_mut(photo) {
            None => return Reply::Rejected { code: "unknown_photo".to_owned() },
            Some((_, chunks)) => chunks.insert(n),
        };
        self.commit(self.bug == Some(Bug::ChunkBeforeCommit));
        let missing = self.missing(photo);
        Reply::Chunk(ChunkAnswer { complete: missing.is_empty(), missing })
    }

    pub(crate) fn pull(&mut self, at: Moment) -> Reply {
        self.closed().unwrap_or(Reply::Pulled {
            more: false,
            epoch: self.memory.epoch + 1,
            seq: self.memory.seq,
            verdicts: Vec::new(),
            server_time: at,
            backup_seq: self.backup.seq,
        })
    }

    fn closed(&self) -> Option<Reply> {
        if !self.signed_in {
            return Some(Reply::SignedOut);
        }
        self.busy.then_some(Reply::Failed { retry_after_s: Some(30) })
    }

    fn missing(&self, photo: &Hash) -> Vec<u32> {
        let Some((bytes, chunks)) = self.memory.photos.get(photo) else { return Vec::new() };
        (0..u32::try_from(bytes.div_ceil(64 * 1024)).unwrap_or(u32::MAX)).filter(|n| !chunks.contains(n)).collect()
    }
}
