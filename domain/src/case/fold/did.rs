//! What a person did becomes fact: the content of each ask finds its place in the case.

use super::Entry;
use crate::{
    case::{
        Ask, Case, Clock, CoUnit, CoUnitOutcome, DecidePublication, Dispatch, Due, ExtensionAsked, Length, Order, Publication, RecheckDone,
        ReplyOutcome, ResultCode, State, Submit, Suspension,
    },
    ids::{PersonId, ReportId},
    moment::Moment,
    people::UnitCode,
};

/// Puts the content of an ask into the case. With `kept_only`, a recheck is a record and changes nothing else.
pub(super) fn apply(case: &mut Case, entry: &Entry, ask: &Ask, kept_only: bool) {
    match ask {
        Ask::Submit(submit) => submitted(case, entry, submit),
        Ask::Accept(accept) => {
            case.category = accept.category.clone();
            case.division = Some(accept.division.clone());
        }
        Ask::Decline(_) => answer(case, entry, None, &ReplyOutcome::ReadableByReceipt),
        Ask::Merge(merge) => {
            case.merged_into = Some(merge.master);
            case.merged_at = Some(entry.at);
        }
        Ask::Unmerge(_) => {
            case.merged_into = None;
            case.merged_at = None;
        }
        Ask::Dispatch(dispatch) => {
            if case.state == State::ReopenRequested {
                begin_again(case);
            }
            dispatched(case, dispatch);
        }
        Ask::Reopen(dispatch) => {
            begin_again(case);
            dispatched(case, dispatch);
        }
        Ask::SignFor(sign) => takes_over(case, sign.handler),
        Ask::Return(_) => {
            case.returns += 1;
            case.handler = None;
        }
        Ask::Reassign(reassign) => takes_over(case, reassign.handler),
        Ask::Verify(verify) => {
            case.finding = Some(verify.finding);
            case.verified_by = entry.by;
            case.evidence.extend(verify.photos.iter().cloned());
        }
        Ask::OrderRectification(order) => {
            let end = Moment::end_of(order.due_day);
            case.order = Some(Order {
                responsible_party: order.responsible_party.clone(),
                measures: order.measures.clone(),
                due: ordered_until(entry.at, end),
                acceptance_unit: order.acceptance_unit.clone(),
                document_number: order.document_number.clone(),
                formal: order.document_number.is_some(),
            });
        }
        Ask::ReportRectified(report) => {
            case.result = Some(report.result);
            case.rectified_at = Some(entry.at);
            case.rechecker = None;
            case.evidence.extend(report.photos.iter().cloned());
        }
        Ask::AssignRecheck(assign) => {
            case.rechecker = Some(assign.rechecker);
            if !case.recheckers.contains(&assign.rechecker) {
                case.recheckers.push(assign.rechecker);
            }
        }
        Ask::Recheck(recheck) if kept_only => case.evidence.extend(recheck.photos.iter().cloned()),
        Ask::Recheck(recheck) => {
            if let Some(by) = entry.by {
                case.rechecks.push(RecheckDone {
                    by,
                    passed: recheck.passed,
                    at: entry.at,
                    words: recheck.words.clone(),
                    photos: recheck.photos.clone(),
                });
            }
        }
        Ask::ProposeClosure(propose) => case.result = Some(propose.result),
        Ask::OrderRecheck(_) => {
            case.recheck_drawn = true;
            case.rechecker = None;
        }
        Ask::Close(close) => {
            case.result = Some(close.result);
            case.disposal = close.disposal.clone().or_else(|| case.disposal.take());
            case.closed_by = entry.by;
        }
        Ask::SendBack(_) => {
            case.result = None;
            case.rectified_at = None;
        }
        Ask::StageClose(stage) => case.milestones.clone_from(&stage.milestones),
        Ask::MilestoneDone(done) => {
            if let Some(milestone) = case.milestones.get_mut(usize::from(done.index)) {
                milestone.done = true;
            }
            if case.milestones.iter().all(|milestone| milestone.done) {
                case.rectified_at = Some(entry.at);
                case.rechecker = None;
            }
        }
        Ask::Suspend(suspend) => case.suspended = Some(Suspension { since: entry.at, until: Moment::end_of(suspend.until) }),
        Ask::AskExtension(ask) => case.extension_asked = entry.by.map(|by| ExtensionAsked { by, days: ask.days }),
        Ask::GrantExtension(grant) => {
            case.extension_asked = None;
            case.extended_days = case.extended_days.saturating_add(grant.days);
        }
        Ask::Recategorise(change) => case.category = change.category.clone(),
        Ask::Relocate(change) => {
            case.place = Some(change.place);
            case.division = Some(change.division.clone());
        }
        Ask::AboutUnit(about) => {
            case.about_unit.clone_from(&about.unit);
            for co in case.co_units.iter_mut().filter(|co| Some(&co.unit) == about.unit.as_ref()) {
                co.outcome.get_or_insert(CoUnitOutcome::Released);
            }
        }
        Ask::Supervise(supervise) => case.supervision_level = case.supervision_level.max(supervise.level),
        Ask::AddCoUnit(co) => add_co_unit(case, &co.unit, &co.task),
        Ask::CoUnitDone(co) => end_co_unit(case, &co.unit, CoUnitOutcome::Done),
        Ask::ReleaseCoUnit(co) => end_co_unit(case, &co.unit, CoUnitOutcome::Released),
        Ask::Reply(reply) => answer(case, entry, reply.report.as_ref(), &reply.outcome),
        Ask::Rate(rate) => case.satisfied = Some(rate.satisfied),
        Ask::AddEvidence(evidence) => case.evidence.extend(evidence.photos.iter().cloned()),
        Ask::DecidePublication(decision) => case.publication = decided(case, decision, entry.by),
        Ask::Redact(redact) => {
            if let Some(redactor) = entry.by {
                case.publication = Publication::AwaitingReview { redactor, record: Box::new(redact.record.clone()) };
            }
        }
        Ask::Withhold(withhold) => case.publication = Publication::Withheld { ground: withhold.ground.clone() },
        Ask::Withdraw(words) => case.publication = Publication::Withdrawn { reason: words.words.clone() },
        Ask::Confirm(_) => case.awaits = None,
        Ask::AskReporter(_)
        | Ask::Answer(_)
        | Ask::Resume(_)
        | Ask::TransferOut(_)
        | Ask::RequestReopen(_)
        | Ask::RefuseReopen(_)
        | Ask::Note(_)
        | Ask::Callback(_)
        | Ask::Publish(_)
        | Ask::Void(_)
        | Ask::Tick
        | Ask::Patrol(_) => {}
    }
}

/// It became public: who wrote it is known from what was waiting.
pub(super) fn published(case: &mut Case, entry: &Entry, at: Moment) {
    if let (Publication::AwaitingReview { redactor, .. }, Some(reviewer)) = (&case.publication, entry.by) {
        case.publication = Publication::Published { redactor: *redactor, reviewer, at };
    }
}

fn submitted(case: &mut Case, entry: &Entry, submit: &Submit) {
    let Some(solved) = &submit.solved else { return };
    case.finding = Some(solved.finding);
    case.result = Some(ResultCode::RectifiedOnSpot);
    case.verified_by = entry.by;
    case.rectified_at = Some(entry.at);
    if let Some(by) = entry.by {
        takes_over(case, by);
    }
}

fn takes_over(case: &mut Case, handler: PersonId) {
    case.handler = Some(handler);
    if !case.handlers.contains(&handler) {
        case.handlers.push(handler);
    }
}

fn dispatched(case: &mut Case, dispatch: &Dispatch) {
    case.lead_unit = Some(dispatch.lead_unit.clone());
    case.handler = Some(dispatch.handler);
    for co in &dispatch.co_units {
        add_co_unit(case, &co.unit, &co.task);
    }
}

/// A reopened case owes everything anew but its history: finding, result, recheck, reply and promise.
fn begin_again(case: &mut Case) {
    case.reopened += 1;
    case.finding = None;
    case.verified_by = None;
    case.order = None;
    case.result = None;
    case.disposal = None;
    case.rectified_at = None;
    case.rechecker = None;
    case.recheck_drawn = false;
    case.closed_at = None;
    case.closed_by = None;
    case.first_promise = None;
    case.extended_days = 0;
    case.returns = 0;
    case.milestones.clear();
    case.satisfied = None;
    for filed in &mut case.reports {
        filed.reply = None;
    }
    if matches!(case.publication, Publication::Redacting { .. } | Publication::AwaitingReview { .. }) {
        case.publication = Publication::Undecided;
    }
}

fn add_co_unit(case: &mut Case, unit: &UnitCode, task: &str) {
    match case.co_units.iter_mut().find(|co| &co.unit == unit) {
        Some(co) => *co = CoUnit { unit: unit.clone(), task: task.to_owned(), outcome: None },
        None => case.co_units.push(CoUnit { unit: unit.clone(), task: task.to_owned(), outcome: None }),
    }
}

fn end_co_unit(case: &mut Case, unit: &UnitCode, outcome: CoUnitOutcome) {
    if let Some(co) = case.co_units.iter_mut().find(|co| &co.unit == unit) {
        co.outcome = Some(outcome);
    }
}

fn answer(case: &mut Case, entry: &Entry, only: Option<&ReportId>, outcome: &ReplyOutcome) {
    for filed in case.reports.iter_mut().filter(|filed| only.is_none_or(|id| &filed.id == id)) {
        filed.reply = Some(outcome.clone());
        filed.replied_at.get_or_insert(entry.at);
    }
}

fn decided(case: &Case, decision: &DecidePublication, by: Option<PersonId>) -> Publication {
    match (decision, by) {
        (DecidePublication::Publish, Some(by)) => Publication::Redacting { by },
        (DecidePublication::Publish, None) => case.publication.clone(),
        (DecidePublication::Withhold { ground }, _) => Publication::Withheld { ground: ground.clone() },
    }
}

/// Stands in until the clock's own event beside it brings the full reckoning.
fn ordered_until(start: Moment, end: Moment) -> Due {
    Due {
        clock: Clock::Rectification,
        start,
        length: Length::Until(end),
        at: end,
        skipped: Vec::new(),
        make_up_days: 0,
        moved_to_workday: false,
        paused_s: 0,
        extended_days: 0,
        moves: Vec::new(),
        rulebook: 0,
    }
}
