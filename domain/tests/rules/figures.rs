//! Figures against a slow, obvious reference: it reads what happened, entry by entry, and never looks at a case.

use crate::{
    bench::{BOOK, Bench, COORDINATOR, DISPATCHER, PATROLLER, PATROLLER2, TOWN_HANDLER},
    invariants::{Step, config, take},
    samples,
};
use huiyin_domain::{
    case::{Ask, Case, Clock, Close, Disposal, Event, Finding, Rate, ResultCode, State, VerbName},
    figures::{AGAIN_DAYS, CaseFacts, Figures, Ground, Occurrence, Period, SATISFACTION_FROM, Tally},
    ids::{CaseId, PersonId},
    moment::Moment,
    place::Point,
    rulebook::CategoryCode,
};
use proptest::{collection::vec, prop_assert_eq, proptest};
use time::Duration;

/// Makes an ask of this moment.
type Made<'a> = &'a dyn Fn(&Bench) -> Ask;

/// Leads a case towards its end with waits between the steps; what the rules refuse on the way is left out. Dice alone
/// hardly ever close a case, and most figures are about closed ones.
fn lead(bench: &mut Bench, (how, wait): (u32, i64)) {
    let case = bench.filed();
    let finding = [Finding::Substantiated, Finding::Partly, Finding::Substantiated][(how % 3) as usize];
    let result = if finding == Finding::Partly { ResultCode::PartlyTrueHandled } else { ResultCode::Rectified };
    let disposal = (!how.is_multiple_of(5)).then_some(Disposal::EducateAndCorrect);
    let steps: [(PersonId, Made<'_>); 15] = [
        (COORDINATOR, &|bench| bench.sample(VerbName::Accept)),
        (COORDINATOR, &|bench| bench.sample(VerbName::Dispatch)),
        (TOWN_HANDLER, &|bench| bench.sample(VerbName::SignFor)),
        (TOWN_HANDLER, &|bench| Ask::Verify(samples::verify(finding, bench.now))),
        (TOWN_HANDLER, &|bench| bench.sample(VerbName::AskExtension)),
        (DISPATCHER, &|bench| bench.sample(if how.is_multiple_of(4) { VerbName::GrantExtension } else { VerbName::Note })),
        (COORDINATOR, &|bench| bench.sample(VerbName::OrderRectification)),
        (TOWN_HANDLER, &|bench| Ask::ReportRectified(samples::rectified(result, bench.now))),
        (COORDINATOR, &|bench| bench.sample(VerbName::AssignRecheck)),
        (PATROLLER2, &|bench| Ask::Recheck(samples::recheck(!how.is_multiple_of(7), bench.now))),
        (TOWN_HANDLER, &|bench| Ask::ReportRectified(samples::rectified(result, bench.now))),
        (COORDINATOR, &|bench| bench.sample(VerbName::AssignRecheck)),
        (PATROLLER2, &|bench| Ask::Recheck(samples::recheck(true, bench.now))),
        (COORDINATOR, &|bench| bench.sample(VerbName::Reply)),
        (COORDINATOR, &|bench| bench.sample(VerbName::DecidePublication)),
    ];
    for (by, ask) in steps {
        bench.hours(wait);
        let ask = ask(bench);
        let _ = bench.ask(by, case, &ask);
    }
    let close = Ask::Close(Close { disposal, ..samples::close(result) });
    let _ = bench.ask(COORDINATOR, case, &close);
    if how.is_multiple_of(2) {
        let rate = Ask::Rate(Rate { satisfied: how.is_multiple_of(4), words: String::new() });
        let _ = bench.ask(PATROLLER, case, &rate);
    }
}

/// The facts of every case, with what only all of them together can tell.
fn all_facts(bench: &Bench) -> Vec<(CaseId, CaseFacts)> {
    let ground = Ground::of(&BOOK);
    let all: Vec<Occurrence> = bench.cases.values().map(Occurrence::of).collect();
    let facts = |case: &Case| {
        let own = Occurrence::of(case);
        CaseFacts { again: all.iter().any(|before| own.is_again(before, ground)), ..CaseFacts::of(case) }
    };
    bench.cases.iter().map(|(id, case)| (*id, facts(case))).collect()
}

/// What it is about now, and where.
fn about(life: &Life<'_>) -> (CategoryCode, Option<Point>) {
    let (mut category, mut place) = (None, None);
    for (_, event) in life {
        match event {
            Event::Opened { place: at, .. } => place = *at,
            Event::Classified { category: new, .. } => category = Some(new.clone()),
            _ => {}
        }
        match did(event) {
            Some(Ask::Submit(submit)) => category = Some(submit.report.category.clone()),
            Some(Ask::Accept(accept)) => category = Some(accept.category.clone()),
            Some(Ask::Recategorise(change)) => category = Some(change.category.clone()),
            Some(Ask::Relocate(change)) => place = Some(change.place),
            _ => {}
        }
    }
    (category.unwrap(), place)
}

/// Whether the same kind of matter had come up within the days before, no more than a hundred steps away.
fn came_again(bench: &Bench, case: CaseId) -> bool {
    let own = life(bench, case);
    let (category, place) = about(&own);
    bench.cases.keys().filter(|other| **other != case).any(|other| {
        let other = life(bench, *other);
        let (its, there) = about(&other);
        let days = (own[0].0 - other[0].0).as_seconds_f64() / 86_400.0;
        let near = place.zip(there).is_some_and(|(here, there)| here.distance_m(there) <= 100.0);
        let no_matter = matches!(state(&other), State::Merged | State::Declined | State::Void);
        its == category && near && days > 0.0 && days <= AGAIN_DAYS as f64 && !no_matter
    })
}

/// What the reporter said last since the case was begun.
fn satisfied(round: &Life<'_>) -> Option<bool> {
    let said = |(_, event): &(Moment, &Event)| if let Some(Ask::Rate(rate)) = did(event) { Some(rate.satisfied) } else { None };
    round.iter().rev().find_map(said)
}

/// One case's events, each with its moment.
type Life<'a> = Vec<(Moment, &'a Event)>;

fn life(bench: &Bench, case: CaseId) -> Life<'_> {
    let own = bench.history.iter().filter(|(id, _, _)| *id == case);
    own.flat_map(|(_, at, events)| events.iter().map(|event| (*at, event))).collect()
}

fn did(event: &Event) -> Option<&Ask> {
    match event {
        Event::Did { ask } => Some(ask),
        _ => None,
    }
}

fn state(life: &Life<'_>) -> State {
    let mut moves = life.iter().filter_map(|(_, event)| if let Event::Moved { to, .. } = event { Some(*to) } else { None });
    moves.next_back().unwrap_or(State::PendingAcceptance)
}

/// The life since the case was last begun again: what was found and promised before does not count any more.
fn round<'a>(life: &Life<'a>) -> Life<'a> {
    let mut start = 0;
    for n in 0..life.len() {
        let asked_before = state(&life[..n].to_vec()) == State::ReopenRequested;
        match did(life[n].1) {
            Some(Ask::Reopen(_)) => start = n,
            Some(Ask::Dispatch(_)) if asked_before => start = n,
            _ => {}
        }
    }
    life[start..].to_vec()
}

fn promises(life: &Life<'_>) -> Vec<Moment> {
    let set = life.iter().filter_map(|(_, event)| if let Event::DueSet { due } = event { Some(due) } else { None });
    set.filter(|due| due.clock == Clock::Handling).map(|due| due.at).collect()
}

/// When the clock that runs out next does so.
fn next_due(life: &Life<'_>) -> Option<Moment> {
    let running = |clock: Clock| {
        let mut at = None;
        for (_, event) in life {
            match event {
                Event::DueSet { due } if due.clock == clock => at = Some(due.at),
                Event::DueMet { clock: met } if *met == clock => at = None,
                _ => {}
            }
        }
        at
    };
    Clock::ALL.into_iter().filter(|clock| *clock != Clock::Publication).filter_map(running).min()
}

fn rests(life: &Life<'_>) -> bool {
    let mut asked = false;
    for (_, event) in life {
        match event {
            Event::ReporterAsked { .. } => asked = true,
            Event::ReporterWaitOver => asked = false,
            Event::Moved { to, .. } if !to.is_open() => asked = false,
            _ => {}
        }
    }
    asked || state(life) == State::Suspended
}

fn closed(life: &Life<'_>) -> Option<Moment> {
    let closings = life.iter().filter(|(_, event)| matches!(event, Event::Moved { from: State::AwaitingApproval, to: State::Closed }));
    closings.map(|(at, _)| *at).next_back().filter(|_| state(life) == State::Closed)
}

fn named(life: &Life<'_>) -> bool {
    let mut named = false;
    for (_, event) in life {
        match did(event) {
            Some(Ask::Dispatch(_) | Ask::Reopen(_) | Ask::SignFor(_) | Ask::Reassign(_)) => named = true,
            Some(Ask::Submit(submit)) if submit.solved.is_some() => named = true,
            Some(Ask::Return(_)) => named = false,
            _ => {}
        }
    }
    named
}

fn found(life: &Life<'_>) -> Option<Finding> {
    let mut findings = life.iter().filter_map(|(_, event)| match did(event)? {
        Ask::Verify(verify) => Some(verify.finding),
        Ask::Submit(submit) => submit.solved.as_ref().map(|solved| solved.finding),
        _ => None,
    });
    findings.next_back()
}

fn first_recheck(bench: &Bench, case: CaseId) -> Option<bool> {
    let entries = bench.history.iter().filter(|(id, _, _)| *id == case);
    let counted = entries.filter(|(_, _, events)| !events.iter().any(|event| matches!(event, Event::RecheckKept { .. })));
    counted.flat_map(|(_, _, events)| events).find_map(|event| match did(event)? {
        Ask::Recheck(recheck) => Some(recheck.passed),
        _ => None,
    })
}

fn reference(bench: &Bench, case: CaseId, tally: Tally, period: Period) -> bool {
    let life = life(bench, case);
    let round = round(&life);
    let within = |at: Moment| period.from <= at && at <= period.to;
    let now_is = state(&life);
    let (opened, closed) = (life[0].0, closed(&life));
    let due = promises(&life).last().copied();
    let is_due = due.is_some_and(within) && (now_is == State::Closed || (now_is.is_open() && !rests(&life)));
    let true_matter = closed.is_some_and(within) && matches!(found(&round), Some(Finding::Substantiated | Finding::Partly));
    let came_in = within(opened) && now_is != State::Void;
    let ever = |what: fn(&Ask) -> bool, life: &Life<'_>| life.iter().filter_map(|(_, event)| did(event)).any(what);
    let answered = round_of_answers(bench, case);
    match tally {
        Tally::Received => came_in,
        Tally::Open => now_is.is_open(),
        Tally::Overdue => now_is.is_open() && !rests(&life) && next_due(&life).is_some_and(|at| at < bench.now),
        Tally::Ownerless => {
            let waiting = [State::PendingAcceptance, State::Accepted, State::ReopenRequested, State::Suspended];
            now_is.is_open() && !waiting.contains(&now_is) && !named(&life)
        }
        Tally::Due => is_due,
        Tally::DueClosed => is_due && now_is == State::Closed,
        Tally::DueOnTime => is_due && closed.zip(due).is_some_and(|(closed, due)| closed <= due),
        Tally::DueOnFirst => is_due && closed.zip(promises(&round).first().copied()).is_some_and(|(closed, due)| closed <= due),
        Tally::Closed => closed.is_some_and(within),
        Tally::Substantiated => true_matter,
        Tally::Disposed => true_matter && ever(|ask| matches!(ask, Ask::Close(close) if close.disposal.is_some()), &round),
        Tally::Rechecked => closed.is_some_and(within) && first_recheck(bench, case).is_some(),
        Tally::PassedFirst => closed.is_some_and(within) && first_recheck(bench, case) == Some(true),
        Tally::Extended => came_in && ever(|ask| matches!(ask, Ask::GrantExtension(grant) if grant.days > 0), &round),
        Tally::Suspended => came_in && ever(|ask| matches!(ask, Ask::Suspend(_)), &life),
        Tally::Merged => came_in && now_is == State::Merged,
        Tally::Declined => came_in && now_is == State::Declined,
        Tally::Again => came_in && !matches!(now_is, State::Merged | State::Declined) && came_again(bench, case),
        Tally::Rated => closed.is_some_and(within) && satisfied(&round).is_some(),
        Tally::Satisfied => closed.is_some_and(within) && satisfied(&round) == Some(true),
        Tally::AnswersDue => now_is != State::Void && answered.is_some_and(|(due, _)| within(due)),
        Tally::AnswersLate => now_is != State::Void && answered.is_some_and(|(due, met)| within(due) && met.is_none_or(|met| met > due)),
    }
}

/// By when the reporter of the case's own report was to be answered, and when they were.
fn round_of_answers(bench: &Bench, case: CaseId) -> Option<(Moment, Option<Moment>)> {
    let life = life(bench, case);
    let acceptance = || {
        let mut at = None;
        for (_, event) in &life {
            match event {
                Event::DueSet { due } if due.clock == Clock::Acceptance => at = Some(due.at),
                Event::DueMet { clock: Clock::Acceptance } => at = None,
                _ => {}
            }
        }
        at
    };
    let due = promises(&life).last().copied().or_else(acceptance)?;
    let first = life.iter().find(|(_, event)| match did(event) {
        Some(Ask::Reply(reply)) => reply.report.is_none_or(|report| report.0 == case.0),
        Some(Ask::Decline(_)) => true,
        _ => false,
    });
    Some((due, first.map(|(at, _)| *at)))
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn figures_are_what_a_slow_reading_of_the_history_counts(
        led in vec((0u32..u32::MAX, 0i64..60), 1..6),
        steps in vec((0u8..=255, 0u8..=255, 0u32..u32::MAX), 0..60),
        start in 0i64..90,
        days in 0i64..120,
    ) {
        let mut bench = Bench::new();
        let began = bench.now;
        for one in led {
            lead(&mut bench, one);
        }
        for step in steps {
            let step: Step = step;
            take(&mut bench, step);
        }
        let from = began + Duration::days(start - 5);
        let period = Period { from, to: from + Duration::days(days) };
        let facts = all_facts(&bench);
        let figures = Figures::of(&facts.iter().map(|(_, facts)| facts).collect::<Vec<_>>(), period, bench.now);
        for tally in Tally::ALL {
            let slow: Vec<CaseId> = bench.cases.keys().copied().filter(|case| reference(&bench, *case, tally, period)).collect();
            let quick: Vec<CaseId> = facts.iter().filter(|(_, one)| tally.holds(one, period, bench.now)).map(|(id, _)| *id).collect();
            prop_assert_eq!(&quick, &slow, "{:?}", tally);
            let hidden = tally == Tally::Satisfied && figures.count(Tally::Rated) < SATISFACTION_FROM;
            prop_assert_eq!(figures.cases.get(&tally).copied(), (!hidden).then_some(slow.len() as u32), "{:?}", tally);
        }
        let owed: Vec<_> = bench.cases.keys().filter(|case| reference(&bench, **case, Tally::AnswersDue, period)).collect();
        let late = owed.iter().filter(|case| reference(&bench, ***case, Tally::AnswersLate, period)).count();
        prop_assert_eq!((figures.answers.of as usize, figures.answers.met as usize), (owed.len(), owed.len() - late));
        let mut took: Vec<i64> = bench
            .cases
            .keys()
            .filter(|case| reference(&bench, **case, Tally::Closed, period))
            .map(|case| life(&bench, *case))
            .map(|life| (closed(&life).unwrap().day() - life[0].0.day()).whole_days())
            .collect();
        took.sort_unstable();
        // The smallest number of days within which that share was closed, found by trying each.
        let within = |percent: usize| took.iter().copied().find(|days| took.iter().filter(|other| *other <= days).count() * 100 >= took.len() * percent);
        prop_assert_eq!(figures.median_days.map(i64::from), within(50));
        prop_assert_eq!(figures.ninetieth_days.map(i64::from), within(90));
    }
}

#[test]
fn the_histories_put_cases_into_every_set() {
    let (mut seed, mut reached) = (7u32, std::collections::BTreeSet::new());
    for n in 0..60 {
        let mut bench = Bench::new();
        let began = bench.now;
        for wait in [1, 9, 40] {
            lead(&mut bench, (n, wait));
        }
        for _ in 0..60 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            take(&mut bench, ((seed >> 8) as u8, (seed >> 16) as u8, seed.rotate_left(13)));
        }
        let period = Period { from: began, to: bench.now };
        let facts = all_facts(&bench);
        reached.extend(Tally::ALL.into_iter().filter(|tally| facts.iter().any(|(_, one)| tally.holds(one, period, bench.now))));
    }
    // Nobody can make a case without an owner: that it is counted is shown by rows made by hand.
    let missing: Vec<Tally> = Tally::ALL.into_iter().filter(|tally| !reached.contains(tally) && *tally != Tally::Ownerless).collect();
    assert_eq!(missing, [], "a set that no history reaches is not tested");
}
