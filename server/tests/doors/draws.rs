//! Draws for a recheck are kept with the entry, whatever came of them, and done again by whoever verifies.

use crate::{
    desk_user::{DeskUser, reported},
    support::House,
};
use huiyin_domain::{
    case::{Accept, Ask, Dispatch, Event, Finding, ProposeClosure, ResultCode, SignFor, State, Verify, draw::population},
    command::Command,
    hash::Hash,
    ids::{CaseId, PersonId},
    people::UnitCode,
    rulebook::CategoryCode,
};
use huiyin_server::{
    ledger::{
        chain::{self, Facts},
        verify::{Fault, verify},
    },
    storage,
};
use sea_orm::{ConnectionTrait, Database};
use uuid::Uuid;

/// A case whose handler found nothing and proposes to close it: the fast path, from which a share is drawn.
async fn proposed(house: &House) -> CaseId {
    let mut phone = house.phone("patroller").await;
    let (number, _, case) = reported(house, &mut phone, "C18", "夜里施工，整晚不停", &[]).await;
    let (coordinator, handler) = (DeskUser::signed_in(house, "coordinator").await, DeskUser::signed_in(house, "handler").await);
    let me = PersonId(Uuid::from_u128(0xA003));
    let unit = UnitCode("t-359921100".into());
    let accept = Accept { category: CategoryCode("C18".into()), division: crate::support::TOWNSHIP.parse().unwrap(), not_the_same: vec![] };
    coordinator.does(house, &number, Ask::Accept(accept)).await;
    let words = Some("现场就近处理".into());
    coordinator.does(house, &number, Ask::Dispatch(Dispatch { lead_unit: unit, handler: me, co_units: vec![], words })).await;
    handler.does(house, &number, Ask::SignFor(SignFor { handler: me })).await;
    let verify = Verify {
        finding: Finding::Unsubstantiated,
        visited_at: house.core.now(),
        people: "承办人、村干部".into(),
        words: "夜间无施工，设备已停".into(),
        photos: vec![],
        no_photo_reason: Some("没有可拍的".into()),
    };
    handler.does(house, &number, Ask::Verify(verify)).await;
    let proposal = ProposeClosure { result: ResultCode::Unsubstantiated, words: "核查不属实，提请结案".into() };
    handler.does(house, &number, Ask::ProposeClosure(proposal)).await;
    let state = coordinator.view(house, &number).await.case.state;
    assert!(matches!(state, State::AwaitingApproval | State::AwaitingRecheck), "{state:?}");
    case
}

fn drawn(events: &[Event]) -> Option<(u8, u8, Option<Hash>, Option<Hash>)> {
    events.iter().find_map(|event| match event {
        Event::RecheckDrawn { drawn, share_percent, seed, population } => Some((*drawn, *share_percent, *seed, *population)),
        _ => None,
    })
}

/// Whoever holds the database and knows how the chain is made writes the newest entry anew, with hashes that fit.
async fn rewritten(house: &House, change: impl Fn(&mut Vec<Event>)) -> Option<Fault> {
    let db = house.core.db.read();
    let entry = storage::ledger::after(db, 0, 1_000).await.unwrap().pop().unwrap();
    let row = storage::ledger::events(db, &[entry.seq]).await.unwrap().remove(0);
    let bytes = storage::ledger::payloads(db, &[entry.command]).await.unwrap().remove(&entry.command).flatten().unwrap();
    let salt = serde_json::from_slice::<Command>(&bytes).unwrap().salt;
    let mut events: Vec<Event> = serde_json::from_str(row.body.as_deref().unwrap()).unwrap();
    change(&mut events);
    let body = serde_json::to_string(&events).unwrap();
    let events_hash = chain::events_hash(&salt, [(row.case, body.as_str())]);
    let facts = Facts {
        county: "359921",
        epoch: entry.epoch,
        seq: entry.seq,
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
        events_hash,
    };
    let (content, hash) = (facts.content(), chain::link(entry.prev_hash, facts.content()));
    let sql = format!(
        "UPDATE entry_event SET body = '{body}' WHERE seq = {seq};
         UPDATE ledger_entry SET events_hash = x'{events_hash}', content_hash = x'{content}', hash = x'{hash}' WHERE seq = {seq};
         UPDATE ledger_head SET hash = x'{hash}'",
        seq = entry.seq,
    );
    let other = Database::connect(house.core.settings.database_url()).await.unwrap();
    other.execute_unprepared(&sql).await.unwrap();
    other.close().await.unwrap();
    let snapshot = house.core.db.snapshot().await.unwrap();
    verify(&snapshot).await.unwrap().err()
}

#[tokio::test]
async fn a_draw_that_was_changed_is_named_even_if_every_hash_fits() {
    let house = House::new().await;
    let case = proposed(&house).await;
    house.verified().await;
    let db = house.core.db.read();
    let entry = storage::ledger::after(db, 0, 1_000).await.unwrap().pop().unwrap();
    let row = storage::ledger::events(db, &[entry.seq]).await.unwrap().remove(0);
    let events: Vec<Event> = serde_json::from_str(row.body.as_deref().unwrap()).unwrap();
    let (number, share, seed, among) = drawn(&events).expect("a draw is kept whatever comes of it");
    assert_eq!((share, seed, among), (20, Some(entry.prev_hash), Some(population(case))));

    // A number on the same side of the share, so that the case is what its events make it.
    let other = match (number, share) {
        (0, _) => 1,
        (number, share) if number == share => number + 1,
        (number, _) => number - 1,
    };
    let put = |to: u8| {
        move |events: &mut Vec<Event>| {
            for event in events {
                if let Event::RecheckDrawn { drawn, .. } = event {
                    *drawn = to;
                }
            }
        }
    };
    assert_eq!(rewritten(&house, |_| {}).await, None, "written anew as it was, all fits");
    assert_eq!(rewritten(&house, put(other)).await, Some(Fault::Draw(entry.seq)));
    assert_eq!(rewritten(&house, put(number)).await, None);
    house.verified().await;
    let forget = |events: &mut Vec<Event>| {
        for event in events {
            if let Event::RecheckDrawn { seed, .. } = event {
                *seed = None;
            }
        }
    };
    assert_eq!(rewritten(&house, forget).await, Some(Fault::Draw(entry.seq)), "a draw without its seed but with a population");
}
