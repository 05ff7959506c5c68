//! The inbox of a person: what is found in it, which of it is new, which lists are kept, and the same done to many.

use crate::{
    desk_user::{DeskUser, reported},
    support::{House, PLACE, Phone},
};
use huiyin_app::backend::{Deed, Deeds, Done, InboxQuery, Outcome, SavedView, ViewChange};
use huiyin_domain::{
    case::{Accept, Ask, Dispatch, GrantExtension, Words},
    ids::{CaseId, CommandId, PersonId},
    people::UnitCode,
    place::{Fix, Point},
    refusal::Code,
    report::Whereabouts,
    rulebook::CategoryCode,
};
use serde_json::Value;
use uuid::Uuid;

/// Text as a part of an address.
fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn found(user: &DeskUser, house: &House, text: &str) -> Vec<String> {
    user.inbox(house, &format!("?search={}", escaped(text))).await.rows.into_iter().map(|row| row.number).collect()
}

fn accept(category: &str) -> Ask {
    let division = crate::support::TOWNSHIP.parse().unwrap();
    Ask::Accept(Accept { category: CategoryCode(category.to_owned()), division, not_the_same: vec![] })
}

/// A report of noise so many hundredths of a degree to the north: too far away to be the same matter.
async fn report_to_the_north(house: &House, phone: &mut Phone, words: &str, hundredths: f64) -> (String, CaseId) {
    let mut command = phone.report(words);
    let Ask::Submit(submit) = &mut command.ask else { panic!("a report is a submit") };
    let point = Point { lat_deg: PLACE.0 + hundredths / 100.0, lon_deg: PLACE.1 };
    submit.report.place = Whereabouts::Measured(Fix { point, accuracy_m: 8.0, at: phone.now });
    let (answer, _) = phone.pushed(house, &[&command]).await;
    let receipt = &answer.numbers[0].number;
    (receipt[..receipt.len() - 10].to_owned(), command.case)
}

#[tokio::test]
async fn two_characters_are_found_in_words_number_place_site_and_handler() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let long = "夜里桥下有机器声音。".repeat(12) + "他们在采砂";
    let (sand, _, case) = reported(&house, &mut phone, "C18", &long, &[]).await;
    let (other, _) = report_to_the_north(&house, &mut phone, "沟边有死鸡", 0.5).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    assert_eq!(found(&coordinator, &house, "采砂").await, [sand.as_str()], "beyond the words that the list shows");
    assert_eq!(found(&coordinator, &house, "砂采").await, Vec::<String>::new());
    assert_eq!(found(&coordinator, &house, "死鸡").await, [other.as_str()]);
    assert_eq!(found(&coordinator, &house, &sand.to_lowercase()).await, [sand.as_str()]);
    assert_eq!(found(&coordinator, &house, "采砂 机器").await, [sand.as_str()], "each of two words");
    assert_eq!(found(&coordinator, &house, "采砂 死鸡").await, Vec::<String>::new());

    // A place's name, as the rulebook has it, in both languages.
    let county = house.core.county().await.unwrap();
    let township = county.rulebook.division(&crate::support::TOWNSHIP.parse().unwrap()).unwrap();
    let two: String = township.name.chars().take(2).collect();
    for name in [two.as_str(), &township.name_en.to_uppercase()] {
        assert_eq!(found(&coordinator, &house, name).await.len(), 2, "{name}");
        assert_eq!(found(&coordinator, &house, &format!("{name} 采砂")).await, [sand.as_str()]);
    }

    // The handler, once there is one.
    assert_eq!(found(&coordinator, &house, "handler").await, Vec::<String>::new());
    coordinator.does(&house, &sand, accept("C18")).await;
    let handler = house.phone("handler").await.person.id;
    let dispatch = Dispatch { lead_unit: UnitCode("t-359921100".into()), handler, co_units: vec![], words: Some("就近".into()) };
    coordinator.does(&house, &sand, Ask::Dispatch(dispatch)).await;
    assert_eq!(found(&coordinator, &house, "Handler").await, [sand.as_str()]);

    // An inspected place.
    let site = at_a_site(&house, case).await;
    assert_eq!(found(&coordinator, &house, &site).await, [sand.as_str()]);

    // What is not theirs to see is not found, by any of it.
    for name in ["coordinator-far", "liaison", "admin"] {
        let user = DeskUser::signed_in(&house, name).await;
        for text in ["采砂", &sand, &two, "handler", &site] {
            assert_eq!(found(&user, &house, text).await, Vec::<String>::new(), "{name} looks for {text}");
        }
    }
    let long = "长".repeat(61);
    coordinator.get(&house, &format!("/api/v1/cases?search={}", escaped(&long))).await.is_problem(400, "bad_address", Some("search"));
}

/// Puts the case at some inspected place; two characters of its name.
async fn at_a_site(house: &House, case: CaseId) -> String {
    use huiyin_server::storage;
    use sea_orm::ConnectionTrait;
    let sites = storage::county::sites_in(house.core.db.read(), &["359921".parse().unwrap()]).await.unwrap();
    let site = sites.iter().find(|site| site.name.chars().count() > 3).unwrap();
    let quoted = |id: Uuid| match house.core.db.read().get_database_backend() {
        sea_orm::DbBackend::Sqlite => format!("x'{}'", id.simple()),
        _ => format!("'{id}'"),
    };
    let db = house.core.db.begin().await.unwrap();
    let update = format!("UPDATE case_search SET site = {} WHERE case_id = {}", quoted(site.id.0), quoted(case.0));
    db.execute_unprepared(&update).await.unwrap();
    db.commit().await.unwrap();
    // How it ends, as 料厂: no township or village is called so.
    site.name.chars().skip(site.name.chars().count() - 2).collect()
}

#[tokio::test]
async fn what_has_changed_since_one_looked_is_marked_for_each_person() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, _) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let (other, _) = report_to_the_north(&house, &mut phone, "沟边有死鸡", 0.5).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let dispatcher = DeskUser::signed_in(&house, "dispatcher").await;
    let unread = async |user: &DeskUser| {
        let all = user.inbox(&house, "").await.rows;
        let listed: Vec<String> = user.inbox(&house, "?unread=true").await.rows.into_iter().map(|row| row.number).collect();
        let marked: Vec<String> = all.into_iter().filter(|row| row.unread).map(|row| row.number).collect();
        assert_eq!(marked, listed, "the filter lists what is marked");
        marked
    };
    assert_eq!(unread(&coordinator).await.len(), 2);
    coordinator.view(&house, &number).await;
    assert_eq!(unread(&coordinator).await, [other.as_str()], "opening it marks it read");
    assert_eq!(unread(&dispatcher).await.len(), 2, "for the one who opened it");
    let counted: u32 = coordinator.inbox(&house, "?unread=true").await.counts.iter().map(|(_, count)| count).sum();
    assert_eq!(counted, 1);

    dispatcher.does(&house, &number, Ask::Note(Words { words: "我打过电话".into() })).await;
    assert_eq!(unread(&coordinator).await.len(), 2, "somebody else changed it");
    coordinator.post(&house, "/api/v1/cases/read", "").await;
    assert!(unread(&coordinator).await.is_empty());
    dispatcher.does(&house, &other, Ask::Note(Words { words: "再看看".into() })).await;
    assert_eq!(unread(&coordinator).await, [other.as_str()]);
    house.post("/api/v1/cases/read", None, "").await.is_problem(401, "not_signed_in", None);
}

#[tokio::test]
async fn a_person_keeps_lists_of_their_own() {
    let house = House::new().await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let other = DeskUser::signed_in(&house, "dispatcher").await;
    let change =
        async |user: &DeskUser, change: ViewChange| user.post(&house, "/api/v1/views", serde_json::to_string(&change).unwrap()).await;
    let query = InboxQuery { search: Some("采砂".into()), unread: true, after: Some("x".into()), ..InboxQuery::default() };
    let add = |name: &str| ViewChange::Add { name: name.to_owned(), query: query.clone() };
    let kept: Vec<SavedView> = change(&coordinator, add(" 河道 ")).await.json();
    let [view] = kept.as_slice() else { panic!("{kept:?}") };
    assert_eq!((view.name.as_str(), view.is_default, view.query.after.as_deref()), ("河道", false, None));
    let id = view.id;

    change(&coordinator, add("河道")).await.is_problem(409, "view_name_taken", Some("name"));
    for bad in ["", "  ", "两\n行", &"长".repeat(41)] {
        change(&coordinator, add(bad)).await.is_problem(422, "view_name", Some("name"));
    }
    let unknown = InboxQuery { category: Some(CategoryCode("C77".into())), ..InboxQuery::default() };
    change(&coordinator, ViewChange::Add { name: "x".into(), query: unknown }).await.is_problem(400, "bad_address", Some("category"));
    coordinator.post(&house, "/api/v1/views", r#"{"add":{"name":"x"}}"#).await.is_problem(422, "wrong_shape", Some("query"));

    // Nobody reads or changes another person's.
    assert_eq!(other.get(&house, "/api/v1/views").await.json::<Vec<SavedView>>(), []);
    for foreign in [ViewChange::Rename { id, name: "我的".into() }, ViewChange::Default { id: Some(id) }, ViewChange::Delete { id }] {
        change(&other, foreign).await.is_problem(404, "no_such_view", Some("id"));
    }
    let kept: Vec<SavedView> = change(&other, add("河道")).await.json();
    assert_eq!(kept.len(), 1, "two people may use one name");

    change(&coordinator, ViewChange::Add { name: "全部".into(), query: InboxQuery::default() }).await;
    change(&coordinator, ViewChange::Rename { id, name: "采砂".into() }).await;
    let kept: Vec<SavedView> = change(&coordinator, ViewChange::Default { id: Some(id) }).await.json();
    let told: Vec<(&str, bool)> = kept.iter().map(|view| (view.name.as_str(), view.is_default)).collect();
    assert_eq!(told, [("采砂", true), ("全部", false)]);
    let kept: Vec<SavedView> = change(&coordinator, ViewChange::Default { id: None }).await.json();
    assert!(kept.iter().all(|view| !view.is_default));
    let kept: Vec<SavedView> = change(&coordinator, ViewChange::Delete { id }).await.json();
    assert_eq!(kept.len(), 1);
    assert_eq!(coordinator.get(&house, "/api/v1/views").await.json::<Vec<SavedView>>(), kept);
    for n in 0..29 {
        assert!(change(&coordinator, add(&format!("第 {n} 个"))).await.status.is_success());
    }
    change(&coordinator, add("再一个")).await.is_problem(422, "too_many_views", None);
    house.get("/api/v1/views", None).await.is_problem(401, "not_signed_in", None);
}

async fn many(user: &DeskUser, house: &House, deeds: &[Deed]) -> Vec<Done> {
    let deeds = Deeds { deeds: deeds.to_vec() };
    user.post(house, "/api/v1/cases/commands", serde_json::to_string(&deeds).unwrap()).await.json()
}

fn codes(done: &Done) -> Vec<Code> {
    match &done.outcome {
        Some(Outcome::Refused { refusal }) => refusal.unmet.iter().map(|unmet| unmet.code.clone()).collect(),
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn what_becomes_of_one_of_many_does_not_touch_the_others() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let mut cases = Vec::new();
    for n in 0..4 {
        cases.push(report_to_the_north(&house, &mut phone, "夜里音响太吵了", f64::from(n) * 0.4 - 0.6).await);
    }
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let dispatcher = DeskUser::signed_in(&house, "dispatcher").await;
    let mut deeds = Vec::new();
    for (number, id) in &cases {
        deeds.push(coordinator.deed(*id, coordinator.view(&house, number).await.case.seq, accept("C18")));
    }
    // One was accepted before by the same person, one meanwhile by somebody else, one does not exist.
    coordinator.does(&house, &cases[0].0, accept("C18")).await;
    dispatcher.does(&house, &cases[1].0, accept("C18")).await;
    deeds.push(coordinator.deed(CaseId(Uuid::now_v7()), 0, accept("C18")));
    let entries = house.verified().await.entries;
    let done = many(&coordinator, &house, &deeds).await;
    assert_eq!(done.iter().map(|one| one.case).collect::<Vec<_>>(), deeds.iter().map(|deed| deed.case).collect::<Vec<_>>());
    assert!(matches!(codes(&done[0])[..], [Code::WrongState { .. }, ..]), "{done:?}");
    let Some(Outcome::Conflict { by, .. }) = &done[1].outcome else { panic!("{done:?}") };
    assert_eq!(by.as_deref(), Some("dispatcher"));
    assert!(done[2..4].iter().all(|one| matches!(one.outcome, Some(Outcome::Applied { .. }))), "{done:?}");
    assert_eq!(done[4].problem.as_ref().map(|problem| problem.code.as_str()), Some("no_such_case"));
    let written = house.verified().await.entries;
    assert_eq!(written, entries + 4, "a command each; the one without a case is none");

    let inbox = coordinator.inbox(&house, "").await;
    let news = inbox.rows.iter().filter(|row| row.unread).map(|row| row.id).collect::<Vec<_>>();
    assert!(news.contains(&cases[1].1), "somebody else did something");
    assert!(!news.contains(&cases[2].1) && !news.contains(&cases[3].1), "what one has done oneself is no news");

    assert_eq!(many(&coordinator, &house, &deeds[..4]).await, done[..4], "sending it twice has one effect and one answer");
    assert_eq!(house.verified().await.entries, written);

    // Dispatched together, with one that has no such handler.
    let handler = house.phone("handler").await.person.id;
    let dispatch = |handler| {
        Ask::Dispatch(Dispatch { lead_unit: UnitCode("t-359921100".into()), handler, co_units: vec![], words: Some("就近".into()) })
    };
    let mut deeds = Vec::new();
    for ((number, id), handler) in cases[1..].iter().zip([handler, handler, PersonId(Uuid::from_u128(1))]) {
        deeds.push(coordinator.deed(*id, coordinator.view(&house, number).await.case.seq, dispatch(handler)));
    }
    let done = many(&coordinator, &house, &deeds).await;
    assert!(done[..2].iter().all(|one| matches!(one.outcome, Some(Outcome::Applied { .. }))), "{done:?}");
    assert!(codes(&done[2]).contains(&Code::UnknownPerson));

    // Nobody has asked for more time, and a coordinator may not give it.
    let grant = Ask::GrantExtension(GrantExtension { days: 3, words: "下雨".into() });
    let seq = coordinator.view(&house, &cases[1].0).await.case.seq;
    let deed = |user: &DeskUser| user.deed(cases[1].1, seq, grant.clone());
    assert_eq!(codes(&many(&coordinator, &house, &[deed(&coordinator)]).await[0]), [Code::NotAllowed]);
    assert!(codes(&many(&dispatcher, &house, &[deed(&dispatcher)]).await[0]).contains(&Code::ExtensionNotAsked));
}

#[tokio::test]
async fn too_many_at_once_and_one_case_twice_are_not_taken() {
    let house = House::new().await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let deed = |case: u128| Deed { command: CommandId(Uuid::now_v7()), case: CaseId(Uuid::from_u128(case)), base: 0, ask: accept("C18") };
    let send =
        async |deeds: Vec<Deed>| coordinator.post(&house, "/api/v1/cases/commands", serde_json::to_string(&Deeds { deeds }).unwrap()).await;
    send((0..201).map(deed).collect()).await.is_problem(413, "too_many_deeds", Some("deeds"));
    send(vec![deed(1), deed(1)]).await.is_problem(422, "wrong_shape", Some("deeds"));
    let all: Vec<Value> = send((0..200).map(deed).collect()).await.json();
    assert!(all.len() == 200 && all.iter().all(|one| one["problem"]["code"] == "no_such_case"));
    house.post("/api/v1/cases/commands", None, r#"{"deeds":[]}"#).await.is_problem(401, "not_signed_in", None);
}
