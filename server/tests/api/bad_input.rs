//! Bad input: each gets a stable code, the field, words in both languages; nothing is lost, nothing half-written.

use crate::support::{Answer, House, Phone, sealed};
use axum::{body::Body, http::Request};
use huiyin_domain::{
    case::{Ask, Submit, Words},
    command::Command,
    ids::CaseId,
    place::Point,
    refusal::Refusal,
    report::Whereabouts,
    sync::message::{PushAnswer, ReceiptBody, Verdict},
};
use serde_json::Value;
use uuid::Uuid;

async fn verdict(house: &House, phone: &Phone, command: &Command) -> Verdict {
    phone.pushed(house, &[command]).await.1.remove(0).verdict
}

/// A report with something wrong, which is refused for this and nothing else, and changes no case.
async fn refused(change: impl FnOnce(&mut Submit), code: &str, field: &str) {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let mut command = phone.report("夜里施工很吵");
    let Ask::Submit(submit) = &mut command.ask else { unreachable!("a report is a submit") };
    change(submit);
    let verdict = verdict(&house, &phone, &command).await;
    is_refused(&verdict, code, field);
    let good = phone.report("后面的一条没有问题");
    assert_eq!(phone.pushed(&house, &[&good]).await.1[0].verdict, Verdict::Applied);
    let verified = house.verified().await;
    assert_eq!((verified.entries, verified.cases), (2, 1));
}

#[track_caller]
fn is_refused(verdict: &Verdict, code: &str, field: &str) {
    let Verdict::Refused { refusal: Refusal { unmet } } = verdict else { panic!("not refused: {verdict:?}") };
    let found: Vec<Value> = unmet.iter().map(|one| serde_json::to_value(one).unwrap()).collect();
    assert!(found.iter().any(|one| names(&one["code"], code) && one["field"] == field), "{found:?}");
    // Words for every code, in both languages, are checked where they are written; here: there is exactly one reason.
    assert_eq!(found.len(), 1, "{found:?}");
}

/// A code stands alone or names its numbers.
fn names(told: &Value, code: &str) -> bool {
    told == code || told.get(code).is_some()
}

#[tokio::test]
async fn an_unknown_category() {
    refused(|submit| submit.report.category.0 = "C77".into(), "unknown_category", "report.category").await;
}

#[tokio::test]
async fn impossible_coordinates() {
    let at = |lat_deg, lon_deg| move |submit: &mut Submit| submit.report.place = Whereabouts::Pointed(Point { lat_deg, lon_deg });
    refused(at(95.0, 118.0), "impossible_place", "report.place").await;
    refused(at(26.0, 500.0), "impossible_place", "report.place").await;
    refused(at(52.5, 13.4), "outside_county", "report.place").await;
}

#[tokio::test]
async fn a_division_that_does_not_exist() {
    refused(|submit| submit.report.division = Some("359921999".parse().unwrap()), "unknown_division", "report.division").await;
}

#[tokio::test]
async fn an_empty_and_an_endless_description() {
    refused(|submit| submit.report.words = "   ".into(), "missing", "report.words").await;
    refused(|submit| submit.report.words = "啊".repeat(10_000), "too_long", "report.words").await;
}

#[tokio::test]
async fn a_command_of_the_year_2100() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let now = phone.now;
    phone.now = now + time::Duration::days(365 * 74);
    let mut command = phone.report("来自未来的上报");
    let Ask::Submit(submit) = &mut command.ask else { unreachable!("a report is a submit") };
    submit.report.place = Whereabouts::Unknown { reason: "没有定位信号".into() };
    is_refused(&verdict(&house, &phone, &command).await, "impossible_time", "made_at");
    assert_eq!(house.verified().await.cases, 0);
}

#[tokio::test]
async fn rare_characters_and_emoji_come_back_as_they_went() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let words = "𬭊厂后门排烟 🏭👨‍👩‍👧‍👦 “黑烟” \u{200d} & <b>重</b> \\ \" \u{2028} 𠮷";
    let command = phone.report(words);
    assert_eq!(verdict(&house, &phone, &command).await, Verdict::Applied);
    let house = house.restarted().await;
    let pulled = phone.pull(&house, None).await;
    assert_eq!(pulled["put"][0]["case"]["reports"][0]["report"]["words"], words);
    house.verified().await;
}

#[tokio::test]
async fn a_case_out_of_scope_and_one_that_does_not_exist_look_alike() {
    let house = House::new().await;
    let mut owner = house.phone("patroller").await;
    let report = owner.report("夜里施工很吵");
    owner.pushed(&house, &[&report]).await;
    let mut far = house.phone("far").await;
    let note = |words: &str| Ask::Note(Words { words: words.into() });
    let foreign = far.command(Some(report.case), 0, note("不是我的案件"));
    let absent = far.command(Some(CaseId(Uuid::now_v7())), 0, note("没有这个案件"));
    let (_, lines) = far.pushed(&house, &[&foreign, &absent]).await;
    for line in &lines {
        let Verdict::Refused { refusal } = &line.verdict else { panic!("not refused: {line:?}") };
        assert_eq!(serde_json::to_value(&refusal.unmet[0]).unwrap()["code"], "no_such_case");
    }
    assert_eq!(house.verified().await.entries, 3);
}

#[tokio::test]
async fn a_replayed_command_under_another_number_is_a_fork() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let report = phone.report("夜里施工很吵");
    phone.pushed(&house, &[&report]).await;
    let replayed = Command { number: 2, ..report };
    let (answer, lines) = phone.pushed(&house, &[&replayed]).await;
    assert!(lines.is_empty());
    assert_eq!(answer.forks, [2]);
    assert_eq!(house.verified().await.entries, 1);
}

async fn push_raw(house: &House, phone: &Phone, kind: &str, encoding: Option<&str>, body: impl Into<Body>) -> Answer {
    let mut request = Request::post("/api/v1/sync/push").header("content-type", kind).header("cookie", &phone.cookie);
    if let Some(encoding) = encoding {
        request = request.header("content-encoding", encoding);
    }
    house.send(request.body(body.into()).unwrap()).await
}

#[tokio::test]
async fn bodies_that_are_no_push() {
    let house = House::new().await;
    let phone = house.phone("patroller").await;
    let json = "application/json";
    push_raw(&house, &phone, "text/html", None, "<html></html>").await.is_problem(415, "wrong_content_type", Some("content-type"));
    push_raw(&house, &phone, json, None, "<html></html>").await.is_problem(400, "malformed_json", Some("body"));
    push_raw(&house, &phone, json, None, r#"{"commands": ["#).await.is_problem(400, "malformed_json", Some("body"));
    push_raw(&house, &phone, json, None, r#"{"commands": []}"#).await.is_problem(422, "wrong_shape", Some("device"));
    push_raw(&house, &phone, json, None, "[".repeat(100_000)).await.is_problem(422, "wrong_shape", None);
    push_raw(&house, &phone, json, None, format!(r#"{{"device":{}"#, "[".repeat(100_000))).await.is_problem(422, "wrong_shape", None);
    push_raw(&house, &phone, json, None, " ".repeat(2_000_000)).await.is_problem(413, "too_large", Some("body"));
    push_raw(&house, &phone, json, Some("gzip"), "this is not gzip").await.is_problem(400, "bad_compression", Some("body"));
    let nameless = format!(r#"{{"device":"{}","commands":[{{"hello":1}}]}}"#, phone.device);
    push_raw(&house, &phone, json, None, nameless).await.is_problem(422, "malformed_command", Some("commands[0]"));
    let many = format!(r#"{{"device":"{}","commands":[{}]}}"#, phone.device, vec!["1"; 201].join(","));
    push_raw(&house, &phone, json, None, many).await.is_problem(413, "too_many_commands", Some("commands"));
    assert_eq!(house.verified().await.entries, 0);
}

#[tokio::test]
async fn a_bomb_of_compressed_zeros_does_not_go_off() {
    use std::io::Write;
    let house = House::new().await;
    let phone = house.phone("patroller").await;
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(&vec![b' '; 50_000_000]).unwrap();
    let bomb = packer.finish().unwrap();
    assert!(bomb.len() < 100_000);
    push_raw(&house, &phone, "application/json", Some("gzip"), bomb).await.is_problem(413, "too_large", Some("body"));
}

#[tokio::test]
async fn deeply_nested_commands_are_kept_and_held() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let text = sealed(&phone.report("夜里施工很吵"));
    let deep = text.replace(r#""words":"夜里施工很吵""#, &format!(r#""words":{}{}"#, "[".repeat(5_000), "]".repeat(5_000)));
    let answer: PushAnswer = phone.push(&house, &[deep]).await.json();
    let body: ReceiptBody = serde_json::from_str(&answer.receipt.body).unwrap();
    assert!(matches!(body.lines[0].verdict, Verdict::Held { .. }));
    assert_eq!(house.verified().await.entries, 1);
}

#[tokio::test]
async fn addresses_and_methods_that_do_not_exist() {
    let house = House::new().await;
    house.get("/api/v1/nothing", None).await.is_problem(404, "not_found", None);
    let put = Request::put("/api/v1/session").body(Body::empty()).unwrap();
    house.send(put).await.is_problem(405, "method_not_allowed", None);
    let phone = house.phone("patroller").await;
    phone.get(&house, "/api/v1/photos/xyz/shown").await.is_problem(400, "bad_address", Some("photo"));
}

#[tokio::test]
async fn every_problem_speaks_both_languages() {
    let house = House::new().await;
    let ask = |language: &'static str| Request::get("/api/v1/session").header("accept-language", language).body(Body::empty()).unwrap();
    let zh = house.send(ask("zh-CN,zh;q=0.9")).await.is_problem(401, "not_signed_in", None);
    let en = house.send(ask("en-GB,en;q=0.8")).await.is_problem(401, "not_signed_in", None);
    assert_eq!(zh["title"], "请先登录");
    assert_eq!(en["title"], "Please sign in");
}
