//! Where databases differ by themselves, and must not: odd characters, capitals, empty keys in an order.

use crate::support::House;
use huiyin_domain::sync::message::Verdict;
use huiyin_server::storage::inbox::{Filter, Mark, Reach, Reader, Segment, page};
use sea_orm::ConnectionTrait;
use serde_json::json;

#[tokio::test]
async fn a_nul_in_a_text_hurts_nobody() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let report = phone.report("夜里施工\0很吵，已经三天了");
    let (_, lines) = phone.pushed(&house, &[&report]).await;
    assert!(!matches!(lines[0].verdict, Verdict::Held { .. }), "{:?}", lines[0].verdict);
    let good = phone.report("后面的一条没有问题");
    assert_eq!(phone.pushed(&house, &[&good]).await.1[0].verdict, Verdict::Applied);
    house.verified().await;
    let label = json!({ "name": "patroller", "password": crate::support::PASSWORD, "label": "a\0phone" });
    assert_eq!(house.post("/api/v1/session", None, label.to_string()).await.status.as_u16(), 200);
    let name = json!({ "name": "patr\0ller", "password": "x", "label": "" });
    house.post("/api/v1/session", None, name.to_string()).await.is_problem(401, "wrong_name_or_password", Some("password"));
    assert_eq!(phone.get(&house, "/api/v1/cases?search=%00").await.status.as_u16(), 200);
    assert_eq!(house.get("/cases/CX26-00%00", None).await.status.as_u16(), 404);
}

#[tokio::test]
async fn search_minds_no_capitals() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let report = phone.report("KTV 音响声很大，招牌是 Größe 100%_\\");
    phone.pushed(&house, &[&report]).await;
    let found = async |text: &str| {
        let text: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let inbox: serde_json::Value = phone.get(&house, &format!("/api/v1/cases?search={text}")).await.json();
        inbox["rows"].as_array().unwrap().len()
    };
    for text in ["ktv", "KTV", "cx26-0001", "Größe", "gRöße", "0%_\\", "音响"] {
        assert_eq!(found(text).await, 1, "{text}");
    }
    for text in ["k_v", "K%", "\\\\", "KTW"] {
        assert_eq!(found(text).await, 0, "{text}");
    }
}

#[tokio::test]
async fn what_rests_without_a_clock_comes_before_what_rests_with_one() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let reports: Vec<_> = (0..6).map(|n| phone.report(&format!("第 {n} 处噪声扰民"))).collect();
    phone.pushed(&house, &reports.iter().collect::<Vec<_>>()).await;
    let db = house.core.db.begin().await.unwrap();
    db.execute_unprepared("UPDATE case_file SET paused = TRUE, due_at = CASE WHEN seq < 4 THEN NULL ELSE 10 - seq END").await.unwrap();
    db.commit().await.unwrap();
    let reader =
        Reader { reaches: vec![Reach::County], waits: Vec::new(), stages: Vec::new(), units: Default::default(), now: house.core.now() };
    let (mut turned, mut after) = (Vec::new(), None);
    loop {
        let lines = page(house.core.db.read(), &reader, &Filter::default(), Segment::Paused, after, 2).await.unwrap();
        let Some(last) = lines.last() else { break };
        after = Some(Mark::after(last, Segment::Paused));
        turned.extend(lines.iter().map(|line| line.due_at));
    }
    assert_eq!(turned, [None, None, None, Some(4), Some(5), Some(6)]);
}
