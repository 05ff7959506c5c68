//! A small county on a real database and in a folder of its own, asked through the real router. Each suite says which
//! kind of database by its function `database`.

mod answer;
mod phone;
pub mod postgres;

pub use answer::Answer;
pub use phone::{Phone, picture, sealed};

use axum::{
    Router,
    body::Body,
    http::{Request, header},
    response::Response,
};
use huiyin_domain::{
    ids::PersonId,
    moment::Moment,
    people::{Grant, PersonCard, Role, Scope, UnitCode},
    rulebook::seed,
};
use huiyin_server::{
    auth,
    config::Settings,
    core::{Core, FixedClock, RandomIds, back_up},
    http,
    ledger::verify::{Verified, verify},
    storage,
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;
use time::macros::datetime;
use tower::ServiceExt;
use uuid::Uuid;

/// Everybody's password.
pub const PASSWORD: &str = "correct horse battery staple";
/// The township where everything happens.
pub const TOWNSHIP: &str = "359921100";
/// In its middle.
pub const PLACE: (f64, f64) = (26.06, 117.9);

/// A running county.
pub struct House {
    pub core: Arc<Core>,
    pub clock: Arc<FixedClock>,
    router: Router,
    folder: Arc<TempDir>,
}

/// The people of the tests: sign-in name, number, role, scope.
fn people() -> Vec<(&'static str, PersonCard)> {
    let township = || Scope::Division(TOWNSHIP.parse().unwrap());
    let county = || Scope::Division("359921".parse().unwrap());
    let elsewhere = || Scope::Grid(vec!["359921201".parse().unwrap()]);
    let unit = UnitCode("t-359921100".into());
    [
        ("patroller", 1, Role::Patroller, Scope::Grid(vec![TOWNSHIP.parse().unwrap()])),
        ("patroller2", 2, Role::Patroller, township()),
        ("handler", 3, Role::Handler, Scope::Unit(unit.clone())),
        ("coordinator", 4, Role::Coordinator, township()),
        ("dispatcher", 5, Role::Dispatcher, county()),
        ("far", 6, Role::Patroller, elsewhere()),
        ("reviewer", 7, Role::Reviewer, county()),
        ("admin", 8, Role::Admin, county()),
        ("auditor", 9, Role::Auditor, county()),
        ("coordinator-far", 10, Role::Coordinator, Scope::Division("359921201".parse().unwrap())),
        ("handler2", 11, Role::Handler, Scope::Unit(UnitCode("t-359921201".into()))),
        ("liaison", 12, Role::Liaison, Scope::Unit(UnitCode("ecology".into()))),
    ]
    .into_iter()
    .map(|(name, number, role, scope)| {
        let card = PersonCard {
            id: PersonId(Uuid::from_u128(0xA000 + number)),
            name: name.to_owned(),
            grants: vec![Grant { role, scope }],
            unit: unit.clone(),
            certificate: None,
        };
        (name, card)
    })
    .collect()
}

/// A site folder as the build leaves it, with hardly anything in it.
pub fn built_site(folder: &Path) -> PathBuf {
    let site = folder.join("site");
    std::fs::create_dir_all(site.join("assets")).unwrap();
    let names = ["boot-desk.js", "huiyin.css", "desk.js", "desk_bg.wasm", "icons.svg", "logo.svg"];
    let addresses: Vec<String> = names
        .iter()
        .map(|name| {
            let hashed = name.replacen('.', ".0123456789abcdef.", 1);
            std::fs::write(site.join("assets").join(&hashed), format!("{name}, plain")).unwrap();
            std::fs::write(site.join("assets").join(format!("{hashed}.br")), format!("{name}, brotli")).unwrap();
            std::fs::write(site.join("assets").join(format!("{hashed}.gz")), format!("{name}, gzip")).unwrap();
            format!(r#""{name}": "/assets/{hashed}""#)
        })
        .collect();
    std::fs::write(site.join("assets.json"), format!("{{{}}}", addresses.join(","))).unwrap();
    for name in ["field.html", "sw.js", "manifest.webmanifest"] {
        std::fs::write(site.join(name), format!("{name}, plain")).unwrap();
    }
    site
}

fn copy_tree(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_tree(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

impl House {
    /// A county with people, at ten in the morning of 23 November 2026.
    pub async fn new() -> House {
        House::with(|_| {}).await
    }

    /// The same with other settings.
    pub async fn with(change: impl FnOnce(&mut Settings)) -> House {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let clock = Arc::new(FixedClock::at(Moment::new(datetime!(2026-11-23 10:00 +8))));
        let site = Some(built_site(folder.path()));
        let mut settings = Settings { site, database_url: crate::database().await, ..Settings::in_folder(folder.path()) };
        change(&mut settings);
        let house = House::open(folder, settings, clock).await;
        let rulebook = seed::rulebook(include_str!("../../seed/county.geojson"), include_str!("../../seed/calendar.csv")).unwrap();
        let sites = seed::sites(include_str!("../../seed/county.geojson"), &rulebook).unwrap();
        let password = auth::hash_password(PASSWORD).await.unwrap();
        let db = house.core.db.begin().await.unwrap();
        storage::county::found(&db, &rulebook, true, house.core.now()).await.unwrap();
        storage::county::put_sites(&db, &sites).await.unwrap();
        for (name, card) in people() {
            storage::people::add(&db, &card, name, &password, house.core.now()).await.unwrap();
        }
        db.commit().await.unwrap();
        house
    }

    async fn open(folder: Arc<TempDir>, settings: Settings, clock: Arc<FixedClock>) -> House {
        let core = Core::open_with(settings, clock.clone(), Arc::new(RandomIds)).await.unwrap();
        House { router: http::router(Arc::clone(&core)), core, clock, folder }
    }

    /// Another server process on the same folder and database.
    pub async fn twin(&self) -> House {
        House::open(Arc::clone(&self.folder), self.core.settings.clone(), Arc::clone(&self.clock)).await
    }

    /// Stops and starts again on the same folder.
    pub async fn restarted(self) -> House {
        self.core.close().await;
        let House { core, clock, folder, .. } = self;
        House::open(folder, core.settings.clone(), clock).await
    }

    /// Closes it, and leaves its folder and settings to whoever goes on with it.
    pub async fn left(self) -> (Arc<TempDir>, Settings) {
        self.core.close().await;
        (self.folder, self.core.settings.clone())
    }

    /// Makes a backup, as `huiyin backup --to` does; answers the newest entry in it.
    pub async fn backed_up(&self, to: &Path) -> u64 {
        back_up(&self.core.settings, &self.core.db, to).await.unwrap()
    }

    /// Stops, copies the data folder as it is, and starts again.
    pub async fn copied_to(self, to: &Path) -> House {
        self.core.close().await;
        let House { core, clock, folder, .. } = self;
        copy_tree(&core.settings.data, to);
        House::open(folder, core.settings.clone(), clock).await
    }

    /// The data folder is lost, and a copy takes its place.
    pub async fn put_back(self, backup: &Path) -> House {
        self.core.close().await;
        let House { core, clock, folder, .. } = self;
        let data = &core.settings.data;
        for entry in std::fs::read_dir(data).unwrap() {
            let path = entry.unwrap().path();
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("huiyin.db")) {
                std::fs::remove_file(path).unwrap();
            }
        }
        std::fs::remove_dir_all(data.join("photos")).unwrap();
        std::fs::remove_dir_all(data.join("keys")).unwrap();
        copy_tree(backup, data);
        House::open(folder, core.settings.clone(), clock).await
    }

    /// Sends any request.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        Answer::of(self.response(request).await).await
    }

    /// Sends any request; the body of the answer is not read yet.
    pub async fn response(&self, request: Request<Body>) -> Response {
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub async fn get(&self, path: &str, cookie: Option<&str>) -> Answer {
        let mut request = Request::get(path);
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, cookie: Option<&str>, body: impl Into<Body>) -> Answer {
        let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/json");
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        self.send(request.body(body.into()).unwrap()).await
    }

    /// Signs in on a new phone.
    pub async fn phone(&self, name: &str) -> Phone {
        Phone::signed_in(self, name).await
    }

    /// The whole ledger fits, and the cases are what their events make them.
    pub async fn verified(&self) -> Verified {
        let snapshot = self.core.db.snapshot().await.unwrap();
        let found = verify(&snapshot).await.unwrap();
        snapshot.rollback().await.unwrap();
        found.unwrap_or_else(|fault| panic!("the ledger does not fit: {fault}"))
    }
}
