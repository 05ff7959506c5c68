//! Patrols: who may plan, who goes, what a visit needs, and that a surprise stays one.

use crate::bench::{
    ADMIN, AUDITOR, BOOK, CONTRACTOR, COORDINATOR, DISPATCHER, EVERYBODY, HANDLER, LEADER, LIAISON, PATROLLER, PATROLLER2, REVIEWER,
    STRANGER, TOWN, at, card, code, codes, person, staff, unit,
};
use huiyin_domain::{
    case::{Ask, Entry, Submit, Words},
    command::{Command, SCHEMA},
    ids::{CaseId, CommandId, DeviceId, PatrolId, PersonId, SiteId},
    moment::Moment,
    patrol::{
        Found, Patrol, PatrolAsk, PatrolEvent, PatrolKind, PatrolState, PatrolWorld, Plan, SiteVisit, decide, fold, holders, is_hidden,
        may_change, may_see, reported,
    },
    people::{Actor, PersonCard},
    refusal::Refusal,
    site::{Site, SiteKind},
};
use proptest::prelude::*;
use time::macros::date;
use uuid::Uuid;

/// In the township of the bench.
pub(crate) const YARD: SiteId = SiteId(Uuid::from_u128(0x5001));
const MILL: SiteId = SiteId(Uuid::from_u128(0x5002));
/// In another township.
const FAR: SiteId = SiteId(Uuid::from_u128(0x5003));

fn site(id: SiteId) -> Option<Site> {
    let (name, division) = match id {
        YARD => ("河口堆场", TOWN),
        MILL => ("水泥厂", TOWN),
        FAR => ("上游猪场", "359921100"),
        _ => return None,
    };
    Some(Site { id, name: name.to_owned(), kind: SiteKind::StockpileYard, place: crate::bench::PLACE, division: code(division) })
}

fn now() -> Moment {
    at("2026-11-02T01:00:00Z")
}

fn said(text: &str) -> Words {
    Words { words: text.to_owned() }
}

pub(crate) fn plan(kind: PatrolKind) -> Plan {
    Plan {
        kind,
        title: "沿河堆场".to_owned(),
        sites: vec![YARD, MILL],
        areas: Vec::new(),
        people: vec![PATROLLER],
        co_units: Vec::new(),
        from: date!(2026 - 11 - 02),
        to: date!(2026 - 11 - 04),
        notes: String::new(),
        unannounced: false,
    }
}

/// One patrol and the next command's number.
struct Outing {
    patrol: Option<Patrol>,
    next: u128,
}

impl Outing {
    fn new() -> Self {
        Outing { patrol: None, next: 1 }
    }

    fn planned(kind: PatrolKind) -> Self {
        let mut outing = Outing::new();
        outing.ok(DISPATCHER, PatrolAsk::Plan(Box::new(plan(kind))));
        outing
    }

    fn it(&self) -> &Patrol {
        self.patrol.as_ref().unwrap()
    }

    fn ask(&mut self, by: &Actor, ask: PatrolAsk) -> Result<Vec<PatrolEvent>, Refusal> {
        let id = CommandId(Uuid::from_u128(0xa000 + self.next));
        let case = self.patrol.as_ref().map_or_else(|| CaseId::from(id), |patrol| patrol.id.into());
        let command = command(id, case, ask.clone());
        let world = PatrolWorld { rulebook: &BOOK, now: now(), person: &card, site: &site };
        let events = decide(self.patrol.as_ref(), by, &command, &ask, &world)?;
        self.take(&command, by.person_id(), &events);
        Ok(events)
    }

    fn take(&mut self, command: &Command, by: Option<PersonId>, events: &[PatrolEvent]) {
        let seq = u64::try_from(self.next).unwrap();
        let entry = Entry { seq, command: command.id, case: command.case, by, at: now(), made_at: command.made_at };
        self.patrol = fold(self.patrol.take(), &entry, events);
        self.next += 1;
    }

    #[track_caller]
    fn ok(&mut self, by: PersonId, ask: PatrolAsk) -> Vec<PatrolEvent> {
        self.ask(&staff(by), ask).unwrap_or_else(|refusal| panic!("refused: {refusal:?}"))
    }

    #[track_caller]
    fn no(&mut self, by: PersonId, ask: PatrolAsk) -> Vec<String> {
        match self.ask(&staff(by), ask) {
            Ok(events) => panic!("allowed: {events:?}"),
            Err(refusal) => codes(&refusal),
        }
    }
}

fn command(id: CommandId, case: CaseId, ask: PatrolAsk) -> Command {
    Command {
        id,
        salt: "00".repeat(16),
        device: DeviceId(Uuid::from_u128(7)),
        number: 1,
        schema: SCHEMA,
        rulebook: 1,
        base: 0,
        made_at: now(),
        zone_min: 480,
        clock_offset_ms: None,
        case,
        ask: Ask::Patrol(ask),
    }
}

fn visit(site: SiteId) -> PatrolAsk {
    PatrolAsk::Visit(SiteVisit { site, words: String::new() })
}

fn changed(change: impl FnOnce(&mut Plan)) -> PatrolAsk {
    let mut plan = plan(PatrolKind::RoutinePatrol);
    change(&mut plan);
    PatrolAsk::Plan(Box::new(plan))
}

/// Each command as it is written for ever, by name.
pub(crate) fn commands() -> Vec<(&'static str, Command)> {
    let full = Plan {
        areas: vec![code(TOWN)],
        co_units: vec![unit("water")],
        notes: "看喷淋".to_owned(),
        unannounced: true,
        ..plan(PatrolKind::JointEnforcement)
    };
    let asks = [
        ("plan", PatrolAsk::Plan(Box::new(plan(PatrolKind::RoutinePatrol)))),
        ("plan_with_everything", PatrolAsk::Plan(Box::new(full))),
        ("assign", PatrolAsk::Assign { people: vec![PATROLLER, PATROLLER2] }),
        ("start", PatrolAsk::Start),
        ("visit", visit(YARD)),
        ("visit_with_words", PatrolAsk::Visit(SiteVisit { site: YARD, words: "已覆盖".to_owned() })),
        ("finish", PatrolAsk::Finish(said(""))),
        ("cancel", PatrolAsk::Cancel(said("台风"))),
    ];
    let id = CommandId(Uuid::from_u128(0xa001));
    asks.into_iter().map(|(name, ask)| (name, command(id, CaseId::from(id), ask))).collect()
}

/// Each event as it is written for ever.
pub(crate) fn events() -> Vec<PatrolEvent> {
    vec![
        PatrolEvent::Planned { plan: Box::new(plan(PatrolKind::RoutinePatrol)), places: vec![code(TOWN)], units: vec![unit("water")] },
        PatrolEvent::Assigned { people: vec![PATROLLER], units: vec![unit("water")] },
        PatrolEvent::Started,
        PatrolEvent::Visited { site: YARD, words: String::new() },
        PatrolEvent::Reported { site: Some(YARD), case: CaseId(Uuid::from_u128(0xc1)) },
        PatrolEvent::Finished { words: String::new() },
        PatrolEvent::Cancelled { words: "台风".to_owned() },
    ]
}

/// A patrol with everything, as it is stored and sent.
pub(crate) fn patrol() -> (Patrol, Vec<Site>) {
    let mut outing = Outing::planned(PatrolKind::RoutinePatrol);
    outing.ok(DISPATCHER, PatrolAsk::Assign { people: vec![PATROLLER2] });
    outing.ok(PATROLLER, visit(YARD));
    report(&mut outing, PATROLLER2, Some(MILL));
    outing.ok(PATROLLER2, PatrolAsk::Finish(said("都看过了")));
    (outing.patrol.unwrap(), vec![site(YARD).unwrap(), site(MILL).unwrap()])
}

/// Codes that only patrols know, each met once.
pub(crate) fn refusals() -> Vec<String> {
    let mut over = Outing::planned(PatrolKind::RoutinePatrol);
    over.ok(DISPATCHER, PatrolAsk::Cancel(said("台风")));
    let met = [
        Outing::planned(PatrolKind::SurpriseInspection).no(COORDINATOR, visit(YARD)),
        over.no(PATROLLER, PatrolAsk::Start),
        Outing::planned(PatrolKind::RoutinePatrol).no(PATROLLER, visit(FAR)),
        Outing::new().no(STRANGER, changed(|_| ())),
    ];
    met.iter().flatten().map(|code| code.split('@').next().unwrap().to_owned()).collect()
}

fn report(outing: &mut Outing, by: PersonId, site: Option<SiteId>) -> usize {
    let mut submit: Submit = crate::samples::submit("C06", now());
    submit.report.site = site;
    let id = CommandId(Uuid::from_u128(0xb000 + outing.next));
    let events = reported(outing.it(), &staff(by), CaseId::from(id), &submit);
    let patrol = outing.it().id;
    outing.take(&command(id, patrol.into(), PatrolAsk::Start), Some(by), &events);
    events.len()
}

#[test]
fn planners_plan_in_their_own_area_or_for_their_own_unit() {
    let routine = || changed(|_| ());
    for who in [DISPATCHER, COORDINATOR, LEADER] {
        Outing::new().ok(who, routine());
    }
    for who in [PATROLLER, HANDLER, CONTRACTOR, REVIEWER, ADMIN, AUDITOR] {
        assert_eq!(Outing::new().no(who, routine()), ["not_allowed"]);
    }
    assert_eq!(Outing::new().no(STRANGER, routine()), ["not_their_area@sites"]);
    assert_eq!(Outing::new().no(LIAISON, routine()), ["not_their_area@people"], "people of a township");
    Outing::new().ok(LIAISON, changed(|plan| plan.people = vec![HANDLER]));
    assert_eq!(Outing::new().no(COORDINATOR, changed(|plan| plan.sites.push(FAR))), ["not_their_area@people", "not_their_area@sites"]);
    let nobody = Outing::new().ask(&Actor::Clock, routine()).unwrap_err();
    assert_eq!(codes(&nobody), ["not_allowed"]);
}

#[test]
fn a_plan_names_everything_that_is_wrong_at_once() {
    let ask = changed(|plan| {
        plan.title = " ".to_owned();
        plan.sites.clear();
        plan.people.clear();
        plan.from = date!(2026 - 11 - 01);
        plan.to = date!(2026 - 10 - 31);
    });
    assert_eq!(
        Outing::new().no(DISPATCHER, ask),
        ["day_out_of_range@from", "day_out_of_range@to", "missing@people", "missing@sites", "missing@title"]
    );
    let ask = changed(|plan| {
        plan.kind = PatrolKind::JointEnforcement;
        plan.sites.push(SiteId(Uuid::nil()));
        plan.people.push(person(99));
        plan.areas.push(code("359921999"));
        plan.title = "长".repeat(81);
    });
    assert_eq!(
        Outing::new().no(DISPATCHER, ask),
        ["missing@co_units", "too_long@title", "unknown_division@areas.0", "unknown_person@people.1", "unknown_site@sites.2"]
    );
    let ask = changed(|plan| {
        plan.kind = PatrolKind::JointEnforcement;
        plan.co_units = vec![unit("water"), unit("moon")];
    });
    assert_eq!(Outing::new().no(DISPATCHER, ask), ["unknown_unit@co_units.1"]);
    assert_eq!(Outing::planned(PatrolKind::Recheck).no(DISPATCHER, changed(|_| ())), ["already_exists@patrol"]);
}

#[test]
fn people_go_where_their_work_takes_them() {
    let far = |people: Vec<PersonId>| {
        changed(|plan| {
            plan.sites = vec![FAR];
            plan.people = people;
        })
    };
    assert_eq!(Outing::new().no(DISPATCHER, far(vec![PATROLLER])), ["not_their_area@people", "not_their_area@people.0"]);
    assert_eq!(Outing::new().no(DISPATCHER, far(vec![LEADER])), ["not_their_area@people", "not_their_area@people.0"]);
    Outing::new().ok(DISPATCHER, far(vec![HANDLER]));
    Outing::new().ok(DISPATCHER, far(vec![STRANGER]));
    let both = changed(|plan| {
        plan.sites = vec![YARD, FAR];
        plan.people = vec![PATROLLER, STRANGER];
    });
    Outing::new().ok(DISPATCHER, both);
    // A grid of one village goes through its township.
    Outing::new().ok(DISPATCHER, changed(|plan| (plan.sites, plan.areas) = (Vec::new(), vec![code(TOWN)])));
}

#[test]
fn a_visit_needs_no_photo_and_starts_it() {
    let mut outing = Outing::planned(PatrolKind::RoutinePatrol);
    assert_eq!(outing.no(PATROLLER2, visit(YARD)), ["no_such_patrol@patrol"], "not theirs, and not theirs to know of");
    assert_eq!(outing.no(COORDINATOR, visit(YARD)), ["not_allowed"]);
    assert_eq!(outing.no(PATROLLER, visit(FAR)), ["unknown_site@site"]);
    outing.ok(PATROLLER, visit(YARD));
    assert_eq!(outing.it().state, PatrolState::UnderWay);
    assert_eq!(outing.it().visited_of(&[site(YARD).unwrap(), site(MILL).unwrap()]), 1);
    assert_eq!(report(&mut outing, PATROLLER, Some(MILL)), 1);
    assert_eq!(outing.it().visited_of(&[site(YARD).unwrap(), site(MILL).unwrap()]), 2);
    assert!(matches!(outing.it().visits[1].found, Found::Problem { .. }));
    outing.ok(PATROLLER, PatrolAsk::Finish(said("")));
    assert_eq!(outing.it().state, PatrolState::Done);
    assert_eq!(outing.ok(PATROLLER, PatrolAsk::Finish(said(""))), []);
    assert_eq!(outing.ok(PATROLLER, PatrolAsk::Start), []);
}

#[test]
fn what_was_seen_offline_counts_though_it_was_over_by_then() {
    let mut outing = Outing::planned(PatrolKind::RoutinePatrol);
    outing.ok(DISPATCHER, PatrolAsk::Assign { people: vec![PATROLLER2] });
    assert_eq!(outing.it().formerly, [PATROLLER]);
    outing.ok(PATROLLER2, PatrolAsk::Finish(said("")));
    outing.ok(PATROLLER, visit(YARD));
    assert_eq!(report(&mut outing, PATROLLER, None), 1);
    assert_eq!((outing.it().visits.len(), outing.it().state), (2, PatrolState::Done));
    assert_eq!(report(&mut outing, HANDLER, Some(YARD)), 0, "a report by somebody else is no visit of this patrol");
    assert_eq!(outing.no(PATROLLER, PatrolAsk::Start), ["not_allowed"]);
}

#[test]
fn a_patrol_is_cancelled_with_a_reason_and_not_after_it_is_done() {
    let mut outing = Outing::planned(PatrolKind::RoutinePatrol);
    assert_eq!(outing.no(DISPATCHER, PatrolAsk::Cancel(said(" "))), ["missing@words"]);
    assert_eq!(outing.no(PATROLLER, PatrolAsk::Cancel(said("台风"))), ["not_allowed"]);
    assert_eq!(outing.no(LIAISON, PatrolAsk::Cancel(said("台风"))), ["no_such_patrol@patrol"]);
    outing.ok(COORDINATOR, PatrolAsk::Cancel(said("台风")));
    assert_eq!(outing.ok(COORDINATOR, PatrolAsk::Cancel(said("台风"))), []);
    assert_eq!(outing.no(DISPATCHER, PatrolAsk::Assign { people: vec![PATROLLER2] }), ["patrol_over"]);
    assert_eq!(outing.no(PATROLLER, PatrolAsk::Finish(said(""))), ["patrol_over"]);
    assert!(holders(outing.it()).is_empty(), "it leaves the phones");
    let mut outing = Outing::planned(PatrolKind::RoutinePatrol);
    outing.ok(PATROLLER, PatrolAsk::Finish(said("")));
    assert_eq!(outing.no(DISPATCHER, PatrolAsk::Cancel(said("台风"))), ["patrol_over"]);
}

#[test]
fn sight_follows_area_unit_and_person() {
    let outing = Outing::planned(PatrolKind::RoutinePatrol);
    let sees = |who| may_see(outing.it(), &card(who).unwrap());
    for who in [DISPATCHER, COORDINATOR, LEADER, PATROLLER] {
        assert!(sees(who), "{who:?}");
    }
    for who in [STRANGER, LIAISON, PATROLLER2, HANDLER, CONTRACTOR, REVIEWER, ADMIN, AUDITOR] {
        assert!(!sees(who), "{who:?}");
    }
    let mut joint = Outing::new();
    joint.ok(
        DISPATCHER,
        changed(|plan| {
            plan.kind = PatrolKind::JointEnforcement;
            plan.co_units = vec![unit("ecology")];
        }),
    );
    assert!(may_see(joint.it(), &card(LIAISON).unwrap()), "the liaison of a unit that takes part");
    assert!(!may_change(joint.it(), &card(LIAISON).unwrap()));
}

/// What may happen to a patrol, whoever asks.
fn anything() -> impl Strategy<Value = (u128, PatrolAsk)> {
    let ask = prop_oneof![
        Just(PatrolAsk::Start),
        Just(visit(YARD)),
        Just(PatrolAsk::Finish(said(""))),
        Just(PatrolAsk::Cancel(said("台风"))),
        prop::collection::vec(1..=EVERYBODY, 1..3)
            .prop_map(|people| PatrolAsk::Assign { people: people.into_iter().map(person).collect() }),
    ];
    (1..=EVERYBODY, ask)
}

proptest! {
    /// Whatever happens, in whatever order, by whomever: nobody but those who go and the planner may see a surprise that
    /// has not started, may change it, or learns by a refusal that it exists.
    #[test]
    fn a_surprise_is_hidden_until_it_starts(
        kind in prop::sample::select(PatrolKind::ALL.to_vec()),
        unannounced: bool,
        happens in prop::collection::vec(anything(), 0..8),
    ) {
        let mut outing = Outing::new();
        outing.ok(DISPATCHER, PatrolAsk::Plan(Box::new(Plan { unannounced, co_units: vec![unit("ecology")], ..plan(kind) })));
        let secret = kind == PatrolKind::SurpriseInspection || (kind == PatrolKind::RandomCheck && unannounced);
        let mut started = false;
        for (who, ask) in happens {
            let before = outing.it().clone();
            let outsider = !before.is_assigned(person(who)) && before.planned_by != person(who) && !before.formerly.contains(&person(who));
            let starts = matches!(ask, PatrolAsk::Start | PatrolAsk::Visit(_) | PatrolAsk::Finish(_));
            let answer = outing.ask(&staff(person(who)), ask);
            if secret && !started && outsider {
                prop_assert_eq!(codes(&answer.clone().unwrap_err()), ["no_such_patrol@patrol"]);
            }
            started |= starts && answer.is_ok_and(|events| !events.is_empty()) && before.state != PatrolState::Cancelled;
            started |= outing.it().state == PatrolState::UnderWay;
            prop_assert_eq!(is_hidden(outing.it()), secret && !started);
            for n in 1..=EVERYBODY {
                let PersonCard { id, .. } = card(person(n)).unwrap();
                let party = outing.it().is_assigned(id) || id == DISPATCHER;
                let sees = may_see(outing.it(), &card(id).unwrap());
                prop_assert!(!sees || party || !secret || started, "{id:?} sees a secret");
                prop_assert!(sees || !party, "{id:?} goes and does not see it");
                prop_assert!(!holders(outing.it()).contains(&id) || outing.it().is_assigned(id));
            }
        }
    }
}

#[test]
fn coverage_counts_places_as_the_slow_way_does() {
    use huiyin_domain::{figures::coverage, rulebook::VisitIntervals};
    use std::collections::HashMap;
    let kinds = [SiteKind::StockpileYard, SiteKind::PigFarm, SiteKind::ForestPlot, SiteKind::Enterprise];
    let mut intervals = VisitIntervals::default();
    intervals.0.remove(&SiteKind::ForestPlot);
    let sites: Vec<(SiteId, SiteKind)> = (0..40u16).map(|n| (SiteId(Uuid::from_u128(n.into())), kinds[usize::from(n) % 4])).collect();
    let visits: Vec<(SiteId, Moment)> = (0..120i64)
        .map(|n| (sites[usize::try_from(n * 7 % 29).unwrap()].0, now() - time::Duration::hours(n * n % 3000)))
        .chain([(sites[0].0, now() - time::Duration::days(30))])
        .collect();
    // Slowly: each place, each of its visits.
    let slow = sites.iter().fold((0, 0), |(of, met), (id, kind)| {
        let Some(days) = intervals.0.get(kind) else { return (of, met) };
        let fresh = visits.iter().any(|(site, at)| site == id && (now() - *at).whole_milliseconds() <= i128::from(*days) * 86_400_000);
        (of + 1, met + u32::from(fresh))
    });
    let mut last: HashMap<SiteId, Moment> = HashMap::new();
    for (id, at) in &visits {
        let known = last.entry(*id).or_insert(*at);
        *known = (*known).max(*at);
    }
    let rate = coverage(&sites, &last, &intervals, now());
    assert_eq!((rate.of, rate.met), slow);
    assert!(rate.of == 30 && (1..30).contains(&rate.met), "{rate:?} proves nothing");
    assert_eq!(coverage(&sites, &HashMap::new(), &intervals, now()).met, 0);
}

#[test]
fn a_patrol_is_named_by_the_command_that_planned_it() {
    let outing = Outing::planned(PatrolKind::RoutinePatrol);
    assert_eq!(outing.it().id, PatrolId(Uuid::from_u128(0xa001)));
    let ask = PatrolAsk::Plan(Box::new(plan(PatrolKind::RoutinePatrol)));
    let foreign = command(CommandId(Uuid::from_u128(1)), CaseId(Uuid::from_u128(2)), ask.clone());
    let world = PatrolWorld { rulebook: &BOOK, now: now(), person: &card, site: &site };
    let refusal = decide(None, &staff(DISPATCHER), &foreign, &ask, &world).unwrap_err();
    assert_eq!(codes(&refusal), ["no_such_patrol@patrol"]);
}
