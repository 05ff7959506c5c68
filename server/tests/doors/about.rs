//! A complaint about a unit is invisible to that unit, by every way of seeing a case, and out of its people's hands.

use crate::{
    desk_user::{DeskUser, reported},
    life::{Told, until_approval},
    support::{House, PASSWORD, TOWNSHIP},
};
use huiyin_app::backend::{FiguresPage, NoticesPage, Outcome};
use huiyin_domain::{
    case::{AboutUnit, Accept, Ask, AssignRecheck, Dispatch, State, VerbName, Words},
    figures::Tally,
    hash::Hash,
    ids::PersonId,
    people::{Grant, PersonCard, Role, Scope, UnitCode},
    refusal::{Code, Unmet},
    rulebook::CategoryCode,
};
use huiyin_server::{auth, storage};
use uuid::Uuid;

/// The unit for which everybody of the small county works, but for the one who looks from outside.
const UNIT: &str = "t-359921100";
/// Whom nothing of that unit is to reach.
const ITS_PEOPLE: [&str; 5] = ["handler", "coordinator", "patroller", "patroller2", "dispatcher"];

/// A county with a dispatcher, a handler and a patroller of other units than the township's.
async fn house() -> House {
    let house = House::new().await;
    let password = auth::hash_password(PASSWORD).await.unwrap();
    let db = house.core.db.begin().await.unwrap();
    for (name, number, role, scope, unit) in [
        ("office", 21, Role::Dispatcher, Scope::Division("359921".parse().unwrap()), "office"),
        ("officer", 22, Role::Handler, Scope::Unit(UnitCode("ecology".into())), "ecology"),
        ("walker", 23, Role::Patroller, Scope::Division(TOWNSHIP.parse().unwrap()), "office"),
    ] {
        let id = PersonId(Uuid::from_u128(0xA000 + number));
        let card =
            PersonCard { id, name: name.into(), grants: vec![Grant { role, scope }], unit: UnitCode(unit.into()), certificate: None };
        storage::people::add(&db, &card, name, &password, house.core.now()).await.unwrap();
    }
    db.commit().await.unwrap();
    house
}

fn about(unit: Option<&str>) -> Ask {
    Ask::AboutUnit(AboutUnit { unit: unit.map(|unit| UnitCode(unit.into())), words: "反映的就是乡镇自己不管".into() })
}

async fn marked(house: &House) -> Told {
    let told = until_approval(house).await;
    let coordinator = DeskUser::signed_in(house, "coordinator").await;
    coordinator.does(house, &told.number, about(Some(UNIT))).await;
    told
}

#[tokio::test]
async fn nobody_of_the_unit_finds_it_at_any_address() {
    let house = house().await;
    let told = marked(&house).await;
    let number = &told.number;
    let office = DeskUser::signed_in(&house, "office").await;
    let view = office.view(&house, number).await;
    assert_eq!(view.case.about_unit, Some(UnitCode(UNIT.into())));
    let id = view.case.id;
    let seen: Vec<Hash> = view.case.photos().map(|photo| photo.hash).collect();
    let addresses = |number: &str| {
        let api = format!("/api/v1/cases/{number}");
        let desk = format!("/desk/cases/{number}");
        [
            api.clone(),
            format!("{api}/candidates?verb=dispatch"),
            format!("{api}/documents/site_inspection"),
            format!("{api}/documents/site_inspection/docx"),
            format!("{api}/live"),
            format!("{api}/map"),
            format!("{api}/file"),
            format!("{desk}/documents/site_inspection"),
            format!("{desk}/file.zip"),
            format!("{desk}/map.json"),
            format!("{desk}/map.svg"),
        ]
    };
    for address in addresses(number).into_iter().filter(|address| !address.ends_with("/live")) {
        assert_eq!(office.get(&house, &address).await.status.as_u16(), 200, "{address}");
    }
    for name in ITS_PEOPLE {
        let user = DeskUser::signed_in(&house, name).await;
        for address in addresses(number) {
            let answer = user.get(&house, &address).await;
            assert_eq!(answer.status.as_u16(), 404, "{name} at {address}");
            assert!(!String::from_utf8_lossy(&answer.body).contains("生活垃圾"), "{name} at {address}");
        }
        let page = user.get(&house, &format!("/desk/cases/{number}")).await;
        assert!(!String::from_utf8_lossy(&page.body).contains("生活垃圾"), "{name}");
        let note = Ask::Note(Words { words: "我来看看".into() });
        user.send(&house, number, &user.deed(id, view.case.seq, note)).await.is_problem(404, "no_such_case", None);
        let unmask = user.post(&house, &format!("/api/v1/cases/{number}/reporters"), r#"{"reason":"回访核实整改情况"}"#).await;
        unmask.is_problem(404, "no_such_case", None);
        // Whoever took a photo has it; nobody else of the unit gets one.
        if name == "coordinator" {
            for photo in &seen {
                let answer = user.get(&house, &format!("/api/v1/photos/{photo}/thumb")).await;
                assert_eq!(answer.status.as_u16(), 404, "{photo}");
            }
        }
    }
}

#[tokio::test]
async fn no_list_count_figure_or_file_of_the_unit_holds_it() {
    let house = house().await;
    let told = until_approval(&house).await;
    let received = async |user: &DeskUser| {
        let days = "from=2026-11-01&to=2026-11-23";
        let figures: FiguresPage = user.get(&house, &format!("/api/v1/figures?{days}")).await.json();
        let listed = user.inbox(&house, &format!("?tally=received&{days}")).await;
        let listed: u32 = listed.counts.iter().map(|(_, count)| count).sum();
        assert_eq!(figures.all.count(Tally::Received), listed);
        listed
    };
    let found = async |user: &DeskUser, query: &str| {
        let inbox = user.inbox(&house, query).await;
        (inbox.rows.len(), inbox.counts.iter().map(|(_, count)| count).sum::<u32>())
    };
    let number = told.number.clone();
    let in_file =
        async |user: &DeskUser| String::from_utf8_lossy(&user.get(&house, "/desk/cases.csv").await.body).into_owned().contains(&number);
    // "handler" sees it before, so that what is empty afterwards means something.
    for name in ITS_PEOPLE {
        let user = DeskUser::signed_in(&house, name).await;
        assert_eq!(found(&user, "").await, (1, 1), "{name}");
        assert!(in_file(&user).await, "{name}");
    }
    assert_eq!(received(&DeskUser::signed_in(&house, "coordinator").await).await, 1);
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    coordinator.does(&house, &told.number, about(Some(UNIT))).await;
    let search = "?search=%E7%9F%B3%E6%8B%B1%E6%A1%A5";
    for name in ITS_PEOPLE {
        let user = DeskUser::signed_in(&house, name).await;
        for query in ["", search, "?group=mine", "?state=awaiting_approval", "?unread=true"] {
            assert_eq!(found(&user, query).await, (0, 0), "{name}, {query}");
        }
        assert_eq!(received(&user).await, 0, "{name}");
        assert!(!in_file(&user).await, "{name}");
    }
    let office = DeskUser::signed_in(&house, "office").await;
    assert_eq!((found(&office, "").await, found(&office, search).await, received(&office).await), ((1, 1), (1, 1), 1));
    assert!(in_file(&office).await);
    // The mark is taken off, and everything is there again.
    office.does(&house, &told.number, about(None)).await;
    assert_eq!(found(&coordinator, "").await, (1, 1));
}

#[tokio::test]
async fn notices_of_it_are_taken_back() {
    let house = house().await;
    let told = until_approval(&house).await;
    let notices = async |user: &DeskUser| {
        let page: NoticesPage = user.get(&house, "/api/v1/notices").await.json();
        (page.rows.iter().filter(|line| line.about.number.as_deref() == Some(&*told.number)).count(), page.unread)
    };
    let handler = DeskUser::signed_in(&house, "handler").await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    assert!(notices(&handler).await.0 > 0 && notices(&coordinator).await.0 > 0);
    coordinator.does(&house, &told.number, about(Some(UNIT))).await;
    assert_eq!((notices(&handler).await, notices(&coordinator).await), ((0, 0), (0, 0)));
}

#[tokio::test]
async fn it_leaves_the_phones_of_the_unit() {
    let house = house().await;
    let told = until_approval(&house).await;
    let holds =
        |pulled: &serde_json::Value| pulled["put"].as_array().unwrap().iter().map(|one| one["case"]["id"].clone()).collect::<Vec<_>>();
    let handler = house.phone("handler").await;
    let first = handler.pull(&house, None).await;
    let id = holds(&first).pop().unwrap();
    let reporter = house.phone("patroller").await;
    assert_eq!(holds(&reporter.pull(&house, None).await), std::slice::from_ref(&id));
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    coordinator.does(&house, &told.number, about(Some(UNIT))).await;
    let later = handler.pull(&house, first["cursor"].as_str()).await;
    assert_eq!((holds(&later), &later["drop"]), (vec![], &serde_json::json!([id])));
    assert_eq!(holds(&handler.pull(&house, None).await), Vec::<serde_json::Value>::new(), "nor does a new phone get it");
    // Who told of it keeps what they told, and nothing of what others found.
    let own = reporter.pull(&house, None).await;
    assert_eq!(holds(&own), [id]);
    let own = &own["put"][0];
    assert_eq!((&own["why"], own["case"]["reports"].as_array().unwrap().len()), (&serde_json::json!(["reported"]), 1));
    assert!(own["case"]["handler"].is_null() && own["case"]["rechecks"].as_array().unwrap().is_empty());
    assert!(own["case"]["evidence"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn it_is_neither_near_by_nor_to_be_judged_for_its_people() {
    let house = house().await;
    let mut phone = house.phone("walker").await;
    let (hidden, _, _) = reported(&house, &mut phone, "C18", "乡镇政府院里夜里音响太吵", &[]).await;
    let office = DeskUser::signed_in(&house, "office").await;
    office.does(&house, &hidden, about(Some(UNIT))).await;
    let (number, _, _) = reported(&house, &mut phone, "C18", "又是夜里音响太吵，没法睡", &[]).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let view = coordinator.view(&house, &number).await;
    assert!(view.similar.is_empty() && view.nearby.is_empty(), "{:?}", (view.similar, view.nearby));
    let view = office.view(&house, &number).await;
    assert_eq!((view.similar.len(), view.nearby.len()), (1, 1));
    let accept = |not_the_same| {
        let (category, division) = (CategoryCode("C18".into()), TOWNSHIP.parse().unwrap());
        Ask::Accept(Accept { category, division, not_the_same })
    };
    let unjudged = office.act(&house, &number, accept(vec![])).await;
    assert!(matches!(&unjudged, Outcome::Refused { refusal } if refusal.unmet[0].code == Code::SimilarNotJudged), "{unjudged:?}");
    // What is not theirs to know is not theirs to judge.
    coordinator.does(&house, &number, accept(vec![])).await;
    office.does(&house, &hidden, accept(vec![view.case.id])).await;
}

#[tokio::test]
async fn it_goes_to_others_and_the_unit_gets_a_refusal() {
    let house = house().await;
    let told = marked(&house).await;
    let number = &told.number;
    let office = DeskUser::signed_in(&house, "office").await;
    assert_eq!(office.view(&house, number).await.case.state, State::Accepted, "what the unit had done is to be done anew");
    assert_eq!(office.view(&house, number).await.unit_by_rule, None, "the rule's unit is the one that it is about");
    let candidates = async |verb: VerbName| {
        let verb = serde_json::to_value(verb).unwrap();
        let answer = office.get(&house, &format!("/api/v1/cases/{number}/candidates?verb={}", verb.as_str().unwrap())).await;
        answer.json::<Vec<huiyin_app::backend::Candidate>>().into_iter().map(|one| one.name).collect::<Vec<_>>()
    };
    assert_eq!(candidates(VerbName::Dispatch).await, ["officer"]);
    assert_eq!(candidates(VerbName::AssignRecheck).await, ["walker"]);
    let person = |number: u128| PersonId(Uuid::from_u128(0xA000 + number));
    let to = |unit: &str, handler| Ask::Dispatch(Dispatch { lead_unit: UnitCode(unit.into()), handler, co_units: vec![], words: None });
    let refused = office.act(&house, number, to(UNIT, person(3))).await;
    let unmet = |field: &str| Unmet { code: Code::AboutTheirUnit, field: Some(field.into()) };
    assert!(matches!(&refused, Outcome::Refused { refusal } if refusal.unmet == [unmet("lead_unit"), unmet("handler")]), "{refused:?}");
    office.does(&house, number, to("ecology", person(22))).await;
    assert_eq!(office.view(&house, number).await.case.state, State::Dispatched);
    // The unit's own people are not told that it goes on without them.
    let recheck = office.act(&house, number, Ask::AssignRecheck(AssignRecheck { rechecker: person(2) })).await;
    assert!(matches!(&recheck, Outcome::Refused { refusal } if refusal.unmet.contains(&unmet("rechecker"))), "{recheck:?}");
    let officer = DeskUser::signed_in(&house, "officer").await;
    assert_eq!(officer.inbox(&house, "").await.rows.len(), 1);
    for name in ITS_PEOPLE {
        assert!(DeskUser::signed_in(&house, name).await.inbox(&house, "").await.rows.is_empty(), "{name}");
    }
}
