//! The published description of the API is the API.

use crate::support::House;
use axum::{body::Body, http::Request};
use huiyin_app::backend::{
    AccountAsk, AccountView, CaseMap, CaseView, Created, Deed, Deeds, Done, DraftOutcome, DraftPreview, DraftRevision, FiguresPage,
    ImportView, ImportsPage, Inbox, LedgerPage, LogPage, NewAccount, Outcome, Paper, PatrolChoices, PatrolDeed, PatrolView, PatrolsPage,
    PeoplePage, Problem, RulebookImport, RulebookPage, SavedView, SectionOutcome, SectionPage, SectionSave, Unmask, Unmasked, ViewChange,
};
use huiyin_app::backend::{Contact, ContactPage, DeliveriesPage, MarkRead, NoticesPage, Redeliver, Unread};
use huiyin_domain::{
    case::VerbName,
    sync::message::{Book, ChunkAnswer, Pulled, Push, PushAnswer, Receipt, SignIn, SignedIn},
};
use huiyin_server::http::api::OPENAPI;
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::Path};
use uuid::Uuid;

const METHODS: [&str; 5] = ["get", "post", "put", "delete", "patch"];

fn document() -> Value {
    serde_json::from_str(OPENAPI).unwrap()
}

/// Every `method path` that the document names.
fn documented() -> BTreeSet<(String, String)> {
    let document = document();
    let paths = document["paths"].as_object().unwrap();
    let operations = paths.iter().flat_map(|(path, operations)| {
        operations
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| METHODS.contains(&key.as_str()))
            .map(move |method| (method.clone(), path.clone()))
    });
    operations.collect()
}

/// Every `method path` that the handlers' files mount.
fn mounted() -> BTreeSet<(String, String)> {
    let mut mounted = BTreeSet::new();
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/http/api")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "rs") {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        for route in source.split(".route(\"").skip(1) {
            let (address, rest) = route.split_once('"').unwrap();
            // What follows up to the end of the route: `get(…)`, `post(…).get(…)`.
            let methods = rest.split(".route(").next().unwrap().split('\n').next().unwrap();
            for method in METHODS.iter().filter(|method| methods.contains(&format!("{method}("))) {
                mounted.insert(((*method).to_owned(), address.to_owned()));
            }
        }
    }
    mounted
}

#[tokio::test]
async fn every_mounted_route_is_described_and_every_description_is_mounted() {
    assert_eq!(mounted(), documented());
    let house = House::new().await;
    for (method, path) in documented() {
        let address = path
            .replace("{kind}", "site_inspection")
            .replace("{photo}", &"0".repeat(64))
            .replace("{n}", "0")
            .replace("{date}", "2026-11-23")
            .replace("{number}", "CX26-0001")
            .replace("{section}", "grids")
            .replace("{person}", "0")
            .replace("{patrol}", &Uuid::nil().to_string());
        let request = Request::builder().method(method.to_uppercase().as_str()).uri(&address).body(Body::empty()).unwrap();
        let status = house.send(request).await.status.as_u16();
        assert!(!matches!(status, 404 | 405 | 500), "{method} {path} answers {status}");
    }
    let served = house.get("/api/v1/openapi.json", None).await;
    assert_eq!((served.header("content-type"), served.json::<Value>()), ("application/json", document()));
}

#[test]
fn every_example_is_what_the_types_read() {
    let document = document();
    let mut read = 0;
    for (path, operations) in document["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            let contents = operation["responses"]
                .as_object()
                .unwrap()
                .values()
                .map(|response| &response["content"])
                .chain([&operation["requestBody"]["content"]])
                .map(|content| &content["application/json"])
                .filter(|content| content.get("example").is_some() && content["schema"].get("$ref").is_some());
            for content in contents {
                let name = content["schema"]["$ref"].as_str().unwrap().rsplit('/').next().unwrap();
                parses(name, &content["example"]).unwrap_or_else(|error| panic!("{method} {path}, {name}: {error}"));
                read += 1;
            }
        }
    }
    let problem = &document["components"]["responses"]["Problem"]["content"]["application/problem+json"]["example"];
    parses("Problem", problem).unwrap();
    assert!(read >= 12, "only {read} examples");
}

fn parses(name: &str, example: &Value) -> serde_json::Result<()> {
    let text = example.to_string();
    match name {
        "SignIn" => serde_json::from_str::<SignIn>(&text).map(drop),
        "SignedIn" => serde_json::from_str::<SignedIn>(&text).map(drop),
        "Push" => serde_json::from_str::<Push>(&text).map(drop),
        "PushAnswer" => serde_json::from_str::<PushAnswer>(&text).map(drop),
        "Pulled" => serde_json::from_str::<Pulled>(&text).map(drop),
        "Book" => serde_json::from_str::<Book>(&text).map(drop),
        "ChunkAnswer" => serde_json::from_str::<ChunkAnswer>(&text).map(drop),
        "Receipt" => serde_json::from_str::<Receipt>(&text).map(drop),
        "Inbox" => serde_json::from_str::<Inbox>(&text).map(drop),
        "CaseMap" => serde_json::from_str::<CaseMap>(&text).map(drop),
        "CaseView" => serde_json::from_str::<CaseView>(&text).map(drop),
        "FiguresPage" => serde_json::from_str::<FiguresPage>(&text).map(drop),
        "RulebookPage" => serde_json::from_str::<RulebookPage>(&text).map(drop),
        "SectionPage" => serde_json::from_str::<SectionPage>(&text).map(drop),
        "SectionSave" => serde_json::from_str::<SectionSave>(&text).map(drop),
        "SectionOutcome" => serde_json::from_str::<SectionOutcome>(&text).map(drop),
        "DraftRevision" => serde_json::from_str::<DraftRevision>(&text).map(drop),
        "DraftPreview" => serde_json::from_str::<DraftPreview>(&text).map(drop),
        "DraftOutcome" => serde_json::from_str::<DraftOutcome>(&text).map(drop),
        "RulebookImport" => serde_json::from_str::<RulebookImport>(&text).map(drop),
        "NoticesPage" => serde_json::from_str::<NoticesPage>(&text).map(drop),
        "Unread" => serde_json::from_str::<Unread>(&text).map(drop),
        "MarkRead" => serde_json::from_str::<MarkRead>(&text).map(drop),
        "DeliveriesPage" => serde_json::from_str::<DeliveriesPage>(&text).map(drop),
        "Redeliver" => serde_json::from_str::<Redeliver>(&text).map(drop),
        "Contact" => serde_json::from_str::<Contact>(&text).map(drop),
        "ContactPage" => serde_json::from_str::<ContactPage>(&text).map(drop),
        "PatrolsPage" => serde_json::from_str::<PatrolsPage>(&text).map(drop),
        "PatrolView" => serde_json::from_str::<PatrolView>(&text).map(drop),
        "PatrolChoices" => serde_json::from_str::<PatrolChoices>(&text).map(drop),
        "PatrolDeed" => serde_json::from_str::<PatrolDeed>(&text).map(drop),
        "Deed" => serde_json::from_str::<Deed>(&text).map(drop),
        "Deeds" => serde_json::from_str::<Deeds>(&text).map(drop),
        "DoneList" => serde_json::from_str::<Vec<Done>>(&text).map(drop),
        "SavedViews" => serde_json::from_str::<Vec<SavedView>>(&text).map(drop),
        "ViewChange" => serde_json::from_str::<ViewChange>(&text).map(drop),
        "PeoplePage" => serde_json::from_str::<PeoplePage>(&text).map(drop),
        "AccountView" => serde_json::from_str::<AccountView>(&text).map(drop),
        "AccountAsk" => serde_json::from_str::<AccountAsk>(&text).map(drop),
        "NewAccount" => serde_json::from_str::<NewAccount>(&text).map(drop),
        "Created" => serde_json::from_str::<Created>(&text).map(drop),
        "LogPage" => serde_json::from_str::<LogPage>(&text).map(drop),
        "LedgerPage" => serde_json::from_str::<LedgerPage>(&text).map(drop),
        "ImportView" => serde_json::from_str::<ImportView>(&text).map(drop),
        "ImportsPage" => serde_json::from_str::<ImportsPage>(&text).map(drop),
        "Outcome" => serde_json::from_str::<Outcome>(&text).map(drop),
        "Paper" => serde_json::from_str::<Paper>(&text).map(drop),
        "Unmask" => serde_json::from_str::<Unmask>(&text).map(drop),
        "Unmasked" => serde_json::from_str::<Unmasked>(&text).map(drop),
        "Problem" => serde_json::from_str::<Problem>(&text).map(drop),
        other => panic!("no type for {other}"),
    }
}

#[test]
fn every_verb_is_described_and_every_reference_leads_somewhere() {
    let document = document();
    let asks = document["components"]["schemas"]["Ask"].to_string();
    for verb in VerbName::ALL {
        let name = serde_json::to_string(&verb).unwrap();
        let (with_content, alone) = (format!("\"properties\":{{{name}:{{"), format!("\"const\":{name}"));
        assert!(asks.contains(&with_content) || asks.contains(&alone), "{name}");
    }
    let schemas = document["components"]["schemas"].as_object().unwrap();
    for reference in OPENAPI.split("#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(schemas.contains_key(name), "{name}");
    }
}

/// The golden file of every event names it as the description does, with no field that is not described.
#[test]
fn every_event_is_described_as_it_is_told() {
    let document = document();
    let described = document["components"]["schemas"]["Event"]["oneOf"].as_array().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../domain/tests/golden/events");
    // Some kinds have several files, as they were written over time.
    let mut told = BTreeSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let event: Value = serde_json::from_str(&fs::read_to_string(file.unwrap().path()).unwrap()).unwrap();
        let fits = described.iter().any(|kind| match event.as_object().and_then(|event| event.iter().next()) {
            Some((name, content)) => {
                let fields = &kind["properties"][name]["properties"];
                fields.is_object() && content.as_object().unwrap().keys().all(|field| fields.get(field).is_some())
            }
            None => kind["const"] == event,
        });
        assert!(fits, "{event}");
        told.insert(event.as_object().map_or_else(|| event.to_string(), |event| event.keys().cloned().collect()));
    }
    assert_eq!(told.len(), described.len());
}
