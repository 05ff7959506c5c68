//! Two people act at once.

use crate::bench::{Bench, COORDINATOR, DISPATCHER, PATROLLER2, TOWN_HANDLER};
use huiyin_domain::{
    case::{self, Ask, VerbClass, VerbName, conflict},
    ids::PersonId,
};

fn theirs(bench: &Bench, id: huiyin_domain::ids::CaseId, base: u64, by: PersonId, verb: VerbName) -> Option<VerbName> {
    conflict(bench.case(id), base, Some(by), &bench.sample(verb)).map(|touch| touch.verb)
}

#[test]
fn an_exclusive_ask_never_steps_over_somebody_elses() {
    let mut bench = Bench::new();
    let id = bench.filed();
    let base = bench.seq;
    bench.good(COORDINATOR, id, VerbName::Accept);
    assert_eq!(theirs(&bench, id, base, DISPATCHER, VerbName::Accept), Some(VerbName::Accept));
    assert_eq!(theirs(&bench, id, bench.seq, DISPATCHER, VerbName::Dispatch), None, "seen is no conflict");
}

#[test]
fn own_earlier_commands_and_additive_ones_never_conflict() {
    let mut bench = Bench::new();
    let id = bench.dispatched();
    let base = bench.seq;
    bench.good(TOWN_HANDLER, id, VerbName::SignFor);
    bench.good(TOWN_HANDLER, id, VerbName::Verify);
    assert_eq!(theirs(&bench, id, base, TOWN_HANDLER, VerbName::ReportRectified), None);
    assert_eq!(theirs(&bench, id, base, COORDINATOR, VerbName::Note), None);
    assert_eq!(theirs(&bench, id, base, COORDINATOR, VerbName::SignFor), None);
    assert_eq!(theirs(&bench, id, base, COORDINATOR, VerbName::OrderRectification), Some(VerbName::Verify));
    bench.good(COORDINATOR, id, VerbName::Note);
    assert_eq!(theirs(&bench, id, bench.seq - 1, TOWN_HANDLER, VerbName::ReportRectified), None, "a note disturbs nobody");
}

#[test]
fn publication_and_handling_do_not_disturb_each_other_but_closing_reads_both() {
    let mut bench = Bench::new();
    let id = bench.verified();
    let base = bench.seq;
    bench.good(COORDINATOR, id, VerbName::DecidePublication);
    assert_eq!(theirs(&bench, id, base, TOWN_HANDLER, VerbName::ReportRectified), None);
    assert_eq!(theirs(&bench, id, base, DISPATCHER, VerbName::Withhold), Some(VerbName::DecidePublication));
    assert_eq!(theirs(&bench, id, base, DISPATCHER, VerbName::Close), Some(VerbName::DecidePublication));
}

#[test]
fn supervision_disturbs_nobody() {
    let mut bench = Bench::new();
    let id = bench.verified();
    let base = bench.seq;
    bench.good(DISPATCHER, id, VerbName::Supervise);
    assert_eq!(theirs(&bench, id, base, TOWN_HANDLER, VerbName::ReportRectified), None);
}

#[test]
fn a_second_recheck_reaches_the_rules_instead_of_a_conflict() {
    let mut bench = Bench::new();
    let id = bench.reported_done();
    bench.good(COORDINATOR, id, VerbName::AssignRecheck);
    let base = bench.seq;
    bench.ok(COORDINATOR, id, Ask::AssignRecheck(case::AssignRecheck { rechecker: crate::bench::HANDLER }));
    assert_eq!(theirs(&bench, id, base, PATROLLER2, VerbName::Recheck), Some(VerbName::AssignRecheck));
    bench.good(crate::bench::HANDLER, id, VerbName::Recheck);
    assert_eq!(theirs(&bench, id, base, PATROLLER2, VerbName::Recheck), None);
}

#[test]
fn every_verb_has_the_class_of_its_row() {
    for verb in VerbName::ALL {
        assert_eq!(verb.transition().verb, verb, "the rows stand in the order of the verbs");
    }
    assert_eq!(VerbName::SignFor.class(), VerbClass::Monotonic);
    assert_eq!(VerbName::RequestReopen.class(), VerbClass::Additive);
    assert_eq!(VerbName::Close.class(), VerbClass::Exclusive);
}
