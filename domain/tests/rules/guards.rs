//! Each guard of closing stands by itself: with it met the case closes, without it only its code is named.

use crate::{
    bench::{Bench, COORDINATOR, DISPATCHER, PATROLLER2, TOWN_HANDLER},
    samples,
};
use huiyin_domain::{
    case::{self, Ask, Case, Close, Finding, Publication, ResultCode, agree, closing_unmet, closing_unmet_by},
    ids::PersonId,
    refusal::Refusal,
};

/// A case that may be closed as it stands, by the coordinator.
fn ready() -> (Bench, Case) {
    let mut bench = Bench::new();
    let id = bench.rechecked();
    bench.good(COORDINATOR, id, case::VerbName::Reply);
    bench.good(COORDINATOR, id, case::VerbName::DecidePublication);
    let case = bench.case(id).clone();
    (bench, case)
}

fn unmet(bench: &Bench, case: &Case, by: PersonId, close: &Close) -> Vec<String> {
    let unmet = bench.world(|world| closing_unmet_by(case, Some(by), Some(close), world));
    if unmet.is_empty() { Vec::new() } else { crate::bench::codes(&Refusal { unmet }) }
}

fn with(change: impl FnOnce(&mut Bench, &mut Case, &mut Close)) -> Vec<String> {
    let (mut bench, mut case) = ready();
    let mut close = samples::close(ResultCode::Rectified);
    assert_eq!(unmet(&bench, &case, COORDINATOR, &close), [""; 0]);
    change(&mut bench, &mut case, &mut close);
    unmet(&bench, &case, COORDINATOR, &close)
}

#[test]
fn g1_finding_and_result_agree() {
    assert_eq!(with(|_, _, close| close.result = ResultCode::Explained), ["finding_and_result_disagree@result"]);
    assert_eq!(with(|_, case, _| case.finding = None), ["not_verified"]);
    for (finding, result, agrees) in [
        (Finding::Substantiated, ResultCode::PunishedAndRectified, true),
        (Finding::Substantiated, ResultCode::Unsubstantiated, false),
        (Finding::Substantiated, ResultCode::PartlyTrueHandled, false),
        (Finding::Partly, ResultCode::PartlyTrueHandled, true),
        (Finding::Unsubstantiated, ResultCode::Unsubstantiated, true),
        (Finding::Unsubstantiated, ResultCode::Rectified, false),
        (Finding::NotApplicable, ResultCode::Explained, true),
        (Finding::NotApplicable, ResultCode::ShutDownOrDemolished, false),
    ] {
        assert_eq!(agree(Some(finding), result), agrees, "{finding:?} {result:?}");
    }
}

#[test]
fn g2_evidence_before_and_after_is_here() {
    assert_eq!(with(|_, case, _| case.reports[0].photos.clear()), [""; 0], "the visit's photo shows it too");
    let nothing_before = |case: &mut Case| {
        case.reports[0].photos.clear();
        case.evidence.retain(|photo| photo.purpose == huiyin_domain::photo::Purpose::After);
    };
    assert_eq!(with(|_, case, _| nothing_before(case)), ["evidence_missing@before"]);
    let nothing_after = |case: &mut Case| {
        case.evidence.clear();
        case.rechecks[0].photos.clear();
    };
    assert_eq!(with(|_, case, _| nothing_after(case)), ["evidence_missing@after"]);
    assert_eq!(with(|bench, _, _| bench.here = false), ["photo_not_arrived@after", "photo_not_arrived@before"]);
    let unfounded = |case: &mut Case, close: &mut Close| {
        case.finding = Some(Finding::Unsubstantiated);
        close.result = ResultCode::Unsubstantiated;
        nothing_before(case);
    };
    assert_eq!(with(|_, case, close| unfounded(case, close)), [""; 0]);
}

#[test]
fn g3_an_independent_recheck_has_passed() {
    assert_eq!(with(|_, case, _| case.rechecks[0].passed = false), ["recheck_missing"]);
    assert_eq!(with(|_, case, _| case.handlers.push(PATROLLER2)), ["recheck_missing"], "whoever once handled it is not independent");
    let no_reason = |case: &mut Case| {
        case.rechecks[0].passed = false;
        case.order = None;
    };
    assert_eq!(with(|_, case, _| no_reason(case)), [""; 0], "low risk without an order asks none");
    for ask in 0..4 {
        let asked = with(|_, case, _| {
            no_reason(case);
            match ask {
                0 => case.risk = huiyin_domain::rulebook::Risk::Medium,
                1 => case.reopened = 1,
                2 => case.recheck_drawn = true,
                _ => case.category = huiyin_domain::rulebook::CategoryCode("C12".to_owned()),
            }
        });
        assert_eq!(asked, ["recheck_missing"]);
    }
    let older = with(|bench, case, _| case.rectified_at = Some(bench.now));
    assert_eq!(older, ["recheck_missing"], "a recheck from before the work was reported done");
}

#[test]
fn g4_closer_handler_and_rechecker_are_three() {
    let (bench, case) = ready();
    let close = samples::close(ResultCode::Rectified);
    for involved in [TOWN_HANDLER, PATROLLER2] {
        assert_eq!(unmet(&bench, &case, involved, &close), ["closer_not_independent"]);
    }
    let mut verified = case.clone();
    verified.verified_by = Some(DISPATCHER);
    assert_eq!(unmet(&bench, &verified, DISPATCHER, &close), ["closer_not_independent"]);
}

#[test]
fn g5_every_reporter_has_an_outcome() {
    let missing = with(|_, case, _| {
        let mut merged = case.reports[0].clone();
        merged.reply = None;
        merged.reporter = case::Reporter::Anonymous;
        case.reports.push(merged);
    });
    assert_eq!(missing, ["reply_missing"]);
}

#[test]
fn g6_units_that_help_are_done_or_let_off() {
    let mut bench = Bench::new();
    let id = bench.rechecked();
    bench.good(DISPATCHER, id, case::VerbName::AddCoUnit);
    bench.good(COORDINATOR, id, case::VerbName::Reply);
    bench.good(COORDINATOR, id, case::VerbName::DecidePublication);
    let ask = Ask::Close(samples::close(ResultCode::Rectified));
    assert_eq!(bench.no(COORDINATOR, id, &ask), ["co_unit_open"]);
    bench.good(crate::bench::LIAISON, id, case::VerbName::CoUnitDone);
    bench.ok(COORDINATOR, id, ask);
}

#[test]
fn g7_what_was_found_has_a_disposal() {
    assert_eq!(with(|_, _, close| close.disposal = None), ["disposal_missing@disposal"]);
    let empty = case::Disposal::NoPenalty { ground: " ".to_owned() };
    assert_eq!(with(|_, _, close| close.disposal = Some(empty)), ["missing@disposal.ground"]);
}

#[test]
fn g8_publication_is_decided() {
    assert_eq!(with(|_, case, _| case.publication = Publication::Undecided), ["publication_undecided"]);
    let withheld = Publication::Withheld { ground: "个人隐私".to_owned() };
    assert_eq!(with(|_, case, _| case.publication = withheld), [""; 0]);
}

#[test]
fn the_desk_shows_what_closing_still_needs() {
    let mut bench = Bench::new();
    let id = bench.verified();
    let unmet = bench.world(|world| closing_unmet(bench.case(id), world));
    assert_eq!(
        crate::bench::codes(&Refusal { unmet }),
        [
            "disposal_missing@disposal",
            "evidence_missing@after",
            "finding_and_result_disagree@result",
            "publication_undecided",
            "reply_missing"
        ]
    );
}
