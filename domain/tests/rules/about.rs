//! A complaint about a unit is invisible to that unit: nobody of it sees it, does it, or is told of it.

use crate::{
    bench::{
        self, BOOK, Bench, COORDINATOR, DISPATCHER, HANDLER, LEADER, LIAISON, MANY_HATS, PATROLLER, PATROLLER2, STRANGER, TOWN,
        TOWN_HANDLER, TOWN_UNIT, card, code, codes, person, staff, unit,
    },
    samples::{self, words},
};
use huiyin_domain::{
    case::{
        self, Ask, Case, Clock, CoUnitOutcome, Event, State, VerbName, belongs_to, is_kept_from, may_see, offers,
        permission::{Sight, covers, may_take_file, may_unmask, permits, sight},
        units_of,
    },
    ids::{CaseId, PersonId},
    notice::{Happened, notices},
    people::{Grant, PersonCard, Role, Scope},
    sync::message::Why,
};

fn about(of: Option<&str>) -> Ask {
    Ask::AboutUnit(case::AboutUnit { unit: of.map(unit), words: "反映的是这个单位不作为".to_owned() })
}

/// What must hold of every case at every moment.
pub(crate) fn is_kept(case: &Case) {
    let Some(about) = &case.about_unit else { return };
    let works = matches!(
        case.state,
        State::Dispatched | State::InProgress | State::Rectifying | State::AwaitingRecheck | State::AwaitingApproval | State::StageClosed
    );
    assert!(!works || case.lead_unit.as_ref() != Some(about), "the unit that it is about leads it");
    for id in (1..=bench::EVERYBODY).map(person) {
        let card = card(id).unwrap();
        if !belongs_to(&card, about, &BOOK) {
            continue;
        }
        assert_eq!(sight(case, &card, &BOOK), Sight::Nothing, "{:?} sees it", card.name);
        assert!(!works || (case.handler != Some(id) && case.rechecker != Some(id)), "{:?} works on it", card.name);
        for row in case::lifecycle::TRANSITIONS {
            let told = row.who.contains(&case::lifecycle::Who::Reporter);
            assert!(told || !permits(case, &staff(id), row.verb, &BOOK), "{:?} may {:?}", card.name, row.verb);
        }
        let phone = case.clone().reaching(&card, &BOOK);
        assert_eq!(phone.is_some(), case::permission::is_reporter(case, id));
        assert!(phone.is_none_or(|case| case.for_phone(id).why(id) == [Why::Reported]));
    }
}

fn sees(bench: &Bench, id: CaseId, who: PersonId) -> bool {
    may_see(bench.case(id), &card(who).unwrap(), &BOOK)
}

#[test]
fn who_belongs_to_a_unit() {
    let of = |who| units_of(&card(who).unwrap(), &BOOK).into_iter().map(|unit| unit.0).collect::<Vec<_>>();
    assert_eq!(of(HANDLER), ["ecology"]);
    assert_eq!(of(COORDINATOR), [TOWN_UNIT]);
    assert_eq!(of(DISPATCHER), ["office"], "the county is no township");
    // By a role in it, and by governing its township, whoever pays them.
    let grants = vec![
        Grant { role: Role::Leader, scope: Scope::Unit(unit("water")) },
        Grant { role: Role::Coordinator, scope: Scope::Division(code(TOWN)) },
        Grant { role: Role::Patroller, scope: Scope::Grid(vec![code("359921100")]) },
        Grant { role: Role::Patroller, scope: Scope::Division(code("359921200")) },
    ];
    let lent = PersonCard { grants, ..card(HANDLER).unwrap() };
    let of_lent: Vec<_> = units_of(&lent, &BOOK).into_iter().map(|unit| unit.0).collect();
    assert_eq!(of_lent, ["ecology", TOWN_UNIT, "water"]);
}

#[test]
fn nobody_of_the_unit_sees_what_is_about_it() {
    let mut bench = Bench::new();
    let id = bench.closed();
    for who in [PATROLLER2, TOWN_HANDLER, COORDINATOR, MANY_HATS, DISPATCHER, LEADER] {
        assert!(sees(&bench, id, who));
    }
    bench.ok(DISPATCHER, id, about(Some(TOWN_UNIT)));
    for who in [PATROLLER, PATROLLER2, TOWN_HANDLER, COORDINATOR, MANY_HATS] {
        let card = card(who).unwrap();
        assert!(!sees(&bench, id, who), "{who:?}");
        assert!(is_kept_from(bench.case(id), &card, &BOOK));
        assert!(Role::ALL.iter().all(|&role| !covers(bench.case(id), &card, role, &BOOK)));
        assert!(!may_unmask(bench.case(id), &card, &BOOK) && !may_take_file(bench.case(id), &card, &BOOK));
        let note = Ask::Note(words("我来看看"));
        assert_eq!(bench.no(who, id, &note), ["no_such_case@case"], "{who:?}");
    }
    for who in [DISPATCHER, LEADER] {
        assert!(sees(&bench, id, who), "{who:?}");
    }
    // What is over stays as it was: who did it is no secret from those who may see it.
    assert_eq!((bench.state(id), bench.case(id).handler), (State::Closed, Some(TOWN_HANDLER)));
    // Whoever told of it goes on answering and rating, and nothing else.
    let offered =
        |who| bench.world(|world| offers(bench.case(id), &staff(who), world).into_iter().map(|offer| offer.verb).collect::<Vec<_>>());
    assert_eq!(offered(PATROLLER), [VerbName::RequestReopen, VerbName::AddEvidence, VerbName::Rate]);
    assert_eq!(offered(COORDINATOR), []);
    bench.ok(DISPATCHER, id, about(None));
    assert!(sees(&bench, id, COORDINATOR));
}

#[test]
fn it_may_be_said_when_it_is_filed() {
    let mut bench = Bench::new();
    let told = |of: &str, bench: &Bench| Ask::Submit(case::Submit { about_unit: Some(unit(of)), ..samples::submit("C05", bench.now) });
    let ask = told("ecology", &bench);
    let id = bench.open(COORDINATOR, ask);
    assert_eq!(bench.case(id).about_unit, Some(unit("ecology")));
    assert!(!sees(&bench, id, LIAISON), "the rule would have led it to this very unit");
    assert!(sees(&bench, id, COORDINATOR));
    let ask = told("moon", &bench);
    assert_eq!(bench.no_open(COORDINATOR, &ask), ["unknown_unit@about_unit"]);
    let ask = told("office", &bench);
    assert_eq!(bench.no_open(DISPATCHER, &ask), ["about_their_unit@about_unit"]);
    let own = case::Submit { about_unit: Some(unit(TOWN_UNIT)), ..samples::solved("C06", bench.now) };
    assert_eq!(bench.no_open(PATROLLER, &Ask::Submit(own)), ["about_their_unit@about_unit"]);
}

#[test]
fn it_is_taken_out_of_the_units_hands() {
    let mut bench = Bench::new();
    // What its people have found and reported done counts no more than what they have still to do.
    let done = bench.rechecked();
    bench.ok(DISPATCHER, done, about(Some(TOWN_UNIT)));
    let case = bench.case(done);
    assert_eq!((case.state, case.finding, case.result, &case.order), (State::Accepted, None, None, &None));
    assert!(case.rechecks[0].passed && !case.dues.iter().any(|due| due.clock == Clock::Recheck));
    let id = bench.verified();
    let events = bench.ok(COORDINATOR, id, about(Some(TOWN_UNIT)));
    assert!(events.contains(&Event::TakenAway { people: vec![TOWN_HANDLER], lead: true }));
    let case = bench.case(id);
    assert_eq!((case.state, case.handler, &case.lead_unit), (State::Accepted, None, &None));
    assert!(case.dues.iter().any(|due| due.clock == Clock::Dispatch) && !case.dues.iter().any(|due| due.clock == Clock::OnSite));
    assert_eq!(case.handlers, [TOWN_HANDLER], "that they had it stays in its history");
    // To another unit without a word of reason: the rule's own is the one that it is about.
    let to = |unit, handler| Ask::Dispatch(samples::dispatch(unit, handler));
    assert_eq!(bench.no(DISPATCHER, id, &to(TOWN_UNIT, TOWN_HANDLER)), ["about_their_unit@handler", "about_their_unit@lead_unit"]);
    bench.ok(DISPATCHER, id, to("ecology", HANDLER));
    assert_eq!(bench.state(id), State::Dispatched);
}

#[test]
fn what_rests_in_its_hands_wakes_up_to_be_assigned_anew() {
    let mut bench = Bench::new();
    let id = bench.verified();
    bench.good(DISPATCHER, id, VerbName::Suspend);
    bench.ok(DISPATCHER, id, about(Some(TOWN_UNIT)));
    assert_eq!((bench.state(id), bench.case(id).resume_to), (State::Suspended, Some(State::Accepted)));
    bench.good(DISPATCHER, id, VerbName::Resume);
    assert_eq!(bench.state(id), State::Accepted);
}

#[test]
fn its_people_neither_recheck_nor_help_nor_accept_it_as_done() {
    let mut bench = Bench::new();
    let id = bench.accepted();
    bench.ok(DISPATCHER, id, about(Some("water")));
    let help = case::AddCoUnit { unit: unit("water"), task: "协助".to_owned() };
    assert_eq!(bench.no(DISPATCHER, id, &Ask::AddCoUnit(help.clone())), ["about_their_unit@unit"]);
    let with_help = case::Dispatch { co_units: vec![help], ..samples::dispatch(TOWN_UNIT, TOWN_HANDLER) };
    assert_eq!(bench.no(DISPATCHER, id, &Ask::Dispatch(with_help)), ["about_their_unit@co_units.0.unit"]);
    for verb in [VerbName::Dispatch, VerbName::SignFor, VerbName::Verify] {
        let by = if verb == VerbName::Dispatch { DISPATCHER } else { TOWN_HANDLER };
        bench.good(by, id, verb);
    }
    let Ask::OrderRectification(order) = bench.sample(VerbName::OrderRectification) else { unreachable!() };
    let order = Ask::OrderRectification(case::OrderRectification { acceptance_unit: unit("water"), ..order });
    assert_eq!(bench.no(COORDINATOR, id, &order), ["about_their_unit@acceptance_unit"]);

    let id = bench.accepted();
    let dispatch = case::Dispatch { words: Some("需要采样".to_owned()), ..samples::dispatch("ecology", HANDLER) };
    bench.ok(COORDINATOR, id, Ask::Dispatch(dispatch));
    bench.ok(HANDLER, id, Ask::SignFor(case::SignFor { handler: HANDLER }));
    for verb in [VerbName::Verify, VerbName::OrderRectification, VerbName::ReportRectified] {
        bench.good(HANDLER, id, verb);
    }
    bench.good(COORDINATOR, id, VerbName::AssignRecheck);
    bench.ok(DISPATCHER, id, about(Some(TOWN_UNIT)));
    assert_eq!((bench.state(id), bench.case(id).rechecker), (State::AwaitingRecheck, None));
    // Not even as a record beside another's.
    let late = bench.sample(VerbName::Recheck);
    assert_eq!(bench.no(PATROLLER2, id, &late), ["no_such_case@case"]);
    let assign = |rechecker| Ask::AssignRecheck(case::AssignRecheck { rechecker });
    assert_eq!(bench.no(DISPATCHER, id, &assign(PATROLLER2)), ["about_their_unit@rechecker"]);
    bench.ok(DISPATCHER, id, assign(STRANGER));
    let two = case::Recheck { second_officer: Some(PATROLLER), ..samples::recheck(true, bench.now) };
    assert_eq!(bench.no(STRANGER, id, &Ask::Recheck(two)), ["about_their_unit@second_officer"]);
}

#[test]
fn a_helper_that_it_is_about_is_let_off() {
    let mut bench = Bench::new();
    let id = bench.verified();
    bench.good(DISPATCHER, id, VerbName::AddCoUnit);
    bench.ok(DISPATCHER, id, about(Some("ecology")));
    assert_eq!(bench.case(id).co_units[0].outcome, Some(CoUnitOutcome::Released));
    assert_eq!((bench.state(id), bench.case(id).handler), (State::InProgress, Some(TOWN_HANDLER)), "the others go on");
}

#[test]
fn who_may_say_what_it_is_about() {
    let mut bench = Bench::new();
    let id = bench.accepted();
    assert_eq!(bench.no(PATROLLER, id, &about(Some("water"))), ["not_allowed"]);
    assert_eq!(bench.no(COORDINATOR, id, &about(Some("moon"))), ["unknown_unit@unit"]);
    assert_eq!(bench.no(COORDINATOR, id, &about(None)), ["nothing_waiting@unit"]);
    assert_eq!(bench.no(DISPATCHER, id, &about(Some("office"))), ["about_their_unit@unit"], "somebody in the county must see it");
    bench.ok(COORDINATOR, id, about(Some("water")));
    assert_eq!(bench.no(COORDINATOR, id, &about(None)), ["not_allowed@unit"], "what was hidden is shown by the county alone");
    bench.ok(DISPATCHER, id, about(Some("ecology")));
    assert_eq!(bench.case(id).about_unit, Some(unit("ecology")));
}

#[test]
fn merging_shows_no_report_to_the_unit_that_it_is_about() {
    let mut bench = Bench::new();
    let (master, id) = (bench.accepted(), bench.accepted());
    bench.ok(DISPATCHER, id, about(Some("ecology")));
    let merge = Ask::Merge(case::Merge { master, words: "同一处".to_owned() });
    assert_eq!(bench.no(DISPATCHER, id, &merge), ["about_another_unit@master"]);
    bench.ok(DISPATCHER, master, about(Some("ecology")));
    bench.ok(DISPATCHER, id, merge);
}

#[test]
fn its_people_are_told_nothing() {
    let mut bench = Bench::new();
    let told = Ask::Submit(case::Submit { about_unit: Some(unit(TOWN_UNIT)), ..samples::submit("C15", bench.now) });
    let id = bench.open(STRANGER, told);
    let people: Vec<PersonCard> = (1..=bench::EVERYBODY).filter_map(|n| card(person(n))).collect();
    let (_, _, events) = bench.history.last().unwrap();
    let happened = Happened { before: None, after: bench.case(id), by: Some(STRANGER), events };
    let told = notices(&happened, people.iter(), &BOOK);
    assert!(told.iter().any(|notice| notice.person == DISPATCHER), "{told:?}");
    assert!(!told.iter().any(|notice| [COORDINATOR, MANY_HATS].contains(&notice.person)), "{told:?}");
}

/// For the test that every code is reached.
pub(crate) fn refusals() -> Vec<String> {
    let mut bench = Bench::new();
    let (master, id) = (bench.accepted(), bench.accepted());
    bench.ok(DISPATCHER, id, about(Some("ecology")));
    let merge = bench.ask(DISPATCHER, id, &Ask::Merge(case::Merge { master, words: "同一处".to_owned() })).unwrap_err();
    let order = bench.ask(DISPATCHER, id, &Ask::Dispatch(samples::dispatch("ecology", HANDLER))).unwrap_err();
    let plain = |code: String| code.split('@').next().unwrap().to_owned();
    codes(&merge).into_iter().chain(codes(&order)).map(plain).collect()
}
