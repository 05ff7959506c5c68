//! The page of a case: what lies ahead and why not yet, other cases near by, and who reported it.

use crate::{
    desk_user::{DeskUser, reported},
    life::until_approval,
    support::{House, Phone},
};
use huiyin_app::backend::{CaseView, Identity, Unmasked};
use huiyin_domain::{
    case::{Accept, Ask, Dispatch, OnBehalf, Reporter, VerbName},
    ids::CaseId,
    people::UnitCode,
    refusal::Code,
    rulebook::CategoryCode,
};
use huiyin_server::vault;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

const CALLER: &str = "来电人王某";

/// A matter that somebody reported by telephone and left a name.
async fn rung(house: &House) -> (String, CaseId) {
    let mut desk = house.phone("coordinator").await;
    let Ask::Submit(mut submit) = desk.submit("C18", "来电反映夜里音响太吵", Vec::new()) else { unreachable!() };
    submit.on_behalf = Some(OnBehalf::Named);
    let command = desk.command(None, 0, Ask::Submit(submit));
    let (answer, _) = desk.pushed(house, &[&command]).await;
    let receipt = &answer.numbers[0].number;
    let db = house.core.db.begin().await.unwrap();
    let identity = Identity { name: Some(CALLER.into()), phone: Some("199 0000 0199".into()), contact: None };
    vault::keep(&house.core, &db, command.case.0.into(), &identity).await.unwrap();
    db.commit().await.unwrap();
    (receipt[..receipt.len() - 10].to_owned(), command.case)
}

/// Lines of the access log.
pub(crate) async fn logged(house: &House) -> Vec<String> {
    let asked =
        Statement::from_string(DbBackend::Sqlite, "SELECT what || '|' || COALESCE(reason, '') AS line FROM access_log ORDER BY at, id");
    let rows = house.core.db.read().query_all_raw(asked).await.unwrap();
    rows.iter().map(|row| row.try_get("", "line").unwrap()).collect()
}

#[tokio::test]
async fn a_reporter_is_masked_and_the_mask_is_lifted_for_a_reason_that_everybody_sees() {
    let house = House::new().await;
    let (number, _) = rung(&house).await;
    let address = format!("/api/v1/cases/{number}/reporters");
    let ask = async |user: &DeskUser, reason: &str| {
        house.post(&address, Some(&user.cookie), serde_json::json!({ "reason": reason }).to_string()).await
    };
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let view = coordinator.view(&house, &number).await;
    assert!(view.may_unmask && view.looks.is_empty());
    assert!(view.case.reports.iter().all(|filed| filed.reporter == Reporter::Anonymous), "whether a name was left is no one's business");

    for reason in ["", "   ", "想看看", &"长".repeat(501)] {
        ask(&coordinator, reason).await.is_problem(422, "reason_missing", Some("reason"));
    }
    house.post(&address, Some(&coordinator.cookie), "{}").await.is_problem(422, "wrong_shape", Some("reason"));
    house.post(&address, None, r#"{"reason":"回访核实整改情况"}"#).await.is_problem(401, "not_signed_in", None);
    for name in ["patroller", "patroller2"] {
        let user = DeskUser::signed_in(&house, name).await;
        assert!(!user.view(&house, &number).await.may_unmask, "{name}");
        ask(&user, "回访核实整改情况").await.is_problem(403, "not_allowed", None);
    }
    for name in ["coordinator-far", "far", "handler2", "liaison", "reviewer", "admin", "auditor"] {
        let user = DeskUser::signed_in(&house, name).await;
        ask(&user, "回访核实整改情况").await.is_problem(404, "no_such_case", None);
    }
    assert_eq!(logged(&house).await, Vec::<String>::new(), "nobody has seen anything yet");

    let told: Unmasked = ask(&coordinator, "  回访核实整改情况 ").await.json();
    assert_eq!(told.reporters.len(), 1);
    assert_eq!(told.reporters[0].identity.as_ref().and_then(|identity| identity.name.as_deref()), Some(CALLER));
    assert_eq!(logged(&house).await, ["reporters|回访核实整改情况"]);
    // Everybody who works on it sees who looked; nobody sees the name again without saying why.
    for name in ["coordinator", "dispatcher", "patroller2"] {
        let user = DeskUser::signed_in(&house, name).await;
        let view = user.view(&house, &number).await;
        assert_eq!(
            view.looks.iter().map(|look| (look.by.as_str(), look.reason.as_str())).collect::<Vec<_>>(),
            [("coordinator", "回访核实整改情况")]
        );
        assert!(!serde_json::to_string(&view).unwrap().contains(CALLER));
        let page = user.get(&house, &format!("/desk/cases/{number}")).await;
        let text = String::from_utf8_lossy(&page.body).into_owned();
        assert!(
            page.status.is_success() && text.contains("回访核实整改情况") && !text.contains(CALLER) && !text.contains("0000 0199"),
            "{name}"
        );
    }
}

#[tokio::test]
async fn a_colleague_who_reported_is_no_secret_and_needs_no_vault() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    assert!(!coordinator.view(&house, &number).await.may_unmask);
    let answer =
        house.post(&format!("/api/v1/cases/{number}/reporters"), Some(&coordinator.cookie), r#"{"reason":"回访核实整改情况"}"#).await;
    assert!(answer.json::<Unmasked>().reporters.is_empty());
}

/// Accepted, and assigned to the township's handler.
async fn assigned(house: &House, number: &str, category: &str) {
    let coordinator = DeskUser::signed_in(house, "coordinator").await;
    let similar = coordinator.view(house, number).await.similar.iter().map(|row| row.id).collect();
    let division = crate::support::TOWNSHIP.parse().unwrap();
    coordinator.does(house, number, Ask::Accept(Accept { category: CategoryCode(category.into()), division, not_the_same: similar })).await;
    let handler = house.phone("handler").await.person.id;
    let dispatch = Dispatch { lead_unit: UnitCode("t-359921100".into()), handler, co_units: vec![], words: Some("就近处置".into()) };
    coordinator.does(house, number, Ask::Dispatch(dispatch)).await;
}

fn near(view: &CaseView) -> Vec<(String, Option<u32>)> {
    view.nearby.iter().map(|near| (near.row.number.clone(), near.distance_m)).collect()
}

/// Moved north by so many metres.
fn moved(phone: &Phone, metres: f64) -> Ask {
    let Ask::Submit(mut submit) = phone.submit("C99", "沟边有死鸡，很多", Vec::new()) else { unreachable!() };
    if let huiyin_domain::report::Whereabouts::Measured(fix) = &mut submit.report.place {
        fix.point.lat_deg += metres / 111_195.0;
    }
    Ask::Submit(submit)
}

#[tokio::test]
async fn cases_near_by_are_listed_whatever_they_are_about_and_only_within_scope() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (here, _, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let ask = moved(&phone, 290.0);
    let beside = phone.command(None, 0, ask);
    let ask = moved(&phone, 310.0);
    let beyond = phone.command(None, 0, ask);
    let (answer, _) = phone.pushed(&house, &[&beside, &beyond]).await;
    let beside = answer.numbers[0].number.clone();
    let beside = &beside[..beside.len() - 10];
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    assert_eq!(near(&coordinator.view(&house, &here).await), [(beside.to_owned(), Some(290))]);
    let page = coordinator.get(&house, &format!("/desk/cases/{here}")).await;
    assert!(String::from_utf8_lossy(&page.body).contains(beside));
    // A handler sees what his unit leads: this one, and not the one beside it.
    assigned(&house, &here, "C18").await;
    let handler = DeskUser::signed_in(&house, "handler").await;
    assert_eq!(near(&handler.view(&house, &here).await), []);
    assigned(&house, beside, "C99").await;
    assert_eq!(near(&handler.view(&house, &here).await), [(beside.to_owned(), Some(290))]);
}

#[tokio::test]
async fn cases_at_the_same_inspected_place_come_first_however_far_apart() {
    let house = House::new().await;
    let site = huiyin_server::storage::county::sites_in(house.core.db.read(), &["359921".parse().unwrap()]).await.unwrap()[0].clone();
    let mut phone = house.phone("patroller").await;
    let mut numbers = Vec::new();
    for metres in [0.0, 100.0, 900.0] {
        let Ask::Submit(mut submit) = moved(&phone, metres) else { unreachable!() };
        submit.report.site = (metres != 100.0).then_some(site.id);
        let command = phone.command(None, 0, Ask::Submit(submit));
        let (answer, _) = phone.pushed(&house, &[&command]).await;
        numbers.push(answer.numbers[0].number[..answer.numbers[0].number.len() - 10].to_owned());
    }
    let coordinator = DeskUser::signed_in(&house, "dispatcher").await;
    let view = coordinator.view(&house, &numbers[0]).await;
    assert_eq!(near(&view), [(numbers[2].clone(), Some(900)), (numbers[1].clone(), Some(100))]);
    assert_eq!(view.nearby.iter().map(|near| near.same_site).collect::<Vec<_>>(), [true, false]);
}

#[tokio::test]
async fn a_step_that_lies_ahead_is_shown_with_everything_that_it_will_ask() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    let (number, _) = rung(&house).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let unmet = |view: &CaseView, verb: VerbName| -> Vec<Code> {
        let offer = view.offers.iter().find(|offer| offer.verb == verb);
        offer.map(|offer| offer.unmet.iter().map(|unmet| unmet.code.clone()).collect()).unwrap_or_default()
    };
    let early = coordinator.view(&house, &number).await;
    assert!(matches!(unmet(&early, VerbName::Dispatch)[..], [Code::WrongState { .. }]));
    assert!(!early.offers.iter().any(|offer| offer.verb == VerbName::Close), "nobody looks that far ahead");
    assigned(&house, &number, "C18").await;
    let view = coordinator.view(&house, &number).await;
    let codes = unmet(&view, VerbName::Close);
    assert!(matches!(codes[0], Code::WrongState { .. }), "{codes:?}");
    for code in [Code::NotVerified, Code::ReplyMissing { reports: 1 }, Code::PublicationUndecided] {
        assert!(codes.contains(&code), "{code:?} in {codes:?}");
    }
    let page = coordinator.get(&house, &format!("/desk/cases/{number}")).await;
    let text = String::from_utf8_lossy(&page.body).into_owned();
    assert!(text.contains("aria-describedby=\"why-close\"") && text.contains("还没到这一步"));
    // When its time has come, the same list without that.
    let ready = coordinator.view(&house, &told.number).await;
    let codes = unmet(&ready, VerbName::Close);
    assert!(!codes.iter().any(|code| matches!(code, Code::WrongState { .. })) && codes.contains(&Code::PublicationUndecided), "{codes:?}");
}
