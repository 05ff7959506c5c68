//! On the spot: 核实, 责令限期整改, 申报整改完成, 提请结案, 阶段目标.

use super::{Checks, Decision, Scene, checks::corrected, deadline};
use crate::{
    case::{
        Clock, Event, Finding, Length, MilestoneDone, OrderRectification, ProposeClosure, ReportRectified, ResultCode, State, VerbName,
        Verify, guards,
    },
    moment::Moment,
    people::Role,
    photo::{Photo, Purpose},
    refusal::Code,
};

/// Longest time an order may give, days.
const LONGEST_ORDER_DAYS: i64 = 365;

/// Rules about case and person only.
pub(super) fn standing(scene: &Scene<'_>, verb: VerbName, checks: &mut Checks) {
    checks.need(scene.case.finding.is_some(), Code::NotVerified, "");
    if verb == VerbName::OrderRectification {
        let nothing_found = matches!(scene.case.finding, Some(Finding::Unsubstantiated | Finding::NotApplicable));
        checks.need(!nothing_found, Code::FindingAndResultDisagree, "");
        checks.need(has_certificate(scene) || coordinates(scene), Code::CertificateNeeded, "");
    }
}

pub(super) fn verify(scene: &Scene<'_>, ask: &Verify, mut checks: Checks) -> Decision {
    let now = scene.world.now;
    checks.moment(ask.visited_at, now, "visited_at");
    checks.said(&ask.people, "people");
    checks.said(&ask.words, "words");
    checks.photos(&ask.photos, scene.command, now, "photos");
    let reason = ask.no_photo_reason.as_deref().unwrap_or_default();
    checks.words(reason, 0, "no_photo_reason");
    checks.need(!ask.photos.is_empty() || !reason.trim().is_empty(), Code::PhotosMissing { min: 1 }, "photos");
    checks.then(|| scene.stop(&[Clock::OnSite]))
}

/// An order under law needs a certificate; a coordinator may set a date where no law is enforced.
pub(super) fn order(scene: &Scene<'_>, ask: &OrderRectification, mut checks: Checks) -> Decision {
    let now = scene.world.now;
    checks.said(&ask.responsible_party, "responsible_party");
    checks.said(&ask.measures, "measures");
    checks.unit(&ask.acceptance_unit, scene.world, "acceptance_unit");
    checks.not_about(&ask.acceptance_unit, scene.case, "acceptance_unit");
    checks.day(ask.due_day, now, LONGEST_ORDER_DAYS, "due_day");
    if let Some(number) = &ask.document_number {
        checks.said(number, "document_number");
        if coordinates(scene) {
            checks.need(has_certificate(scene), Code::CertificateNeeded, "document_number");
        }
    }
    checks.then(|| {
        let end = Length::Until(Moment::end_of(ask.due_day));
        let mut events = vec![scene.moved(State::Rectifying)];
        events.extend(scene.stop(&[Clock::OnSite]));
        events.push(Event::DueSet { due: deadline::due(scene.world.rulebook, Clock::Rectification, now, end) });
        events
    })
}

fn has_certificate(scene: &Scene<'_>) -> bool {
    scene.actor.person().is_some_and(|person| person.certificate.is_some())
}

fn coordinates(scene: &Scene<'_>) -> bool {
    scene.actor.person().is_some_and(|person| crate::case::permission::covers(scene.case, person, Role::Coordinator, scene.world.rulebook))
}

pub(super) fn report_rectified(scene: &Scene<'_>, ask: &ReportRectified, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.photos(&ask.photos, scene.command, scene.world.now, "photos");
    let reason = ask.away_reason.as_deref().unwrap_or_default();
    checks.words(reason, 0, "away_reason");
    let rectified = matches!(
        ask.result,
        ResultCode::Rectified
            | ResultCode::RectifiedOnSpot
            | ResultCode::PunishedAndRectified
            | ResultCode::ShutDownOrDemolished
            | ResultCode::PartlyTrueHandled
    );
    let agrees = rectified && guards::agree(scene.case.finding, ask.result);
    checks.need(agrees || scene.case.finding.is_none(), Code::FindingAndResultDisagree, "result");
    check_after_photos(scene, &ask.photos, !reason.trim().is_empty(), &mut checks);
    checks.then(|| {
        let mut events = vec![scene.moved(next(scene))];
        events.extend(scene.stop(&[Clock::OnSite, Clock::Rectification]));
        events
    })
}

/// Where work goes that is reported done: to a recheck, unless nothing asks for one.
fn next(scene: &Scene<'_>) -> State {
    if guards::asks_for_recheck(scene.case, scene.world.rulebook) { State::AwaitingRecheck } else { State::AwaitingApproval }
}

/// After-evidence was taken after the matter was assigned, and near the case or with a reason.
fn check_after_photos(scene: &Scene<'_>, photos: &[Photo], reasoned: bool, checks: &mut Checks) {
    let wanted = scene.world.rulebook.category(&scene.case.category).is_some_and(|category| category.before_and_after);
    let after = || photos.iter().enumerate().filter(|(_, photo)| photo.purpose == Purpose::After);
    checks.need(after().next().is_some() || reasoned || !wanted, Code::AfterPhotoMissing, "photos");
    let max_m = scene.world.rulebook.numbers.after_photo_radius_m;
    for (index, photo) in after() {
        let early = scene.case.dispatched_at.is_some_and(|at| corrected(photo.taken_at, scene.command) < at);
        checks.need(!early, Code::PhotoTooEarly, &format!("photos.{index}.taken_at"));
        let Some(place) = scene.case.place.filter(|_| !reasoned) else { continue };
        match &photo.fix {
            None => checks.fail(Code::PositionMissing, &format!("photos.{index}.fix")),
            Some(fix) => {
                let distance_m = metres(place.distance_m(fix.point));
                checks.need(distance_m <= max_m, Code::PhotoTooFar { distance_m, max_m }, &format!("photos.{index}.fix"));
            }
        }
    }
}

fn metres(distance: f64) -> u32 {
    distance.round() as u32
}

pub(super) fn propose_closure(scene: &Scene<'_>, ask: &ProposeClosure, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    // A withdrawn report ends the same way: there is nothing left to do.
    let fast = matches!(
        ask.result,
        ResultCode::Unsubstantiated
            | ResultCode::Explained
            | ResultCode::CannotSolveNow
            | ResultCode::RectifiedOnSpot
            | ResultCode::WithdrawnByReporter
    );
    let agrees = fast && guards::agree(scene.case.finding, ask.result);
    checks.need(agrees || scene.case.finding.is_none(), Code::FindingAndResultDisagree, "result");
    checks.then(|| {
        let mut events = vec![scene.moved(State::AwaitingApproval)];
        events.extend(scene.stop(&[Clock::OnSite]));
        events.extend(drawn(scene));
        events
    })
}

/// The fast path skips nothing that must be rechecked, and a share of the rest is drawn.
fn drawn(scene: &Scene<'_>) -> Vec<Event> {
    let share_percent = scene.world.rulebook.numbers.random_recheck_percent;
    let to_recheck = Event::Moved { from: State::AwaitingApproval, to: State::AwaitingRecheck };
    if guards::asks_for_recheck(scene.case, scene.world.rulebook) {
        vec![to_recheck]
    } else {
        scene.world.draw.events(scene.case.id, share_percent)
    }
}

pub(super) fn milestone_done(scene: &Scene<'_>, ask: &MilestoneDone, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    let index = usize::from(ask.index);
    let milestones = &scene.case.milestones;
    checks.need(milestones.get(index).is_some_and(|milestone| !milestone.done), Code::NoSuchMilestone, "index");
    let last = milestones.iter().enumerate().all(|(n, milestone)| milestone.done || n == index);
    checks.then(|| if last { vec![scene.moved(State::AwaitingRecheck)] } else { Vec::new() })
}
