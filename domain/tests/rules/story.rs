//! The whole way of a case, and the ways beside it.

use crate::{
    bench::{
        Bench, COORDINATOR, DISPATCHER, DISPATCHER2, HANDLER, LIAISON, MANY_HATS, PATROLLER, PATROLLER2, PLACE, REVIEWER, TOWN_HANDLER, fix,
    },
    samples::{self, words},
};
use huiyin_domain::{
    case::{self, Ask, Clock, Event, Finding, OnBehalf, Publication, ReplyOutcome, ResultCode, State, VerbName, public_draft},
    ids::CaseId,
    rulebook::CategoryCode,
    site::SiteKind,
};

impl Bench {
    pub(crate) fn sample(&self, verb: VerbName) -> Ask {
        samples::ask(verb, self.now)
    }

    #[track_caller]
    pub(crate) fn good(&mut self, by: huiyin_domain::ids::PersonId, case: CaseId, verb: VerbName) -> Vec<Event> {
        let ask = self.sample(verb);
        self.ok(by, case, ask)
    }

    /// A township case (C06, low risk), filed.
    #[track_caller]
    pub(crate) fn filed(&mut self) -> CaseId {
        let ask = self.sample(VerbName::Submit);
        self.open(PATROLLER, ask)
    }

    #[track_caller]
    pub(crate) fn accepted(&mut self) -> CaseId {
        let id = self.filed();
        self.good(COORDINATOR, id, VerbName::Accept);
        id
    }

    #[track_caller]
    pub(crate) fn dispatched(&mut self) -> CaseId {
        let id = self.accepted();
        self.good(COORDINATOR, id, VerbName::Dispatch);
        id
    }

    #[track_caller]
    pub(crate) fn signed(&mut self) -> CaseId {
        let id = self.dispatched();
        self.good(TOWN_HANDLER, id, VerbName::SignFor);
        id
    }

    #[track_caller]
    pub(crate) fn verified(&mut self) -> CaseId {
        let id = self.signed();
        self.good(TOWN_HANDLER, id, VerbName::Verify);
        id
    }

    /// Ordered and reported done: waits for a recheck.
    #[track_caller]
    pub(crate) fn reported_done(&mut self) -> CaseId {
        let id = self.verified();
        self.good(COORDINATOR, id, VerbName::OrderRectification);
        self.good(TOWN_HANDLER, id, VerbName::ReportRectified);
        id
    }

    #[track_caller]
    pub(crate) fn rechecked(&mut self) -> CaseId {
        let id = self.reported_done();
        self.good(COORDINATOR, id, VerbName::AssignRecheck);
        self.good(PATROLLER2, id, VerbName::Recheck);
        id
    }

    #[track_caller]
    pub(crate) fn closed(&mut self) -> CaseId {
        let id = self.rechecked();
        self.good(COORDINATOR, id, VerbName::Reply);
        self.good(COORDINATOR, id, VerbName::DecidePublication);
        self.good(COORDINATOR, id, VerbName::Close);
        id
    }

    /// The record as a redactor would write it now.
    pub(crate) fn record(&self, id: CaseId) -> huiyin_domain::publication::PublicRecord {
        let case = self.case(id);
        samples::record(case.number.as_ref().unwrap(), &case.category.0, case.closed_at.unwrap())
    }
}

#[test]
fn from_report_to_public_page() {
    let mut bench = Bench::new();
    let id = bench.closed();
    let case = bench.case(id);
    assert_eq!(case.state, State::Closed);
    assert_eq!(case.dues.iter().map(|due| due.clock).collect::<Vec<_>>(), [Clock::Publication]);
    assert_eq!(case.result, Some(ResultCode::Rectified));
    assert!(case.last_promise.is_some());

    let draft = public_draft(case, &crate::bench::BOOK, None).unwrap();
    bench.ok(COORDINATOR, id, Ask::Redact(case::Redact { record: draft.clone() }));
    bench.ok(REVIEWER, id, Ask::Publish(case::Publish { record: draft }));
    let case = bench.case(id);
    assert!(matches!(case.publication, Publication::Published { redactor: COORDINATOR, reviewer: REVIEWER, .. }));
    assert!(case.dues.is_empty());
    bench.good(REVIEWER, id, VerbName::Withdraw);
    assert!(matches!(bench.case(id).publication, Publication::Withdrawn { .. }));
}

#[test]
fn closing_too_early_names_every_unmet_guard_at_once() {
    let mut bench = Bench::new();
    let id = bench.rechecked();
    let ask = Ask::Close(case::Close { result: ResultCode::Unsubstantiated, disposal: None, words: String::new() });
    assert_eq!(
        bench.no(COORDINATOR, id, &ask),
        ["disposal_missing@disposal", "finding_and_result_disagree@result", "publication_undecided", "reply_missing"]
    );
    assert_eq!(bench.state(id), State::AwaitingApproval);
}

#[test]
fn put_right_on_the_spot_needs_one_screen() {
    let mut bench = Bench::new();
    let ask = Ask::Submit(samples::solved("C06", bench.now));
    let id = bench.open(PATROLLER, ask);
    assert_eq!(bench.state(id), State::AwaitingApproval);
    bench.good(COORDINATOR, id, VerbName::Reply);
    bench.ok(COORDINATOR, id, Ask::DecidePublication(case::DecidePublication::Withhold { ground: "无公开必要".to_owned() }));
    bench.ok(COORDINATOR, id, Ask::Close(samples::close(ResultCode::RectifiedOnSpot)));
    assert_eq!(bench.state(id), State::Closed);
    assert!(bench.case(id).dues.is_empty(), "nothing is left to publish");

    bench.drawn = 19;
    let ask = Ask::Submit(samples::solved("C06", bench.now));
    let id = bench.open(PATROLLER, ask);
    assert_eq!(bench.state(id), State::AwaitingRecheck, "19 of 100 is drawn at a share of 20");
}

#[test]
fn the_fast_path_is_rechecked_when_drawn_or_when_risk_asks() {
    for (drawn, category, expected) in
        [(20, "C06", State::AwaitingApproval), (19, "C06", State::AwaitingRecheck), (99, "C05", State::AwaitingRecheck)]
    {
        let mut bench = Bench::new();
        bench.drawn = drawn;
        let id = bench.signed();
        if category != "C06" {
            bench.good(COORDINATOR, id, VerbName::Recategorise);
        }
        let now = bench.now;
        bench.ok(TOWN_HANDLER, id, Ask::Verify(samples::verify(Finding::Unsubstantiated, now)));
        bench.good(TOWN_HANDLER, id, VerbName::ProposeClosure);
        assert_eq!(bench.state(id), expected);
    }
}

#[test]
fn a_failed_recheck_goes_back_and_the_second_is_watched() {
    let mut bench = Bench::new();
    let id = bench.reported_done();
    for failures in 1..=2 {
        bench.good(COORDINATOR, id, VerbName::AssignRecheck);
        let ask = Ask::Recheck(samples::recheck(false, bench.now));
        bench.ok(PATROLLER2, id, ask);
        assert_eq!(bench.state(id), State::Rectifying);
        assert_eq!(bench.case(id).supervision_level, if failures == 2 { 2 } else { 0 });
        bench.good(TOWN_HANDLER, id, VerbName::ReportRectified);
    }
    assert_eq!(bench.state(id), State::AwaitingRecheck);
}

#[test]
fn a_second_recheck_is_kept_as_a_record() {
    let mut bench = Bench::new();
    let id = bench.reported_done();
    bench.good(COORDINATOR, id, VerbName::AssignRecheck);
    bench.ok(COORDINATOR, id, Ask::AssignRecheck(case::AssignRecheck { rechecker: HANDLER }));
    let ask = bench.sample(VerbName::Recheck);
    bench.ok(HANDLER, id, ask);
    let late = Ask::Recheck(samples::recheck(false, bench.now));
    let events = bench.ok(PATROLLER2, id, late);
    assert!(events.contains(&Event::RecheckKept { passed: false, differs: true }));
    let case = bench.case(id);
    assert_eq!(case.state, State::AwaitingApproval);
    assert_eq!(case.rechecks.len(), 1);
}

#[test]
fn merging_brings_every_reporter_along_and_can_be_undone() {
    let mut bench = Bench::new();
    let master = bench.accepted();
    let other = bench.filed();
    bench.ok(COORDINATOR, other, Ask::Merge(case::Merge { master, words: "同一处".to_owned() }));
    assert_eq!(bench.state(other), State::Merged);
    assert_eq!(bench.case(master).reports.len(), 2);
    assert_eq!(bench.case(master).reports[1].merged_from, Some(other));
    assert_eq!(bench.case(master).supervision_level, 0, "one colleague twice is one reporter");

    let ask = Ask::Merge(case::Merge { master: other, words: "绕回去".to_owned() });
    let third = bench.filed();
    assert_eq!(bench.no(COORDINATOR, third, &ask), ["merge_circle@master"]);

    bench.good(COORDINATOR, other, VerbName::Unmerge);
    assert_eq!(bench.state(other), State::PendingAcceptance);
    assert_eq!(bench.case(master).reports.len(), 1);
    assert!(bench.case(other).dues.iter().any(|due| due.clock == Clock::Acceptance));
}

#[test]
fn three_separate_reporters_are_watched_and_a_closed_master_answers_at_once() {
    let mut bench = Bench::new();
    let master = bench.accepted();
    for _ in 0..2 {
        let ask =
            Ask::Submit(case::Submit { on_behalf: Some(OnBehalf::Anonymous), photos: Vec::new(), ..samples::submit("C06", bench.now) });
        let id = bench.open(DISPATCHER, ask);
        bench.ok(COORDINATOR, id, Ask::Merge(case::Merge { master, words: "同一处".to_owned() }));
    }
    assert_eq!(bench.case(master).supervision_level, 2);

    let closed = bench.closed();
    let late = bench.filed();
    bench.ok(COORDINATOR, late, Ask::Merge(case::Merge { master: closed, words: "同一处".to_owned() }));
    assert!(bench.case(closed).reports.iter().all(|filed| filed.reply.is_some()));
    assert_eq!(bench.case(closed).reports[1].reply, Some(ReplyOutcome::ReadableByReceipt));
}

#[test]
fn a_named_reporter_is_declined_by_two() {
    let mut bench = Bench::new();
    let ask = Ask::Submit(case::Submit { on_behalf: Some(OnBehalf::Named), ..samples::submit("C05", bench.now) });
    let id = bench.open(DISPATCHER, ask);
    let events = bench.good(LIAISON, id, VerbName::Decline);
    assert!(matches!(events[..], [Event::AwaitsConfirmation { by: LIAISON, .. }]));
    assert_eq!(bench.state(id), State::PendingAcceptance);
    assert_eq!(bench.no(LIAISON, id, &Ask::Confirm(words(""))), ["same_person"]);
    bench.good(DISPATCHER, id, VerbName::Confirm);
    assert_eq!(bench.state(id), State::Declined);
    assert!(bench.case(id).reports[0].reply.is_some());

    bench.reporter(id, &Ask::RequestReopen(words("请再看看")));
    assert_eq!(bench.state(id), State::ReopenRequested);
    bench.good(DISPATCHER, id, VerbName::RefuseReopen);
    bench.good(DISPATCHER2, id, VerbName::Confirm);
    assert_eq!(bench.state(id), State::Declined, "what was declined never becomes closed by a refusal");
}

#[test]
fn a_colleagues_report_is_declined_by_one() {
    let mut bench = Bench::new();
    let id = bench.filed();
    bench.good(DISPATCHER, id, VerbName::Decline);
    assert_eq!(bench.state(id), State::Declined);
    assert!(bench.case(id).dues.is_empty());
}

#[test]
fn reopening_owes_everything_anew_in_half_the_time() {
    let mut bench = Bench::new();
    let id = bench.closed();
    bench.good(PATROLLER, id, VerbName::RequestReopen);
    bench.good(DISPATCHER, id, VerbName::Reopen);
    let case = bench.case(id);
    assert_eq!((case.state, case.reopened), (State::Dispatched, 1));
    assert!(case.reports.iter().all(|filed| filed.reply.is_none()));
    assert_eq!((case.finding, case.result, case.closed_at), (None, None, None));
    let handling = case.dues.iter().find(|due| due.clock == Clock::Handling).unwrap();
    assert_eq!(handling.length, case::Length::WorkingDays(3));
    assert_eq!(case.first_promise, Some(handling.at));
}

#[test]
fn long_plans_close_in_stages() {
    let mut bench = Bench::new();
    let id = bench.rechecked();
    let ask = bench.sample(VerbName::StageClose);
    assert_eq!(bench.no(DISPATCHER, id, &ask), ["reply_missing"]);
    bench.good(COORDINATOR, id, VerbName::Reply);
    bench.good(DISPATCHER, id, VerbName::StageClose);
    bench.good(TOWN_HANDLER, id, VerbName::MilestoneDone);
    assert_eq!(bench.state(id), State::StageClosed);
    bench.ok(TOWN_HANDLER, id, Ask::MilestoneDone(case::MilestoneDone { index: 1, words: "全部完成".to_owned() }));
    assert_eq!(bench.state(id), State::AwaitingRecheck);
}

#[test]
fn a_suspended_case_rests_and_comes_back_with_its_time() {
    let mut bench = Bench::new();
    let id = bench.verified();
    let before = bench.case(id).last_promise.unwrap();
    bench.good(COORDINATOR, id, VerbName::Suspend);
    assert_eq!(bench.state(id), State::Suspended);
    bench.days(7);
    bench.good(COORDINATOR, id, VerbName::Resume);
    let case = bench.case(id);
    assert_eq!((case.state, case.suspended.as_ref(), case.resume_to), (State::InProgress, None, None));
    let later = case.last_promise.unwrap();
    assert!(later > before, "{later} after {before}");
    assert_eq!(case.dues.iter().find(|due| due.clock == Clock::Handling).unwrap().paused_s, 7 * 86_400 + 3_600);
}

#[test]
fn returning_is_for_one_day_and_two_times() {
    let mut bench = Bench::new();
    let id = bench.accepted();
    for _ in 0..2 {
        bench.good(COORDINATOR, id, VerbName::Dispatch);
        bench.good(TOWN_HANDLER, id, VerbName::Return);
        assert_eq!((bench.state(id), bench.case(id).handler), (State::Accepted, None));
    }
    bench.good(COORDINATOR, id, VerbName::Dispatch);
    bench.days(3);
    let ask = bench.sample(VerbName::Return);
    assert_eq!(bench.no(TOWN_HANDLER, id, &ask), ["returned_twice", "too_late"]);
}

#[test]
fn the_redactor_never_reviews_and_the_reviewer_changes_nothing() {
    let mut bench = Bench::new();
    let id = bench.closed();
    let record = bench.record(id);
    bench.ok(MANY_HATS, id, Ask::Redact(case::Redact { record: record.clone() }));
    let publish = Ask::Publish(case::Publish { record: record.clone() });
    assert_eq!(bench.no(MANY_HATS, id, &publish), ["redactor_is_reviewer"]);
    let mut other = record.clone();
    other.title.push_str("（改）");
    assert_eq!(bench.no(REVIEWER, id, &Ask::Publish(case::Publish { record: other })), ["record_differs@record"]);
    bench.ok(REVIEWER, id, publish);
}

#[test]
fn a_draft_for_the_public_copies_no_words_and_no_private_place() {
    let mut bench = Bench::new();
    let id = bench.closed();
    let case = bench.case(id);
    let text = serde_json::to_string(&public_draft(case, &crate::bench::BOOK, None).unwrap()).unwrap();
    assert!(!text.contains("河边") && !text.contains("两立方米") && !text.contains("26.015"), "{text}");
    let mut at_site = case.clone();
    at_site.site = Some(huiyin_domain::ids::SiteId(id.0));
    let exact = |kind| serde_json::to_string(&public_draft(&at_site, &crate::bench::BOOK, Some(kind)).unwrap().place).unwrap();
    assert!(exact(SiteKind::Enterprise).contains("exact"));
    assert!(exact(SiteKind::PigFarm).contains("cell"));
    let mut sensitive = case.clone();
    sensitive.category = CategoryCode("C10".to_owned());
    assert_eq!(public_draft(&sensitive, &crate::bench::BOOK, None).unwrap().place, None);
    let far = PLACE.public_cell().distance_m(PLACE);
    assert!(far < 360.0, "the cell's centre is {far} m away");
}

#[test]
fn signing_twice_is_harmless() {
    let mut bench = Bench::new();
    let id = bench.signed();
    let touches = bench.case(id).touches.len();
    assert_eq!(bench.good(TOWN_HANDLER, id, VerbName::SignFor), []);
    assert_eq!(bench.case(id).touches.len(), touches);
}

#[test]
fn an_urgent_report_sets_the_emergency_clock() {
    let mut bench = Bench::new();
    let mut submit = samples::submit("C06", bench.now);
    submit.report.severity = huiyin_domain::report::Severity::Urgent;
    submit.report.place = huiyin_domain::report::Whereabouts::Measured(fix(bench.now));
    let opened = bench.now;
    let id = bench.open(PATROLLER, Ask::Submit(submit));
    assert_eq!(bench.case(id).dues[0].at, opened + time::Duration::hours(1));
}
