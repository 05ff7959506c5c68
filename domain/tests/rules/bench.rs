//! A small county to try rules in: people of every role, cases, a clock that is set by hand.

use huiyin_domain::{
    case::{Ask, Case, Draw, Entry, Event, State, World, beside, decide, fold},
    command::{Command, SCHEMA},
    division::DivisionCode,
    hash::Hash,
    ids::{CaseId, CommandId, DeviceId, PersonId, ReportId},
    moment::Moment,
    people::{Actor, Grant, PersonCard, Role, Scope, UnitCode},
    photo::{Photo, Purpose},
    place::{Fix, Point},
    refusal::Refusal,
    rulebook::{Rulebook, seed},
};
use std::{collections::BTreeMap, sync::LazyLock};
use uuid::Uuid;

pub(crate) const fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(0x1000 + n))
}

pub(crate) const PATROLLER: PersonId = person(1);
pub(crate) const PATROLLER2: PersonId = person(2);
/// Of the ecology bureau, with certificate.
pub(crate) const HANDLER: PersonId = person(3);
pub(crate) const HANDLER2: PersonId = person(4);
/// Of the township, without certificate.
pub(crate) const TOWN_HANDLER: PersonId = person(5);
pub(crate) const COORDINATOR: PersonId = person(6);
pub(crate) const LIAISON: PersonId = person(7);
pub(crate) const DISPATCHER: PersonId = person(8);
pub(crate) const DISPATCHER2: PersonId = person(9);
pub(crate) const REVIEWER: PersonId = person(10);
pub(crate) const LEADER: PersonId = person(11);
pub(crate) const CONTRACTOR: PersonId = person(12);
pub(crate) const ADMIN: PersonId = person(13);
pub(crate) const AUDITOR: PersonId = person(14);
/// Coordinator of another township.
pub(crate) const STRANGER: PersonId = person(15);
/// Patroller, coordinator, dispatcher, handler and reviewer at once.
pub(crate) const MANY_HATS: PersonId = person(16);
pub(crate) const EVERYBODY: u128 = 16;

pub(crate) const TOWN: &str = "359921001";
pub(crate) const TOWN_UNIT: &str = "t-359921001";
/// In that township.
pub(crate) const PLACE: Point = Point { lat_deg: 26.015, lon_deg: 118.01 };

pub(crate) static BOOK: LazyLock<Rulebook> = LazyLock::new(|| {
    seed::rulebook(include_str!("../../../server/seed/county.geojson"), include_str!("../../../server/seed/calendar.csv")).unwrap()
});

pub(crate) fn at(text: &str) -> Moment {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).unwrap()
}

pub(crate) fn code(text: &str) -> DivisionCode {
    text.parse().unwrap()
}

pub(crate) fn unit(text: &str) -> UnitCode {
    UnitCode(text.to_owned())
}

pub(crate) fn card(id: PersonId) -> Option<PersonCard> {
    let division = |role, text: &str| Grant { role, scope: Scope::Division(code(text)) };
    let grid = |role| Grant { role, scope: Scope::Grid(vec![code(TOWN)]) };
    let of_unit = |role, text: &str| Grant { role, scope: Scope::Unit(unit(text)) };
    let (grants, works_for, certificate) = match id {
        PATROLLER | PATROLLER2 => (vec![grid(Role::Patroller)], TOWN_UNIT, false),
        HANDLER | HANDLER2 => (vec![of_unit(Role::Handler, "ecology")], "ecology", true),
        TOWN_HANDLER => (vec![of_unit(Role::Handler, TOWN_UNIT)], TOWN_UNIT, false),
        COORDINATOR => (vec![division(Role::Coordinator, TOWN)], TOWN_UNIT, false),
        LIAISON => (vec![of_unit(Role::Liaison, "ecology")], "ecology", false),
        DISPATCHER | DISPATCHER2 => (vec![division(Role::Dispatcher, "359921")], seed::OFFICE, false),
        REVIEWER => (vec![division(Role::Reviewer, "359921")], seed::OFFICE, false),
        LEADER => (vec![division(Role::Leader, "359921")], seed::OFFICE, false),
        CONTRACTOR => (vec![of_unit(Role::Contractor, seed::CONTRACTOR)], seed::CONTRACTOR, false),
        ADMIN => (vec![division(Role::Admin, "359921")], seed::OFFICE, false),
        AUDITOR => (vec![division(Role::Auditor, "359921")], seed::OFFICE, false),
        STRANGER => (vec![division(Role::Coordinator, "359921100")], "t-359921100", false),
        MANY_HATS => (
            vec![
                grid(Role::Patroller),
                division(Role::Coordinator, TOWN),
                division(Role::Dispatcher, "359921"),
                division(Role::Reviewer, "359921"),
                of_unit(Role::Handler, TOWN_UNIT),
            ],
            TOWN_UNIT,
            true,
        ),
        _ => return None,
    };
    Some(PersonCard {
        id,
        name: format!("测试{}", id.0.as_u128() & 0xfff),
        grants,
        unit: unit(works_for),
        certificate: certificate.then(|| "闽A-0001".to_owned()),
    })
}

pub(crate) fn staff(id: PersonId) -> Actor {
    Actor::Person(card(id).unwrap())
}

pub(crate) struct Bench {
    pub(crate) cases: BTreeMap<CaseId, Case>,
    /// What happened to which case and when, in order.
    pub(crate) history: Vec<(CaseId, Moment, Vec<Event>)>,
    pub(crate) now: Moment,
    pub(crate) seq: u64,
    pub(crate) here: bool,
    pub(crate) similar: Vec<CaseId>,
    pub(crate) drawn: u8,
    pub(crate) next: u128,
    pub(crate) ahead: Option<i64>,
}

impl Bench {
    /// Monday 2 November 2026, 09:00 in Shanghai; nothing has happened yet.
    pub(crate) fn new() -> Self {
        Bench {
            cases: BTreeMap::new(),
            history: Vec::new(),
            now: at("2026-11-02T01:00:00Z"),
            seq: 0,
            here: true,
            similar: Vec::new(),
            drawn: 99,
            next: 1,
            ahead: None,
        }
    }

    pub(crate) fn hours(&mut self, hours: i64) {
        self.now = self.now + time::Duration::hours(hours);
    }

    pub(crate) fn days(&mut self, days: i64) {
        self.hours(24 * days);
    }

    pub(crate) fn case(&self, id: CaseId) -> &Case {
        &self.cases[&id]
    }

    pub(crate) fn state(&self, id: CaseId) -> State {
        self.cases[&id].state
    }

    pub(crate) fn world<R>(&self, then: impl FnOnce(&World<'_>) -> R) -> R {
        let world = World {
            rulebook: &BOOK,
            now: self.now,
            number: Some(format!("CX26-{:04}", self.next)),
            person: &card,
            other: &|id| self.cases.get(&id).cloned(),
            photo_here: &|_| self.here,
            similar: &self.similar,
            draw: Draw { number: self.drawn, seed: Some(Hash::ZERO) },
        };
        then(&world)
    }

    pub(crate) fn command(&self, case: Option<CaseId>, ask: &Ask) -> Command {
        let id = CommandId(Uuid::from_u128(0x9000 + self.next));
        Command {
            id,
            salt: "00".repeat(16),
            device: DeviceId(Uuid::from_u128(7)),
            number: 1,
            schema: SCHEMA,
            rulebook: 1,
            base: self.seq,
            made_at: self.now,
            zone_min: 480,
            clock_offset_ms: self.ahead.map(|ms| -ms),
            case: case.unwrap_or_else(|| CaseId::from(id)),
            ask: ask.clone(),
        }
    }

    /// Decides and folds, as a server does.
    pub(crate) fn send(&mut self, actor: &Actor, command: &Command) -> Result<Vec<Event>, Refusal> {
        let case = self.cases.get(&command.case).cloned();
        let (events, aside) = self.world(|world| {
            let events = decide(case.as_ref(), actor, command, world)?;
            let aside = case.as_ref().filter(|_| !events.is_empty()).and_then(|case| beside(case, &command.ask, world));
            Ok::<_, Refusal>((events, aside))
        })?;
        self.seq += 1;
        self.next += 1;
        let mut all = vec![(command.case, events.clone())];
        all.extend(aside);
        for (id, events) in all.into_iter().filter(|(_, events)| !events.is_empty()) {
            let entry = Entry {
                seq: self.seq,
                command: command.id,
                case: id,
                by: actor.person_id(),
                at: self.now,
                made_at: command.made_at_corrected(),
            };
            let folded = fold(self.cases.get(&id).cloned(), &entry, &events).unwrap();
            self.cases.insert(id, folded);
            self.history.push((id, self.now, events));
        }
        Ok(events)
    }

    pub(crate) fn ask(&mut self, by: PersonId, case: CaseId, ask: &Ask) -> Result<Vec<Event>, Refusal> {
        let command = self.command(Some(case), ask);
        self.send(&staff(by), &command)
    }

    /// Must be allowed.
    #[track_caller]
    pub(crate) fn ok(&mut self, by: PersonId, case: CaseId, ask: Ask) -> Vec<Event> {
        let events = self.ask(by, case, &ask).unwrap_or_else(|refusal| panic!("{:?} refused: {refusal:?}", ask.name()));
        self.hours(1);
        events
    }

    /// Must be refused; the codes, sorted, each with its field as `code` or `code@field`.
    #[track_caller]
    pub(crate) fn no(&mut self, by: PersonId, case: CaseId, ask: &Ask) -> Vec<String> {
        match self.ask(by, case, ask) {
            Ok(events) => panic!("{:?} allowed: {events:?}", ask.name()),
            Err(refusal) => codes(&refusal),
        }
    }

    #[track_caller]
    pub(crate) fn reporter(&mut self, case: CaseId, ask: &Ask) -> Vec<Event> {
        let command = self.command(Some(case), ask);
        let events = self.send(&Actor::Reporter(ReportId(case.0)), &command).unwrap();
        self.hours(1);
        events
    }

    /// A new case by a person; panics if refused.
    #[track_caller]
    pub(crate) fn open(&mut self, by: PersonId, ask: Ask) -> CaseId {
        let command = self.command(None, &ask);
        self.send(&staff(by), &command).unwrap_or_else(|refusal| panic!("refused: {refusal:?}"));
        self.hours(1);
        command.case
    }

    /// A new case that must be refused.
    #[track_caller]
    pub(crate) fn no_open(&mut self, by: PersonId, ask: &Ask) -> Vec<String> {
        let command = self.command(None, ask);
        match self.send(&staff(by), &command) {
            Ok(_) => panic!("allowed"),
            Err(refusal) => codes(&refusal),
        }
    }
}

/// The stable name of an enum's variant, with or without content.
pub(crate) fn variant(json: &serde_json::Value) -> &str {
    json.as_str().or_else(|| json.as_object()?.keys().next().map(String::as_str)).unwrap()
}

pub(crate) fn codes(refusal: &Refusal) -> Vec<String> {
    assert!(!refusal.unmet.is_empty(), "a refusal without a reason");
    let mut codes: Vec<String> = refusal
        .unmet
        .iter()
        .map(|unmet| {
            let code = variant(&serde_json::to_value(&unmet.code).unwrap()).to_owned();
            unmet.field.as_ref().map_or(code.clone(), |field| format!("{code}@{field}"))
        })
        .collect();
    codes.sort();
    codes
}

pub(crate) fn photo(n: u8, purpose: Purpose, taken_at: Moment) -> Photo {
    Photo { hash: Hash([n; 32]), bytes: 300_000, width_px: 1600, height_px: 1200, purpose, taken_at, fix: Some(fix(taken_at)) }
}

pub(crate) fn fix(at: Moment) -> Fix {
    Fix { point: PLACE, accuracy_m: 8.0, at }
}
