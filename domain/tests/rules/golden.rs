//! Formats that are final: every command, event, stored case and wire message is written exactly as it once was, and
//! what was once written is still read. New files are made with `UPDATE_GOLDEN=1`; an existing one never changes.

use crate::{
    bench::{self, BOOK, Bench, COORDINATOR, DISPATCHER, PATROLLER, REVIEWER},
    patrols, samples,
};
use huiyin_domain::{
    case::{self, Ask, Event, OnBehalf, VerbName},
    command::Command,
    hash::Hash,
    ids::{CommandId, DeviceId},
    people::{PersonCard, UnitCode},
    refusal::{Code, Refusal},
    report::Severity,
    rulebook::{Grid, Route, Rulebook},
    sync::message::{
        Acknowledged, Book, CaseForPhone, ChunkAnswer, Gap, HeldReason, PatrolForPhone, PersonName, PhotoWanted, Pulled, Push, PushAnswer,
        Receipt, ReceiptBody, ReceiptLine, SignIn, SignedIn, Verdict, Why,
    },
};
use serde::{Serialize, de::DeserializeOwned};
use std::{fs, path::PathBuf};

fn path(kind: &str, name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(kind).join(format!("{name}.json"))
}

/// Written as it was, and read as it is.
#[track_caller]
fn check<T: Serialize + DeserializeOwned>(kind: &str, name: &str, value: &T) {
    let path = path(kind, name);
    let written = serde_json::to_string(value).unwrap() + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() && !path.exists() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &written).unwrap();
    }
    let stored = fs::read_to_string(&path).unwrap_or_else(|_| {
        panic!("no golden file {kind}/{name}; make it with: UPDATE_GOLDEN=1 cargo test --release -p huiyin-domain --test rules golden")
    });
    assert_eq!(written, stored, "{kind}/{name} is written differently than phones and ledgers know it");
    let read: T = serde_json::from_str(&stored).unwrap_or_else(|error| panic!("{kind}/{name} is no longer read: {error}"));
    assert_eq!(serde_json::to_string(&read).unwrap() + "\n", stored, "{kind}/{name} is read as something else");
}

#[test]
fn commands_of_every_verb() {
    let bench = Bench::new();
    for verb in VerbName::ALL {
        let command: Command = bench.command(None, &bench.sample(verb));
        check("commands", serde_json::to_value(verb).unwrap().as_str().unwrap(), &command);
    }
    let mut command =
        bench.command(None, &Ask::Submit(case::Submit { on_behalf: Some(OnBehalf::Anonymous), ..samples::solved("C06", bench.now) }));
    command.clock_offset_ms = Some(-1500);
    check("commands", "submit_with_everything", &command);
    let origin = Some(case::Origin { source: case::Source::Hotline, number: "FJ2026112300871".to_owned() });
    let taken_over = case::Submit { on_behalf: Some(OnBehalf::Anonymous), origin, ..samples::submit("C06", bench.now) };
    check("commands", "submit_taken_over", &bench.command(None, &Ask::Submit(taken_over)));
    let about = case::Submit { about_unit: Some(UnitCode("ecology".to_owned())), ..samples::submit("C06", bench.now) };
    check("commands", "submit_about_unit", &bench.command(None, &Ask::Submit(about)));
    let mut submit = samples::submit("C06", bench.now);
    submit.report.patrol = Some(huiyin_domain::ids::PatrolId(uuid::Uuid::from_u128(0xa001)));
    check("commands", "submit_on_patrol", &bench.command(None, &Ask::Submit(submit)));
    for (name, command) in patrols::commands() {
        check("commands", &format!("patrol_{name}"), &command);
    }
}

#[test]
fn patrols_as_they_are_stored_and_sent() {
    for event in patrols::events() {
        check("patrols", bench::variant(&serde_json::to_value(&event).unwrap()), &event);
    }
    let declared = crate::docs::variants(include_str!("../../src/patrol/event.rs"), "pub enum PatrolEvent");
    for (name, _) in declared {
        assert!(path("patrols", &crate::docs::snake(&name)).exists(), "{name} has no golden file");
    }
    let (patrol, sites) = patrols::patrol();
    check("patrols", "patrol", &patrol);
    let pulled = Pulled {
        cursor: "opaque".to_owned(),
        more: false,
        epoch: 1,
        seq: 41,
        rulebook: 1,
        put: Vec::new(),
        drop: Vec::new(),
        patrols: vec![PatrolForPhone { patrol, sites }],
        verdicts: Vec::new(),
        server_time: bench::at("2026-11-02T01:00:00Z"),
        backup_seq: 40,
    };
    check("messages", "pulled_with_patrols", &pulled);
}

#[test]
fn events_of_every_kind() {
    let mut bench = Bench::new();
    let (first, second) = (bench.filed(), bench.filed());
    let merge = bench.world(|world| {
        let merge = Ask::Merge(case::Merge { master: first, words: "同一处".to_owned() });
        case::beside(bench.case(second), &merge, world).unwrap().1
    });
    let due = bench.case(first).dues[0].clone();
    let note = Box::new(bench.sample(VerbName::Note));
    let opened = bench.command(None, &bench.sample(VerbName::Submit));
    let opened = bench.send(&bench::staff(PATROLLER), &opened).unwrap();
    let events: Vec<Event> = opened
        .into_iter()
        .chain(merge)
        .chain([
            Event::Did { ask: note.clone() },
            Event::Moved { from: case::State::Accepted, to: case::State::Dispatched },
            Event::Classified {
                category: bench.case(first).category.clone(),
                clock: bench.case(first).clock,
                risk: bench.case(first).risk,
            },
            Event::ReporterAsked { until: bench.now },
            Event::ReporterWaitOver,
            Event::DueSet { due },
            Event::DueMet { clock: case::Clock::Handling },
            Event::RecheckDrawn { drawn: 7, share_percent: 20, seed: None, population: None },
            Event::GaveBack { to: second, reports: vec![huiyin_domain::ids::ReportId(second.0)] },
            Event::Crossed { line: "handling:overdue".to_owned() },
            Event::Supervised { level: 2 },
            Event::AwaitsConfirmation { by: COORDINATOR, ask: note },
            Event::RecheckKept { passed: false, differs: true },
            Event::TakenAway { people: vec![bench::HANDLER], lead: true },
            Event::Published { at: bench.now },
        ])
        .collect();
    for event in &events {
        let name = bench::variant(&serde_json::to_value(event).unwrap()).to_owned();
        // A submit brings its own deed and clock; the plain ones further down are the golden ones.
        let again = events.iter().filter(|other| std::mem::discriminant(*other) == std::mem::discriminant(event)).count() > 1;
        let is_last = events.iter().rev().find(|other| std::mem::discriminant(*other) == std::mem::discriminant(event)) == Some(event);
        if !again || is_last {
            check("events", &name, event);
        }
    }
    let drawn = Event::RecheckDrawn { drawn: 57, share_percent: 20, seed: Some(Hash([8; 32])), population: Some(Hash([9; 32])) };
    check("events", "recheck_drawn_from_a_seed", &drawn);
    let promise = bench.case(first).dues[0].clone();
    let paused = case::deadline::after_pause(&BOOK, &promise, time::Duration::hours(30));
    let moved = case::deadline::extended(&BOOK, &paused, 3);
    check("events", "due_set_that_moved", &Event::DueSet { due: moved });
    let declared = crate::docs::variants(include_str!("../../src/case/event.rs"), "pub enum Event");
    for (name, _) in declared {
        assert!(path("events", &crate::docs::snake(&name)).exists(), "{name} has no golden file");
    }
}

#[test]
fn cases_as_they_are_stored() {
    let mut bench = Bench::new();
    let filed = bench.filed();
    check("cases", "filed", bench.case(filed));
    let mut bench = Bench::new();
    let id = bench.rechecked();
    bench.good(DISPATCHER, id, VerbName::AddCoUnit);
    check("cases", "to_approve", bench.case(id));
    let mut bench = Bench::new();
    let id = bench.closed();
    let record = bench.record(id);
    bench.ok(COORDINATOR, id, Ask::Redact(case::Redact { record: record.clone() }));
    check("cases", "awaiting_review", bench.case(id));
    bench.ok(REVIEWER, id, Ask::Publish(case::Publish { record }));
    check("cases", "published", bench.case(id));
    let mut bench = Bench::new();
    let id = bench.verified();
    bench.good(bench::TOWN_HANDLER, id, VerbName::AskExtension);
    bench.good(COORDINATOR, id, VerbName::Suspend);
    check("cases", "suspended", bench.case(id));
    let id = bench.filed();
    bench.good(DISPATCHER, id, VerbName::Void);
    check("cases", "awaiting_confirmation", bench.case(id));
}

fn receipt() -> Receipt {
    Receipt { body: "{\"county\":\"359921\"}".to_owned(), key: "ed25519:9f3c".to_owned(), signature: "AAAA".to_owned() }
}

fn acknowledged(verdict: Verdict) -> Acknowledged {
    Acknowledged { number: 3, command: CommandId(uuid::Uuid::from_u128(9)), hash: Hash([7; 32]), seq: 41, verdict }
}

#[test]
fn messages_of_the_wire() {
    let mut bench = Bench::new();
    let id = bench.dispatched();
    let now = bench.now;
    let command = bench.command(Some(id), &bench.sample(VerbName::SignFor));
    let bytes = String::from_utf8(command.to_bytes().unwrap()).unwrap();
    let raw = serde_json::value::RawValue::from_string(bytes).unwrap();
    let device = DeviceId(uuid::Uuid::from_u128(7));
    check("messages", "push", &Push { device, commands: vec![raw], newest_receipt: Some(receipt()) });
    check(
        "messages",
        "push_answer",
        &PushAnswer {
            receipt: receipt(),
            numbers: vec![ReceiptLine { command: command.id, number: "CX26-0379-W6TK-9QXH".to_owned() }],
            forks: vec![5],
            photos_wanted: vec![PhotoWanted { hash: Hash([7; 32]), missing: vec![0, 2] }],
            server_time: now,
            backup_seq: 40,
            retry_after_s: Some(30),
        },
    );
    check("messages", "gap", &Gap { have: 12 });
    let verdicts = vec![
        acknowledged(Verdict::Applied),
        acknowledged(Verdict::Conflict { theirs: VerbName::Dispatch, by: Some(COORDINATOR), at: now }),
        acknowledged(Verdict::Refused { refusal: Refusal::field(Code::TooShort { min: 5 }, "report.words") }),
        acknowledged(Verdict::Held { reason: HeldReason::UnknownKind }),
        acknowledged(Verdict::Held { reason: HeldReason::Revoked }),
        acknowledged(Verdict::Held { reason: HeldReason::RulebookTooOld }),
    ];
    check(
        "messages",
        "receipt_body",
        &ReceiptBody { county: "359921".to_owned(), epoch: 1, device, lines: verdicts.clone(), head: Hash([8; 32]), at: now },
    );
    check(
        "messages",
        "pulled",
        &Pulled {
            cursor: "opaque".to_owned(),
            more: false,
            epoch: 1,
            seq: 41,
            rulebook: 1,
            put: vec![CaseForPhone {
                case: bench.case(id).for_phone(PATROLLER),
                why: vec![Why::Reported, Why::Handling, Why::Rechecking],
                reply: Some("已处理".to_owned()),
            }],
            drop: vec![id],
            patrols: Vec::new(),
            verdicts,
            server_time: now,
            backup_seq: 40,
        },
    );
    check("messages", "chunk_answer", &ChunkAnswer { missing: vec![1], complete: false });
    check(
        "messages",
        "sign_in",
        &SignIn { name: "patroller".to_owned(), password: "…".to_owned(), device: Some(device), label: "手机".to_owned() },
    );
    let person: PersonCard = bench::card(bench::HANDLER).unwrap();
    check("messages", "signed_in", &SignedIn { person, device, have: 12, expires_at: now, receipt_key: Some("ed25519:9f3c".to_owned()) });
    check("messages", "refusal", &every_refusal(now));
    check("messages", "book", &book());
    check("messages", "book_with_everything", &book_with_everything());
}

/// The rulebook without the long lines of its map.
fn book() -> Book {
    let mut rulebook: Rulebook = BOOK.clone();
    rulebook.divisions.truncate(1);
    rulebook.zones.truncate(1);
    // Only the desk has these.
    rulebook.rivers.clear();
    rulebook.papers.clear();
    rulebook.county.boundary = None;
    // Came later; phones read books with and without.
    rulebook.calendar.sources.clear();
    rulebook.templates.clear();
    rulebook.divisions[0].boundary = Some(vec![bench::PLACE]);
    rulebook.zones[0].boundary = vec![bench::PLACE];
    let sites = huiyin_domain::rulebook::seed::sites(include_str!("../../../server/seed/county.geojson"), &BOOK).unwrap();
    let people = vec![PersonName { id: PATROLLER, name: "陈巡查".to_owned() }];
    Book { rulebook, sites: sites.into_iter().take(2).collect(), people }
}

/// What came to the rulebook later: sources of the calendar, times by class, exceptions, grids, templates.
fn book_with_everything() -> Book {
    let mut book = book();
    let (calendar, templates) = (BOOK.calendar.clone(), BOOK.templates[..1].to_vec());
    check("messages", "reply_template_by_result", &BOOK.templates[1]);
    book.rulebook.calendar = huiyin_domain::rulebook::calendar::Calendar { days: calendar.days.into_iter().take(1).collect(), ..calendar };
    book.rulebook.categories.truncate(1);
    book.rulebook.templates = templates;
    book.rulebook.numbers.by_class.simple_wd = 3;
    book.rulebook.routes = vec![Route {
        category: book.rulebook.categories[0].code.clone(),
        area: Some(bench::code(bench::TOWN)),
        level: Some(Severity::Urgent),
        unit: UnitCode("emergency".to_owned()),
    }];
    book.rulebook.grids = vec![Grid { code: "G1".to_owned(), name: "一网格".to_owned(), divisions: vec![bench::code(bench::TOWN)] }];
    book
}

/// One of each code, with its numbers.
fn every_refusal(now: huiyin_domain::moment::Moment) -> Refusal {
    let with_content = [
        serde_json::to_value(Code::WrongState { state: case::State::Closed }),
        serde_json::to_value(Code::TooShort { min: 5 }),
        serde_json::to_value(Code::TooLong { max: 5000 }),
        serde_json::to_value(Code::ImpossibleTime { latest: now }),
        serde_json::to_value(Code::NumberOutOfRange { min: 1, max: 3 }),
        serde_json::to_value(Code::PhotosMissing { min: 1 }),
        serde_json::to_value(Code::PhotoTooFar { distance_m: 350, max_m: 200 }),
        serde_json::to_value(Code::ReplyMissing { reports: 2 }),
        serde_json::to_value(Code::ExtensionTooLong { left: 4 }),
    ];
    let with_content: Vec<serde_json::Value> = with_content.into_iter().map(Result::unwrap).collect();
    let unmet = crate::docs::variants(include_str!("../../src/refusal.rs"), "pub enum Code")
        .into_iter()
        .map(|(name, _)| {
            let code = crate::docs::snake(&name);
            let full = with_content.iter().find(|value| bench::variant(value) == code).cloned();
            serde_json::from_value(serde_json::json!({ "code": full.unwrap_or_else(|| code.into()) })).unwrap()
        })
        .collect();
    Refusal { unmet }
}
