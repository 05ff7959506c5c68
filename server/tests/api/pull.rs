//! State down: everything after the cursor once, nothing foreign, and what left is dropped.

use crate::{desk::act, support::House};
use huiyin_domain::{
    case::{Accept, Ask, Dispatch},
    people::UnitCode,
    rulebook::CategoryCode,
    sync::message::Verdict,
};
use serde_json::Value;

fn ids(list: &Value) -> Vec<String> {
    list.as_array().unwrap().iter().map(|one| one["case"]["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_phone_holds_its_own_cases_and_no_others() {
    let house = House::new().await;
    let mut one = house.phone("patroller").await;
    let far = house.phone("far").await;
    let report = one.report("夜里施工很吵");
    one.pushed(&house, &[&report]).await;
    let mine = one.pull(&house, None).await;
    assert_eq!(ids(&mine["put"]), [report.case.to_string()]);
    assert_eq!(mine["put"][0]["why"], serde_json::json!(["reported"]));
    assert_eq!(mine["verdicts"].as_array().unwrap().len(), 1);
    assert_eq!(mine["seq"], 1);
    assert!(ids(&far.pull(&house, None).await["put"]).is_empty());
    let cursor = mine["cursor"].as_str().unwrap();
    let nothing = one.pull(&house, Some(cursor)).await;
    assert!(ids(&nothing["put"]).is_empty() && nothing["verdicts"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_case_comes_to_its_handler_and_leaves_without_a_trace_of_its_reporter() {
    let house = House::new().await;
    let mut patroller = house.phone("patroller").await;
    let (handler, other, coordinator) = (house.phone("handler").await, house.phone("patroller2").await, house.phone("coordinator").await);
    let report = patroller.report("夜里施工很吵");
    patroller.pushed(&house, &[&report]).await;
    let accept = Ask::Accept(Accept {
        category: CategoryCode("C06".into()),
        division: crate::support::TOWNSHIP.parse().unwrap(),
        not_the_same: Vec::new(),
    });
    assert_eq!(act(&house, &coordinator, report.case, 1, accept).await, Verdict::Applied);
    let dispatch =
        |person| Ask::Dispatch(Dispatch { lead_unit: UnitCode("t-359921100".into()), handler: person, co_units: Vec::new(), words: None });
    assert_eq!(act(&house, &coordinator, report.case, 2, dispatch(handler.person.id)).await, Verdict::Applied);
    let got = handler.pull(&house, None).await;
    assert_eq!(got["put"][0]["why"], serde_json::json!(["handling"]));
    assert!(!got["put"][0].to_string().contains(&patroller.person.id.to_string()), "the reporter is told: {}", got["put"][0]);
    let cursor = got["cursor"].as_str().unwrap().to_owned();
    let reassign = Ask::Return(huiyin_domain::case::Words { words: "不在我们的职责范围内".into() });
    assert_eq!(act(&house, &handler, report.case, 3, reassign).await, Verdict::Applied);
    let after = handler.pull(&house, Some(&cursor)).await;
    let still = ids(&after["put"]).len();
    let dropped = after["drop"].as_array().unwrap().len();
    assert_eq!(still + dropped, 1, "{after}");
    assert!(ids(&other.pull(&house, None).await["put"]).is_empty());
    house.verified().await;
}

#[tokio::test]
async fn pages_skip_nothing_and_repeat_nothing() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let long = "噪".repeat(4_500);
    let mut filed = Vec::new();
    for _ in 0..6 {
        let reports: Vec<_> = (0..20).map(|_| phone.report(&long)).collect();
        filed.extend(reports.iter().map(|report| report.case.to_string()));
        phone.pushed(&house, &reports.iter().collect::<Vec<_>>()).await;
    }
    let (mut got, mut cursor, mut pages) = (Vec::new(), None::<String>, 0);
    loop {
        let page = phone.pull(&house, cursor.as_deref()).await;
        got.extend(ids(&page["put"]));
        pages += 1;
        cursor = Some(page["cursor"].as_str().unwrap().to_owned());
        if page["more"] == false {
            break;
        }
    }
    assert!(pages > 1);
    got.sort();
    filed.sort();
    assert_eq!(got, filed);
}

#[tokio::test]
async fn a_cursor_works_for_its_person_and_device_only() {
    let house = House::new().await;
    let (one, other) = (house.phone("patroller").await, house.phone("patroller").await);
    let cursor = one.pull(&house, None).await["cursor"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/sync/pull?cursor={cursor}");
    other.get(&house, &path).await.is_problem(400, "bad_cursor", Some("cursor"));
    one.get(&house, "/api/v1/sync/pull?cursor=AAAA").await.is_problem(400, "bad_cursor", Some("cursor"));
}

#[tokio::test]
async fn the_book_is_sent_once() {
    let house = House::new().await;
    let phone = house.phone("patroller").await;
    let book = phone.get(&house, "/api/v1/sync/book").await;
    let value: Value = book.json();
    assert_eq!(value["rulebook"]["version"], 1);
    assert!(value["sites"].as_array().unwrap().iter().all(|site| site["division"].as_str().unwrap().starts_with(crate::support::TOWNSHIP)));
    let request =
        axum::http::Request::get("/api/v1/sync/book").header("cookie", &phone.cookie).header("if-none-match", book.header("etag"));
    assert_eq!(house.send(request.body(axum::body::Body::empty()).unwrap()).await.status.as_u16(), 304);
}
