//! The eight promises.

use crate::{hand::Hand, outing, papers::Album, support::House};
use huiyin_domain::{
    case::{Case, Reporter},
    hash::Hash,
    ids::{CaseId, CommandId, PatrolId, PersonId},
    patrol::{self, Patrol},
    sync::{
        message::{Pulled, ReceiptBody},
        queue::{Fate, PhotoProgress},
    },
};
use huiyin_server::{
    ledger::verify::verify,
    storage::{self, ledger::EntryRow, photos::PhotoState},
};
use std::collections::{BTreeMap, BTreeSet};

type Judgement = Result<(), String>;

async fn entries(house: &House) -> BTreeMap<CommandId, EntryRow> {
    let entries = storage::ledger::after(house.core.db.read(), 0, 100_000).await.unwrap();
    entries.into_iter().map(|entry| (entry.command, entry)).collect()
}

fn is_reader(case: &Case, person: PersonId) -> bool {
    case.reports.iter().any(|filed| filed.reporter == Reporter::Staff { person })
}

/// Nothing hidden: what a phone shows as received is in the ledger, at any moment; unless the server was put back and the
/// phone could not hear of it yet.
pub(crate) async fn nothing_hidden(house: &House, hands: &[Hand]) -> Judgement {
    let head = storage::ledger::head(house.core.db.read(), false).await.unwrap().unwrap();
    let entries = entries(house).await;
    for hand in hands.iter().filter(|hand| hand.store.queue.device().epoch.is_none_or(|epoch| epoch == head.epoch)) {
        for item in hand.store.queue.items().filter(|item| item.is_acknowledged()) {
            if entries.get(&item.command).is_none_or(|entry| entry.command_hash != item.hash) {
                return Err(format!("hidden: {} is shown as received and is not in the ledger", item.command));
            }
        }
    }
    Ok(())
}

/// Nothing foreign: a page of news holds own cases and patrols only, and no other reporter.
pub(crate) fn nothing_foreign(hand: &Hand, page: &Pulled) -> Judgement {
    for known in &page.put {
        let others = known.case.reports.iter().any(|filed| match filed.reporter {
            Reporter::Staff { person } => person != hand.person,
            Reporter::Hidden => false,
            Reporter::Named | Reporter::Anonymous => true,
        });
        if others || !is_reader(&known.case, hand.person) {
            return Err(format!("foreign: {} came to the phone of {}", known.case.id, hand.name));
        }
    }
    if let Some(known) = page.patrols.iter().find(|known| !patrol::holders(&known.patrol).contains(&hand.person)) {
        return Err(format!("foreign: patrol {} came to the phone of {}", known.patrol.id, hand.name));
    }
    Ok(())
}

/// All of them, when all is quiet. `told` are all receipts that were given since the server was last put back.
pub(crate) async fn at_the_end(
    house: &House,
    hands: &[Hand],
    album: &Album,
    others: &BTreeSet<CommandId>,
    told: &[ReceiptBody],
) -> Judgement {
    let entries = entries(house).await;
    not_rewritten(house, &entries, told).await?;
    let ours: BTreeSet<CommandId> = hands.iter().flat_map(|hand| hand.written.iter().copied()).collect();
    if let Some(id) = entries.keys().find(|id| !ours.contains(id) && !others.contains(id)) {
        return Err(format!("twice: {id} is in the ledger and nobody sent it under that name"));
    }
    for hand in hands {
        not_lost(house, hand, album, &entries).await?;
        not_stuck(hand)?;
        not_silent(hand, &entries)?;
    }
    nothing_hidden(house, hands).await?;
    let cases = storage::cases::batch(house.core.db.read(), None, 100_000).await.unwrap();
    hands.iter().try_for_each(|hand| not_skipped(hand, &cases))?;
    let patrols = outing::all(house).await;
    hands.iter().try_for_each(|hand| no_patrol_skipped(hand, &patrols))?;
    seen_once(&patrols)
}

async fn not_rewritten(house: &House, entries: &BTreeMap<CommandId, EntryRow>, told: &[ReceiptBody]) -> Judgement {
    let snapshot = house.core.db.snapshot().await.unwrap();
    let found = verify(&snapshot).await.unwrap();
    snapshot.rollback().await.unwrap();
    found.map_err(|fault| format!("rewritten: {fault}"))?;
    for body in told {
        for line in &body.lines {
            if entries.get(&line.command).is_none_or(|entry| (entry.seq, entry.command_hash) != (line.seq, line.hash)) {
                return Err(format!("rewritten: the receipt for {} speaks of something else", line.command));
            }
        }
        let newest = body.lines.iter().max_by_key(|line| line.seq);
        if newest.is_some_and(|line| entries[&line.command].hash != body.head) {
            return Err("rewritten: the chain is not the one of a receipt".to_owned());
        }
    }
    Ok(())
}

async fn not_lost(house: &House, hand: &Hand, album: &Album, entries: &BTreeMap<CommandId, EntryRow>) -> Judgement {
    if let Some(id) = hand.store.told_saved.iter().find(|id| !entries.contains_key(id)) {
        return Err(format!("lost or stuck: {id} of {} was saved and is not in the ledger", hand.name));
    }
    let hashes: Vec<Hash> = hand.store.told_photos.iter().copied().collect();
    let rows = storage::photos::get(house.core.db.read(), &hashes).await.unwrap();
    let here: BTreeSet<Hash> = rows.into_iter().filter(|row| row.state == PhotoState::Complete).map(|row| row.hash).collect();
    for hash in hashes {
        let bytes = std::fs::read(house.core.media.original(&hash)).unwrap_or_default();
        if !here.contains(&hash) || bytes != album[&hash] {
            return Err(format!("lost: photo {hash} of {} is not wholly at the server", hand.name));
        }
    }
    Ok(())
}

fn not_stuck(hand: &Hand) -> Judgement {
    if let Some(item) = hand.store.queue.items().find(|item| item.fate == Fate::Waiting) {
        return Err(format!("stuck: {} of {} still waits", item.command, hand.name));
    }
    match hand.store.queue.photos().find(|photo| photo.progress != PhotoProgress::Complete) {
        Some(photo) => Err(format!("stuck: photo {} of {} is {:?}", photo.hash, hand.name, photo.progress)),
        None => Ok(()),
    }
}

/// What a person reads about a command is what became of it.
fn not_silent(hand: &Hand, entries: &BTreeMap<CommandId, EntryRow>) -> Judgement {
    for item in hand.store.queue.items() {
        let shown = item.evidence().map(|evidence| &evidence.line.verdict);
        if shown.is_some_and(|shown| entries.get(&item.command).is_some_and(|entry| entry.verdict != *shown)) {
            return Err(format!("silent: {} of {} is shown as {shown:?}", item.command, hand.name));
        }
    }
    Ok(())
}

fn not_skipped(hand: &Hand, cases: &[Case]) -> Judgement {
    let there: BTreeMap<CaseId, u64> = cases.iter().filter(|case| is_reader(case, hand.person)).map(|case| (case.id, case.seq)).collect();
    let here: BTreeMap<CaseId, u64> = hand.replica.cases.values().map(|known| (known.case.id, known.case.seq)).collect();
    match there.iter().find(|(id, seq)| here.get(id) != Some(seq)) {
        Some((id, seq)) => Err(format!("skipped: {} does not know {id} as of entry {seq}", hand.name)),
        None if here.len() > there.len() => Err(format!("foreign: {} holds cases that are gone", hand.name)),
        None => Ok(()),
    }
}

fn no_patrol_skipped(hand: &Hand, patrols: &[Patrol]) -> Judgement {
    let goes = |patrol: &&Patrol| patrol::holders(patrol).contains(&hand.person);
    let there: BTreeMap<PatrolId, u64> = patrols.iter().filter(goes).map(|patrol| (patrol.id, patrol.seq)).collect();
    let here: BTreeMap<PatrolId, u64> = hand.replica.patrols.values().map(|known| (known.patrol.id, known.patrol.seq)).collect();
    match there.iter().find(|(id, seq)| here.get(id) != Some(seq)) {
        Some((id, seq)) => Err(format!("skipped: {} does not know patrol {id} as of entry {seq}", hand.name)),
        None if here.len() > there.len() => Err(format!("foreign: {} holds patrols that are over", hand.name)),
        None => Ok(()),
    }
}

/// What was told of a place counts once, however often it came.
fn seen_once(patrols: &[Patrol]) -> Judgement {
    for patrol in patrols {
        let told: BTreeSet<CommandId> = patrol.visits.iter().map(|visit| visit.command).collect();
        if told.len() != patrol.visits.len() {
            return Err(format!("twice: patrol {} counts a visit again", patrol.id));
        }
    }
    Ok(())
}
