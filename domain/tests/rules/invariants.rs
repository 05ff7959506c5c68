//! Random commands by random people, thousands of times: what must always hold, holds. A failure prints the seed and the
//! shortest history that still fails.

use crate::{
    bench::{self, Bench, card, codes, person, staff},
    samples,
};
use huiyin_domain::{
    case::{
        self, Ask, Case, Event, Finding, ReplyOutcome, Reporter, ResultCode, State, VerbName, agree, decide, lifecycle::TRANSITIONS, offers,
    },
    ids::{CaseId, PersonId, ReportId},
    people::Actor,
    rulebook::CategoryCode,
};
use proptest::{
    collection::vec,
    prelude::ProptestConfig,
    proptest,
    test_runner::{RngAlgorithm, RngSeed},
};

/// The same histories every time; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for more or others.
pub(crate) fn config(cases: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let seeded = std::env::var_os("PROPTEST_RNG_SEED").is_some();
    let default = ProptestConfig::default();
    ProptestConfig {
        cases: if asked { default.cases } else { cases },
        rng_algorithm: RngAlgorithm::ChaCha,
        rng_seed: if seeded { default.rng_seed } else { RngSeed::Fixed(20_261_102) },
        failure_persistence: None,
        ..default
    }
}

/// One roll: who, what, and dice for the rest.
pub(crate) type Step = (u8, u8, u32);

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn random_commands_never_break_what_must_hold(steps in vec((0u8..=255, 0u8..=255, 0u32..u32::MAX), 1..90)) {
        let mut bench = Bench::new();
        for step in steps {
            take(&mut bench, step);
        }
    }
}

#[test]
fn the_dice_reach_every_state() {
    let mut reached = std::collections::BTreeSet::new();
    let mut seed = 1u32;
    for _ in 0..800 {
        let mut bench = Bench::new();
        for _ in 0..90 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            take(&mut bench, ((seed >> 8) as u8, (seed >> 16) as u8, seed.rotate_left(13)));
            reached.extend(bench.cases.values().map(|case| case.state));
        }
    }
    let missing: Vec<State> = State::ALL.into_iter().filter(|state| !reached.contains(state)).collect();
    assert_eq!(missing, [], "histories that never get there prove nothing about it");
}

pub(crate) fn take(bench: &mut Bench, (who, what, dice): Step) {
    bench.hours(i64::from(dice % 7) * i64::from(dice % 5));
    bench.drawn = (dice / 11 % 100) as u8;
    bench.here = !dice.is_multiple_of(29);
    let case = pick(bench, dice);
    let by = person(1 + u128::from(who) % bench::EVERYBODY);
    let (actor, verb) = actor_and_verb(bench, case, by, what, dice);
    let ask = ask_for(bench, case, verb, dice);
    let opens = verb == VerbName::Submit;
    let command = bench.command(case.filter(|_| !opens), &ask);
    let before = bench.cases.get(&command.case).cloned();

    let offered = before.as_ref().map(|case| bench.world(|world| offers(case, &actor, world)));
    let once = bench.world(|world| decide(before.as_ref(), &actor, &command, world));
    let twice = bench.world(|world| decide(before.as_ref(), &actor, &command, world));
    assert_eq!(once, twice, "decide is not deterministic");
    match bench.send(&actor, &command) {
        Err(refusal) => {
            assert!(!codes(&refusal).is_empty());
            assert_eq!(bench.cases.get(&command.case), before.as_ref(), "a refusal changed something");
        }
        Ok(events) => {
            let kept = events.iter().any(|event| matches!(event, Event::RecheckKept { .. }));
            if let Some(offered) = offered.filter(|_| !events.is_empty() && !kept) {
                let offer = offered.iter().find(|offer| offer.verb == verb);
                assert!(offer.is_some_and(|offer| offer.unmet.is_empty()), "{verb:?} was done but not offered: {offer:?}");
            }
            follows(bench, before.as_ref(), &command.ask, command.case, &events);
        }
    }
    bench.cases.values().for_each(holds);
    bench.cases.get(&command.case).into_iter().for_each(crate::about::is_kept);
}

/// Mostly a case that is there, now and then none.
fn pick(bench: &Bench, dice: u32) -> Option<CaseId> {
    let count = bench.cases.len();
    let index = (dice / 3) as usize % (count.min(4) + 1);
    bench.cases.keys().nth(index).copied().or_else(|| bench.cases.keys().next().copied())
}

/// Half the time somebody does what is offered to somebody, else anybody tries anything.
fn actor_and_verb(bench: &Bench, case: Option<CaseId>, by: PersonId, what: u8, dice: u32) -> (Actor, VerbName) {
    let anything = VerbName::ALL[usize::from(what) % VerbName::ALL.len()];
    let Some(id) = case.filter(|_| !what.is_multiple_of(16)) else { return (staff(by), VerbName::Submit) };
    if dice.is_multiple_of(4) {
        let actor = match dice % 12 {
            0 => Actor::Reporter(ReportId(id.0)),
            4 => Actor::Clock,
            _ => staff(by),
        };
        return (actor, anything);
    }
    let case = bench.case(id);
    let forward =
        |verb: VerbName| !verb.transition().to.is_empty() || matches!(verb, VerbName::Verify | VerbName::AssignRecheck | VerbName::Reply);
    // What is taken back from a unit does not get on.
    let forward = |verb: VerbName| verb != VerbName::AboutUnit && forward(verb);
    for n in 0..bench::EVERYBODY {
        let actor = staff(person(1 + (u128::from(dice) + n) % bench::EVERYBODY));
        let offers = bench.world(|world| offers(case, &actor, world));
        let free: Vec<VerbName> = offers.iter().filter(|offer| offer.unmet.is_empty()).map(|offer| offer.verb).collect();
        let moving: Vec<VerbName> = free.iter().copied().filter(|verb| forward(*verb)).collect();
        let choice = if what.is_multiple_of(3) || moving.is_empty() { &free } else { &moving };
        if !choice.is_empty() && (choice == &moving || what.is_multiple_of(5)) {
            return (actor, choice[usize::from(what) % choice.len()]);
        }
    }
    (staff(by), anything)
}

/// Good content for this case mostly, with the choices left to the dice.
fn ask_for(bench: &Bench, case: Option<CaseId>, verb: VerbName, dice: u32) -> Ask {
    let now = bench.now;
    let category = ["C06", "C05", "C18", "C15", "C03"][(dice / 7) as usize % 5];
    let case = case.map(|id| bench.case(id));
    let handler = case.and_then(|case| case.handler).unwrap_or(bench::TOWN_HANDLER);
    match verb {
        VerbName::Submit => Ask::Submit(match dice % 5 {
            0 => samples::solved(category, now),
            1 => case::Submit { on_behalf: Some(case::OnBehalf::Named), ..samples::submit(category, now) },
            2 if dice.is_multiple_of(4) => {
                case::Submit { about_unit: Some(bench::unit(bench::TOWN_UNIT)), ..samples::submit(category, now) }
            }
            _ => samples::submit(category, now),
        }),
        VerbName::Accept => Ask::Accept(case::Accept {
            category: CategoryCode(category.to_owned()),
            division: bench::code(bench::TOWN),
            not_the_same: Vec::new(),
        }),
        VerbName::Merge => {
            let master = bench.cases.keys().nth((dice / 5) as usize % bench.cases.len().max(1)).copied();
            Ask::Merge(case::Merge { master: master.unwrap_or(CaseId(uuid::Uuid::nil())), words: "同一处".to_owned() })
        }
        VerbName::Dispatch | VerbName::Reopen => {
            let (unit, handler) =
                [(bench::TOWN_UNIT, bench::TOWN_HANDLER), ("ecology", bench::HANDLER), (bench::TOWN_UNIT, bench::MANY_HATS)]
                    [(dice / 13) as usize % 3];
            let dispatch = case::Dispatch { words: Some("由其办理".to_owned()), ..samples::dispatch(unit, handler) };
            if verb == VerbName::Reopen { Ask::Reopen(dispatch) } else { Ask::Dispatch(dispatch) }
        }
        VerbName::SignFor => Ask::SignFor(case::SignFor { handler }),
        VerbName::Reassign => Ask::Reassign(case::Reassign {
            handler: [bench::MANY_HATS, bench::HANDLER2, bench::TOWN_HANDLER][(dice / 13) as usize % 3],
            words: "换人".to_owned(),
        }),
        VerbName::Verify => Ask::Verify(samples::verify(
            [Finding::Substantiated, Finding::Partly, Finding::Unsubstantiated, Finding::NotApplicable][(dice / 17) as usize % 4],
            now,
        )),
        VerbName::ReportRectified => Ask::ReportRectified(samples::rectified(
            [ResultCode::Rectified, ResultCode::PunishedAndRectified, ResultCode::Rectified][(dice / 17) as usize % 3],
            now,
        )),
        VerbName::AssignRecheck => {
            Ask::AssignRecheck(case::AssignRecheck { rechecker: person(1 + u128::from(dice / 19) % bench::EVERYBODY) })
        }
        VerbName::Recheck => {
            let second_officer = dice.is_multiple_of(3).then_some(bench::LEADER);
            Ask::Recheck(case::Recheck { second_officer, ..samples::recheck(!dice.is_multiple_of(7), now) })
        }
        VerbName::ProposeClosure => Ask::ProposeClosure(case::ProposeClosure {
            result: [ResultCode::Unsubstantiated, ResultCode::Explained, ResultCode::CannotSolveNow, ResultCode::RectifiedOnSpot]
                [(dice / 17) as usize % 4],
            words: "无需继续".to_owned(),
        }),
        VerbName::Close => close_for(case, dice),
        VerbName::AboutUnit => Ask::AboutUnit(case::AboutUnit {
            unit: [Some("ecology"), Some(bench::TOWN_UNIT), None][(dice / 13) as usize % 3].map(bench::unit),
            words: "反映的是它".to_owned(),
        }),
        VerbName::MilestoneDone => {
            let open = case.and_then(|case| case.milestones.iter().position(|milestone| !milestone.done)).unwrap_or(0);
            Ask::MilestoneDone(case::MilestoneDone { index: u16::try_from(open).unwrap(), words: "完成".to_owned() })
        }
        VerbName::Redact | VerbName::Publish => record_for(bench, case, verb),
        VerbName::Reply => {
            let outcome = [ReplyOutcome::ReadableByReceipt, ReplyOutcome::NotWanted, ReplyOutcome::Sent { at: now }]
                [(dice / 23) as usize % 3]
                .clone();
            Ask::Reply(case::Reply { outcome, ..samples::reply() })
        }
        _ => samples::ask(verb, now),
    }
}

fn close_for(case: Option<&Case>, dice: u32) -> Ask {
    let guess = [ResultCode::Rectified, ResultCode::Explained, ResultCode::CannotSolveNow][(dice / 17) as usize % 3];
    let result = case.and_then(|case| case.result).unwrap_or(guess);
    Ask::Close(samples::close(if dice.is_multiple_of(9) { guess } else { result }))
}

fn record_for(bench: &Bench, case: Option<&Case>, verb: VerbName) -> Ask {
    let written = case.and_then(|case| match &case.publication {
        case::Publication::AwaitingReview { record, .. } => Some(record.as_ref().clone()),
        _ => None,
    });
    let fresh = case.and_then(|case| case::public_draft(case, &bench::BOOK, None));
    let record = written.or(fresh).unwrap_or_else(|| samples::record("CX26-0001", "C06", bench.now));
    if verb == VerbName::Redact { Ask::Redact(case::Redact { record }) } else { Ask::Publish(case::Publish { record }) }
}

/// What must hold of what an accepted command did.
fn follows(bench: &Bench, before: Option<&Case>, ask: &Ask, id: CaseId, events: &[Event]) {
    let after = bench.case(id);
    let mut state = before.map(|case| case.state);
    for event in events {
        match event {
            Event::Opened { .. } => state = Some(State::PendingAcceptance),
            Event::Moved { from, to } => {
                assert_eq!(state, Some(*from), "moved from where it is not");
                let opens = before.is_none() && TRANSITIONS[0].to.contains(to);
                let allowed = opens || TRANSITIONS.iter().any(|row| row.from.contains(from) && row.to.contains(to));
                assert!(allowed, "{from:?} → {to:?} is in no row of the table");
                state = Some(*to);
            }
            _ => {}
        }
    }
    assert_eq!(Some(after.state), state, "the state is not what the moves say");
    if !events.is_empty() {
        assert_eq!(after.seq, bench.seq);
        assert!(before.is_none_or(|case| case.seq < after.seq), "seq went back");
    }
    if let Some(before) = before {
        assert!(before.reports.len() <= after.reports.len() || matches!(ask, Ask::Unmerge(_)), "a report was lost");
        assert!(before.supervision_level <= after.supervision_level);
        let later = before.last_promise.zip(after.last_promise).is_some_and(|(old, new)| new > old);
        let said = matches!(
            ask.name(),
            VerbName::Accept
                | VerbName::Recategorise
                | VerbName::GrantExtension
                | VerbName::Answer
                | VerbName::Suspend
                | VerbName::Resume
                | VerbName::Reopen
                | VerbName::Unmerge
                | VerbName::Dispatch
        ) || (ask.name() == VerbName::Tick && (before.suspended.is_some() || before.asked_reporter.is_some()));
        assert!(!later || said, "{:?} made the promise later without a word", ask.name());
    }
    let json = serde_json::to_string(events).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Event>>(&json).unwrap(), events);
}

/// What must hold of every case at every moment.
fn holds(case: &Case) {
    if case.state == State::Closed {
        assert!(case.reports.iter().all(|filed| filed.reply.is_some()), "closed without a reply");
        assert!(case.result.is_some_and(|result| agree(case.finding, result)), "{:?} closed as {:?}", case.finding, case.result);
        let closer = case.closed_by.expect("closed by nobody");
        assert!(case.handler != Some(closer) && !case.handlers.contains(&closer), "the handler closed it");
        assert!(case.rechecks.iter().all(|done| done.by != closer), "the rechecker closed it");
        assert!(case.closed_at.is_some());
        assert!(!matches!(case.publication, case::Publication::Undecided), "publication was not decided");
    }
    if !case.state.is_open() {
        assert!(case.dues.iter().all(|due| due.clock == case::Clock::Publication), "a clock runs on a matter that has ended");
        assert!(case.awaits.is_none() && case.asked_reporter.is_none());
    }
    assert_eq!(case.state == State::Suspended, case.suspended.is_some());
    assert!(case.state != State::Merged || case.merged_into.is_some());
    let own = case.reports.first().is_some_and(|filed| filed.id.0 == case.id.0);
    assert!(own, "the report that opened it is not the first");
    for id in (1..=bench::EVERYBODY).map(person) {
        let phone = case.for_phone(id);
        let foreign = phone
            .reports
            .iter()
            .any(|filed| !matches!(filed.reporter, Reporter::Hidden) && filed.reporter != Reporter::Staff { person: id });
        assert!(!foreign, "somebody else's reporter is on the phone of {:?}", card(id).unwrap().name);
    }
    let json = serde_json::to_string(case).unwrap();
    assert_eq!(&serde_json::from_str::<Case>(&json).unwrap(), case, "a stored case reads back differently");
}
