//! Patrols at the desk and on phones: planned, walked, hidden while they are a secret, counted by places.

use crate::{
    desk_user::DeskUser,
    support::{Answer, House, Phone, TOWNSHIP},
};
use huiyin_app::backend::{Outcome, PatrolChoices, PatrolDeed, PatrolView, PatrolsPage};
use huiyin_domain::{
    case::{Ask, Words},
    figures::Rate,
    ids::{CaseId, CommandId, PatrolId, PersonId, SiteId},
    patrol::{Found, PatrolAsk, PatrolKind, PatrolState, Plan, SiteVisit},
    sync::message::Verdict,
};
use time::macros::date;
use uuid::Uuid;

/// The people of the tests have these ids.
const fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0xA000 + number))
}
const PATROLLER: PersonId = person(1);
const PATROLLER2: PersonId = person(2);

async fn choices(house: &House, user: &DeskUser) -> PatrolChoices {
    user.get(house, "/api/v1/patrols/choices").await.json()
}

/// Two places of the township.
async fn sites(house: &House, user: &DeskUser) -> Vec<SiteId> {
    let all = choices(house, user).await.sites;
    let here = all.iter().filter(|site| site.division.as_str().starts_with(TOWNSHIP));
    let sites: Vec<SiteId> = here.map(|site| site.id).take(2).collect();
    assert_eq!(sites.len(), 2);
    sites
}

fn plan(kind: PatrolKind, sites: Vec<SiteId>) -> Plan {
    Plan {
        kind,
        title: "白石镇夜查".to_owned(),
        sites,
        areas: Vec::new(),
        people: vec![PATROLLER],
        co_units: Vec::new(),
        from: date!(2026 - 11 - 23),
        to: date!(2026 - 11 - 25),
        notes: String::new(),
        unannounced: false,
    }
}

async fn send(house: &House, user: &DeskUser, deed: &PatrolDeed) -> Answer {
    house.post(&format!("/api/v1/patrols/{}/commands", deed.patrol), Some(&user.cookie), serde_json::to_string(deed).unwrap()).await
}

fn deed(patrol: Option<PatrolId>, ask: PatrolAsk) -> PatrolDeed {
    let command = CommandId(Uuid::now_v7());
    PatrolDeed { command, patrol: patrol.unwrap_or(PatrolId(command.0)), ask }
}

#[track_caller]
fn planned<'a>(house: &'a House, user: &'a DeskUser, plan: Plan) -> impl Future<Output = PatrolId> + 'a {
    let place = std::panic::Location::caller();
    async move {
        let deed = deed(None, PatrolAsk::Plan(Box::new(plan)));
        let outcome: Outcome = send(house, user, &deed).await.json();
        assert!(matches!(outcome, Outcome::Applied { .. }), "{place}: {outcome:?}");
        deed.patrol
    }
}

async fn list(house: &House, user: &DeskUser) -> PatrolsPage {
    user.get(house, "/api/v1/patrols").await.json()
}

async fn view(house: &House, user: &DeskUser, id: PatrolId) -> PatrolView {
    user.get(house, &format!("/api/v1/patrols/{id}")).await.json()
}

async fn pushed(house: &House, phone: &mut Phone, patrol: PatrolId, ask: PatrolAsk) -> Verdict {
    let command = phone.command(Some(CaseId(patrol.0)), 0, Ask::Patrol(ask));
    phone.pushed(house, &[&command]).await.1.remove(0).verdict
}

fn nothing(site: SiteId) -> PatrolAsk {
    PatrolAsk::Visit(SiteVisit { site, words: String::new() })
}

#[tokio::test]
async fn a_patrol_is_planned_walked_and_seen_by_those_whose_area_it_is_in() {
    let house = House::new().await;
    let desk = DeskUser::signed_in(&house, "dispatcher").await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let sites = sites(&house, &desk).await;
    let id = planned(&house, &desk, plan(PatrolKind::RoutinePatrol, sites.clone())).await;
    for name in ["far", "coordinator-far", "patroller2", "liaison", "reviewer", "admin", "auditor"] {
        let user = DeskUser::signed_in(&house, name).await;
        assert!(list(&house, &user).await.rows.is_empty(), "{name}");
        user.get(&house, &format!("/api/v1/patrols/{id}")).await.is_problem(404, "no_such_patrol", None);
        let cancel = deed(Some(id), PatrolAsk::Cancel(Words { words: "不去了".into() }));
        send(&house, &user, &cancel).await.is_problem(404, "no_such_patrol", None);
    }
    let mut phone = house.phone("patroller").await;
    assert_eq!(pushed(&house, &mut phone, id, nothing(sites[0])).await, Verdict::Applied);
    let Ask::Submit(mut submit) = phone.submit("C18", "夜里机器很响，有灯光", Vec::new()) else { unreachable!("a submit") };
    (submit.report.site, submit.report.patrol) = (Some(sites[1]), Some(id));
    let report = phone.command(None, 0, Ask::Submit(submit));
    phone.pushed(&house, &[&report]).await;
    let row = list(&house, &coordinator).await.rows.remove(0);
    assert_eq!((row.state, row.visited, row.sites, row.problems), (PatrolState::UnderWay, 2, 2, 1));
    let seen = view(&house, &coordinator, id).await;
    assert_eq!(
        seen.patrol.visits.iter().map(|visit| visit.found).collect::<Vec<_>>(),
        [Found::Nothing, Found::Problem { case: report.case }]
    );
    assert_eq!(seen.cases.iter().map(|case| case.id).collect::<Vec<_>>(), [report.case]);
    assert!(seen.may_change && !seen.hidden && seen.people.iter().any(|one| one.name == "patroller"));
    let finish = PatrolAsk::Finish(Words { words: String::new() });
    assert_eq!(pushed(&house, &mut phone, id, finish.clone()).await, Verdict::Applied);
    assert_eq!(pushed(&house, &mut phone, id, finish).await, Verdict::Applied, "a repetition is harmless");
    assert_eq!(view(&house, &desk, id).await.patrol.state, PatrolState::Done);
    let verified = house.verified().await;
    assert_eq!((verified.cases, verified.patrols), (1, 1));
}

#[tokio::test]
async fn a_surprise_does_not_exist_for_others_until_it_starts() {
    let house = House::new().await;
    let desk = DeskUser::signed_in(&house, "dispatcher").await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let goer = DeskUser::signed_in(&house, "patroller").await;
    let sites = sites(&house, &desk).await;
    let id = planned(&house, &desk, plan(PatrolKind::SurpriseInspection, sites.clone())).await;
    let marked = Plan { unannounced: true, title: "抽查一家".into(), ..plan(PatrolKind::RandomCheck, sites.clone()) };
    let marked = planned(&house, &desk, marked).await;
    let path = format!("/api/v1/patrols/{id}");
    // In no list, count, page or answer, by no state and no period.
    for query in ["", "?state=planned", "?from=2026-11-23&to=2026-11-25"] {
        let page: PatrolsPage = coordinator.get(&house, &format!("/api/v1/patrols{query}")).await.json();
        assert!(page.rows.is_empty() && !page.more, "{query}");
    }
    let html = coordinator.get(&house, "/desk/patrols").await;
    assert!(html.status.is_success() && !String::from_utf8_lossy(&html.body).contains("夜查"));
    coordinator.get(&house, &path).await.is_problem(404, "no_such_patrol", None);
    assert_eq!(coordinator.get(&house, &format!("/desk/patrols/{id}")).await.status.as_u16(), 404);
    let assign = deed(Some(id), PatrolAsk::Assign { people: vec![PATROLLER2] });
    send(&house, &coordinator, &assign).await.is_problem(404, "no_such_patrol", None);
    let mut stranger = house.phone("patroller2").await;
    assert!(stranger.pull(&house, None).await.get("patrols").is_none());
    let refused = pushed(&house, &mut stranger, id, nothing(sites[0])).await;
    assert!(serde_json::to_string(&refused).unwrap().contains("no_such_patrol"), "{refused:?}");
    // Those who go, and who planned it, see it ahead, marked as what it is.
    for user in [&desk, &goer] {
        let rows = list(&house, user).await.rows;
        assert!(rows.len() == 2 && rows.iter().all(|row| row.hidden), "{rows:?}");
    }
    let mut phone = house.phone("patroller").await;
    let ahead = phone.pull(&house, None).await;
    assert_eq!(ahead["patrols"].as_array().unwrap().len(), 2);
    // It starts, and everybody whose area it is in sees it; the other one stays what it is.
    assert_eq!(pushed(&house, &mut phone, id, PatrolAsk::Start).await, Verdict::Applied);
    let rows = list(&house, &coordinator).await.rows;
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
    // Cancelled before it started, it never existed for others.
    let cancel = deed(Some(marked), PatrolAsk::Cancel(Words { words: "改日".into() }));
    assert!(matches!(send(&house, &desk, &cancel).await.json(), Outcome::Applied { .. }));
    assert_eq!(list(&house, &coordinator).await.rows.len(), 1);
    house.verified().await;
}

#[tokio::test]
async fn a_plan_that_is_not_allowed_names_its_fields_and_one_sent_twice_is_one() {
    let house = House::new().await;
    let desk = DeskUser::signed_in(&house, "dispatcher").await;
    let sites = sites(&house, &desk).await;
    let wrong =
        Plan { people: Vec::new(), from: date!(2026 - 11 - 22), title: " ".into(), ..plan(PatrolKind::RoutinePatrol, sites.clone()) };
    let outcome: Outcome = send(&house, &desk, &deed(None, PatrolAsk::Plan(Box::new(wrong)))).await.json();
    let Outcome::Refused { refusal } = outcome else { panic!("{outcome:?}") };
    let fields: Vec<&str> = refusal.unmet.iter().filter_map(|unmet| unmet.field.as_deref()).collect();
    assert_eq!(fields, ["title", "people", "from"]);
    let right = deed(None, PatrolAsk::Plan(Box::new(plan(PatrolKind::RoutinePatrol, sites.clone()))));
    let (first, again): (Outcome, Outcome) = (send(&house, &desk, &right).await.json(), send(&house, &desk, &right).await.json());
    assert_eq!(first, again);
    assert_eq!(list(&house, &desk).await.rows.len(), 1);
    for name in ["patroller", "handler", "admin"] {
        let user = DeskUser::signed_in(&house, name).await;
        user.get(&house, "/api/v1/patrols/choices").await.is_problem(403, "not_allowed", None);
        let plan = deed(None, PatrolAsk::Plan(Box::new(plan(PatrolKind::RoutinePatrol, sites.clone()))));
        assert!(matches!(send(&house, &user, &plan).await.json(), Outcome::Refused { .. }), "{name}");
    }
    let far = DeskUser::signed_in(&house, "coordinator-far").await;
    assert!(choices(&house, &far).await.sites.iter().all(|site| !site.division.as_str().starts_with(TOWNSHIP)));
    let elsewhere = deed(None, PatrolAsk::Plan(Box::new(plan(PatrolKind::RoutinePatrol, sites))));
    assert!(matches!(send(&house, &far, &elsewhere).await.json(), Outcome::Refused { .. }));
    desk.get(&house, "/api/v1/patrols/xyz").await.is_problem(404, "no_such_patrol", Some("patrol"));
    desk.get(&house, "/api/v1/patrols?from=2026-12-01&to=2026-11-01").await.is_problem(400, "bad_address", Some("from"));
    house.get("/api/v1/patrols", None).await.is_problem(401, "not_signed_in", None);
    house.verified().await;
}

#[tokio::test]
async fn places_seen_within_their_interval_are_counted() {
    let house = House::new().await;
    let desk = DeskUser::signed_in(&house, "coordinator").await;
    let all = choices(&house, &desk).await.sites.len();
    let of = u32::try_from(all).unwrap();
    assert_eq!(list(&house, &desk).await.coverage, Rate { of, met: 0 });
    let id =
        planned(&house, &desk, Plan { areas: vec![TOWNSHIP.parse().unwrap()], ..plan(PatrolKind::PeriodicInspection, Vec::new()) }).await;
    let mut phone = house.phone("patroller").await;
    let sites = view(&house, &desk, id).await.sites;
    assert_eq!(sites.len(), all, "an area brings its places");
    for site in &sites {
        assert_eq!(pushed(&house, &mut phone, id, nothing(site.id)).await, Verdict::Applied);
        assert_eq!(pushed(&house, &mut phone, id, nothing(site.id)).await, Verdict::Applied);
    }
    assert_eq!(list(&house, &desk).await.coverage, Rate { of, met: of });
    assert_eq!(list(&house, &DeskUser::signed_in(&house, "coordinator-far").await).await.coverage.met, 0);
    house.clock.advance(time::Duration::days(400));
    let desk = DeskUser::signed_in(&house, "coordinator").await;
    assert_eq!(list(&house, &desk).await.coverage, Rate { of, met: 0 });
}

#[tokio::test]
async fn pages_of_patrols_are_complete_before_their_program() {
    let house = House::new().await;
    let desk = DeskUser::signed_in(&house, "dispatcher").await;
    let empty = String::from_utf8_lossy(&desk.get(&house, "/desk/patrols").await.body).into_owned();
    assert!(empty.contains("这段时间没有巡查") && empty.contains("安排巡查"));
    let id = planned(&house, &desk, plan(PatrolKind::SurpriseInspection, sites(&house, &desk).await)).await;
    for (path, texts) in [
        ("/desk/patrols".to_owned(), ["白石镇夜查", "突击检查", "0 / 2"]),
        (format!("/desk/patrols/{id}"), ["开始以前", "白石新型建材厂", "还没去"]),
        (format!("/desk/patrols/new?copy={id}"), ["白石镇污水处理站", "patroller", "去的人"]),
    ] {
        let page = desk.get(&house, &path).await;
        let html = String::from_utf8_lossy(&page.body).into_owned();
        assert_eq!(page.status.as_u16(), 200, "{path}");
        for text in texts {
            assert!(html.contains(text), "{path}: no {text}");
        }
    }
    let nobody = DeskUser::signed_in(&house, "patroller").await;
    assert_eq!(nobody.get(&house, "/desk/patrols/new").await.status.as_u16(), 403);
}
