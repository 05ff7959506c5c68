//! Who may ask what: every address of the API, every call of the desk and every page of it, asked by nobody and by one
//! person of each role. What they are told is `docs/permissions.md`; here it is made anew and compared. An address that is
//! not in the page, or that answers somebody else than the page says, fails.

mod samples;

use crate::{
    desk_user::{DeskUser, reported},
    support::{House, TOWNSHIP, picture},
};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use data_encoding::BASE64URL_NOPAD;
use huiyin_domain::{
    case::{Accept, AddCoUnit, Ask, Dispatch},
    hash::Hash,
    ids::{DeviceId, PatrolId, PersonId},
    people::{Grant, PersonCard, Role, Scope, UnitCode},
    rulebook::{CategoryCode, seed},
};
use huiyin_server::{
    http::api::OPENAPI,
    storage::{self, devices::DeviceKind, sessions::SessionRow},
};
use leptos::server_fn::axum::server_fn_paths;
use samples::Samples;
use serde_json::{Value, json};
use std::{collections::BTreeSet, fmt::Write, fs, path::Path};
use uuid::Uuid;

const METHODS: [&str; 5] = ["get", "post", "put", "delete", "patch"];

/// Everybody's scope holds the case that is asked about, so that what is refused is refused to the role.
fn scope(role: Role) -> Scope {
    match role {
        Role::Liaison => Scope::Unit(UnitCode("urban".into())),
        Role::Contractor => Scope::Unit(UnitCode(seed::CONTRACTOR.into())),
        Role::Patroller | Role::Handler | Role::Coordinator => Scope::Division(TOWNSHIP.parse().unwrap()),
        _ => Scope::Division("359921".parse().unwrap()),
    }
}

/// Somebody with this role and no other.
struct Holder {
    role: Role,
    card: PersonCard,
    device: DeviceId,
}

async fn holders(house: &House) -> Vec<Holder> {
    let db = house.core.db.begin().await.unwrap();
    let mut holders = Vec::new();
    for (n, role) in (0..).zip(Role::ALL) {
        let card = PersonCard {
            id: PersonId(Uuid::from_u128(0xC000 + n)),
            name: format!("{role:?}"),
            grants: vec![Grant { role, scope: scope(role) }],
            // Cases are given to people of the unit that leads.
            unit: UnitCode("urban".into()),
            certificate: None,
        };
        storage::people::add(&db, &card, &format!("one-{n}"), "", house.core.now()).await.unwrap();
        let device = DeviceId(Uuid::from_u128(0xD000 + n));
        storage::devices::add(&db, device, Some(card.id), DeviceKind::Phone, "a phone", house.core.now()).await.unwrap();
        holders.push(Holder { role, card, device });
    }
    db.commit().await.unwrap();
    holders
}

/// The cookie of a session that nobody has used yet: an address may end it.
async fn fresh_cookie(house: &House, holder: &Holder) -> String {
    let secret = *Uuid::new_v4().as_bytes();
    let secret = [secret, secret].concat();
    let (person, device, created_at) = (holder.card.id, holder.device, house.core.now());
    let row = SessionRow { person, device, created_at, expires_at: created_at + time::Duration::days(30) };
    let db = house.core.db.begin().await.unwrap();
    storage::sessions::start(&db, &Hash::of(&secret).0, &row).await.unwrap();
    db.commit().await.unwrap();
    format!("huiyin={}", BASE64URL_NOPAD.encode(&secret))
}

/// One address.
#[derive(PartialEq, Eq, PartialOrd, Ord, Clone)]
struct Address {
    path: String,
    method: String,
}

fn address(method: &str, path: &str) -> Address {
    Address { path: path.to_owned(), method: method.to_uppercase() }
}

/// The API, from its own description.
fn of_the_api() -> BTreeSet<Address> {
    let document: Value = serde_json::from_str(OPENAPI).unwrap();
    let mut all = BTreeSet::new();
    for (path, operations) in document["paths"].as_object().unwrap() {
        for method in operations.as_object().unwrap().keys().filter(|key| METHODS.contains(&key.as_str())) {
            all.insert(address(method, path));
        }
    }
    all
}

/// The desk's calls, from the registry that serves them.
fn of_the_calls() -> BTreeSet<Address> {
    server_fn_paths().map(|(path, method)| address(method.as_str(), path)).filter(|one| one.path.starts_with("/desk/")).collect()
}

/// The desk's pages and files: those that come alive from the list of its routes, and the plain ones from the files that
/// mount them.
fn of_the_pages() -> BTreeSet<Address> {
    let mut all = BTreeSet::new();
    for route in include_str!("../../../app/src/desk/mod.rs").split("<Route path=").skip(1) {
        let path = route.split('"').nth(1).unwrap().trim_start_matches('/');
        let parts = path.split('/').map(|part| part.strip_prefix(':').map_or(part.to_owned(), |name| format!("{{{name}}}")));
        all.insert(address("get", &format!("/{}", parts.collect::<Vec<_>>().join("/"))));
    }
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/http/pages")).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        for route in source.split(".route(\"").skip(1) {
            let (path, rest) = route.split_once('"').unwrap();
            let methods = rest.split(".route(").next().unwrap().split('\n').next().unwrap();
            for method in METHODS.iter().filter(|method| methods.contains(&format!("{method}("))) {
                all.insert(address(method, path));
            }
        }
    }
    all.into_iter().filter(|one| one.path.starts_with("/desk")).collect()
}

/// What somebody is told, as the page writes it.
fn told(status: StatusCode, location: &str) -> &'static str {
    match status.as_u16() {
        401 => "sign in",
        303 if location.starts_with("/desk/sign-in?") || location == "/desk/sign-in" => "sign in",
        403 => "no",
        404 => "–",
        _ => "●",
    }
}

async fn ask(house: &House, samples: &Samples, one: &Address, holder: Option<&Holder>) -> &'static str {
    let mut request = Request::builder().method(one.method.as_str()).uri(samples.path(&one.path));
    if let Some(holder) = holder {
        request = request.header(header::COOKIE, fresh_cookie(house, holder).await);
    }
    let (kind, body) = samples.body(&one.method, &one.path, holder.map(|holder| holder.device));
    let request = request.header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap();
    let response = house.response(request).await;
    assert!(!response.status().is_server_error(), "{} {}: {}", one.method, one.path, response.status());
    let location = response.headers().get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    told(response.status(), location)
}

/// A case that every role with cases may see: told, accepted and given to a unit with a helper.
async fn samples(house: &House, holders: &[Holder]) -> Samples {
    let mut phone = house.phone("patroller").await;
    let photo = picture(1);
    let (number, _, case) = reported(house, &mut phone, "C18", "夜里音响太吵了", std::slice::from_ref(&photo)).await;
    let coordinator = DeskUser::signed_in(house, "coordinator").await;
    let category = CategoryCode("C18".into());
    coordinator.does(house, &number, Ask::Accept(Accept { category, division: TOWNSHIP.parse().unwrap(), not_the_same: vec![] })).await;
    let handler = holders.iter().find(|one| one.role == Role::Handler).unwrap().card.id;
    let co_units = vec![AddCoUnit { unit: UnitCode(seed::CONTRACTOR.into()), task: "测一次噪声".into() }];
    let dispatch = Dispatch { lead_unit: UnitCode("urban".into()), handler, co_units, words: None };
    coordinator.does(house, &number, Ask::Dispatch(dispatch)).await;
    let patrol = patrol(house, &coordinator, holders).await;
    Samples { number, case, photo: Hash::of(&photo), person: phone.person.id, patrol }
}

/// A patrol of the one who walks, planned by the coordinator.
async fn patrol(house: &House, coordinator: &DeskUser, holders: &[Holder]) -> PatrolId {
    let command = Uuid::now_v7();
    let goer = holders.iter().find(|one| one.role == Role::Patroller).unwrap().card.id;
    let plan = json!({
        "kind": "routine_patrol", "title": "白石镇日常巡查", "areas": [TOWNSHIP], "people": [goer], "from": "2026-11-23", "to": "2026-11-24"
    });
    let deed = json!({ "command": command, "patrol": command, "ask": { "plan": plan } });
    let sent = house.post(&format!("/api/v1/patrols/{command}/commands"), Some(&coordinator.cookie), deed.to_string()).await;
    assert_eq!(sent.json::<Value>()["outcome"], "applied");
    PatrolId(command)
}

async fn table(out: &mut String, house: &House, samples: &Samples, holders: &[Holder], all: BTreeSet<Address>) {
    out.push_str("| |");
    for name in std::iter::once("nobody".to_owned()).chain(holders.iter().map(|one| format!("{:?}", one.role).to_lowercase())) {
        write!(out, " {name} |").unwrap();
    }
    writeln!(out, "\n|---|{}", "---|".repeat(holders.len() + 1)).unwrap();
    for one in &all {
        write!(out, "| {} `{}` | {} |", one.method, one.path, ask(house, samples, one, None).await).unwrap();
        for holder in holders {
            write!(out, " {} |", ask(house, samples, one, Some(holder)).await).unwrap();
        }
        out.push('\n');
    }
}

async fn document() -> String {
    let house = House::new().await;
    let holders = holders(&house).await;
    let samples = samples(&house, &holders).await;
    let mut out = String::from(
        "# Who may ask what\n\nMade by asking: every address, by nobody and by one person of each role whose area holds the case asked \
         about. Do not edit. To make it anew:\n\n```sh\nUPDATE_DOCS=1 cargo test --release -p huiyin-server --test doors permissions\n```\n\n\
         ● is heard: what is answered is limited to the person's own area, and may be an empty list or a refusal by the rules of \
         [a case's life](lifecycle.md) · **no** is told that the role does not allow it · **–** is told that there is nothing here · \
         **sign in** is told to sign in first.\n",
    );
    for (title, all) in [("The API", of_the_api()), ("Calls of the desk", of_the_calls()), ("Pages and files of the desk", of_the_pages())]
    {
        assert!(all.len() > 4, "{title}: only {} addresses", all.len());
        write!(out, "\n## {title}\n\n").unwrap();
        table(&mut out, &house, &samples, &holders, all).await;
    }
    out
}

#[tokio::test]
async fn the_permissions_page_says_what_everybody_is_told() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/permissions.md");
    let made = document().await;
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &made).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_default();
    let different: Vec<&str> = made.lines().filter(|line| !stored.lines().any(|known| known == *line)).collect();
    assert!(
        stored == made,
        "docs/permissions.md does not say this:\n{}\nIf it is meant, run: UPDATE_DOCS=1 cargo test --release -p huiyin-server --test doors permissions",
        different.join("\n")
    );
}
