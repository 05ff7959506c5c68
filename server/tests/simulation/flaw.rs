//! What may be wrong with a server. Each flaw stands between the phones and the real one: it changes what the server gets
//! or says, or what lies on its disk.

use crate::{
    dice::Dice,
    network::Wire,
    support::{Answer, House},
};
use huiyin_domain::{
    hash::Hash,
    ids::CommandId,
    photo::PhotoHash,
    sync::{
        message::{ChunkAnswer, Pulled, Push, PushAnswer, Receipt, ReceiptBody, Verdict},
        queue::Request,
    },
};
use huiyin_server::{
    ledger::{Papers, Sealed, Sender, Settled, Submission},
    storage,
};
use sea_orm::{ConnectionTrait, Database};
use std::collections::BTreeSet;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Flaw {
    /// The receipt goes out, and the commit never comes.
    ReceiptBeforeCommit,
    /// A photo is said to be here, and then its bytes are gone.
    ChunkBeforeDurable,
    /// A push that comes again is taken again.
    TakesTwice,
    /// A change is left out of the news for ever, as by a number taken before the lock.
    SkipsChanges,
    /// Somebody else's case comes with the news.
    ShowsForeign,
    /// A refusal is told as a success.
    HidesRefusals,
    /// An entry is changed afterwards.
    RewritesEntries,
    /// A server that was put back does not say so.
    HidesRestore,
}

impl Flaw {
    pub(crate) const ALL: [Flaw; 8] = [
        Flaw::ReceiptBeforeCommit,
        Flaw::ChunkBeforeDurable,
        Flaw::TakesTwice,
        Flaw::SkipsChanges,
        Flaw::ShowsForeign,
        Flaw::HidesRefusals,
        Flaw::RewritesEntries,
        Flaw::HidesRestore,
    ];

    /// What the judge calls it. A false receipt may outlive what hides it: the command comes again, under another number.
    pub(crate) fn breaks(self) -> &'static [&'static str] {
        match self {
            Flaw::ReceiptBeforeCommit => &["hidden", "rewritten"],
            Flaw::ChunkBeforeDurable | Flaw::HidesRestore => &["lost"],
            Flaw::TakesTwice => &["twice"],
            Flaw::SkipsChanges => &["skipped"],
            Flaw::ShowsForeign => &["foreign"],
            Flaw::HidesRefusals => &["silent"],
            Flaw::RewritesEntries => &["rewritten"],
        }
    }
}

/// The real server, with what is wrong with it.
pub(crate) struct Served {
    pub(crate) flaw: Option<Flaw>,
    pushed: BTreeSet<Hash>,
}

impl Served {
    pub(crate) fn new(flaw: Option<Flaw>) -> Served {
        Served { flaw, pushed: BTreeSet::new() }
    }

    pub(crate) async fn serve(&mut self, house: &House, dice: &mut Dice, wire: &Wire) -> Answer {
        match (self.flaw, &wire.request) {
            (Some(Flaw::ReceiptBeforeCommit), Request::Push(_)) if dice.percent(10) => promised(house, wire).await,
            (Some(Flaw::HidesRestore), _) => unsaid(house, wire).await,
            (flaw, request) => {
                let mut answer = wire.send(house).await;
                if answer.status.as_u16() == 200 {
                    match (flaw, request) {
                        (Some(Flaw::ChunkBeforeDurable), Request::Chunk { photo, .. }) => lose(house, photo, &answer).await,
                        (Some(Flaw::TakesTwice), Request::Push(_)) => self.take_again(house, wire).await,
                        (Some(Flaw::SkipsChanges), Request::Pull) if dice.percent(30) => change(&mut answer, |page| {
                            if page.patrols.pop().is_none() {
                                page.put.pop();
                            }
                        }),
                        (Some(Flaw::ShowsForeign), Request::Pull) => show_foreign(house, &mut answer).await,
                        (Some(Flaw::HidesRefusals), Request::Push(_)) => hide_refusals(&mut answer),
                        // Phones correct themselves by the news, so those are wrong too.
                        (Some(Flaw::HidesRefusals), Request::Pull) => change(&mut answer, |page| {
                            page.verdicts.iter_mut().for_each(|line| line.verdict = Verdict::Applied);
                        }),
                        (Some(Flaw::RewritesEntries), Request::Push(_)) => rewrite(house).await,
                        _ => {}
                    }
                }
                answer
            }
        }
    }

    async fn take_again(&mut self, house: &House, wire: &Wire) {
        if self.pushed.insert(Hash::of(&wire.body)) {
            return;
        }
        let push: Push = serde_json::from_slice(&wire.body).unwrap();
        let Some(first) = push.commands.first() else { return };
        let device = storage::devices::get(house.core.db.read(), push.device).await.unwrap().unwrap();
        let mut command: serde_json::Value = serde_json::from_str(first.get()).unwrap();
        command["number"] = (device.last_number + 1).into();
        command["id"] = house.core.ids.uuid().to_string().into();
        let sealed = Sealed::read(command.to_string().as_bytes(), "commands[0]").unwrap();
        let papers = Papers::Sealed(vec![sealed]);
        let sender = Sender::Person(device.person.unwrap());
        house.core.ledger.submit(Submission { sender, device: push.device, papers, received_at: None }).await.unwrap();
    }
}

/// A receipt for what was not written.
async fn promised(house: &House, wire: &Wire) -> Answer {
    let push: Push = serde_json::from_slice(&wire.body).unwrap();
    let head = storage::ledger::head(house.core.db.read(), false).await.unwrap().unwrap();
    let lines: Vec<Settled> = (1..)
        .zip(&push.commands)
        .map(|(n, text)| {
            let sealed = Sealed::read(text.get().as_bytes(), "").unwrap();
            let command: CommandId =
                serde_json::from_value(serde_json::from_str::<serde_json::Value>(text.get()).unwrap()["id"].clone()).unwrap();
            let hash = Hash::of(text.get().as_bytes());
            Settled { number: sealed.number(), command, hash, seq: head.seq + n, verdict: Verdict::Applied, entry_hash: hash, matter: None }
        })
        .collect();
    let receipt = house.core.keys.receipt(&head.county, head.epoch, push.device, &lines, head.hash, house.core.now()).unwrap();
    let answer = PushAnswer {
        receipt,
        numbers: Vec::new(),
        forks: Vec::new(),
        photos_wanted: Vec::new(),
        server_time: house.core.now(),
        backup_seq: 0,
        retry_after_s: None,
    };
    Answer { status: axum::http::StatusCode::OK, headers: axum::http::HeaderMap::new(), body: serde_json::to_vec(&answer).unwrap() }
}

/// Neither the phone's receipt reaches the server nor the server's epoch the phone.
async fn unsaid(house: &House, wire: &Wire) -> Answer {
    let mut body = wire.body.clone();
    if matches!(wire.request, Request::Push(_)) {
        let mut push: Push = serde_json::from_slice(&body).unwrap();
        push.newest_receipt = None;
        body = serde_json::to_vec(&push).unwrap();
    }
    let mut answer = wire.send_body(house, body).await;
    if answer.status.as_u16() == 200 {
        match wire.request {
            Request::Pull => change(&mut answer, |page| page.epoch = 1),
            Request::Push(_) => resign(&mut answer, |body| body.epoch = 1),
            Request::Chunk { .. } => {}
        }
    }
    answer
}

async fn lose(house: &House, photo: &PhotoHash, answer: &Answer) {
    if serde_json::from_slice::<ChunkAnswer>(&answer.body).unwrap().complete {
        behind(house, &format!("UPDATE photo SET state = 'wanted', complete_at = NULL WHERE hash = x'{photo}'")).await;
        let _ = std::fs::remove_file(house.core.media.original(photo));
    }
}

async fn rewrite(house: &House) {
    behind(house, "UPDATE ledger_entry SET received_at = received_at - 1 WHERE seq = 1").await;
}

/// Changes the database behind the server's back.
async fn behind(house: &House, statement: &str) {
    let db = Database::connect(house.core.settings.database_url()).await.unwrap();
    db.execute_unprepared(statement).await.unwrap();
    db.close().await.unwrap();
}

async fn show_foreign(house: &House, answer: &mut Answer) {
    let cases = storage::cases::batch(house.core.db.read(), None, 1000).await.unwrap();
    change(answer, |page| {
        if let Some(mut shown) = page.put.last().cloned() {
            let other = cases.iter().find(|case| case.reports[0].reporter != shown.case.reports[0].reporter);
            shown.case = other.cloned().unwrap_or(shown.case);
            page.put.push(shown);
        }
    });
}

fn change(answer: &mut Answer, change: impl FnOnce(&mut Pulled)) {
    let mut page: Pulled = serde_json::from_slice(&answer.body).unwrap();
    change(&mut page);
    answer.body = serde_json::to_vec(&page).unwrap();
}

fn hide_refusals(answer: &mut Answer) {
    resign(answer, |body| body.lines.iter_mut().for_each(|line| line.verdict = Verdict::Applied));
}

fn resign(answer: &mut Answer, change: impl FnOnce(&mut ReceiptBody)) {
    let mut told: PushAnswer = serde_json::from_slice(&answer.body).unwrap();
    let mut body: ReceiptBody = serde_json::from_str(&told.receipt.body).unwrap();
    change(&mut body);
    told.receipt = Receipt { body: serde_json::to_string(&body).unwrap(), ..told.receipt };
    answer.body = serde_json::to_vec(&told).unwrap();
}
