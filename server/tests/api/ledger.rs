//! The chain: whoever holds a receipt or a published file notices every change.

use crate::support::House;
use huiyin_domain::hash::Hash;
use huiyin_server::ledger::verify::{Fault, verify};
use sea_orm::{ConnectionTrait, Database};
use serde_json::Value;

async fn with_three_entries() -> House {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let reports: Vec<_> = (0..3).map(|n| phone.report(&format!("第 {n} 处噪声扰民"))).collect();
    phone.pushed(&house, &reports.iter().collect::<Vec<_>>()).await;
    assert_eq!(house.verified().await.entries, 3);
    house
}

/// Does something to the database behind our back, and says what verification finds.
async fn after(statement: &str) -> Option<Fault> {
    let house = with_three_entries().await;
    let db = Database::connect(house.core.settings.database_url()).await.unwrap();
    let done = db.execute_unprepared(statement).await.unwrap();
    assert!(done.rows_affected() > 0, "nothing was changed by: {statement}");
    db.close().await.unwrap();
    let snapshot = house.core.db.snapshot().await.unwrap();
    verify(&snapshot).await.unwrap().err()
}

#[tokio::test]
async fn every_change_behind_our_back_is_found_and_named() {
    assert_eq!(after("UPDATE ledger_entry SET kind = 'accept' WHERE seq = 2").await, Some(Fault::Facts(2)));
    assert_eq!(after("UPDATE ledger_entry SET received_at = received_at + 1 WHERE seq = 3").await, Some(Fault::Facts(3)));
    assert_eq!(after("UPDATE payload SET bytes = (SELECT hash FROM ledger_head)").await, Some(Fault::Bytes(1)));
    assert_eq!(after("DELETE FROM ledger_entry WHERE seq = 2").await, Some(Fault::Number { expected: 2, found: 3 }));
    assert_eq!(after("DELETE FROM ledger_entry WHERE seq = 3").await, Some(Fault::Head));
    assert_eq!(after("UPDATE entry_event SET body = '[]' WHERE seq = 2").await, Some(Fault::Events(2)));
    assert_eq!(after("UPDATE ledger_entry SET prev_hash = hash WHERE seq = 2").await, Some(Fault::Chain(2)));
    let changed =
        after("UPDATE case_file SET body = replace(body, '\"supervision_level\":0', '\"supervision_level\":3') WHERE seq = 1").await;
    assert!(matches!(changed, Some(Fault::Case(_))), "{changed:?}");
    let listed = after("UPDATE case_file SET state = 'closed', open = false").await;
    assert!(matches!(listed, Some(Fault::Listed(_))), "{listed:?}");
    let removed = after("DELETE FROM case_file WHERE seq = 1").await;
    assert!(matches!(removed, Some(Fault::CaseMissing(_))), "{removed:?}");
}

#[tokio::test]
async fn erased_words_leave_a_chain_that_fits() {
    let house = with_three_entries().await;
    let db = Database::connect(house.core.settings.database_url()).await.unwrap();
    db.execute_unprepared("UPDATE payload SET bytes = NULL, erased_at = 1").await.unwrap();
    db.execute_unprepared("UPDATE entry_event SET body = NULL").await.unwrap();
    db.close().await.unwrap();
    assert_eq!(house.verified().await.erased, 3);
}

#[tokio::test]
async fn the_published_file_of_a_day_can_be_recomputed_by_anybody() {
    let house = with_three_entries().await;
    let head: Value = house.get("/api/v1/ledger/head", None).await.json();
    let head: Value = serde_json::from_str(head["body"].as_str().unwrap()).unwrap();
    let file = house.get("/api/v1/ledger/days/2026-11-23", None).await;
    let text = String::from_utf8(file.body).unwrap();
    let mut chain = Hash::ZERO.to_string();
    for line in text.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        assert_eq!(words[1], chain);
        chain = Hash::of(format!("{chain}\n{}\n", words[2]).as_bytes()).to_string();
        assert_eq!(words[3], chain);
    }
    assert_eq!(text.lines().count(), 3);
    assert_eq!(head["hash"], chain);
    assert_eq!(head["seq"], 3);
    house.get("/api/v1/ledger/days/2026-13-45", None).await.is_problem(400, "bad_address", Some("date"));
}
