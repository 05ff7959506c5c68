//! The demonstration: every state is in it, the ledger fits, nothing private is public, and it is the same every time.

use axum::{Router, body::Body, http::Request};
use huiyin_domain::{
    case::{Reporter, State},
    moment::Moment,
    patrol::{PatrolState, is_hidden},
    publication::PublicPlace,
};
use huiyin_server::{
    config::Settings,
    core::{Core, FixedClock, RandomIds},
    demo::{self, DemoError, Made},
    http,
    ledger::verify::verify,
    storage,
};
use std::{collections::BTreeSet, io::Cursor, sync::Arc};
use tempfile::TempDir;
use time::macros::datetime;
use tower::ServiceExt;

const PASSWORD: &str = "a demonstration";
/// Enough for every fate, and quick to make.
const CASES: u32 = 300;

/// A demonstration of about so many cases in a folder of its own.
pub(crate) async fn made(cases: u32) -> (TempDir, Arc<Core>, Arc<FixedClock>, Made) {
    let folder = tempfile::tempdir().unwrap();
    let as_of = Moment::new(datetime!(2026-11-23 18:00 +8));
    let clock = Arc::new(FixedClock::at(as_of));
    let site = Some(crate::support::built_site(folder.path()));
    let settings = Settings { site, database_url: crate::database().await, ..Settings::in_folder(folder.path()) };
    let core = Core::open_with(settings, clock.clone(), Arc::new(RandomIds)).await.unwrap();
    let made = demo::make(&core, &clock, PASSWORD, as_of, cases).await.unwrap();
    (folder, core, clock, made)
}

async fn text(router: &Router, path: &str) -> (u16, Vec<u8>) {
    let response = router.clone().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
    let status = response.status().as_u16();
    (status, axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_holds_together() {
    let (_folder, core, clock, made) = made(CASES).await;
    let (_other, twin, _, _) = self::made(CASES).await;
    let head = |core: Arc<Core>| async move { storage::ledger::head(core.db.read(), false).await.unwrap().unwrap() };
    assert_eq!(head(core.clone()).await.hash, head(twin).await.hash, "the same seed makes the same ledger");
    assert!((280..=340).contains(&made.cases) && made.pictures <= 60, "{made:?}");

    let cases = storage::cases::batch(core.db.read(), None, 1000).await.unwrap();
    let states: BTreeSet<State> = cases.iter().map(|case| case.state).collect();
    assert_eq!(states, BTreeSet::from(State::ALL), "every state is reachable and reached");
    let now = core.now();
    assert!(cases.iter().all(|case| case.opened_at <= now && case.opened_at > now - time::Duration::days(600)));
    let patrols = storage::patrols::batch(core.db.read(), None, 100).await.unwrap();
    let states: BTreeSet<PatrolState> = patrols.iter().map(|patrol| patrol.state).collect();
    assert_eq!(states, BTreeSet::from(PatrolState::ALL));
    assert!(patrols.iter().any(is_hidden), "a secret one");

    let snapshot = core.db.snapshot().await.unwrap();
    verify(&snapshot).await.unwrap().unwrap_or_else(|fault| panic!("{fault}"));
    snapshot.rollback().await.unwrap();

    let named = cases.iter().flat_map(|case| &case.reports).filter(|filed| filed.reporter == Reporter::Named);
    let mut callers = 0;
    for filed in named {
        assert!(storage::vault::get(core.db.read(), filed.id).await.unwrap().is_some(), "nobody knows who rang about {}", filed.id);
        callers += 1;
    }
    assert!(callers >= 10, "only {callers} left a name");

    let again = demo::make(&core, &clock, PASSWORD, now, CASES).await;
    assert!(matches!(again, Err(DemoError::NotEmpty)), "{again:?}");
    assert_eq!(storage::cases::batch(core.db.read(), None, 1000).await.unwrap().len(), cases.len());
    nothing_private_is_public(&core, &cases).await;
}

/// Every public page and photo is fetched and searched.
async fn nothing_private_is_public(core: &Arc<Core>, cases: &[huiyin_domain::case::Case]) {
    let county = core.county().await.unwrap();
    let names: Vec<String> = county.people.iter().map(|card| card.name.clone()).collect();
    let words: Vec<&str> = cases.iter().flat_map(|case| case.reports.iter().map(|filed| filed.report.words.as_str())).collect();
    let router = http::router(Arc::clone(core));
    let mut pages = 0;
    for case in cases {
        let Some(number) = &case.number else { continue };
        let record = storage::public::by_number(core.db.read(), number).await.unwrap();
        let (status, page) = text(&router, &format!("/cases/{number}")).await;
        let Some(published) = record else {
            assert_eq!(status, 404, "{number}");
            continue;
        };
        if published.withdrawn_at.is_some() {
            assert_eq!(status, 410, "{number}");
            assert_eq!(text(&router, &format!("/cases/{number}/photos/0.jpg")).await.0, 410);
            continue;
        }
        assert_eq!(status, 200, "{number}");
        pages += 1;
        let page = String::from_utf8(page).unwrap();
        assert!(!page.contains("<script"));
        for secret in names.iter().map(String::as_str).chain(words.iter().copied()) {
            assert!(!page.contains(secret), "{number} tells {secret}");
        }
        let exact = matches!(published.record.place, Some(PublicPlace::Exact { .. }));
        if let Some(place) = case.place.filter(|_| !exact) {
            // Whole and half degrees occur in other numbers too.
            for degrees in [place.lat_deg, place.lon_deg].map(|degrees| degrees.to_string()).into_iter().filter(|text| text.len() > 5) {
                assert!(!page.contains(&degrees), "{number} tells {degrees}");
            }
        }
        for n in 0..published.record.photos.len() {
            let (status, photo) = text(&router, &format!("/cases/{number}/photos/{n}.jpg")).await;
            assert_eq!(status, 200, "{number}, photo {n}");
            assert!(exif::Reader::new().read_from_container(&mut Cursor::new(&photo)).is_err(), "{number}, photo {n} has metadata");
        }
    }
    assert!(pages > 100, "{pages} public pages");
    let (status, home) = text(&router, "/").await;
    let home = String::from_utf8(home).unwrap();
    assert_eq!(status, 200);
    assert!(names.iter().all(|name| !home.contains(name)) && words.iter().all(|told| !home.contains(told)));
}
