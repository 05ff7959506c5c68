//! One story: a phone, a server and everything that goes wrong between them.

use super::{
    dice::Dice,
    papers,
    phone::Phone,
    server::{Bug, Server},
};
use huiyin_domain::{
    ids::DeviceId,
    moment::Moment,
    sync::{
        message::Receipt,
        queue::{Fate, Input, LONGEST_WAIT_MS, Now, Reply, Request, Turn},
    },
};

/// What a push carries: the commands' texts and the newest receipt.
type Papers = (Vec<String>, Option<Receipt>);

const STEPS: u64 = 120;
/// Longer than any wait, again and again: time enough for every retry.
const QUIET_ROUNDS: u32 = 400;

pub(crate) struct World {
    dice: Dice,
    phone: Phone,
    server: Server,
    bug: Option<Bug>,
    steady_ms: u64,
    wall_ms: i64,
    calm: bool,
    /// A restored server has forgotten what it said; the phone notices at its next push.
    restored: bool,
    /// Requests still on the wire from before, which may arrive late.
    stray: Vec<(Request, Papers)>,
    story: Vec<String>,
}

impl World {
    pub(crate) fn new(seed: u64, bug: Option<Bug>) -> Self {
        let mut dice = Dice::new(seed);
        let device = DeviceId(dice.uuid());
        World {
            phone: Phone::new(device),
            server: Server::new(device, bug),
            bug,
            dice,
            steady_ms: 0,
            wall_ms: 1_795_000_000_000,
            calm: false,
            restored: false,
            stray: Vec::new(),
            story: Vec::new(),
        }
    }

    pub(crate) fn story(&self) -> &[String] {
        &self.story
    }

    pub(crate) fn run(&mut self) -> Result<(), String> {
        for _ in 0..STEPS {
            self.trouble();
            self.nothing_hidden()?;
        }
        self.calm = true;
        self.server.busy = false;
        self.server.signed_in = true;
        self.phone.kill();
        let have = self.server.have();
        self.tell(Input::SignedIn { have });
        self.save();
        for _ in 0..QUIET_ROUNDS {
            if self.is_done() {
                break;
            }
            self.pass(LONGEST_WAIT_MS + 1_000);
            self.tell(Input::Tick);
        }
        self.server.restart();
        self.restored = false;
        self.judge()
    }

    fn now(&mut self) -> Now {
        Now { steady_ms: self.steady_ms, wall: self.wall(), dice: self.dice.next() }
    }

    fn wall(&self) -> Moment {
        Moment::from_unix_ms(self.wall_ms).expect("the story plays in our years")
    }

    fn pass(&mut self, ms: u64) {
        self.steady_ms += ms;
        self.wall_ms += i64::try_from(ms).unwrap_or(i64::MAX);
    }

    fn trouble(&mut self) {
        let ms = self.dice.below(40_000);
        self.pass(ms);
        match self.dice.below(100) {
            0..30 => self.save(),
            30..33 => self.save_and_die(),
            33..40 => {
                self.note("kill");
                self.phone.kill();
            }
            40..45 => {
                self.note("server restarts");
                self.server.restart();
            }
            45..48 => self.server.busy = !self.server.busy,
            48..51 => self.server.signed_in = !self.server.signed_in,
            51..55 => {
                self.server.signed_in = true;
                let have = self.server.have();
                self.tell(Input::SignedIn { have });
            }
            55..58 => {
                // The device's clock jumps.
                self.wall_ms += i64::try_from(self.dice.below(7_200_000)).unwrap_or(0) - 3_600_000;
            }
            58..61 => self.late_arrival(),
            61..63 => self.server.back_up(),
            63 if self.dice.percent(30) => {
                self.note("server restored from its backup");
                self.server.restore();
                self.restored = true;
            }
            64 if self.dice.percent(50) => {
                self.note("a month later");
                self.pass(31 * 24 * 3_600_000);
            }
            63..80 => self.tell(Input::Nudge),
            _ => self.tell(Input::Tick),
        }
    }

    fn save(&mut self) {
        let flush = self.bug != Some(Bug::SavedTooEarly) || self.dice.percent(50);
        self.write_down(flush, true);
        let items = self.phone.unknown();
        self.tell(Input::Saved(items));
    }

    /// Killed in the middle of the transaction: nobody was told anything.
    fn save_and_die(&mut self) {
        self.note("killed while saving");
        self.write_down(false, false);
        self.phone.kill();
    }

    fn write_down(&mut self, flush: bool, told: bool) {
        let at = self.wall();
        let (command, readable) = papers::command(&mut self.dice, &self.phone, at);
        self.phone.save(&command, readable, flush, told);
    }

    /// A request from before reaches the server once more, or at last.
    fn late_arrival(&mut self) {
        if self.stray.is_empty() {
            return;
        }
        let at = usize::try_from(self.dice.below(self.stray.len() as u64)).unwrap_or(0);
        let (request, papers) = self.stray.swap_remove(at);
        self.note("a late arrival");
        drop(self.serve(&request, &papers));
    }

    /// Tells the queue something and performs what follows, until it rests.
    fn tell(&mut self, input: Input) {
        let now = self.now();
        let mut turn = self.phone.step(now, input);
        loop {
            if !self.perform_writes(&turn) {
                return;
            }
            let Some(request) = turn.request else { return };
            let Some(reply) = self.send(request) else { return };
            let now = self.now();
            turn = self.phone.step(now, Input::Reply(reply));
        }
    }

    /// One strict transaction; the phone may die in it.
    fn perform_writes(&mut self, turn: &Turn) -> bool {
        if turn.writes.is_empty() {
            return true;
        }
        self.phone.write(&turn.writes);
        if !self.calm && self.dice.percent(4) {
            self.note("killed while writing");
            self.phone.kill();
            return false;
        }
        if self.bug != Some(Bug::SavedTooEarly) {
            self.phone.flush();
        }
        true
    }

    /// Sends a request through a bad network. `None`: the phone died meanwhile.
    fn send(&mut self, request: Request) -> Option<Reply> {
        let lost = Reply::Failed { retry_after_s: None };
        let papers: Papers = match &request {
            Request::Push(commands) => {
                let texts = commands.iter().filter_map(|id| self.phone.text(*id)).collect();
                (texts, self.phone.queue.device().newest_receipt.clone())
            }
            Request::Chunk { photo, .. } if !self.phone.has_bytes(photo) => return Some(Reply::ChunkLost),
            Request::Chunk { .. } | Request::Pull => (Vec::new(), None),
        };
        self.note(&format!("{request:?}"));
        let ms = self.dice.below(3_000);
        self.pass(ms);
        if self.calm {
            return Some(self.serve(&request, &papers));
        }
        match self.dice.below(100) {
            // Lost on the way, cut short, or arriving long after the phone gave up.
            0..12 => {
                self.stray.push((request, papers));
                Some(lost)
            }
            // Taken, and the answer lost.
            12..24 => {
                drop(self.serve(&request, &papers));
                Some(lost)
            }
            // Doubled by the network.
            24..30 => {
                drop(self.serve(&request, &papers));
                Some(self.serve(&request, &papers))
            }
            // Taken, then the server dies before anybody hears more.
            30..36 => {
                let reply = self.serve(&request, &papers);
                self.server.restart();
                Some(reply)
            }
            // The phone dies while it waits.
            36..40 => {
                drop(self.serve(&request, &papers));
                self.note("killed while waiting");
                self.phone.kill();
                None
            }
            // A captive portal or a cut answer.
            40..44 => Some(lost),
            _ => Some(self.serve(&request, &papers)),
        }
    }

    fn serve(&mut self, request: &Request, (texts, newest): &Papers) -> Reply {
        let at = self.wall();
        match request {
            Request::Push(_) => self.server.push(texts, newest.as_ref(), at),
            Request::Chunk { photo, n } => self.server.chunk(photo, *n),
            Request::Pull => self.server.pull(at),
        }
    }

    fn is_done(&self) -> bool {
        let settled = |item: &huiyin_domain::sync::queue::Item| item.fate != Fate::Waiting;
        self.phone.queue.items().all(settled) && self.phone.queue.photos_to_send().all(|photo| self.only_of_poison(&photo.hash))
    }

    fn only_of_poison(&self, hash: &huiyin_domain::photo::PhotoHash) -> bool {
        let mut speaking = self.phone.queue.items().filter(|item| item.photos.iter().any(|(known, _)| known == hash));
        speaking.all(|item| self.phone.poisoned.contains(&item.command))
    }

    /// What the phone shows as received must be durable at the server, at any moment.
    fn nothing_hidden(&self) -> Result<(), String> {
        if self.restored {
            return Ok(());
        }
        for item in self.phone.queue.items() {
            if item.is_acknowledged() && !self.server.effects().contains_key(&item.command) {
                return Err(format!("hidden: {} is shown as received and is not in the ledger", item.command));
            }
        }
        Ok(())
    }

    fn judge(&self) -> Result<(), String> {
        self.nothing_hidden()?;
        for id in &self.phone.told_saved {
            let poisoned = self.phone.poisoned.contains(id);
            let effects = self.server.effects().get(id).copied().unwrap_or(0);
            match (poisoned, effects) {
                (false, 1) => {}
                (false, 0) => return Err(format!("lost or stuck: {id} was saved and is not in the ledger")),
                (true, 0) => {
                    let kept = self.phone.is_stored(*id)
                        && matches!(self.phone.queue.item(*id).map(|item| &item.fate), Some(Fate::SetAside { .. }));
                    if !kept {
                        return Err(format!("hidden: {id} cannot be sent and nobody is told"));
                    }
                }
                (_, times) => return Err(format!("twice: {id} took effect {times} times")),
            }
        }
        for (id, times) in self.server.effects() {
            if *times > 1 {
                return Err(format!("twice: {id} took effect {times} times"));
            }
        }
        if let Some(photo) = self.phone.told_photos.iter().find(|photo| !self.server.has_photo(photo)) {
            return Err(format!("lost: photo {photo} is not wholly at the server"));
        }
        let unsent = self.phone.queue.items().filter(|item| item.fate == Fate::Waiting).count();
        if unsent > 0 {
            return Err(format!("stuck: {unsent} commands still wait"));
        }
        Ok(())
    }

    fn note(&mut self, what: &str) {
        self.story.push(what.to_owned());
    }
}
