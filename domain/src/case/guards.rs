//! The guards of closing, G1 to G8 (`rules.md` section 2). Every unmet one is returned, here for the desk to show and
//! there for `decide` to refuse by.

use super::{Case, Close, Disposal, Finding, Publication, ResultCode, World, decide::checks::Checks};
use crate::{
    ids::PersonId,
    photo::{Photo, Purpose},
    refusal::{Code, Unmet},
    rulebook::{RecheckRule, Risk, Rulebook},
};

/// What closing still needs, whoever may close: with the result that was proposed and the disposal that is known.
#[must_use]
pub fn closing_unmet(case: &Case, world: &World<'_>) -> Vec<Unmet> {
    closing_unmet_by(case, None, None, world)
}

/// What closing still needs if this person closes it with this content.
#[must_use]
pub fn closing_unmet_by(case: &Case, closer: Option<PersonId>, close: Option<&Close>, world: &World<'_>) -> Vec<Unmet> {
    let mut checks = Checks::default();
    let result = close.map(|close| close.result).or(case.result);
    let disposal = close.and_then(|close| close.disposal.as_ref()).or(case.disposal.as_ref());
    finding_and_result(case, result, &mut checks);
    evidence(case, result, world, &mut checks);
    recheck(case, world.rulebook, &mut checks);
    independence(case, closer, &mut checks);
    replied(case, &mut checks);
    co_units(case, &mut checks);
    disposed(case, disposal, &mut checks);
    let decided = !matches!(case.publication, Publication::Undecided);
    checks.need(decided, Code::PublicationUndecided, "");
    checks.into_unmet()
}

/// Whether the form of closing itself answers this rule, so that it is no obstacle to opening the form.
pub(super) fn is_answered_by_form(code: &Code) -> bool {
    matches!(code, Code::FindingAndResultDisagree | Code::DisposalMissing | Code::Missing)
}

/// G1: which results a finding allows.
#[must_use]
pub fn agree(finding: Option<Finding>, result: ResultCode) -> bool {
    use ResultCode as R;
    match finding {
        None => false,
        Some(Finding::Substantiated) => {
            matches!(result, R::Rectified | R::RectifiedOnSpot | R::PunishedAndRectified | R::ShutDownOrDemolished | R::CannotSolveNow)
        }
        Some(Finding::Partly) => matches!(
            result,
            R::Rectified
                | R::RectifiedOnSpot
                | R::PunishedAndRectified
                | R::ShutDownOrDemolished
                | R::PartlyTrueHandled
                | R::CannotSolveNow
        ),
        Some(Finding::Unsubstantiated) => matches!(result, R::Unsubstantiated | R::Explained | R::WithdrawnByReporter),
        Some(Finding::NotApplicable) => matches!(result, R::Explained | R::CannotSolveNow | R::WithdrawnByReporter),
    }
}

fn finding_and_result(case: &Case, result: Option<ResultCode>, checks: &mut Checks) {
    checks.need(case.finding.is_some(), Code::NotVerified, "");
    if case.finding.is_some() {
        checks.need(result.is_some_and(|result| agree(case.finding, result)), Code::FindingAndResultDisagree, "result");
    }
}

/// Whether what was reported was found, at least in part.
fn is_substantiated(case: &Case) -> bool {
    matches!(case.finding, Some(Finding::Substantiated | Finding::Partly))
}

/// G2: before and after as the category asks, with bytes that are here and fit their hash.
fn evidence(case: &Case, result: Option<ResultCode>, world: &World<'_>, checks: &mut Checks) {
    let asked = world.rulebook.category(&case.category).is_some_and(|category| category.before_and_after);
    if !asked || !is_substantiated(case) {
        return;
    }
    let before = case.photos().filter(|photo| matches!(photo.purpose, Purpose::Before | Purpose::Scene));
    one_is_here(before.collect(), "before", world, checks);
    if result != Some(ResultCode::CannotSolveNow) {
        let after = case.photos().filter(|photo| matches!(photo.purpose, Purpose::After | Purpose::Recheck));
        one_is_here(after.collect(), "after", world, checks);
    }
}

fn one_is_here(photos: Vec<&Photo>, field: &str, world: &World<'_>, checks: &mut Checks) {
    if photos.is_empty() {
        checks.fail(Code::EvidenceMissing, field);
    } else {
        let here = photos.iter().any(|photo| (world.photo_here)(&photo.hash));
        checks.need(here, Code::PhotoNotArrived, field);
    }
}

/// G3: whether an independent recheck is a must.
#[must_use]
pub fn asks_for_recheck(case: &Case, book: &Rulebook) -> bool {
    let by_category = book.category(&case.category).is_some_and(|category| category.recheck == RecheckRule::Always);
    case.risk >= Risk::Medium || by_category || case.order.is_some() || case.reopened > 0 || case.recheck_drawn
}

fn recheck(case: &Case, book: &Rulebook, checks: &mut Checks) {
    if !asks_for_recheck(case, book) {
        return;
    }
    // The last one counts, and only if it looked at the work as it was last reported done.
    let passed = case.rechecks.last().is_some_and(|done| {
        let newer = case.dispatched_at.is_none_or(|at| done.at >= at) && case.rectified_at.is_none_or(|at| done.at >= at);
        done.passed && newer && !case.handlers.contains(&done.by)
    });
    checks.need(passed, Code::RecheckMissing, "");
}

/// G4: closer, handler and rechecker are different persons.
fn independence(case: &Case, closer: Option<PersonId>, checks: &mut Checks) {
    let Some(closer) = closer else { return };
    let involved = case.handler == Some(closer)
        || case.handlers.contains(&closer)
        || case.verified_by == Some(closer)
        || case.rechecks.iter().any(|done| done.by == closer);
    checks.need(!involved, Code::CloserNotIndependent, "");
}

/// G5: a reply outcome for every reporter, merged and anonymous ones included.
pub(super) fn replied(case: &Case, checks: &mut Checks) {
    let open = case.reports.iter().filter(|filed| filed.reply.is_none()).count();
    checks.need(open == 0, Code::ReplyMissing { reports: u32::try_from(open).unwrap_or(u32::MAX) }, "");
}

/// G6: co-units done or released.
fn co_units(case: &Case, checks: &mut Checks) {
    checks.need(case.co_units.iter().all(|co| co.outcome.is_some()), Code::CoUnitOpen, "");
}

/// G7: what was found has a disposal, complete in itself.
fn disposed(case: &Case, disposal: Option<&Disposal>, checks: &mut Checks) {
    checks.need(disposal.is_some() || !is_substantiated(case), Code::DisposalMissing, "disposal");
    match disposal {
        Some(Disposal::PenaltyFiled { document_number }) => checks.said(document_number, "disposal.document_number"),
        Some(Disposal::Transfer { to }) => checks.said(to, "disposal.to"),
        Some(Disposal::NoPenalty { ground }) => checks.said(ground, "disposal.ground"),
        Some(Disposal::EducateAndCorrect | Disposal::Order | Disposal::ShutDownOrDemolish) | None => {}
    }
}
