//! Clocks: which runs when, how long, and what becomes of a case that is late.

use crate::{
    bench::{BOOK, Bench, COORDINATOR, DISPATCHER, LIAISON, PATROLLER, PATROLLER2, TOWN_HANDLER, at},
    samples::{self, words},
};
use huiyin_domain::{
    case::{
        self, Ask, Clock, Event, Length, MoveReason, State, VerbName,
        deadline::{self, Timeliness},
    },
    rulebook::ClockClass,
};
use proptest::{prop_assert, prop_assert_eq, proptest};

fn running(bench: &Bench, id: huiyin_domain::ids::CaseId) -> Vec<Clock> {
    let mut clocks: Vec<Clock> = bench.case(id).dues.iter().map(|due| due.clock).collect();
    clocks.sort();
    clocks
}

#[test]
fn each_step_stops_one_clock_and_starts_the_next() {
    let mut bench = Bench::new();
    let id = bench.filed();
    let steps: [(_, _, &[Clock]); 10] = [
        (COORDINATOR, VerbName::Accept, &[Clock::Dispatch, Clock::Handling]),
        (COORDINATOR, VerbName::Dispatch, &[Clock::SignFor, Clock::Handling]),
        (TOWN_HANDLER, VerbName::SignFor, &[Clock::OnSite, Clock::Handling]),
        (TOWN_HANDLER, VerbName::Verify, &[Clock::Handling]),
        (COORDINATOR, VerbName::OrderRectification, &[Clock::Handling, Clock::Rectification]),
        (TOWN_HANDLER, VerbName::ReportRectified, &[Clock::Handling]),
        (COORDINATOR, VerbName::AssignRecheck, &[Clock::Handling, Clock::Recheck]),
        (PATROLLER2, VerbName::Recheck, &[Clock::Handling]),
        (COORDINATOR, VerbName::Reply, &[Clock::Handling]),
        (COORDINATOR, VerbName::DecidePublication, &[Clock::Handling]),
    ];
    assert_eq!(running(&bench, id), [Clock::Acceptance]);
    for (by, verb, expected) in steps {
        bench.good(by, id, verb);
        assert_eq!(running(&bench, id), expected, "after {verb:?}");
    }
    bench.good(COORDINATOR, id, VerbName::Close);
    assert_eq!(running(&bench, id), [Clock::Publication]);
}

#[test]
fn lengths_follow_the_class() {
    let length = |clock, class| deadline::length(&BOOK, clock, class);
    assert_eq!(length(Clock::Acceptance, ClockClass::General), Some(Length::WorkingDays(2)));
    assert_eq!(length(Clock::Acceptance, ClockClass::Emergency), Some(Length::Hours(1)));
    assert_eq!(length(Clock::Dispatch, ClockClass::Simple), Some(Length::Hours(24)));
    assert_eq!(length(Clock::Dispatch, ClockClass::Emergency), Some(Length::Hours(1)));
    assert_eq!(length(Clock::SignFor, ClockClass::Simple), Some(Length::WorkingDays(1)));
    assert_eq!(length(Clock::OnSite, ClockClass::Complex), Some(Length::WorkingDays(2)));
    assert_eq!(length(Clock::OnSite, ClockClass::Emergency), Some(Length::Hours(2)));
    assert_eq!(length(Clock::Handling, ClockClass::Emergency), Some(Length::Hours(24)));
    assert_eq!(length(Clock::Handling, ClockClass::Simple), Some(Length::WorkingDays(5)));
    assert_eq!(length(Clock::Handling, ClockClass::General), Some(Length::Days(15)));
    assert_eq!(length(Clock::Handling, ClockClass::Complex), Some(Length::Days(30)));
    assert_eq!(length(Clock::Handling, ClockClass::PetitionLike), Some(Length::Days(60)));
    assert_eq!(length(Clock::Recheck, ClockClass::General), Some(Length::WorkingDays(5)));
    assert_eq!(length(Clock::Publication, ClockClass::General), Some(Length::WorkingDays(20)));
    assert_eq!(length(Clock::Rectification, ClockClass::General), None);
}

#[test]
fn late_is_told_once_and_climbs_the_ladder() {
    let mut bench = Bench::new();
    let id = bench.verified();
    let promise = bench.case(id).last_promise.unwrap();
    let mut case = bench.case(id).clone();
    let mut step = |now: huiyin_domain::moment::Moment| {
        let events = deadline::clockwork(&case, &BOOK, now);
        let entry = case::Entry {
            seq: case.seq + 1,
            command: huiyin_domain::ids::CommandId(case.id.0),
            case: case.id,
            by: None,
            at: now,
            made_at: now,
        };
        case = case::fold(Some(case.clone()), &entry, &events).unwrap();
        assert_eq!(deadline::clockwork(&case, &BOOK, now), [], "told twice");
        events
    };
    let crossed = |line: &str| Event::Crossed { line: line.to_owned() };
    assert_eq!(step(promise - time::Duration::days(5)), []);
    assert_eq!(step(promise - time::Duration::hours(20)), [crossed("handling:due_soon")]);
    assert_eq!(
        step(promise + time::Duration::hours(1)),
        [crossed("handling:overdue"), crossed("handling:level_1"), Event::Supervised { level: 1 }]
    );
    let later = step(promise + time::Duration::days(8));
    assert_eq!(later, [crossed("handling:level_2"), Event::Supervised { level: 2 }]);
    assert_eq!(step(promise + time::Duration::days(24)), [crossed("handling:level_3"), Event::Supervised { level: 3 }]);
}

#[test]
fn a_question_rests_the_clocks_until_the_answer() {
    let mut bench = Bench::new();
    let id = bench.verified();
    let promise = bench.case(id).last_promise.unwrap();
    bench.good(TOWN_HANDLER, id, VerbName::AskReporter);
    assert_eq!(deadline::timeliness(bench.case(id), &BOOK, bench.now), Timeliness::Paused);
    assert_eq!(bench.no(TOWN_HANDLER, id, &Ask::AskReporter(words("还有一问"))), ["already_asked"]);
    bench.days(1);
    bench.good(PATROLLER, id, VerbName::Answer);
    let case = bench.case(id);
    assert_eq!(case.asked_reporter, None);
    assert!(case.last_promise.unwrap() > promise);

    bench.good(TOWN_HANDLER, id, VerbName::AskReporter);
    bench.days(6);
    let events = deadline::clockwork(bench.case(id), &BOOK, bench.now);
    assert!(events.contains(&Event::ReporterWaitOver), "five days are the most");
}

#[test]
fn a_suspension_ends_by_itself() {
    let mut bench = Bench::new();
    let id = bench.verified();
    bench.good(COORDINATOR, id, VerbName::Suspend);
    assert_eq!(deadline::clockwork(bench.case(id), &BOOK, bench.now), []);
    bench.days(11);
    let events = deadline::clockwork(bench.case(id), &BOOK, bench.now);
    assert_eq!(events[0], Event::Moved { from: State::Suspended, to: State::InProgress });
}

#[test]
fn an_extension_is_asked_granted_and_counted() {
    let mut bench = Bench::new();
    let id = bench.verified();
    let promise = bench.case(id).last_promise.unwrap();
    let grant = bench.sample(VerbName::GrantExtension);
    assert_eq!(bench.no(DISPATCHER, id, &grant), ["extension_not_asked"]);
    bench.good(TOWN_HANDLER, id, VerbName::AskExtension);
    let more = Ask::GrantExtension(case::GrantExtension { days: 4, words: "多给一天".to_owned() });
    assert_eq!(bench.no(DISPATCHER, id, &more), ["number_out_of_range@days"]);
    bench.ok(DISPATCHER, id, grant);
    let case = bench.case(id);
    assert_eq!((case.extended_days, case.extension_asked.as_ref()), (3, None));
    assert!(case.last_promise.unwrap() > promise && case.first_promise == Some(promise));
    let again = bench.sample(VerbName::AskExtension);
    assert_eq!(bench.no(TOWN_HANDLER, id, &again), ["already_asked"], "once a phase");
}

#[test]
fn a_liaison_grants_five_days_and_no_more() {
    let mut bench = Bench::new();
    let ask = Ask::Submit(samples::submit("C05", bench.now));
    let id = bench.open(PATROLLER, ask);
    bench.ok(
        LIAISON,
        id,
        Ask::Accept(case::Accept {
            category: huiyin_domain::rulebook::CategoryCode("C05".to_owned()),
            division: crate::bench::code(crate::bench::TOWN),
            not_the_same: Vec::new(),
        }),
    );
    bench.ok(DISPATCHER, id, Ask::Dispatch(samples::dispatch("ecology", crate::bench::HANDLER)));
    bench.ok(crate::bench::HANDLER, id, Ask::SignFor(case::SignFor { handler: crate::bench::HANDLER }));
    bench.ok(crate::bench::HANDLER, id, Ask::AskExtension(case::AskExtension { days: 10, words: "检测需要时间".to_owned() }));
    let grant = |days| Ask::GrantExtension(case::GrantExtension { days, words: "同意".to_owned() });
    assert_eq!(bench.no(LIAISON, id, &grant(6)), ["number_out_of_range@days"]);
    bench.ok(LIAISON, id, grant(5));
    assert_eq!(bench.case(id).extended_days, 5);
}

#[test]
fn recategorising_reckons_from_the_same_start() {
    let mut bench = Bench::new();
    let id = bench.verified();
    let old = bench.case(id).dues.iter().find(|due| due.clock == Clock::Handling).unwrap().clone();
    bench.good(COORDINATOR, id, VerbName::Recategorise);
    let case = bench.case(id);
    let new = case.dues.iter().find(|due| due.clock == Clock::Handling).unwrap();
    assert_eq!((new.start, new.length), (old.start, Length::Days(15)));
    assert_eq!(case.first_promise, Some(old.at), "the first promise stays on record");
    assert_eq!(case.clock, ClockClass::General);
}

proptest! {
    #![proptest_config(crate::invariants::config(200))]

    /// Lists count what is due soon by a stored moment; pages reckon it anew. Both must say the same.
    #[test]
    fn the_moment_it_becomes_soon_is_the_moment_it_is_soon(start in 0i64..600, days in 1u16..40, hours in 0i64..1500, kind in 0u8..3) {
        let start = at("2025-01-01T03:00:00Z") + time::Duration::hours(start * 24 + hours % 24);
        let length = match kind { 0 => Length::Hours(days), 1 => Length::WorkingDays(days), _ => Length::Days(days) };
        let due = deadline::due(&BOOK, Clock::Handling, start, length);
        let soon_from = deadline::soon_from(&due, &BOOK);
        let now = start + time::Duration::hours(hours);
        let soon = now <= due.at && now >= soon_from;
        prop_assert_eq!(deadline::due_timeliness(&due, &BOOK, now) == Timeliness::DueSoon, soon, "{:?} at {}", due, now);
    }

    /// Who follows the steps of the explanation with a pencil comes to the due date, whatever happened to it.
    #[test]
    fn the_steps_of_the_explanation_add_up_to_the_due_date(
        start in 0i64..900, minute in 0i64..1440, days in 0u16..70, kind in 0u8..4,
        moves in proptest::collection::vec((proptest::bool::ANY, 1i64..2_000_000), 0..5),
    ) {
        let start = at("2024-12-20T00:00:00Z") + time::Duration::minutes(start * 1440 + minute);
        let length = match kind {
            0 => Length::Hours(days),
            1 => Length::WorkingDays(days),
            2 => Length::Days(days),
            _ => Length::Until(start + time::Duration::days(i64::from(days))),
        };
        let first = deadline::due(&BOOK, Clock::Handling, start, length);
        prop_assert_eq!(deadline::replayed(&first), first.at, "{:?}", first);
        let moved = moves.into_iter().fold(first, |due, (paused, n)| {
            if paused {
                deadline::after_pause(&BOOK, &due, time::Duration::seconds(n))
            } else {
                deadline::extended(&BOOK, &due, u16::try_from(n % 30 + 1).unwrap())
            }
        });
        prop_assert_eq!(deadline::replayed(&moved), moved.at, "{:?}", moved);
        let paused: i64 = moved.moves.iter().map(|one| match one.why { MoveReason::Paused { seconds } => seconds, MoveReason::Extended { .. } => 0 }).sum();
        let granted: u16 = moved.moves.iter().map(|one| match one.why { MoveReason::Extended { days } => days, MoveReason::Paused { .. } => 0 }).sum();
        prop_assert_eq!((paused, granted), (moved.paused_s, moved.extended_days));
        prop_assert!(moved.moves.windows(2).all(|pair| pair[0].at <= pair[1].at));
        let ends_with_a_day = moved.extended_days > 0 || matches!(length, Length::WorkingDays(_) | Length::Days(_));
        prop_assert!(!ends_with_a_day || days == 0 || (BOOK.calendar.works(moved.at.day()) && moved.at == huiyin_domain::moment::Moment::end_of(moved.at.day())));
        let steps = deadline::reckoning(&moved);
        prop_assert_eq!(steps.first(), Some(&deadline::Reckoned::Start(moved.start)));
        prop_assert_eq!(steps.last(), Some(&deadline::Reckoned::End(moved.at, BOOK.version)));
        let told = steps.iter().filter(|step| matches!(step, deadline::Reckoned::Moved(_))).count();
        prop_assert_eq!(told, moved.moves.len());
    }
}
