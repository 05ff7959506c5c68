//! The classic bug of cursors: a number is taken, a higher one is committed first, a reader passes both, and the lower
//! one is never seen. Here it is planted, found, and shown to be absent from the real ledger.

use crate::support::{
    House, Phone,
    postgres::{beside, done_or_waiting},
};
use huiyin_domain::ids::{CaseId, PersonId};
use huiyin_server::storage::{self, Transaction};
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
};
use uuid::Uuid;

/// What is wrong with what a reader saw.
#[derive(PartialEq, Eq, Debug)]
struct Wrong {
    skipped: Vec<CaseId>,
    repeated: Vec<CaseId>,
    invented: Vec<CaseId>,
}

/// Every change seen exactly once, or what is wrong: the one check for the real thing and for the planted bug.
fn exactly_once(written: &[CaseId], seen: &[CaseId]) -> Result<(), Wrong> {
    let mut times: BTreeMap<CaseId, u32> = BTreeMap::new();
    for case in seen {
        *times.entry(*case).or_default() += 1;
    }
    let written: BTreeSet<CaseId> = written.iter().copied().collect();
    let skipped = written.iter().filter(|case| !times.contains_key(case)).copied().collect::<Vec<_>>();
    let repeated = times.iter().filter(|(_, times)| **times > 1).map(|(case, _)| *case).collect::<Vec<_>>();
    let invented = times.keys().filter(|case| !written.contains(case)).copied().collect::<Vec<_>>();
    if skipped.is_empty() && repeated.is_empty() && invented.is_empty() { Ok(()) } else { Err(Wrong { skipped, repeated, invented }) }
}

const READER: PersonId = PersonId(Uuid::from_u128(0xBEEF));

/// Where a writer has its number from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbers {
    /// The ledger's counter, locked until the end.
    Counter,
    /// A sequence, which nobody waits for.
    Sequence,
}

/// Writes a change under its number; not yet committed.
async fn write(db: Transaction, numbers: Numbers, case: CaseId) -> Transaction {
    let seq = match numbers {
        Numbers::Counter => {
            let head = storage::ledger::head(&db, true).await.unwrap().unwrap();
            assert!(storage::ledger::advance(&db, &head, head.seq + 1, head.hash).await.unwrap());
            head.seq + 1
        }
        Numbers::Sequence => {
            let asked = Statement::from_string(DbBackend::Postgres, "SELECT nextval('planted')");
            let row = db.query_one_raw(asked).await.unwrap().unwrap();
            u64::try_from(row.try_get_by_index::<i64>(0).unwrap()).unwrap()
        }
    };
    storage::changes::put(&db, &BTreeMap::from([((READER, case), (seq, true))])).await.unwrap();
    db
}

/// Two writers, the second of which commits first if it can, and a reader in between.
async fn overtaking(numbers: Numbers) -> Result<(), Wrong> {
    let one = House::new().await;
    let other = one.twin().await;
    let watcher = beside(&one.core.settings.database_url()).await;
    watcher.execute_unprepared("CREATE SEQUENCE planted").await.unwrap();
    let cases = [CaseId(Uuid::from_u128(1)), CaseId(Uuid::from_u128(2))];
    let (mut seen, mut cursor) = (Vec::new(), 0);
    let mut read = async || {
        for change in storage::changes::after(one.core.db.read(), READER, cursor, None, 100).await.unwrap() {
            seen.push(change.case);
            cursor = change.seq;
        }
    };
    let first = write(one.core.db.begin().await.unwrap(), numbers, cases[0]).await;
    let second = other.core.db.begin().await.unwrap();
    let second = tokio::spawn(async move { write(second, numbers, cases[1]).await.commit().await.unwrap() });
    let overtook = done_or_waiting(&watcher, &second).await;
    assert_eq!(overtook, numbers == Numbers::Sequence, "only a writer that needs no lock may overtake");
    read().await;
    first.commit().await.unwrap();
    second.await.unwrap();
    read().await;
    exactly_once(&cases, &seen)
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_from_a_sequence_lose_a_change_and_the_check_finds_it() {
    let wrong = overtaking(Numbers::Sequence).await.unwrap_err();
    assert_eq!(wrong, Wrong { skipped: vec![CaseId(Uuid::from_u128(1))], repeated: Vec::new(), invented: Vec::new() });
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_from_the_counter_lose_nothing() {
    assert_eq!(overtaking(Numbers::Counter).await, Ok(()));
}

/// Reports that each phone files, one a push.
const REPORTS: usize = 15;

async fn file(house: &House, phone: &mut Phone) -> Vec<CaseId> {
    let mut filed = Vec::with_capacity(REPORTS);
    for n in 0..REPORTS {
        let report = phone.report(&format!("第 {n} 处噪声扰民"));
        phone.pushed(house, &[&report]).await;
        filed.push(report.case);
    }
    filed
}

/// Takes numbers and gives them back, as a writer does whose transaction fails.
async fn fail(house: &House) {
    for n in 0..REPORTS {
        let db = house.core.db.begin().await.unwrap();
        let failed = CaseId(Uuid::from_u128(0xDEAD_0000 + n as u128));
        write(db, Numbers::Counter, failed).await.rollback().await.unwrap();
    }
}

/// Follows the cursor through both processes in turn, until the writers are done and nothing is left.
async fn follow(houses: [&House; 2], phone: &Phone, done: &Cell<bool>) -> Vec<CaseId> {
    let (mut seen, mut cursor) = (Vec::new(), None::<String>);
    for turn in 0.. {
        let last = done.get();
        let page = phone.pull(houses[turn % 2], cursor.as_deref()).await;
        let put = page["put"].as_array().unwrap();
        seen.extend(put.iter().map(|one| serde_json::from_value::<CaseId>(one["case"]["id"].clone()).unwrap()));
        cursor = Some(page["cursor"].as_str().unwrap().to_owned());
        if last && page["more"] == false {
            break;
        }
        tokio::task::yield_now().await;
    }
    seen
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_of_two_processes_sees_every_change_once() {
    let one = House::new().await;
    let other = one.twin().await;
    let reader = one.phone("patroller").await;
    let mut phones = Vec::new();
    for n in 0..6 {
        let house = [&one, &other][n % 2];
        phones.push((house, house.phone("patroller").await));
    }
    let done = Cell::new(false);
    let writing = async {
        let filing = futures::future::join_all(phones.iter_mut().map(|(house, phone)| file(house, phone)));
        let (filed, ..) = futures::join!(filing, fail(&one), fail(&other));
        done.set(true);
        filed.concat()
    };
    let (written, seen) = futures::join!(writing, follow([&one, &other], &reader, &done));
    assert_eq!(written.len(), 6 * REPORTS);
    assert_eq!(exactly_once(&written, &seen), Ok(()));
    // The verifier knows entries only: the counter stands where the last one is, whatever was rolled back.
    let verified = one.verified().await;
    assert_eq!((verified.entries, verified.cases), (written.len() as u64, written.len() as u64));
    assert_eq!(other.verified().await.head, verified.head);
}
