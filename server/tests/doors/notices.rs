//! Notices: each once, with the entry that causes it, to whom it concerns and nobody else; in working hours.

use crate::{
    desk_user::{DeskUser, reported},
    life::{published, until_approval},
    support::{Answer, House, TOWNSHIP, picture},
};
use axum::{
    body::Body,
    http::{Request, header},
};
use huiyin_app::{
    backend::{NoticeLine, NoticesPage, Unread},
    locales::{Language, rules::notice_text},
};
use huiyin_domain::{
    case::{Accept, Ask, Clock, Dispatch},
    ids::PersonId,
    notice::{About, Kind},
    people::UnitCode,
    rulebook::CategoryCode,
};
use huiyin_server::{
    clockwork::look,
    storage::{self, notices::NoticeRow},
};
use time::Duration;
use uuid::Uuid;

pub(crate) const HANDLER: PersonId = PersonId(Uuid::from_u128(0xA003));

impl DeskUser {
    pub(crate) async fn put(&self, house: &House, path: &str, body: &serde_json::Value) -> Answer {
        let request = Request::put(path).header(header::CONTENT_TYPE, "application/json").header(header::COOKIE, &self.cookie);
        house.send(request.body(Body::from(body.to_string())).unwrap()).await
    }

    async fn notices(&self, house: &House) -> Vec<NoticeLine> {
        self.get(house, "/api/v1/notices").await.json::<NoticesPage>().rows
    }

    async fn unread(&self, house: &House) -> u32 {
        self.get(house, "/api/v1/notices/unread").await.json::<Unread>().unread
    }
}

/// A case that the coordinator has just given to the handler.
pub(crate) async fn given(house: &House, words: &str) -> String {
    let mut phone = house.phone("patroller").await;
    let (number, _, _) = reported(house, &mut phone, "C06", words, &[picture(words.bytes().map(u32::from).sum())]).await;
    let coordinator = DeskUser::signed_in(house, "coordinator").await;
    let case = coordinator.view(house, &number).await;
    let not_the_same = case.similar.iter().map(|row| row.id).collect();
    let accept = Accept { category: CategoryCode("C06".into()), division: TOWNSHIP.parse().unwrap(), not_the_same };
    coordinator.does(house, &number, Ask::Accept(accept)).await;
    coordinator.does(house, &number, dispatch()).await;
    number
}

fn dispatch() -> Ask {
    Ask::Dispatch(Dispatch { lead_unit: UnitCode("t-359921100".into()), handler: HANDLER, co_units: vec![], words: None })
}

fn kinds(lines: &[NoticeLine]) -> Vec<Kind> {
    lines.iter().map(|line| line.about.kind).collect()
}

#[tokio::test]
async fn who_is_given_a_case_is_told_and_marks_it_as_read() {
    let house = House::new().await;
    let number = given(&house, "路边堆了垃圾").await;
    let (handler, coordinator) = (DeskUser::signed_in(&house, "handler").await, DeskUser::signed_in(&house, "coordinator").await);
    let lines = handler.notices(&house).await;
    assert_eq!(kinds(&lines), [Kind::Assigned]);
    let line = &lines[0];
    assert_eq!(line.about.number.as_deref(), Some(number.as_str()));
    assert!(line.about.due_at.is_some() && !line.read);
    assert_eq!(handler.unread(&house).await, 1);
    assert_eq!(coordinator.notices(&house).await, [], "nobody is told of what they did");

    let mark = serde_json::json!({"one": {"seq": line.seq, "kind": "assigned"}});
    coordinator.post(&house, "/api/v1/notices/read", &mark).await.is_problem(404, "no_such_notice", Some("seq"));
    assert_eq!(handler.unread(&house).await, 1);
    for _ in 0..2 {
        assert_eq!(handler.post(&house, "/api/v1/notices/read", &mark).await.json::<Unread>().unread, 0);
    }
    assert!(handler.notices(&house).await[0].read);
    house.get("/api/v1/notices", None).await.is_problem(401, "not_signed_in", None);
    handler.get(&house, "/api/v1/notices?after=nonsense").await.is_problem(400, "bad_cursor", Some("after"));
}

#[tokio::test]
async fn sending_a_deed_again_tells_nobody_again() {
    let house = House::new().await;
    let number = given(&house, "路边堆了垃圾").await;
    let handler = DeskUser::signed_in(&house, "handler").await;
    let case = handler.view(&house, &number).await.case;
    let deed = handler.deed(case.id, case.seq, Ask::Return(huiyin_domain::case::Words { words: "不是本单位的事".into() }));
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    for _ in 0..3 {
        assert!(handler.send(&house, &number, &deed).await.status.is_success());
    }
    assert_eq!(kinds(&coordinator.notices(&house).await), [Kind::Returned]);
}

#[tokio::test]
async fn every_crossing_is_one_notice_however_many_servers_look() {
    let house = House::new().await;
    let other = house.twin().await;
    let mut phone = house.phone("patroller").await;
    reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    for _ in 0..6 {
        house.clock.advance(Duration::days(1));
        let (here, there, again) = tokio::join!(look(&house.core), look(&other.core), look(&house.core));
        assert!(here.is_ok() && there.is_ok() && again.is_ok());
    }
    let mut lines: Vec<(Kind, Option<Clock>, Option<u8>)> =
        coordinator.notices(&house).await.iter().map(|line| (line.about.kind, line.about.clock, line.about.level)).collect();
    lines.sort_by_key(|line| (line.0, line.2));
    let acceptance = Some(Clock::Acceptance);
    assert_eq!(lines, [(Kind::DueSoon, acceptance, None), (Kind::Overdue, acceptance, None), (Kind::Supervised, None, Some(1))]);
    house.verified().await;
}

#[tokio::test]
async fn a_reminder_waits_for_working_hours_and_what_is_overdue_does_not() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    // Reported on Monday at ten: due at the end of Wednesday. Now it is Wednesday, ten in the evening.
    house.clock.advance(Duration::hours(60));
    assert_eq!(look(&house.core).await.unwrap(), 1);
    assert_eq!(coordinator.unread(&house).await, 0, "nobody is reminded at night");
    house.clock.advance(Duration::hours(3));
    assert_eq!(look(&house.core).await.unwrap(), 1);
    assert_eq!(kinds(&coordinator.notices(&house).await), [Kind::Overdue, Kind::Supervised], "at one o'clock, at once");
    house.clock.advance(Duration::hours(7));
    assert_eq!(coordinator.unread(&house).await, 3);
    assert_eq!(kinds(&coordinator.notices(&house).await), [Kind::DueSoon, Kind::Overdue, Kind::Supervised], "at eight it is there");
}

#[tokio::test]
async fn pages_hold_every_notice_once_newest_first_and_all_are_marked_at_once() {
    let house = House::new().await;
    let now = house.core.now();
    let about = |kind| About { kind, number: Some("CX26-0001".into()), clock: None, due_at: None, level: None };
    let rows: Vec<NoticeRow> = (1..=50_u64)
        .flat_map(|seq| [Kind::DueSoon, Kind::Overdue].map(|kind| (seq, kind)))
        .map(|(seq, kind)| {
            // Several of one moment: their order hangs on more than the clock.
            let at = now - Duration::minutes(i64::try_from(seq / 3).unwrap());
            NoticeRow { person: HANDLER, seq, case: None, about: about(kind), at, shown_at: at, read_at: None }
        })
        .collect();
    let db = house.core.db.begin().await.unwrap();
    storage::notices::put(&db, &rows).await.unwrap();
    storage::notices::put(&db, &rows[..7]).await.unwrap();
    db.commit().await.unwrap();
    let handler = DeskUser::signed_in(&house, "handler").await;
    let (mut seen, mut after, mut pages) = (Vec::new(), None, 0);
    loop {
        let path = after.map_or("/api/v1/notices".to_owned(), |after: String| format!("/api/v1/notices?after={after}"));
        let page: NoticesPage = handler.get(&house, &path).await.json();
        assert_eq!(page.unread, 100);
        seen.extend(page.rows.iter().map(|line| (line.at, line.seq, line.about.kind)));
        pages += 1;
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!((seen.len(), pages), (100, 3));
    let mut sorted = seen.clone();
    sorted.sort_by_key(|(at, seq, kind)| (std::cmp::Reverse((*at, *seq)), *kind as u8));
    sorted.dedup();
    assert_eq!(seen, sorted);

    // What came after the page was read is not marked with it.
    let until = now - Duration::minutes(5);
    let mark = serde_json::json!({"all": {"until": until}});
    let left = handler.post(&house, "/api/v1/notices/read", &mark).await.json::<Unread>().unread;
    assert_eq!(left, u32::try_from(rows.iter().filter(|row| row.shown_at > until).count()).unwrap());
    assert!(left > 0 && left < 100);
}

#[tokio::test]
async fn no_text_holds_a_name_or_what_somebody_wrote() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    published(&house, &told).await;
    house.clock.advance(Duration::days(40));
    look(&house.core).await.unwrap();
    let county = house.core.county().await.unwrap();
    let names: Vec<&str> = county.people.iter().map(|card| card.name.as_str()).filter(|name| name.len() > 3).collect();
    let mut read = 0;
    for card in county.people.iter() {
        for row in storage::notices::page(house.core.db.read(), card.id, house.core.now(), None, 1000).await.unwrap() {
            let stored = serde_json::to_value(&row.about).unwrap();
            let parts = stored.as_object().unwrap();
            assert!(parts.keys().all(|key| ["kind", "number", "clock", "due_at", "level"].contains(&key.as_str())), "{stored}");
            for language in Language::ALL {
                let text = notice_text(&row.about, language);
                assert!(text.contains(&told.number), "{text}");
                for secret in ["石拱桥", "桥头", "村民", "清运", "立了牌子", &told.receipt[10..]].into_iter().chain(names.iter().copied())
                {
                    assert!(!text.contains(secret) && !stored.to_string().contains(secret), "{secret}: {text}");
                }
            }
            read += 1;
        }
    }
    assert!(read >= 6, "only {read} notices");
}

#[tokio::test]
async fn the_pages_say_what_there_is() {
    let house = House::new().await;
    let number = given(&house, "路边堆了垃圾").await;
    let handler = DeskUser::signed_in(&house, "handler").await;
    let page = handler.get(&house, "/desk/notices").await;
    let html = String::from_utf8_lossy(&page.body).into_owned();
    assert_eq!(page.status.as_u16(), 200);
    assert!(html.contains("已交给您") && html.contains(&format!("href=\"/desk/cases/{number}\"")), "{html}");
    assert!(html.contains("条未读提醒"), "the bar says how many are unread");
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let empty = String::from_utf8_lossy(&coordinator.get(&house, "/desk/notices").await.body).into_owned();
    assert!(empty.contains("没有提醒") && !empty.contains("条未读提醒"));
    let settings = String::from_utf8_lossy(&handler.get(&house, "/desk/settings").await.body).into_owned();
    assert!(settings.contains("contact-phone") && settings.contains("本县还没有接通短信"));
}

#[tokio::test]
async fn a_notice_is_forgotten_after_a_year() {
    let house = House::new().await;
    given(&house, "路边堆了垃圾").await;
    house.clock.advance(Duration::days(365));
    assert_eq!(huiyin_server::notices::forget(&house.core).await.unwrap(), 0);
    house.clock.advance(Duration::hours(1));
    assert!(huiyin_server::notices::forget(&house.core).await.unwrap() > 0);
    let handler = DeskUser::signed_in(&house, "handler").await;
    assert_eq!(handler.notices(&house).await, []);
}
