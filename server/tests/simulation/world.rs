//! One story: three people with phones, a server, and everything that goes wrong between them.

use crate::{
    dice::Dice,
    flaw::{Flaw, Served},
    hand::Hand,
    judge,
    network::{self, LATER, Wire},
    outing,
    papers::{self, Album},
    support::House,
};
use huiyin_domain::{
    case::{Ask, Words},
    ids::{CaseId, CommandId, PatrolId},
    moment::Moment,
    sync::{
        message::{PushAnswer, ReceiptBody, SignedIn},
        queue::{Fate, Input, LONGEST_WAIT_MS, Now, PhotoProgress, Reply, Request, Turn},
    },
};
use huiyin_server::storage;
use std::{collections::BTreeSet, future::poll_fn, pin::pin, task::Poll};
use tempfile::TempDir;

const STEPS: u64 = 70;
/// Longer than any wait, again and again: time enough for every retry.
const QUIET_ROUNDS: u32 = 120;

pub(crate) struct World {
    dice: Dice,
    house: Option<House>,
    served: Served,
    hands: Vec<Hand>,
    album: Album,
    /// Commands of the desk.
    desk: BTreeSet<CommandId>,
    /// The patrol that was planned last.
    outing: Option<PatrolId>,
    /// Receipts since the server was last put back.
    told: Vec<ReceiptBody>,
    backup: TempDir,
    /// Requests still on the way from before.
    stray: Vec<Wire>,
    steady_ms: u64,
    calm: bool,
    story: Vec<String>,
}

impl World {
    pub(crate) async fn new(seed: u64, flaw: Option<Flaw>) -> World {
        let house = House::new().await;
        let mut hands = Vec::new();
        for name in ["patroller", "patroller2", "dispatcher"] {
            let phone = house.phone(name).await;
            let signed_in: SignedIn = phone.get(&house, "/api/v1/session").await.json();
            hands.push(Hand::new(name, &signed_in, phone.cookie));
        }
        let backup = tempfile::tempdir().unwrap();
        house.backed_up(backup.path()).await;
        World {
            dice: Dice::new(seed),
            house: Some(house),
            served: Served::new(flaw),
            hands,
            album: Album::new(),
            desk: BTreeSet::new(),
            outing: None,
            told: Vec::new(),
            backup,
            stray: Vec::new(),
            steady_ms: 0,
            calm: false,
            story: Vec::new(),
        }
    }

    pub(crate) fn story(&self) -> &[String] {
        &self.story
    }

    pub(crate) async fn run(&mut self) -> Result<(), String> {
        for _ in 0..STEPS {
            let n = self.dice.below(self.hands.len() as u64) as usize;
            self.trouble(n).await?;
            judge::nothing_hidden(self.house(), &self.hands).await?;
        }
        self.note("quiet");
        self.calm = true;
        for n in 0..self.hands.len() {
            self.hands[n].store.kill();
            self.sign_in(n).await?;
            self.save(n).await?;
        }
        for _ in 0..QUIET_ROUNDS {
            self.pass(LONGEST_WAIT_MS + 120_000);
            for n in 0..self.hands.len() {
                if self.hands[n].store.queue.sign_in_needed() {
                    self.sign_in(n).await?;
                }
                self.tell(n, Input::Tick).await?;
            }
            if self.hands.iter().all(is_done) {
                break;
            }
        }
        self.restart().await;
        // The last news.
        self.pass(LONGEST_WAIT_MS + 120_000);
        for n in 0..self.hands.len() {
            self.tell(n, Input::Nudge).await?;
        }
        judge::at_the_end(self.house(), &self.hands, &self.album, &self.desk, &self.told).await
    }

    fn house(&self) -> &House {
        self.house.as_ref().unwrap()
    }

    fn wall(&self, n: usize) -> Moment {
        self.house().core.now() + time::Duration::milliseconds(self.hands[n].skew_ms)
    }

    fn now(&mut self, n: usize) -> Now {
        Now { steady_ms: self.steady_ms, wall: self.wall(n), dice: self.dice.next() }
    }

    fn pass(&mut self, ms: u64) {
        self.steady_ms += ms;
        self.house().clock.advance(time::Duration::milliseconds(i64::try_from(ms).unwrap()));
    }

    fn note(&mut self, what: impl Into<String>) {
        self.story.push(what.into());
    }

    async fn trouble(&mut self, n: usize) -> Result<(), String> {
        let ms = self.dice.below(60_000);
        self.pass(ms);
        match self.dice.below(100) {
            0..28 => self.save(n).await?,
            28..30 => {
                self.note(format!("{n} dies while saving"));
                self.write_down(n, false, false);
                self.hands[n].store.kill();
            }
            30..35 => {
                self.note(format!("{n} dies"));
                self.hands[n].store.kill();
            }
            35..38 => self.restart().await,
            38..41 => {
                let to = self.backup.path().to_owned();
                self.house().backed_up(&to).await;
                self.note("backup");
            }
            41..43 => self.put_back().await,
            43..45 => {
                let Hand { skew_ms, .. } = &mut self.hands[n];
                *skew_ms = 0;
                if self.dice.percent(70) {
                    self.hands[n].jump(&mut self.dice);
                }
            }
            45..50 => self.late_arrival().await,
            50..52 => self.desk_notes().await,
            52..54 => self.desk_plans().await,
            54 => {
                self.note("a month later");
                self.pass(31 * 86_400_000);
            }
            55 => {
                self.note(format!("{n} loses all roles"));
                let db = self.house().core.db.begin().await.unwrap();
                storage::people::set_grants(&db, self.hands[n].person, &[]).await.unwrap();
                db.commit().await.unwrap();
            }
            56..64 if self.hands[n].store.queue.sign_in_needed() => self.sign_in(n).await?,
            56..70 => self.tell(n, Input::Nudge).await?,
            70..73 => self.other_tab(n).await,
            _ => self.tell(n, Input::Tick).await?,
        }
        Ok(())
    }

    async fn restart(&mut self) {
        self.note("the server restarts");
        let house = self.house.take().unwrap();
        self.house = Some(house.restarted().await);
    }

    async fn put_back(&mut self) {
        self.note("the server is put back");
        // Nobody does that in less than a second.
        self.pass(1_000);
        let house = self.house.take().unwrap();
        self.house = Some(house.put_back(self.backup.path()).await);
        self.told.clear();
    }

    async fn sign_in(&mut self, n: usize) -> Result<(), String> {
        let answer = self.house().post("/api/v1/session", None, self.hands[n].sign_in()).await;
        let signed_in: SignedIn = answer.json();
        self.hands[n].cookie = answer.header("set-cookie").split(';').next().unwrap().to_owned();
        self.tell(n, Input::SignedIn { have: signed_in.have }).await
    }

    /// Somebody at the desk adds a note to a case.
    async fn desk_notes(&mut self) {
        let cases: Vec<CaseId> =
            storage::cases::batch(self.house().core.db.read(), None, 1000).await.unwrap().iter().map(|case| case.id).collect();
        if cases.is_empty() {
            return;
        }
        let case = cases[self.dice.below(cases.len() as u64) as usize];
        let mut desk = self.house().phone("coordinator").await;
        let command = desk.command(Some(case), 0, Ask::Note(Words { words: "已电话核实".to_owned() }));
        desk.pushed(self.house(), &[&command]).await;
        self.desk.insert(command.id);
        self.note("the desk adds a note");
    }

    /// Somebody at the desk sends people out.
    async fn desk_plans(&mut self) {
        let house = self.house.as_ref().unwrap();
        let (command, patrol) = outing::arranged(house, &mut self.dice, &self.hands, self.outing).await;
        self.desk.insert(command);
        self.outing = Some(patrol);
        self.note("the desk arranges a patrol");
    }

    async fn save(&mut self, n: usize) -> Result<(), String> {
        self.write_down(n, true, true);
        let items = self.hands[n].store.unknown();
        self.tell(n, Input::Saved(items)).await
    }

    fn write_down(&mut self, n: usize, flush: bool, told: bool) {
        let at = self.wall(n);
        let other = (n + 1) % self.hands.len();
        let foreign = self.hands[other].cases.first().copied();
        let command = papers::write(&mut self.dice, &self.hands[n], foreign, &mut self.album, at);
        let hand = &mut self.hands[n];
        hand.store.save(&command, true, flush, told);
        hand.written.insert(command.id);
        if matches!(command.ask, Ask::Submit(_)) {
            hand.cases.push(command.case);
        }
        self.story.push(format!("{n} writes {} {:?}", command.id, command.ask.name()));
    }

    async fn late_arrival(&mut self) {
        if self.stray.is_empty() {
            return;
        }
        let wire = self.stray.swap_remove(self.dice.below(self.stray.len() as u64) as usize);
        self.note(format!("late: {:?}", wire.request));
        self.serve(&wire).await;
    }

    /// A second tab reads the same store and sends what it finds, beside the first. It is closed before it can write.
    async fn other_tab(&mut self, n: usize) {
        let now = self.now(n);
        let Turn { request: Some(request), .. } = self.hands[n].store.tab().step(now, Input::Nudge) else { return };
        let Some(wire) = Wire::of(&self.hands[n], &request, &self.album) else { return };
        self.note(format!("{n}'s other tab: {request:?}"));
        self.serve(&wire).await;
    }

    /// Tells the queue something and performs what follows, until it rests.
    async fn tell(&mut self, n: usize, input: Input) -> Result<(), String> {
        let now = self.now(n);
        let mut turn = self.hands[n].store.step(now, input);
        loop {
            if !self.perform_writes(n, &turn) {
                return Ok(());
            }
            let Some(request) = turn.request else { return Ok(()) };
            let Some(reply) = self.send(n, request).await? else { return Ok(()) };
            let now = self.now(n);
            turn = self.hands[n].store.step(now, Input::Reply(reply));
        }
    }

    /// One strict transaction; the phone may die in it.
    fn perform_writes(&mut self, n: usize, turn: &Turn) -> bool {
        if turn.writes.is_empty() {
            return true;
        }
        let store = &mut self.hands[n].store;
        store.write(&turn.writes);
        if !self.calm && self.dice.percent(3) {
            store.kill();
            self.note(format!("{n} dies while writing"));
            return false;
        }
        store.flush();
        true
    }

    /// Sends a request through a bad network. `None`: the phone died meanwhile.
    async fn send(&mut self, n: usize, request: Request) -> Result<Option<Reply>, String> {
        let Some(wire) = Wire::of(&self.hands[n], &request, &self.album) else { return Ok(Some(Reply::ChunkLost)) };
        let ms = self.dice.below(3_000);
        self.pass(ms);
        let luck = if self.calm { 99 } else { self.dice.below(100) };
        self.note(format!("{n} sends {request:?}, luck {luck}"));
        match luck {
            // Lost, or arriving long after the phone gave up.
            0..8 => {
                self.stray.push(wire);
                return Ok(Some(LATER));
            }
            // Taken, and the answer lost.
            8..16 => {
                self.serve(&wire).await;
                return Ok(Some(LATER));
            }
            // Doubled by the network, one after the other or both at once.
            16..20 => {
                self.serve(&wire).await;
            }
            20..24 => {
                let house = self.house.as_ref().unwrap();
                let (_, answer) = futures::join!(wire.send(house), wire.send(house));
                return self.heard(n, &wire, answer).map(Some);
            }
            // Cut short on the way there: the server sees half a body.
            24..28 => {
                wire.send_body(self.house(), wire.body[..wire.body.len() / 2].to_vec()).await;
                return Ok(Some(LATER));
            }
            // Cut short on the way back.
            28..32 => {
                let mut answer = self.serve(&wire).await;
                answer.body.truncate(answer.body.len() / 2);
                return self.heard(n, &wire, answer).map(Some);
            }
            // The line drops while the server works: at its beginning, or deep within.
            32..35 => {
                let turns = self.dice.below(60);
                let_go_after(turns, wire.send(self.house.as_ref().unwrap())).await;
                return Ok(Some(LATER));
            }
            // The server restarts before anybody hears more.
            35..38 => {
                let answer = self.serve(&wire).await;
                self.restart().await;
                return self.heard(n, &wire, answer).map(Some);
            }
            // The phone dies while it waits.
            38..41 => {
                self.serve(&wire).await;
                self.hands[n].store.kill();
                return Ok(None);
            }
            _ => {}
        }
        let answer = self.serve(&wire).await;
        self.heard(n, &wire, answer).map(Some)
    }

    async fn serve(&mut self, wire: &Wire) -> crate::support::Answer {
        let house = self.house.as_ref().unwrap();
        let answer = self.served.serve(house, &mut self.dice, wire).await;
        // No request, however mangled, is the server's own failure.
        assert!(answer.status.as_u16() < 500, "{:?}: {}", wire.request, String::from_utf8_lossy(&answer.body));
        answer
    }

    /// What the phone makes of an answer.
    fn heard(&mut self, n: usize, wire: &Wire, answer: crate::support::Answer) -> Result<Reply, String> {
        if wire.request != Request::Pull {
            let reply = network::meaning(&wire.request, &answer);
            if let Reply::Pushed(PushAnswer { receipt, .. }) = &reply {
                self.told.push(serde_json::from_str(&receipt.body).unwrap());
            }
            return Ok(reply);
        }
        let hand = &mut self.hands[n];
        let page = match network::news(hand, &answer) {
            Ok(page) => page,
            Err(reply) => return Ok(reply),
        };
        judge::nothing_foreign(hand, &page)?;
        hand.replica.take_in(&page);
        Ok(Reply::Pulled {
            more: page.more,
            epoch: page.epoch,
            seq: page.seq,
            verdicts: page.verdicts,
            server_time: page.server_time,
            backup_seq: page.backup_seq,
        })
    }
}

fn is_done(hand: &Hand) -> bool {
    let settled = hand.store.queue.items().all(|item| item.fate != Fate::Waiting);
    settled && hand.store.queue.photos().all(|photo| photo.progress == PhotoProgress::Complete)
}

/// Works so many turns and then lets go, as the server does with a request whose line dropped.
async fn let_go_after(turns: u64, work: impl Future) {
    let (mut work, mut left) = (pin!(work), turns);
    let part = poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(());
        }
        left -= 1;
        work.as_mut().poll(context).map(drop)
    });
    part.await;
}
