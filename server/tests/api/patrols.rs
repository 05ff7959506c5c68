//! Patrols on phones: they come to those who go, leave with their task, and what is done offline counts once.

use crate::{
    desk::act,
    live::{heard, listen},
    support::{House, Phone, TOWNSHIP},
};
use huiyin_domain::{
    case::{Ask, Words},
    command::Command,
    ids::{CaseId, PatrolId, PersonId, SiteId},
    patrol::{PatrolAsk, PatrolKind, Plan, SiteVisit},
    sync::message::Verdict,
};
use huiyin_server::{
    ledger::{Papers, Sender, Submission},
    storage,
};
use serde_json::Value;
use time::macros::date;

fn ids(pulled: &Value, list: &str) -> Vec<String> {
    let entries = pulled.get(list).and_then(Value::as_array).cloned().unwrap_or_default();
    entries.iter().map(|one| one.get("patrol").map_or(one, |patrol| &patrol["id"]).as_str().unwrap().to_owned()).collect()
}

fn cursor(pulled: &Value) -> Option<&str> {
    pulled["cursor"].as_str()
}

async fn sites(house: &House) -> Vec<SiteId> {
    let township = TOWNSHIP.parse().unwrap();
    storage::county::sites_in(house.core.db.read(), &[township]).await.unwrap().iter().map(|site| site.id).collect()
}

/// A plan of the dispatcher's, as the desk makes it.
async fn planned(house: &House, desk: &Phone, people: Vec<PersonId>) -> PatrolId {
    let plan = Plan {
        kind: PatrolKind::SurpriseInspection,
        title: "夜查".to_owned(),
        sites: sites(house).await,
        areas: Vec::new(),
        people,
        co_units: Vec::new(),
        from: date!(2026 - 11 - 23),
        to: date!(2026 - 11 - 23),
        notes: String::new(),
        unannounced: false,
    };
    let core = &house.core;
    let id = core.ids.uuid().into();
    let command = core.draft(id, desk.device, 1, CaseId::from(id), 0, Ask::Patrol(PatrolAsk::Plan(Box::new(plan))));
    let submission = Submission {
        sender: Sender::Person(desk.person.id),
        device: desk.device,
        papers: Papers::Drafted(Box::new(command)),
        received_at: None,
    };
    assert_eq!(core.ledger.submit(submission).await.unwrap().lines[0].verdict, Verdict::Applied);
    PatrolId(id.0)
}

fn asked(phone: &mut Phone, patrol: PatrolId, ask: PatrolAsk) -> Command {
    phone.command(Some(CaseId(patrol.0)), 0, Ask::Patrol(ask))
}

#[tokio::test]
async fn a_patrol_comes_to_who_goes_and_leaves_who_does_not() {
    let house = House::new().await;
    let (desk, one, two) = (house.phone("dispatcher").await, house.phone("patroller").await, house.phone("patroller2").await);
    let mut line = listen(&house, &one.cookie).await;
    let before = two.pull(&house, None).await;
    let patrol = planned(&house, &desk, vec![one.person.id]).await;
    assert_eq!(heard(&mut line).await.unwrap(), "event: poke\ndata: pull\n\n");
    let got = one.pull(&house, None).await;
    assert_eq!((ids(&got, "patrols"), ids(&got, "put").len()), (vec![patrol.to_string()], 0));
    assert_eq!(got["patrols"][0]["sites"].as_array().unwrap().len(), sites(&house).await.len());
    assert!(ids(&two.pull(&house, cursor(&before)).await, "patrols").is_empty());
    assert!(ids(&desk.pull(&house, None).await, "patrols").is_empty(), "who planned it does not go");
    // Another goes instead.
    let assign = Ask::Patrol(PatrolAsk::Assign { people: vec![two.person.id] });
    assert_eq!(act(&house, &desk, CaseId(patrol.0), 0, assign).await, Verdict::Applied);
    let after = one.pull(&house, cursor(&got)).await;
    assert_eq!((ids(&after, "patrols"), ids(&after, "drop")), (vec![], vec![patrol.to_string()]));
    let came = two.pull(&house, cursor(&before)).await;
    assert_eq!(ids(&came, "patrols"), [patrol.to_string()]);
    // Over, it leaves the phone.
    let cancel = Ask::Patrol(PatrolAsk::Cancel(Words { words: "台风".to_owned() }));
    assert_eq!(act(&house, &desk, CaseId(patrol.0), 0, cancel).await, Verdict::Applied);
    assert_eq!(ids(&two.pull(&house, cursor(&came)).await, "drop"), [patrol.to_string()]);
    assert!(ids(&two.pull(&house, None).await, "patrols").is_empty());
    house.verified().await;
}

#[tokio::test]
async fn patrols_and_cases_come_in_pages_that_skip_nothing() {
    let house = House::new().await;
    let (desk, mut phone) = (house.phone("dispatcher").await, house.phone("patroller").await);
    let mut expected = Vec::new();
    let long = "噪".repeat(4_500);
    for _ in 0..40 {
        expected.push(planned(&house, &desk, vec![phone.person.id]).await.to_string());
        let reports: Vec<_> = (0..3).map(|_| phone.report(&long)).collect();
        expected.extend(reports.iter().map(|report| report.case.to_string()));
        phone.pushed(&house, &reports.iter().collect::<Vec<_>>()).await;
    }
    let (mut got, mut at, mut pages) = (Vec::new(), None::<String>, 0);
    loop {
        let page = phone.pull(&house, at.as_deref()).await;
        got.extend(ids(&page, "patrols"));
        got.extend(page["put"].as_array().unwrap().iter().map(|one| one["case"]["id"].as_str().unwrap().to_owned()));
        pages += 1;
        at = cursor(&page).map(str::to_owned);
        if page["more"] == false {
            break;
        }
    }
    assert!(pages > 1);
    got.sort();
    expected.sort();
    assert_eq!(got, expected);
}

#[tokio::test]
async fn a_visit_sent_twice_is_one_visit_and_a_late_one_still_counts() {
    let house = House::new().await;
    let (desk, mut phone) = (house.phone("dispatcher").await, house.phone("patroller").await);
    let patrol = planned(&house, &desk, vec![phone.person.id]).await;
    let site = sites(&house).await[0];
    let visit = asked(&mut phone, patrol, PatrolAsk::Visit(SiteVisit { site, words: String::new() }));
    // Meanwhile it is cancelled; the phone was away.
    let cancel = Ask::Patrol(PatrolAsk::Cancel(Words { words: "台风".to_owned() }));
    assert_eq!(act(&house, &desk, CaseId(patrol.0), 0, cancel).await, Verdict::Applied);
    let (_, first) = phone.pushed(&house, &[&visit]).await;
    let (_, again) = phone.pushed(&house, &[&visit]).await;
    assert_eq!((first[0].seq, &first[0].verdict), (again[0].seq, &Verdict::Applied));
    let stored = storage::patrols::load(house.core.db.read(), &[patrol]).await.unwrap().remove(&patrol).unwrap();
    assert_eq!(stored.visits.len(), 1);
    assert_eq!(house.verified().await.patrols, 1);
}

#[tokio::test]
async fn a_report_is_never_refused_for_the_sake_of_a_patrol() {
    let house = House::new().await;
    let (desk, mut phone) = (house.phone("dispatcher").await, house.phone("patroller2").await);
    let foreign = planned(&house, &desk, vec![house.phone("patroller").await.person.id]).await;
    for patrol in [foreign, PatrolId(uuid::Uuid::nil())] {
        let Ask::Submit(mut submit) = phone.submit("C18", "夜里施工很吵", Vec::new()) else { unreachable!("a submit") };
        submit.report.patrol = Some(patrol);
        let report = phone.command(None, 0, Ask::Submit(submit));
        assert_eq!(phone.pushed(&house, &[&report]).await.1[0].verdict, Verdict::Applied);
    }
    let stored = storage::patrols::load(house.core.db.read(), &[foreign]).await.unwrap().remove(&foreign).unwrap();
    assert!(stored.visits.is_empty() && stored.started_at.is_none(), "a secret does not start by somebody else's report");
    assert_eq!(house.verified().await.cases, 2);
}
