//! What is asked at the desk and judged by the ledger: once, in order, by the edition that the person saw.

use crate::support::{House, Phone, TOWNSHIP};
use huiyin_domain::{
    case::{Accept, Ask, Words},
    ids::CaseId,
    rulebook::{CategoryCode, Rulebook},
    sync::message::{HeldReason, Verdict},
};
use huiyin_server::{
    error::Kind,
    ledger::{Papers, Sender, Submission},
    storage,
};
use time::Duration;

/// Something a person does at the desk.
pub(crate) async fn act(house: &House, person: &Phone, case: CaseId, base: u64, ask: Ask) -> Verdict {
    let core = &house.core;
    let command = core.draft(core.ids.uuid().into(), person.device, 1, case, base, ask);
    let submission = Submission {
        sender: Sender::Person(person.person.id),
        device: person.device,
        papers: Papers::Drafted(Box::new(command)),
        received_at: None,
    };
    core.ledger.submit(submission).await.unwrap().lines.remove(0).verdict
}

fn accept() -> Ask {
    Ask::Accept(Accept { category: CategoryCode("C18".into()), division: TOWNSHIP.parse().unwrap(), not_the_same: Vec::new() })
}

#[tokio::test]
async fn who_comes_second_is_told_who_was_first() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (coordinator, dispatcher) = (house.phone("coordinator").await, house.phone("dispatcher").await);
    let report = phone.report("夜里施工很吵");
    phone.pushed(&house, &[&report]).await;
    assert_eq!(act(&house, &coordinator, report.case, 1, accept()).await, Verdict::Applied);
    let second = act(&house, &dispatcher, report.case, 1, accept()).await;
    assert!(matches!(second, Verdict::Conflict { by: Some(by), .. } if by == coordinator.person.id), "{second:?}");
    assert_eq!(house.verified().await.entries, 3);
}

#[tokio::test]
async fn the_same_deed_twice_has_one_effect_and_another_under_its_id_has_none() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let report = phone.report("夜里施工很吵");
    phone.pushed(&house, &[&report]).await;
    let desk = house.phone("coordinator").await;
    let core = &house.core;
    let id = core.ids.uuid().into();
    let deed = |words: &str| Submission {
        sender: Sender::Person(desk.person.id),
        device: desk.device,
        papers: Papers::Drafted(Box::new(core.draft(id, desk.device, 1, report.case, 1, Ask::Note(Words { words: words.into() })))),
        received_at: None,
    };
    let first = core.ledger.submit(deed("已电话核实情况")).await.unwrap();
    let again = core.ledger.submit(deed("已电话核实情况")).await.unwrap();
    assert_eq!(first.lines, again.lines);
    assert_eq!(core.ledger.submit(deed("另外一件事情")).await.unwrap_err().kind(), Kind::IdUsed);
    assert_eq!(house.verified().await.entries, 2);
}

#[tokio::test]
async fn an_edition_is_good_for_thirty_days_after_the_next_one() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let first = house.core.county().await.unwrap().rulebook.clone();
    let mut second = Rulebook { version: 2, ..(*first).clone() };
    second.categories.retain(|category| category.code.0 != "C18");
    let db = house.core.db.begin().await.unwrap();
    storage::county::edition(&db, &second, house.core.now()).await.unwrap();
    db.commit().await.unwrap();
    house.clock.advance(Duration::days(29));
    phone.now = house.core.now();
    let old = phone.report("夜里施工很吵");
    assert_eq!(phone.pushed(&house, &[&old]).await.1[0].verdict, Verdict::Applied);
    house.clock.advance(Duration::days(2));
    phone.now = house.core.now();
    let too_old = phone.report("夜里施工很吵");
    let (_, lines) = phone.pushed(&house, &[&too_old]).await;
    assert_eq!(lines[0].verdict, Verdict::Held { reason: HeldReason::RulebookTooOld });
    house.verified().await;
}
