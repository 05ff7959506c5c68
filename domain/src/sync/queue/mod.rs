//! The phone's queue as a machine without IO: what to send next, when, what an answer means, what may be deleted.
//!
//! It is told what happened ([`Input`]) and answers what to write and what to ask of the server ([`Turn`]). The phone
//! performs that; the simulation in `tests/queue_simulation.rs` performs it against a model server that loses things.
//! One request is under way at a time: commands first, then news, then photos.

mod answers;
mod backoff;
mod item;
mod numbers;
mod requests;
mod sweep;

pub use backoff::{LONGEST_ASKED_S, LONGEST_WAIT_MS, delay_ms};
pub use item::{DeviceRecord, Evidence, Fate, Item, PhotoProgress, PhotoRecord, photos_of};
pub use sweep::KEEP_DAYS;

use super::message::{ChunkAnswer, Gap, PushAnswer, Receipt};
use crate::{
    ids::{CommandId, DeviceId},
    moment::Moment,
    photo::PhotoHash,
    sync::message::Acknowledged,
};
use std::collections::{BTreeMap, BTreeSet};

/// Time as the phone sees it. Both are arguments, so that tests decide them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Now {
    /// Milliseconds that never jump, from any start: for waiting.
    pub steady_ms: u64,
    /// The device's own clock, which may be wrong: for facts.
    pub wall: Moment,
    /// A fresh random number, for spreading retries.
    pub dice: u64,
}

/// What happened.
#[derive(Clone, PartialEq, Debug)]
pub enum Input {
    /// These commands are durable on this phone, from this tab or another. Known ones do no harm.
    Saved(Vec<Item>),
    /// A reason to try now instead of later: the app opened, came into view, the network seems back, a person asked.
    Nudge,
    /// The waking time has come.
    Tick,
    /// The person signed in; the server's last number of this queue.
    SignedIn {
        /// That number.
        have: u64,
    },
    /// A person asks to send something again that was set aside.
    TryAgain(CommandId),
    /// The request under way came to an end.
    Reply(Reply),
}

/// How a request came to an end.
#[derive(Clone, PartialEq, Debug)]
pub enum Reply {
    /// A push was taken.
    Pushed(PushAnswer),
    /// The push does not follow what the server has.
    Gap(Gap),
    /// The server was restored from a backup and forgot something: `410`.
    Restored,
    /// A chunk was taken.
    Chunk(ChunkAnswer),
    /// The bytes of the chunk are no longer on this phone.
    ChunkLost,
    /// News came.
    Pulled {
        /// Whether there is more at once.
        more: bool,
        /// Raised when the server was restored from a backup.
        epoch: u32,
        /// The ledger's newest entry.
        seq: u64,
        /// What became of own commands.
        verdicts: Vec<Acknowledged>,
        /// The server's clock.
        server_time: Moment,
        /// Entries up to here are in a backup.
        backup_seq: u64,
    },
    /// The sign-in ended: `401`.
    SignedOut,
    /// The server itself said that this request can never be taken, with a stable code.
    Rejected {
        /// Which.
        code: String,
    },
    /// No answer, a broken one, or "later".
    Failed {
        /// When the server asked to come again, seconds.
        retry_after_s: Option<u32>,
    },
}

/// What to ask of the server.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Request {
    /// Push these commands, in this order.
    Push(Vec<CommandId>),
    /// Send one chunk of a photo.
    Chunk {
        /// Which photo.
        photo: PhotoHash,
        /// Which chunk, from 0.
        n: u32,
    },
    /// Ask for news.
    Pull,
}

/// What to write, all in one strict transaction, before the request of the same turn goes out.
#[derive(Clone, PartialEq, Debug)]
pub enum Write {
    /// The bytes of this command changed (a new number).
    Command(CommandId),
    /// What became of this command changed.
    Fate(CommandId),
    /// How far this photo is.
    Photo(PhotoHash),
    /// The device's record.
    Device,
    /// A signed receipt, as evidence.
    Evidence(Receipt),
    /// This command may go: it is safe elsewhere, and old.
    Forget(CommandId),
    /// No command speaks of this photo any more.
    ForgetPhoto(PhotoHash),
}

/// What follows from an input.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Turn {
    /// First write these.
    pub writes: Vec<Write>,
    /// Then send this.
    pub request: Option<Request>,
    /// Wake the machine at this steady time if nothing happens before.
    pub wake_at_ms: Option<u64>,
}

/// A request under way.
#[derive(Clone, PartialEq, Debug)]
struct Flight {
    request: Request,
    sent_wall: Moment,
}

/// The queue of one person on one phone.
#[derive(Clone, Debug)]
pub struct Queue {
    device: DeviceRecord,
    items: BTreeMap<CommandId, Item>,
    photos: BTreeMap<PhotoHash, PhotoRecord>,
    /// Acknowledged commands to push once more, to learn which chunks the server lacks.
    ask: BTreeSet<CommandId>,
    flight: Option<Flight>,
    most_commands: usize,
    failures: u32,
    try_at_ms: u64,
    /// The server's own wish; no nudge overrides it.
    not_before_ms: u64,
    pull_at_ms: u64,
    pull_wanted: bool,
    signed_in: bool,
    last_answer: Option<Moment>,
    /// One more than the highest number seen in the store: whether the stored counter knows of commands that we do not.
    seen_next: u64,
}

impl Queue {
    /// The queue as it was stored. Commands without a fate are waiting.
    #[must_use]
    pub fn restore(device: DeviceRecord, items: Vec<Item>, photos: Vec<PhotoRecord>) -> Self {
        let mut queue = Queue {
            seen_next: device.next,
            device,
            items: BTreeMap::new(),
            photos: photos.into_iter().map(|photo| (photo.hash, photo)).collect(),
            ask: BTreeSet::new(),
            flight: None,
            most_commands: super::message::MAX_COMMANDS,
            failures: 0,
            try_at_ms: 0,
            not_before_ms: 0,
            pull_at_ms: 0,
            pull_wanted: true,
            signed_in: true,
            last_answer: None,
        };
        for item in items {
            queue.take_in(item);
        }
        let unsure = |item: &&Item| item.is_acknowledged() && item.photos.iter().any(|(hash, _)| queue.is_unknown(hash));
        queue.ask = queue.items.values().filter(unsure).map(|item| item.command).collect();
        queue
    }

    /// Tells the machine what happened.
    pub fn step(&mut self, now: Now, input: Input) -> Turn {
        let mut writes = Vec::new();
        match input {
            Input::Saved(items) => {
                for item in items {
                    if !self.items.contains_key(&item.command) {
                        self.take_in(item);
                        self.try_at_ms = 0;
                    }
                }
            }
            Input::Nudge => {
                self.try_at_ms = 0;
                self.pull_wanted = true;
            }
            Input::Tick => {}
            Input::SignedIn { have } => {
                self.signed_in = true;
                self.try_at_ms = 0;
                self.pull_wanted = true;
                self.device.have = self.device.have.max(have);
                writes.push(Write::Device);
            }
            Input::TryAgain(command) => self.try_again(command, &mut writes),
            Input::Reply(reply) => self.answered(now, reply, &mut writes),
        }
        if self.flight.is_none() {
            self.renumber(&mut writes);
            self.sweep(now, &mut writes);
        }
        let request = self.next_request(now);
        writes.dedup();
        Turn { writes, request, wake_at_ms: self.wake_at(now) }
    }

    /// The device's record, to store.
    #[must_use]
    pub fn device(&self) -> &DeviceRecord {
        &self.device
    }

    /// Which queue this is.
    #[must_use]
    pub fn id(&self) -> DeviceId {
        self.device.device
    }

    /// All commands that are kept, by id, which is by time.
    pub fn items(&self) -> impl DoubleEndedIterator<Item = &Item> {
        self.items.values()
    }

    /// One command.
    #[must_use]
    pub fn item(&self, command: CommandId) -> Option<&Item> {
        self.items.get(&command)
    }

    /// How far a photo is.
    #[must_use]
    pub fn photo(&self, hash: &PhotoHash) -> Option<&PhotoRecord> {
        self.photos.get(hash)
    }

    /// All photos of kept commands.
    pub fn photos(&self) -> impl Iterator<Item = &PhotoRecord> {
        self.photos.values()
    }

    /// Whether a command is on its way now.
    #[must_use]
    pub fn is_sending(&self, command: CommandId) -> bool {
        matches!(&self.flight, Some(Flight { request: Request::Push(commands), .. }) if commands.contains(&command))
    }

    /// What is under way.
    #[must_use]
    pub fn under_way(&self) -> Option<&Request> {
        self.flight.as_ref().map(|flight| &flight.request)
    }

    /// Whether sending rests until the person signs in again.
    #[must_use]
    pub fn sign_in_needed(&self) -> bool {
        !self.signed_in
    }

    /// The steady time of the next try after a failure; none if the last one did not fail.
    #[must_use]
    pub fn waits_until_ms(&self) -> Option<u64> {
        (self.failures > 0).then(|| self.try_at_ms.max(self.not_before_ms))
    }

    /// When the server last answered anything, by its own clock.
    #[must_use]
    pub fn last_answer(&self) -> Option<Moment> {
        self.last_answer
    }

    /// Commands that no receipt covers: the truth about what is only on this phone.
    #[must_use]
    pub fn unacknowledged(&self) -> usize {
        self.items.values().filter(|item| !item.is_acknowledged()).count()
    }

    /// Photos of kept commands that are not wholly at the server.
    pub fn photos_to_send(&self) -> impl Iterator<Item = &PhotoRecord> {
        self.photos.values().filter(|photo| photo.progress != PhotoProgress::Complete)
    }

    /// One more than the highest number this machine has seen in the store. A stored counter above it knows of commands
    /// that were saved meanwhile and must not be lowered.
    #[must_use]
    pub fn seen_next(&self) -> u64 {
        self.seen_next
    }

    fn is_unknown(&self, hash: &PhotoHash) -> bool {
        self.photos.get(hash).is_none_or(|photo| photo.progress == PhotoProgress::Unknown)
    }

    fn take_in(&mut self, item: Item) {
        if item.number < u64::MAX {
            self.seen_next = self.seen_next.max(item.number + 1);
            self.device.next = self.device.next.max(item.number + 1);
        }
        for (hash, bytes) in &item.photos {
            self.photos.entry(*hash).or_insert_with(|| PhotoRecord::new(*hash, *bytes));
        }
        if item.is_acknowledged() {
            self.device.have = self.device.have.max(item.number);
        }
        self.items.insert(item.command, item);
    }
}
