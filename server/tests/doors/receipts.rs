//! Looking a receipt up: forgiving in form, silent about what exists, slow to guess.

use crate::{
    desk_user::{DeskUser, form, reported},
    life::{published, until_approval},
    notices::given,
    support::{Answer, House, TOWNSHIP},
};
use axum::{body::Body, http::Request};
use huiyin_domain::{
    case::{Accept, Ask, Event, Merge, State, Words},
    rulebook::CategoryCode,
};
use time::Duration;

async fn look_up(house: &House, typed: &str) -> Answer {
    form(house, "/receipt", &format!("number={}", typed.replace(' ', "+")), None).await
}

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.body).into_owned()
}

#[tokio::test]
async fn the_reporter_reads_the_reply_and_may_type_it_loosely() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    published(&house, &told).await;
    let loosely = told.receipt.to_lowercase().replace('-', " ");
    let with_letters = told.receipt[..9].to_owned() + &told.receipt[9..].replace('0', "O").replace('1', "l");
    for typed in [told.receipt.clone(), loosely, with_letters] {
        let answer = look_up(&house, &typed).await;
        assert_eq!(answer.status.as_u16(), 200, "{typed}");
        assert!(text(&answer).contains("垃圾已经清走，立了牌子，谢谢您。"), "{typed}");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert!(!text(&answer).contains("<script"));
    }
    let english = form(&house, "/en/receipt", &format!("number={}", told.receipt), None).await;
    assert_eq!(english.status.as_u16(), 200);
    assert!(text(&english).contains(r#"lang="en""#));
}

#[tokio::test]
async fn a_wrong_key_and_an_unknown_number_get_the_same_answer() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, receipt, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let foreign = |matter: &str| huiyin_domain::receipt::ReceiptNumber::new(matter, [9, 8, 7, 6, 5]).to_string();
    let (wrong, unknown) = (foreign(&number), foreign("CX26-9999"));
    let (one, other) = (look_up(&house, &wrong).await, look_up(&house, &unknown).await);
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (404, 404));
    assert_eq!(text(&one).replace(&wrong, "…"), text(&other).replace(&unknown, "…"));
    let mistyped = look_up(&house, &format!("{}{}", &receipt[..receipt.len() - 1], if receipt.ends_with('Z') { 'Y' } else { 'Z' })).await;
    assert_eq!(mistyped.status.as_u16(), 422);
    assert_eq!(look_up(&house, "hello").await.status.as_u16(), 422);
    assert_eq!(look_up(&house, &"9".repeat(3000)).await.status.as_u16(), 422);
}

#[tokio::test]
async fn guessing_is_slowed_for_the_guesser_and_the_reporter_still_reads() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, receipt, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    for n in 0..5 {
        let guess = huiyin_domain::receipt::ReceiptNumber::new(&number, [n, 1, 2, 3, 4]).to_string();
        assert_eq!(look_up(&house, &guess).await.status.as_u16(), 404);
    }
    assert_eq!(look_up(&house, &receipt).await.status.as_u16(), 429, "guessing from this address has to wait");
    house.clock.advance(Duration::seconds(3));
    assert_eq!(look_up(&house, &receipt).await.status.as_u16(), 200);
    assert_eq!(look_up(&house, &receipt).await.status.as_u16(), 200, "the right key clears what went before");
}

async fn says(house: &House, receipt: &str, rest: &str) -> Answer {
    form(house, "/receipt", &format!("number={receipt}&{rest}"), None).await
}

/// What reporters said of a case, in order.
async fn said(house: &House, number: &str) -> Vec<Ask> {
    let view = DeskUser::signed_in(house, "dispatcher").await.view(house, number).await;
    let events = view.timeline.into_iter().filter(|entry| entry.by.is_none()).flat_map(|entry| entry.events);
    events
        .filter_map(|event| match event {
            Event::Did { ask } => Some(*ask),
            _ => None,
        })
        .collect()
}

#[tokio::test]
async fn a_reply_is_rated_once_and_the_page_says_so() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    let before = text(&look_up(&house, &told.receipt).await);
    assert!(!before.contains("问题真的解决了吗") && says(&house, &told.receipt, "say=rate&solved=yes").await.status.as_u16() == 409);
    published(&house, &told).await;
    assert!(text(&look_up(&house, &told.receipt).await).contains("问题真的解决了吗"));
    let answer = says(&house, &told.receipt, "say=rate&solved=no&words=%E8%BF%98%E6%9C%89%E5%91%B3%E9%81%93").await;
    assert_eq!((answer.status.as_u16(), answer.header("cache-control")), (200, "no-store"));
    assert!(text(&answer).contains("收到您的评价了") && text(&answer).contains("您评价过：没解决"));
    // The same form once more, by a reload: the same answer. Another rating of the same reply is not taken.
    assert_eq!(says(&house, &told.receipt, "say=rate&solved=no&words=%E8%BF%98%E6%9C%89%E5%91%B3%E9%81%93").await.status.as_u16(), 200);
    assert_eq!(says(&house, &told.receipt, "say=rate&solved=yes").await.status.as_u16(), 409);
    let said = said(&house, &told.number).await;
    assert_eq!(said.iter().filter(|ask| matches!(ask, Ask::Rate(rate) if !rate.satisfied && rate.words == "还有味道")).count(), 1);
    assert_eq!(said.iter().filter(|ask| matches!(ask, Ask::Rate(_))).count(), 1);
    house.verified().await;
}

#[tokio::test]
async fn the_reporter_asks_to_reopen_within_a_month_and_says_why() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    published(&house, &told).await;
    let short = says(&house, &told.receipt, "say=reopen&words=%E4%B8%8D%E8%A1%8C").await;
    assert_eq!(short.status.as_u16(), 422);
    assert!(text(&short).contains("请至少写 5 个字") && text(&short).contains("不行"), "what was typed is still there");
    let long = says(&house, &told.receipt, &format!("say=reopen&words={}", "a".repeat(1001))).await;
    assert_eq!(long.status.as_u16(), 422);
    house.clock.advance(Duration::days(29));
    let asked = says(&house, &told.receipt, "say=reopen&words=%E5%9E%83%E5%9C%BE%E5%8F%88%E5%9B%9E%E6%9D%A5%E4%BA%86").await;
    assert_eq!(asked.status.as_u16(), 200);
    assert!(text(&asked).contains("收到您的重办申请了"));
    let dispatcher = DeskUser::signed_in(&house, "dispatcher").await;
    assert_eq!(dispatcher.view(&house, &told.number).await.case.state, State::ReopenRequested);
    let again = says(&house, &told.receipt, "say=reopen&words=%E5%9E%83%E5%9C%BE%E5%8F%88%E5%9B%9E%E6%9D%A5%E4%BA%86").await;
    assert_eq!(again.status.as_u16(), 200, "a reload");
    assert_eq!(said(&house, &told.number).await.iter().filter(|ask| matches!(ask, Ask::RequestReopen(_))).count(), 1);
    house.verified().await;
}

#[tokio::test]
async fn after_a_month_it_is_too_late_to_ask_and_the_page_does_not_offer_it() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    published(&house, &told).await;
    assert!(text(&look_up(&house, &told.receipt).await).contains("申请重办"));
    house.clock.advance(Duration::days(31));
    assert!(!text(&look_up(&house, &told.receipt).await).contains("申请重办"));
    let late = says(&house, &told.receipt, "say=reopen&words=%E5%9E%83%E5%9C%BE%E5%8F%88%E5%9B%9E%E6%9D%A5%E4%BA%86").await;
    assert_eq!(late.status.as_u16(), 409);
}

#[tokio::test]
async fn a_question_is_answered_by_the_receipt_and_the_clock_runs_again() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, receipt, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    assert!(text(&look_up(&house, &receipt).await).contains("这个期限是怎么算的"));
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    coordinator.does(&house, &number, Ask::AskReporter(Words { words: "是哪一家店？".into() })).await;
    let page = text(&look_up(&house, &receipt).await);
    assert!(page.contains("是哪一家店？") && page.contains("现在暂停计时"), "{page}");
    house.clock.advance(Duration::hours(5));
    let answer = says(&house, &receipt, "say=answer&words=%E6%A1%A5%E5%A4%B4%E7%AC%AC%E4%BA%8C%E5%AE%B6").await;
    assert!(text(&answer).contains("收到您的补充了") && !text(&answer).contains("是哪一家店？"));
    assert!(text(&answer).contains("暂停的 5 小时不算"), "the due date explains its pause");
    let case = coordinator.view(&house, &number).await.case;
    assert!(case.asked_reporter.is_none());
    assert!(said(&house, &number).await.contains(&Ask::Answer(Words { words: "桥头第二家".into() })));
}

#[tokio::test]
async fn whoever_was_merged_hears_and_speaks_where_it_is_handled() {
    let house = House::new().await;
    let master = given(&house, "路边堆了垃圾").await;
    let mut phone = house.phone("patroller2").await;
    let (number, receipt, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let into = coordinator.view(&house, &master).await.case.id;
    coordinator.does(&house, &number, Ask::Merge(Merge { master: into, words: "同一件事".into() })).await;
    let reply = huiyin_domain::case::Reply {
        report: None,
        words: "已经安排人去处理了。".into(),
        outcome: huiyin_domain::case::ReplyOutcome::ReadableByReceipt,
    };
    coordinator.does(&house, &master, Ask::Reply(reply)).await;
    assert!(coordinator.view(&house, &master).await.case.reports.iter().all(|filed| filed.reply.is_some()), "nobody is left without");
    assert!(text(&look_up(&house, &receipt).await).contains("已经安排人去处理了。"));
    assert_eq!(says(&house, &receipt, "say=rate&solved=yes").await.status.as_u16(), 200);
    assert!(said(&house, &master).await.iter().any(|ask| matches!(ask, Ask::Rate(rate) if rate.satisfied)));
}

#[tokio::test]
async fn only_the_receipt_speaks_and_not_without_end() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    published(&house, &told).await;
    let guess = huiyin_domain::receipt::ReceiptNumber::new(&told.number, [1, 2, 3, 4, 5]).to_string();
    assert_eq!(says(&house, &guess, "say=rate&solved=yes").await.status.as_u16(), 404);
    assert!(said(&house, &told.number).await.iter().all(|ask| !matches!(ask, Ask::Rate(_))));
    let from_elsewhere = Request::post("/receipt")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from(format!("number={}&say=rate&solved=no", told.receipt)))
        .unwrap();
    assert_eq!(house.send(from_elsewhere).await.status.as_u16(), 403);
    assert_eq!(says(&house, &told.receipt, "say=rate&solved=yes").await.status.as_u16(), 200);
    // Each further try counts, until it is enough for today.
    let mut answers = Vec::new();
    for _ in 0..12 {
        answers.push(says(&house, &told.receipt, "say=rate&solved=no").await.status.as_u16());
    }
    assert_eq!((answers[0], answers[11]), (409, 429));
    assert_eq!(look_up(&house, &told.receipt).await.status.as_u16(), 200, "reading goes on");
    let english = form(&house, "/en/receipt", &format!("number={}&say=rate&solved=no", told.receipt), None).await;
    assert!(text(&english).contains("Too much was sent today"));
}

#[tokio::test]
async fn every_reporter_anonymous_ones_too_is_owed_a_reply() {
    let house = House::new().await;
    let mut phone = house.phone("coordinator").await;
    let Ask::Submit(submit) = phone.submit("C18", "夜里音响太吵了", vec![]) else { unreachable!() };
    let on_behalf = Some(huiyin_domain::case::OnBehalf::Anonymous);
    let command = phone.command(None, 0, Ask::Submit(huiyin_domain::case::Submit { on_behalf, ..submit }));
    let (answer, _) = phone.pushed(&house, &[&command]).await;
    let receipt = answer.numbers[0].number.clone();
    let number = &receipt[..receipt.len() - 10];
    let dispatcher = DeskUser::signed_in(&house, "dispatcher").await;
    let accept = Accept { category: CategoryCode("C18".into()), division: TOWNSHIP.parse().unwrap(), not_the_same: vec![] };
    dispatcher.does(&house, number, Ask::Accept(accept)).await;
    let closing = dispatcher.view(&house, number).await.closing;
    assert!(closing.iter().any(|unmet| unmet.code == huiyin_domain::refusal::Code::ReplyMissing { reports: 1 }), "{closing:?}");
}
