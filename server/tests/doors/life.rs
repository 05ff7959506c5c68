//! A whole life: told offline on a phone, handled, rechecked by another, answered, closed, published and withdrawn.

use crate::{
    desk_user::{DeskUser, reported},
    support::{House, Phone, picture},
};
use huiyin_app::backend::Outcome;
use huiyin_domain::{
    case::{
        Accept, Ask, AssignRecheck, Close, DecidePublication, Dispatch, Disposal, Finding, OrderRectification, Publication, Publish,
        Recheck, Redact, Reply, ReplyOutcome, ReportRectified, ResultCode, SignFor, State, Verify, Words,
    },
    people::UnitCode,
    photo::{Photo, Purpose},
    place::Fix,
    publication::{PublicPhoto, PublicPlace, PublicRecord},
    refusal::Code,
    sync::message::Verdict,
};
use image::ImageReader;
use std::io::Cursor;
use time::{Duration, macros::date};

const SECRET_WORDS: &str = "石拱桥下有人倒垃圾，味道很大，我家在桥头";

/// A case by its number, and its reporter's receipt.
pub(crate) struct Told {
    pub number: String,
    pub receipt: String,
}

fn taken(phone: &Phone, bytes: &[u8], purpose: Purpose) -> Photo {
    let point = huiyin_domain::place::Point { lat_deg: crate::support::PLACE.0, lon_deg: crate::support::PLACE.1 };
    Photo { purpose, fix: Some(Fix { point, accuracy_m: 9.0, at: phone.now }), ..phone.photo(bytes) }
}

/// From report to a passed recheck: everything that closing needs but reply, disposal and publication.
pub(crate) async fn until_approval(house: &House) -> Told {
    let (before, after, seen) = (picture(11), picture(12), picture(13));
    let mut patroller = house.phone("patroller").await;
    let (number, receipt, case) = reported(house, &mut patroller, "C06", SECRET_WORDS, &[before]).await;
    let coordinator = DeskUser::signed_in(house, "coordinator").await;
    house.clock.advance(Duration::minutes(30));
    let accept =
        Accept { category: "C06".to_owned().into_category(), division: crate::support::TOWNSHIP.parse().unwrap(), not_the_same: vec![] };
    coordinator.does(house, &number, Ask::Accept(accept)).await;
    let mut handler = house.phone("handler").await;
    let unit = UnitCode("t-359921100".into());
    let dispatch = Dispatch { lead_unit: unit.clone(), handler: handler.person.id, co_units: vec![], words: None };
    coordinator.does(house, &number, Ask::Dispatch(dispatch)).await;
    house.clock.advance(Duration::hours(1));

    // The handler works on the phone, where there is no network: three commands arrive together.
    handler.now = house.core.now();
    let pulled = handler.pull(house, None).await;
    let base = pulled["seq"].as_u64().unwrap();
    let sign = handler.command(Some(case), base, Ask::SignFor(SignFor { handler: handler.person.id }));
    let verify = Verify {
        finding: Finding::Substantiated,
        visited_at: handler.now,
        people: "承办人、村干部".into(),
        words: "桥下堆放生活垃圾约两吨".into(),
        photos: vec![],
        no_photo_reason: Some("上报照片已经清楚".into()),
    };
    let verify = handler.command(Some(case), base, Ask::Verify(verify));
    let (_, lines) = handler.pushed(house, &[&sign, &verify]).await;
    assert!(lines.iter().all(|line| line.verdict == Verdict::Applied), "{lines:?}");
    let order = OrderRectification {
        responsible_party: "村民委员会".into(),
        measures: "三日内清运并设牌".into(),
        due_day: date!(2026 - 11 - 30),
        acceptance_unit: unit,
        document_number: None,
    };
    coordinator.does(house, &number, Ask::OrderRectification(order)).await;
    house.clock.advance(Duration::hours(2));
    handler.now = house.core.now();
    let base = handler.pull(house, None).await["seq"].as_u64().unwrap();
    let rectified = ReportRectified {
        words: "已清运并设牌".into(),
        photos: vec![taken(&handler, &after, Purpose::After)],
        away_reason: None,
        result: ResultCode::Rectified,
    };
    let rectified = handler.command(Some(case), base, Ask::ReportRectified(rectified));
    let (_, lines) = handler.pushed(house, &[&rectified]).await;
    assert_eq!(lines[0].verdict, Verdict::Applied);
    assert!(handler.send_photo(house, &after).await.status.is_success());

    let mut rechecker = house.phone("patroller2").await;
    coordinator.does(house, &number, Ask::AssignRecheck(AssignRecheck { rechecker: rechecker.person.id })).await;
    house.clock.advance(Duration::hours(1));
    rechecker.now = house.core.now();
    let base = rechecker.pull(house, None).await["seq"].as_u64().unwrap();
    let photo = taken(&rechecker, &seen, Purpose::Recheck);
    let recheck = Recheck { passed: true, words: "现场干净".into(), fix: photo.fix, photos: vec![photo], second_officer: None };
    let recheck = rechecker.command(Some(case), base, Ask::Recheck(recheck));
    let (_, lines) = rechecker.pushed(house, &[&recheck]).await;
    assert_eq!(lines[0].verdict, Verdict::Applied);
    assert!(rechecker.send_photo(house, &seen).await.status.is_success());
    Told { number, receipt }
}

trait IntoCategory {
    fn into_category(self) -> huiyin_domain::rulebook::CategoryCode;
}

impl IntoCategory for String {
    fn into_category(self) -> huiyin_domain::rulebook::CategoryCode {
        huiyin_domain::rulebook::CategoryCode(self)
    }
}

fn close() -> Ask {
    Ask::Close(Close { result: ResultCode::Rectified, disposal: Some(Disposal::EducateAndCorrect), words: "材料齐全".into() })
}

/// Replied, closed, written and approved; answers what is public.
pub(crate) async fn published(house: &House, told: &Told) -> PublicRecord {
    let coordinator = DeskUser::signed_in(house, "coordinator").await;
    let reply =
        Reply {
            report: None, words: "垃圾已经清走，立了牌子，谢谢您。".into(), outcome: ReplyOutcome::Sent { at: house.core.now() }
        };
    coordinator.does(house, &told.number, Ask::Reply(reply)).await;
    coordinator.does(house, &told.number, Ask::DecidePublication(DecidePublication::Publish)).await;
    coordinator.does(house, &told.number, close()).await;
    let draft = coordinator.view(house, &told.number).await.summary_draft.expect("a draft for the redactor");
    let photos = draft.photos.iter().map(|photo| PublicPhoto { caption: "桥下".into(), ..photo.clone() }).collect();
    let record = PublicRecord { title: "桥下垃圾已清运".into(), photos, ..draft };
    coordinator.does(house, &told.number, Ask::Redact(Redact { record: record.clone() })).await;
    let reviewer = DeskUser::signed_in(house, "reviewer").await;
    reviewer.does(house, &told.number, Ask::Publish(Publish { record: record.clone() })).await;
    record
}

#[tokio::test]
async fn from_a_report_to_the_public_page_and_off_it_again() {
    let house = House::new().await;
    let told = until_approval(&house).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;

    // Closing without a reply is refused, and every unmet guard is named at once.
    let Outcome::Refused { refusal } = coordinator.act(&house, &told.number, close()).await else { panic!("closed without a reply") };
    let codes: Vec<Code> = refusal.unmet.into_iter().map(|unmet| unmet.code).collect();
    assert!(codes.contains(&Code::ReplyMissing { reports: 1 }) && codes.contains(&Code::PublicationUndecided), "{codes:?}");

    let record = published(&house, &told).await;
    assert!(matches!(record.place, Some(PublicPlace::Cell { .. })), "{:?}", record.place);
    let view = coordinator.view(&house, &told.number).await;
    assert_eq!(view.case.state, State::Closed);
    assert!(matches!(view.case.publication, Publication::Published { .. }));

    let home = house.get("/", None).await;
    let case = house.get(&format!("/cases/{}", told.number), None).await;
    let english = house.get(&format!("/en/cases/{}", told.number), None).await;
    for page in [&home, &case, &english] {
        assert_eq!(page.status.as_u16(), 200);
        let text = String::from_utf8_lossy(&page.body);
        assert!(text.contains("桥下垃圾已清运") && !text.contains("<script"));
        assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
        nothing_private(&text);
    }
    for n in 0..record.photos.len() {
        let photo = house.get(&format!("/cases/{}/photos/{n}.jpg", told.number), None).await;
        assert_eq!((photo.status.as_u16(), photo.header("content-type")), (200, "image/jpeg"));
        assert_eq!(exif::Reader::new().read_from_container(&mut Cursor::new(&photo.body)).err().map(|_| ()), Some(()));
        let picture = ImageReader::new(Cursor::new(&photo.body)).with_guessed_format().unwrap().decode().unwrap();
        assert!(picture.width().max(picture.height()) <= 1600);
        let again =
            axum::http::Request::get(format!("/cases/{}/photos/{n}.jpg", told.number)).header("if-none-match", photo.header("etag"));
        assert_eq!(house.send(again.body(axum::body::Body::empty()).unwrap()).await.status.as_u16(), 304);
    }
    assert_eq!(house.get(&format!("/cases/{}/photos/9.jpg", told.number), None).await.status.as_u16(), 404);
    let original = record.photos[0].original;
    house.get(&format!("/api/v1/photos/{original}/shown"), None).await.is_problem(401, "not_signed_in", None);

    // Withdrawn is gone at once: page, photos, list.
    let reviewer = DeskUser::signed_in(&house, "reviewer").await;
    reviewer.does(&house, &told.number, Ask::Withdraw(Words { words: "照片里能认出门牌".into() })).await;
    for path in [format!("/cases/{}", told.number), format!("/en/cases/{}", told.number), format!("/cases/{}/photos/0.jpg", told.number)] {
        assert_eq!(house.get(&path, None).await.status.as_u16(), 410, "{path}");
    }
    assert!(!String::from_utf8_lossy(&house.get("/", None).await.body).contains("桥下垃圾已清运"));
    house.verified().await;
}

/// No reporter, no words of theirs, no exact place, no colleague's name.
pub(crate) fn nothing_private(text: &str) {
    for secret in [SECRET_WORDS, "我家在桥头", "patroller", "handler", "coordinator", "reviewer", "26.06", "117.9", "生活垃圾约两吨"]
    {
        assert!(!text.contains(secret), "{secret} is on a public page");
    }
}

#[tokio::test]
async fn the_same_deed_has_one_effect_and_an_older_view_is_told_who_was_first() {
    let house = House::new().await;
    let mut phone = house.phone("patroller").await;
    let (number, _, case) = reported(&house, &mut phone, "C18", "夜里音响太吵了", &[]).await;
    let coordinator = DeskUser::signed_in(&house, "coordinator").await;
    let dispatcher = DeskUser::signed_in(&house, "dispatcher").await;
    let seq = coordinator.view(&house, &number).await.case.seq;
    let accept = |category: &str| {
        Ask::Accept(Accept {
            category: category.to_owned().into_category(),
            division: crate::support::TOWNSHIP.parse().unwrap(),
            not_the_same: vec![],
        })
    };
    let deed = coordinator.deed(case, seq, accept("C18"));
    let first: Outcome = coordinator.send(&house, &number, &deed).await.json();
    let second: Outcome = coordinator.send(&house, &number, &deed).await.json();
    assert!(matches!(first, Outcome::Applied { .. }) && first == second);
    let late: Outcome = dispatcher.send(&house, &number, &dispatcher.deed(case, seq, accept("C99"))).await.json();
    let Outcome::Conflict { by, .. } = late else { panic!("{late:?}") };
    assert_eq!(by.as_deref(), Some("coordinator"));
    let other = huiyin_app::backend::Deed { ask: accept("C99"), ..deed };
    coordinator.send(&house, &number, &other).await.is_problem(409, "id_used", None);
}
