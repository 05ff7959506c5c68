//! Role × scope: who may, who may see, who may not even know.

use crate::bench::{
    ADMIN, AUDITOR, BOOK, Bench, CONTRACTOR, COORDINATOR, DISPATCHER, HANDLER, LEADER, LIAISON, PATROLLER, PATROLLER2, REVIEWER, STRANGER,
    TOWN_HANDLER, card, staff,
};
use huiyin_domain::case::{
    self, Ask, State, VerbName, may_see, offers,
    permission::{Sight, may_take_file, may_take_originals, may_unmask, permits, sight},
};

#[test]
fn sight_follows_scope() {
    let mut bench = Bench::new();
    let id = bench.closed();
    let see = |who| sight(bench.case(id), &card(who).unwrap(), &BOOK);
    for who in [PATROLLER, PATROLLER2, TOWN_HANDLER, COORDINATOR, DISPATCHER, LEADER] {
        assert_eq!(see(who), Sight::Whole, "{who:?}");
    }
    for who in [STRANGER, HANDLER, LIAISON, CONTRACTOR, ADMIN, AUDITOR, REVIEWER] {
        assert_eq!(see(who), Sight::Nothing, "{who:?}");
    }
    let record = bench.record(id);
    bench.ok(COORDINATOR, id, Ask::Redact(case::Redact { record }));
    assert_eq!(sight(bench.case(id), &card(REVIEWER).unwrap(), &BOOK), Sight::Redacted);
    assert!(may_see(bench.case(id), &card(REVIEWER).unwrap(), &BOOK));
}

#[test]
fn who_may_not_see_it_hears_that_there_is_none() {
    let mut bench = Bench::new();
    let id = bench.filed();
    let ask = bench.sample(VerbName::Accept);
    assert_eq!(bench.no(STRANGER, id, &ask), ["no_such_case@case"]);
    assert_eq!(bench.no(ADMIN, id, &ask), ["no_such_case@case"]);
    assert_eq!(bench.no(PATROLLER, id, &ask), ["not_allowed"]);
    assert_eq!(bench.no(LIAISON, id, &ask), ["no_such_case@case"], "another bureau's matter");
}

#[test]
fn a_case_without_a_place_is_the_countys() {
    let mut bench = Bench::new();
    let mut submit = crate::samples::submit("C06", bench.now);
    submit.report.place = huiyin_domain::report::Whereabouts::Unknown { reason: "电话反映，说不清".to_owned() };
    let id = bench.open(PATROLLER, Ask::Submit(submit));
    assert_eq!(bench.case(id).division, None);
    let ask = bench.sample(VerbName::Accept);
    assert_eq!(bench.no(COORDINATOR, id, &ask), ["no_such_case@case"]);
    bench.ok(DISPATCHER, id, ask);
    bench.good(COORDINATOR, id, VerbName::Dispatch);
}

#[test]
fn risk_decides_who_closes() {
    let mut bench = Bench::new();
    let id = bench.rechecked();
    assert!(permits(bench.case(id), &staff(COORDINATOR), VerbName::Close, &BOOK));
    bench.good(DISPATCHER, id, VerbName::Recategorise);
    assert!(!permits(bench.case(id), &staff(COORDINATOR), VerbName::Close, &BOOK), "from medium on the township is too near");
    assert!(permits(bench.case(id), &staff(DISPATCHER), VerbName::Close, &BOOK));
}

#[test]
fn people_are_offered_only_what_fits() {
    let mut bench = Bench::new();
    let id = bench.dispatched();
    let verbs = |bench: &Bench, who| -> Vec<VerbName> {
        bench.world(|world| offers(bench.case(id), &staff(who), world)).into_iter().map(|offer| offer.verb).collect()
    };
    assert_eq!(
        verbs(&bench, TOWN_HANDLER),
        [VerbName::SignFor, VerbName::Return, VerbName::AskExtension, VerbName::Note, VerbName::AddEvidence]
    );
    assert_eq!(verbs(&bench, STRANGER), []);
    assert!(!verbs(&bench, DISPATCHER).contains(&VerbName::Confirm));
    bench.good(TOWN_HANDLER, id, VerbName::SignFor);
    let report = bench.world(|world| offers(bench.case(id), &staff(TOWN_HANDLER), world));
    let report = report.iter().find(|offer| offer.verb == VerbName::ReportRectified).unwrap();
    assert_eq!(report.unmet.len(), 1, "it waits for the verification");
    assert_eq!(bench.state(id), State::InProgress);
}

#[test]
fn only_who_answers_reporters_may_lift_their_mask() {
    let mut bench = Bench::new();
    let id = bench.closed();
    let may = |who| {
        let (case, card) = (bench.case(id), card(who).unwrap());
        // Whoever answers for the case to its reporters answers for its file too.
        assert_eq!(may_take_file(case, &card, &BOOK), may_unmask(case, &card, &BOOK), "{who:?}");
        assert_eq!(may_take_originals(case, &card, &BOOK), who == DISPATCHER, "{who:?}");
        may_unmask(case, &card, &BOOK)
    };
    for who in [COORDINATOR, DISPATCHER] {
        assert!(may(who), "{who:?}");
    }
    for who in [PATROLLER, PATROLLER2, TOWN_HANDLER, LEADER, STRANGER, HANDLER, LIAISON, CONTRACTOR, ADMIN, AUDITOR, REVIEWER] {
        assert!(!may(who), "{who:?}");
    }
}
