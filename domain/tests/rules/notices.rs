//! Who is told what, and when nobody is disturbed.

use crate::{
    bench::{
        self, ADMIN, BOOK, Bench, COORDINATOR, DISPATCHER, DISPATCHER2, HANDLER, LEADER, LIAISON, MANY_HATS, PATROLLER, PATROLLER2,
        REVIEWER, TOWN_HANDLER, at, card, person,
    },
    invariants::{Step, config, take},
    samples::{self, words},
};
use huiyin_domain::{
    case::{self, Ask, Case, Clock, Event, State, VerbName, deadline::clockwork, may_see},
    ids::{CaseId, PersonId},
    moment::Moment,
    notice::{Happened, Kind, Notice, next_working, notices, rulebook_awaits, sent_from, shown_from},
    people::PersonCard,
};
use proptest::{collection::vec, prop_assert, prop_assert_eq, proptest};
use std::collections::{BTreeMap, BTreeSet};

/// Everybody but the one who holds every role: that one would be told everything.
fn people() -> Vec<PersonCard> {
    (1..=bench::EVERYBODY).map(person).filter(|id| *id != MANY_HATS).filter_map(card).collect()
}

fn told_of(before: Option<&Case>, after: &Case, by: Option<PersonId>, events: &[Event]) -> Vec<Notice> {
    let people = people();
    notices(&Happened { before, after, by, events }, people.iter(), &BOOK)
}

impl Bench {
    /// Does it, and says who is told what.
    #[track_caller]
    fn tells(&mut self, by: PersonId, id: CaseId, ask: Ask) -> Vec<(PersonId, Kind)> {
        let before = self.cases.get(&id).cloned();
        let events = self.ok(by, id, ask);
        pairs(told_of(before.as_ref(), self.case(id), Some(by), &events))
    }

    #[track_caller]
    fn tells_good(&mut self, by: PersonId, id: CaseId, verb: VerbName) -> Vec<(PersonId, Kind)> {
        let ask = self.sample(verb);
        self.tells(by, id, ask)
    }

    /// The clock looks.
    fn looks(&mut self, id: CaseId) -> Vec<Notice> {
        let before = self.case(id).clone();
        let events = clockwork(&before, &BOOK, self.now);
        let command = self.command(Some(id), &Ask::Tick);
        let entry = case::Entry { seq: self.seq + 1, command: command.id, case: id, by: None, at: self.now, made_at: self.now };
        if !events.is_empty() {
            let after = case::fold(Some(before.clone()), &entry, &events).unwrap();
            self.cases.insert(id, after);
        }
        told_of(Some(&before), self.case(id), None, &events)
    }
}

fn pairs(notices: Vec<Notice>) -> Vec<(PersonId, Kind)> {
    notices.into_iter().map(|notice| (notice.person, notice.about.kind)).collect()
}

#[test]
fn a_draft_of_the_rulebook_waits_for_whoever_may_be_its_second_person() {
    let told = |authors: &[PersonId]| pairs(rulebook_awaits(&authors.iter().copied().collect::<BTreeSet<_>>(), people().iter()));
    let waits = |id: PersonId| (id, Kind::RulebookAwaits);
    assert_eq!(told(&[DISPATCHER]), [waits(DISPATCHER2), waits(ADMIN)]);
    assert_eq!(told(&[ADMIN, DISPATCHER2]), [waits(DISPATCHER)]);
    assert_eq!(told(&[ADMIN, DISPATCHER, DISPATCHER2]), [], "whoever wrote in it is not asked to confirm it");
}

#[test]
fn each_step_tells_whoever_is_next_and_nobody_of_what_they_did() {
    let mut bench = Bench::new();
    let id = bench.filed();
    let steps: [(_, _, &[(PersonId, Kind)]); 12] = [
        (COORDINATOR, VerbName::Accept, &[]),
        (COORDINATOR, VerbName::Dispatch, &[(TOWN_HANDLER, Kind::Assigned)]),
        (TOWN_HANDLER, VerbName::SignFor, &[]),
        (TOWN_HANDLER, VerbName::Verify, &[]),
        (TOWN_HANDLER, VerbName::AskExtension, &[(DISPATCHER, Kind::ExtensionAsked), (DISPATCHER2, Kind::ExtensionAsked)]),
        (COORDINATOR, VerbName::OrderRectification, &[]),
        (TOWN_HANDLER, VerbName::ReportRectified, &[(COORDINATOR, Kind::RecheckToAssign)]),
        (COORDINATOR, VerbName::AssignRecheck, &[(PATROLLER2, Kind::RecheckAssigned)]),
        (PATROLLER2, VerbName::Recheck, &[(COORDINATOR, Kind::ApprovalAwaits), (COORDINATOR, Kind::ReplyDue)]),
        (COORDINATOR, VerbName::Reply, &[(PATROLLER, Kind::Replied)]),
        (COORDINATOR, VerbName::DecidePublication, &[]),
        (COORDINATOR, VerbName::Close, &[]),
    ];
    for (by, verb, expected) in steps {
        let mut told = bench.tells_good(by, id, verb);
        told.sort();
        let mut expected = expected.to_vec();
        expected.sort();
        assert_eq!(told, expected, "after {verb:?}");
    }
    let record = bench.record(id);
    assert_eq!(bench.tells(COORDINATOR, id, Ask::Redact(case::Redact { record })), [(REVIEWER, Kind::ReviewAwaits)]);
    let before = bench.case(id).clone();
    let events = bench.reporter(id, &Ask::RequestReopen(words("垃圾又堆起来了")));
    let told = pairs(told_of(Some(&before), bench.case(id), None, &events));
    assert_eq!(told, [(DISPATCHER, Kind::ReopenAsked), (DISPATCHER2, Kind::ReopenAsked)]);
    assert_eq!(bench.tells_good(DISPATCHER, id, VerbName::Reopen), [(TOWN_HANDLER, Kind::Reopened)]);
    assert_eq!(bench.tells(TOWN_HANDLER, id, Ask::Return(words("不是本单位的事"))), [(DISPATCHER, Kind::Returned)]);
}

#[test]
fn what_comes_back_is_told_to_who_worked_on_it() {
    let mut bench = Bench::new();
    let id = bench.rechecked();
    assert_eq!(bench.tells_good(COORDINATOR, id, VerbName::SendBack), [(TOWN_HANDLER, Kind::SentBack)]);
    let before = bench.case(id).clone();
    let asked = bench.ok(TOWN_HANDLER, id, Ask::AskReporter(words("请说明具体位置")));
    assert_eq!(told_of(Some(&before), bench.case(id), Some(TOWN_HANDLER), &asked), []);
    let before = bench.case(id).clone();
    let answered = bench.reporter(id, &Ask::Answer(words("在桥的东边")));
    assert_eq!(pairs(told_of(Some(&before), bench.case(id), None, &answered)), [(TOWN_HANDLER, Kind::ReporterAnswered)]);
    let before = bench.case(id).clone();
    let poor = bench.reporter(id, &Ask::Rate(case::Rate { satisfied: false, words: String::new() }));
    assert_eq!(pairs(told_of(Some(&before), bench.case(id), None, &poor)), [(COORDINATOR, Kind::NotSatisfied)]);
    let before = bench.case(id).clone();
    let fine = bench.reporter(id, &Ask::Rate(case::Rate { satisfied: true, words: String::new() }));
    assert_eq!(told_of(Some(&before), bench.case(id), None, &fine), []);
}

#[test]
fn an_emergency_is_told_at_once_and_a_second_person_is_asked() {
    let mut bench = Bench::new();
    let ask = Ask::Submit(samples::submit("C15", bench.now));
    let command = bench.command(None, &ask);
    let events = bench.send(&bench::staff(PATROLLER), &command).unwrap();
    let id = command.case;
    let told = pairs(told_of(None, bench.case(id), Some(PATROLLER), &events));
    assert_eq!(told, [(COORDINATOR, Kind::Emergency), (DISPATCHER, Kind::Emergency), (DISPATCHER2, Kind::Emergency)]);
    let awaiting = bench.tells(DISPATCHER, id, Ask::Void(words("重复登记，作废处理")));
    assert_eq!(awaiting, [(DISPATCHER2, Kind::ConfirmationAwaits)]);
}

#[test]
fn helpers_are_told_by_their_liaison() {
    let mut bench = Bench::new();
    let id = bench.accepted();
    let co = case::AddCoUnit { unit: bench::unit("ecology"), task: "协助取样检测".to_owned() };
    let mut told = bench.tells(DISPATCHER, id, Ask::AddCoUnit(co));
    told.sort();
    assert_eq!(told, [(LIAISON, Kind::CoUnitTask)]);
    assert!(!told.contains(&(HANDLER, Kind::CoUnitTask)));
}

/// Who was told of which line of which clock, with which due date and level.
type Crossing = (PersonId, Kind, Option<Clock>, Option<Moment>, Option<u8>);

#[test]
fn every_crossing_is_told_once_to_whoever_has_the_duty() {
    let mut bench = Bench::new();
    let id = bench.signed();
    let mut seen: BTreeMap<Crossing, u32> = BTreeMap::new();
    for _ in 0..120 {
        bench.hours(6);
        for notice in bench.looks(id) {
            let about = notice.about;
            assert_eq!(about.due_at.is_none(), about.kind == Kind::Supervised && bench.case(id).dues.is_empty(), "{about:?}");
            *seen.entry((notice.person, about.kind, about.clock, about.due_at, about.level)).or_default() += 1;
        }
    }
    assert!(seen.values().all(|times| *times == 1), "{seen:?}");
    let has = |who, kind, clock| seen.keys().any(|key| key.0 == who && key.1 == kind && (clock == key.2 || kind == Kind::Supervised));
    for clock in [Some(Clock::OnSite), Some(Clock::Handling)] {
        assert!(has(TOWN_HANDLER, Kind::DueSoon, clock) && has(TOWN_HANDLER, Kind::Overdue, clock), "{clock:?}");
        assert!(has(COORDINATOR, Kind::Overdue, clock) && !has(COORDINATOR, Kind::DueSoon, clock), "{clock:?}");
    }
    for level in 1..=3 {
        assert!(seen.keys().any(|key| key.0 == TOWN_HANDLER && key.4 == Some(level)), "level {level}");
        assert_eq!(seen.keys().any(|key| key.0 == LEADER && key.4 == Some(level)), level > 1, "leaders hear from level 2 on");
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn whoever_is_told_may_see_the_case_did_not_do_it_and_is_told_once(steps in vec((0u8..=255, 0u8..=255, 0u32..u32::MAX), 1..60)) {
        let everybody: Vec<PersonCard> = (1..=bench::EVERYBODY).map(person).filter_map(card).collect();
        let mut bench = Bench::new();
        for step in steps {
            let (before, known) = (bench.cases.clone(), bench.history.len());
            let step: Step = step;
            take(&mut bench, step);
            for (id, _, events) in &bench.history[known..] {
                let after = bench.case(*id);
                let happened = Happened { before: before.get(id), after, by: None, events };
                let told = notices(&happened, everybody.iter(), &BOOK);
                let mut once: Vec<_> = told.iter().map(|notice| (notice.person, notice.about.kind)).collect();
                once.dedup();
                prop_assert_eq!(once.len(), told.len());
                for notice in &told {
                    let card = card(notice.person).unwrap();
                    prop_assert!(may_see(after, &card, &BOOK), "{notice:?}");
                    prop_assert_eq!(&notice.about.number, &after.number);
                    let by = notices(&Happened { by: Some(notice.person), ..happened }, everybody.iter(), &BOOK);
                    let others: Vec<Notice> = told.iter().filter(|other| other.person != notice.person).cloned().collect();
                    prop_assert_eq!(by, others);
                }
                // Nothing waits for approval without anybody knowing.
                if events.iter().any(|event| matches!(event, Event::Moved { to: State::AwaitingApproval, .. })) {
                    prop_assert!(told.iter().any(|notice| notice.about.kind == Kind::ApprovalAwaits), "{events:?}");
                }
            }
        }
    }

    #[test]
    fn nobody_is_disturbed_outside_working_hours(minutes in 0i64..60 * 24 * 400) {
        let now = at("2025-10-01T00:00:00Z") + time::Duration::minutes(minutes);
        let next = next_working(&BOOK, now);
        prop_assert!(next >= now && next - now < time::Duration::days(12));
        prop_assert!(BOOK.calendar.works(next.day()));
        let hour = u16::from(next.in_shanghai().hour());
        prop_assert!((BOOK.numbers.work_from_h..BOOK.numbers.work_to_h).contains(&hour), "{next}");
        prop_assert_eq!(next_working(&BOOK, next), next);
        // Earlier would not have been working time.
        if next > now {
            let before = next - time::Duration::minutes(1);
            prop_assert!(before < now || next_working(&BOOK, before) == next);
        }
        for kind in Kind::ALL {
            prop_assert_eq!(shown_from(kind, now, &BOOK), if kind == Kind::DueSoon { next } else { now });
        }
        prop_assert_eq!(sent_from(now, &BOOK), next);
    }
}

#[test]
fn working_hours_follow_the_countys_calendar() {
    for (now, next) in [
        ("2026-09-30T09:59:00Z", "2026-09-30T09:59:00Z"),
        // National Day rests for a week; the tenth is worked for it.
        ("2026-09-30T10:00:00Z", "2026-10-08T00:00:00Z"),
        ("2026-10-09T10:00:00Z", "2026-10-10T00:00:00Z"),
        ("2026-11-22T23:59:00Z", "2026-11-23T00:00:00Z"),
    ] {
        assert_eq!(next_working(&BOOK, at(now)), at(next), "{now}");
    }
}
