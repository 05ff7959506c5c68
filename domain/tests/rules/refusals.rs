//! Every refusal can be reached, and names its field.

use crate::{
    bench::{
        Bench, CONTRACTOR, COORDINATOR, DISPATCHER, HANDLER, LIAISON, MANY_HATS, PATROLLER, PATROLLER2, REVIEWER, TOWN_HANDLER, TOWN_UNIT,
        at, code, photo, unit,
    },
    samples::{self, words},
};
use huiyin_domain::{
    case::{self, Ask, Finding, ReplyOutcome, ResultCode, VerbName},
    ids::CaseId,
    photo::Purpose,
    place::Point,
    report::Whereabouts,
    rulebook::CategoryCode,
};
use std::collections::BTreeSet;
use time::Duration;

const SOURCE: &str = include_str!("../../src/refusal.rs");

/// The stable codes as the source declares them.
fn declared() -> BTreeSet<String> {
    crate::docs::variants(SOURCE, "pub enum Code").into_iter().map(|(name, _)| crate::docs::snake(&name)).collect()
}

/// Notes codes as they are met.
#[derive(Default)]
struct Met(BTreeSet<String>);

impl Met {
    #[track_caller]
    fn see(&mut self, codes: Vec<String>, expected: &[&str]) {
        assert_eq!(codes, expected);
        self.0.extend(codes.iter().map(|code| code.split('@').next().unwrap().to_owned()));
    }
}

fn submit(bench: &Bench, change: impl FnOnce(&mut case::Submit)) -> Ask {
    let mut submit = samples::submit("C06", bench.now);
    change(&mut submit);
    Ask::Submit(submit)
}

#[test]
fn every_code_is_reached() {
    let mut met = Met::default();
    reports(&mut met);
    acceptance(&mut met);
    merging(&mut met);
    dispatching(&mut met);
    handling(&mut met);
    rechecking(&mut met);
    closing(&mut met);
    clocks(&mut met);
    replying(&mut met);
    publishing(&mut met);
    met.0.extend(crate::patrols::refusals());
    met.0.extend(crate::about::refusals());
    let missing: Vec<_> = declared().difference(&met.0).cloned().collect();
    assert_eq!(missing, [""; 0], "codes that no rule returns");
}

fn reports(met: &mut Met) {
    let mut bench = Bench::new();
    let far = Point { lat_deg: 31.2, lon_deg: 121.5 };
    let wrong = submit(&bench, |it| {
        it.report.category = CategoryCode("C77".to_owned());
        it.report.words = " 𬭊🙂 ".to_owned();
        it.report.place = Whereabouts::Pointed(Point { lat_deg: 91.0, lon_deg: 118.0 });
        it.report.division = Some(code("359921999"));
        it.photos.iter_mut().for_each(|photo| photo.taken_at = at("2100-01-01T00:00:00Z"));
        it.photos[0].bytes = 0;
        it.photos[1].width_px = 60_000;
    });
    met.see(
        bench.no_open(PATROLLER, &wrong),
        &[
            "impossible_place@report.place",
            "impossible_time@photos.0.taken_at",
            "impossible_time@photos.1.taken_at",
            "number_out_of_range@photos.0.bytes",
            "number_out_of_range@photos.1.width_px",
            "too_short@report.words",
            "unknown_category@report.category",
            "unknown_division@report.division",
        ],
    );
    let empty = submit(&bench, |it| {
        it.report.words = "  ".to_owned();
        it.report.place = Whereabouts::Unknown { reason: String::new() };
        it.photos.clear();
    });
    met.see(bench.no_open(PATROLLER, &empty), &["missing@report.place.reason", "missing@report.words", "photos_missing@photos"]);
    let long = submit(&bench, |it| {
        it.report.words = "字".repeat(10_000);
        it.report.place = Whereabouts::Pointed(far);
        it.photos = (0..10).map(|n| photo(n, Purpose::Before, at("2026-11-02T00:00:00Z"))).collect();
    });
    met.see(bench.no_open(PATROLLER, &long), &["outside_county@report.place", "too_long@photos", "too_long@report.words"]);
    let fits = submit(&bench, |it| it.report.words = "🙂".repeat(5_000));
    bench.open(PATROLLER, fits);
    let old = submit(&bench, |it| it.photos[0].taken_at = at("2019-12-31T23:59:59Z"));
    met.see(bench.no_open(PATROLLER, &old), &["impossible_time@photos.0.taken_at"]);
    let good = bench.sample(VerbName::Submit);
    met.see(bench.no_open(HANDLER, &good), &["not_allowed"]);
    let id = bench.filed();
    met.see(bench.no(PATROLLER, id, &good), &["already_exists@case"]);

    let mut solved = samples::solved("C05", bench.now);
    solved.photos = vec![photo(1, Purpose::Scene, bench.now)];
    solved.solved = Some(case::SolvedOnSpot { done: String::new(), finding: Finding::Unsubstantiated });
    met.see(
        bench.no_open(PATROLLER, &Ask::Submit(solved)),
        &[
            "after_photo_missing@photos",
            "before_photo_missing@photos",
            "finding_and_result_disagree@solved.finding",
            "missing@solved.done",
            "not_on_spot@solved",
        ],
    );
}

#[test]
fn a_clock_that_runs_ahead_is_corrected_before_it_is_judged() {
    let mut bench = Bench::new();
    let good = submit(&bench, |it| it.photos.iter_mut().for_each(|photo| photo.taken_at = photo.taken_at + Duration::days(400)));
    assert_eq!(bench.no_open(PATROLLER, &good).len(), 2);
    bench.ahead = Some(400 * 86_400_000);
    let mut command = bench.command(None, &good);
    command.made_at = command.made_at + Duration::days(400);
    bench.send(&crate::bench::staff(PATROLLER), &command).unwrap();
}

fn acceptance(met: &mut Met) {
    let mut bench = Bench::new();
    let id = bench.filed();
    let nowhere = CaseId(uuid::Uuid::from_u128(5));
    let accept = bench.sample(VerbName::Accept);
    met.see(bench.no(COORDINATOR, nowhere, &accept), &["no_such_case@case"]);
    bench.similar = vec![nowhere];
    let wrong =
        Ask::Accept(case::Accept { category: CategoryCode("C77".to_owned()), division: code("359921999"), not_the_same: Vec::new() });
    met.see(
        bench.no(COORDINATOR, id, &wrong),
        &["similar_not_judged@not_the_same", "unknown_category@category", "unknown_division@division"],
    );
    bench.similar.clear();
    let answer = bench.sample(VerbName::Answer);
    met.see(bench.no(COORDINATOR, id, &answer), &["reporter_only"]);
    met.see(bench.no(PATROLLER, id, &answer), &["nothing_waiting"]);
    bench.good(COORDINATOR, id, VerbName::AskReporter);
    let again = bench.sample(VerbName::AskReporter);
    met.see(bench.no(COORDINATOR, id, &again), &["already_asked"]);
    bench.ok(COORDINATOR, id, accept.clone());
    met.see(bench.no(COORDINATOR, id, &accept), &["wrong_state"]);

    let named = submit(&bench, |it| it.on_behalf = Some(case::OnBehalf::Named));
    let named = bench.open(DISPATCHER, named);
    let void = bench.sample(VerbName::Void);
    met.see(bench.no(DISPATCHER, named, &void), &["named_report"]);
    let own = bench.filed();
    bench.ok(DISPATCHER, own, void);
    met.see(bench.no(DISPATCHER, own, &Ask::Confirm(words(""))), &["same_person"]);
}

fn merging(met: &mut Met) {
    let mut bench = Bench::new();
    let old = bench.closed();
    bench.days(31);
    let id = bench.filed();
    let into = |master| Ask::Merge(case::Merge { master, words: "同一处".to_owned() });
    met.see(bench.no(COORDINATOR, id, &into(old)), &["master_too_old@master"]);
    met.see(bench.no(COORDINATOR, id, &into(id)), &["merge_circle@master"]);
    let master = bench.filed();
    bench.ok(COORDINATOR, id, into(master));
    bench.days(8);
    let undo = bench.sample(VerbName::Unmerge);
    met.see(bench.no(COORDINATOR, id, &undo), &["too_late"]);
}

fn dispatching(met: &mut Met) {
    let mut bench = Bench::new();
    let id = bench.accepted();
    let wrong = case::Dispatch {
        co_units: vec![case::AddCoUnit { unit: unit("moon"), task: " ".to_owned() }],
        ..samples::dispatch("ecology", TOWN_HANDLER)
    };
    met.see(
        bench.no(COORDINATOR, id, &Ask::Dispatch(wrong)),
        &["missing@co_units.0.task", "not_in_unit@handler", "unit_needs_reason@lead_unit", "unknown_unit@co_units.0.unit"],
    );
    let nobody = Ask::Dispatch(samples::dispatch(TOWN_UNIT, LIAISON));
    met.see(bench.no(COORDINATOR, id, &nobody), &["unknown_person@handler"]);
    let reasoned = case::Dispatch { words: Some("需要采样".to_owned()), ..samples::dispatch("ecology", HANDLER) };
    bench.ok(COORDINATOR, id, Ask::Dispatch(reasoned));

    let id = bench.accepted();
    for _ in 0..2 {
        bench.good(COORDINATOR, id, VerbName::Dispatch);
        bench.good(TOWN_HANDLER, id, VerbName::Return);
    }
    bench.good(COORDINATOR, id, VerbName::Dispatch);
    let again = bench.sample(VerbName::Return);
    met.see(bench.no(TOWN_HANDLER, id, &again), &["returned_twice"]);
    bench.good(DISPATCHER, id, VerbName::AddCoUnit);
    let release = Ask::ReleaseCoUnit(case::CoUnitWords { unit: unit("water"), words: "不需要".to_owned() });
    met.see(bench.no(DISPATCHER, id, &release), &["unknown_unit@unit"]);
    let done = bench.sample(VerbName::CoUnitDone);
    met.see(bench.no(CONTRACTOR, id, &done), &["no_such_case@case"]);
}

fn handling(met: &mut Met) {
    let mut bench = Bench::new();
    let id = bench.signed();
    let done = bench.sample(VerbName::ReportRectified);
    met.see(bench.no(TOWN_HANDLER, id, &done), &["not_verified"]);
    let verify = Ask::Verify(case::Verify { photos: Vec::new(), people: String::new(), ..samples::verify(Finding::Partly, bench.now) });
    met.see(bench.no(TOWN_HANDLER, id, &verify), &["missing@people", "photos_missing@photos"]);
    bench.good(TOWN_HANDLER, id, VerbName::Verify);
    let order = bench.sample(VerbName::OrderRectification);
    met.see(bench.no(TOWN_HANDLER, id, &order), &["certificate_needed"]);
    let Ask::OrderRectification(order) = order else { unreachable!() };
    let late = case::OrderRectification {
        due_day: time::macros::date!(2026 - 11 - 01),
        document_number: Some("1号".to_owned()),
        acceptance_unit: unit("moon"),
        ..order
    };
    met.see(
        bench.no(COORDINATOR, id, &Ask::OrderRectification(late)),
        &["certificate_needed@document_number", "day_out_of_range@due_day", "unknown_unit@acceptance_unit"],
    );
    let mut away = samples::rectified(ResultCode::Explained, bench.now);
    let dispatched = bench.case(id).dispatched_at.unwrap();
    away.photos = [1, 2, 3].map(|n| photo(n, Purpose::After, bench.now)).to_vec();
    away.photos[0].taken_at = dispatched - Duration::minutes(1);
    away.photos[1].fix.as_mut().unwrap().point.lat_deg += 0.01;
    away.photos[2].fix = None;
    met.see(
        bench.no(TOWN_HANDLER, id, &Ask::ReportRectified(away)),
        &[
            "finding_and_result_disagree@result",
            "photo_too_early@photos.0.taken_at",
            "photo_too_far@photos.1.fix",
            "position_missing@photos.2.fix",
        ],
    );
    let bare = case::ReportRectified { photos: Vec::new(), ..samples::rectified(ResultCode::Rectified, bench.now) };
    met.see(bench.no(TOWN_HANDLER, id, &Ask::ReportRectified(bare.clone())), &["after_photo_missing@photos"]);
    let reasoned = case::ReportRectified { away_reason: Some("现场已封闭".to_owned()), ..bare };
    bench.ok(TOWN_HANDLER, id, Ask::ReportRectified(reasoned));
    let close = Ask::Close(samples::close(ResultCode::Rectified));
    met.see(bench.no(COORDINATOR, id, &close), &["evidence_missing@after", "publication_undecided", "reply_missing"]);
    bench.here = false;
    bench.good(COORDINATOR, id, VerbName::AddEvidence);
    met.see(
        bench.no(COORDINATOR, id, &close),
        &["evidence_missing@after", "photo_not_arrived@before", "publication_undecided", "reply_missing"],
    );
}

fn rechecking(met: &mut Met) {
    let mut bench = Bench::new();
    let id = bench.verified();
    let now = bench.now;
    bench.ok(TOWN_HANDLER, id, Ask::ReportRectified(samples::rectified(ResultCode::PunishedAndRectified, now)));
    bench.good(COORDINATOR, id, VerbName::OrderRecheck);
    let assign = |rechecker| Ask::AssignRecheck(case::AssignRecheck { rechecker });
    met.see(bench.no(COORDINATOR, id, &assign(TOWN_HANDLER)), &["same_person@rechecker"]);
    met.see(bench.no(COORDINATOR, id, &assign(REVIEWER)), &["unknown_person@rechecker"]);
    bench.ok(COORDINATOR, id, assign(PATROLLER2));
    let bare = case::Recheck { photos: Vec::new(), fix: None, ..samples::recheck(true, bench.now) };
    met.see(
        bench.no(PATROLLER2, id, &Ask::Recheck(bare)),
        &["photos_missing@photos", "position_missing@fix", "second_officer_needed@second_officer"],
    );
    let two = case::Recheck { second_officer: Some(COORDINATOR), ..samples::recheck(true, bench.now) };
    bench.ok(PATROLLER2, id, Ask::Recheck(two));
}

fn closing(met: &mut Met) {
    let mut bench = Bench::new();
    let ask = Ask::Submit(samples::solved("C06", bench.now));
    let id = bench.open(MANY_HATS, ask);
    bench.good(COORDINATOR, id, VerbName::Recategorise);
    bench.good(DISPATCHER, id, VerbName::AddCoUnit);
    let close = Ask::Close(case::Close { result: ResultCode::Explained, disposal: None, words: String::new() });
    met.see(
        bench.no(MANY_HATS, id, &close),
        &[
            "closer_not_independent",
            "co_unit_open",
            "disposal_missing@disposal",
            "finding_and_result_disagree@result",
            "publication_undecided",
            "recheck_missing",
            "reply_missing",
        ],
    );
    let stage = bench.rechecked();
    bench.good(COORDINATOR, stage, VerbName::Reply);
    bench.good(DISPATCHER, stage, VerbName::StageClose);
    let done = Ask::MilestoneDone(case::MilestoneDone { index: 9, words: "完成".to_owned() });
    met.see(bench.no(TOWN_HANDLER, stage, &done), &["no_such_milestone@index"]);
}

fn clocks(met: &mut Met) {
    let mut bench = Bench::new();
    let id = bench.verified();
    let extension = |days| Ask::AskExtension(case::AskExtension { days, words: "设备未到".to_owned() });
    met.see(bench.no(TOWN_HANDLER, id, &extension(31)), &["extension_too_long@days"]);
    let grant = bench.sample(VerbName::GrantExtension);
    met.see(bench.no(DISPATCHER, id, &grant), &["extension_not_asked"]);
    let suspend = Ask::Suspend(case::Suspend {
        reason: case::SuspendReason::Season,
        words: "汛期".to_owned(),
        until: bench.now.day().saturating_add(Duration::days(61)),
    });
    met.see(bench.no(COORDINATOR, id, &suspend), &["day_out_of_range@until"]);
    bench.days(30);
    met.see(bench.no(TOWN_HANDLER, id, &extension(3)), &["too_late"]);
}

fn replying(met: &mut Met) {
    let mut bench = Bench::new();
    let id = bench.filed();
    let reply = case::Reply {
        words: "请联系13800138000处理".to_owned(),
        outcome: ReplyOutcome::Undeliverable { tries: vec![bench.now; 3] },
        ..samples::reply()
    };
    met.see(bench.no(COORDINATOR, id, &Ask::Reply(reply)), &["personal_data@words", "tries_missing@outcome.tries"]);
}

fn publishing(met: &mut Met) {
    let mut bench = Bench::new();
    let id = bench.closed();
    let mut record = bench.record(id);
    bench.ok(MANY_HATS, id, Ask::Redact(case::Redact { record: record.clone() }));
    met.see(bench.no(MANY_HATS, id, &Ask::Publish(case::Publish { record: record.clone() })), &["redactor_is_reviewer"]);
    record.division = code("359921100");
    record.done = "联系闽A12345车主".to_owned();
    record.place = Some(huiyin_domain::publication::PublicPlace::Exact { point: crate::bench::PLACE });
    record.photos[0].original = huiyin_domain::hash::Hash([99; 32]);
    met.see(
        bench.no(COORDINATOR, id, &Ask::Redact(case::Redact { record })),
        &[
            "evidence_missing@record.photos.0.original",
            "impossible_place@record.place",
            "personal_data@record.done",
            "record_differs@record.division",
        ],
    );
}
