//! How a case begins.

use super::Entry;
use crate::{
    case::{Ask, Case, Event, Filed, Publication, State, Submit},
    ids::ReportId,
    report::Severity,
    rulebook::CategoryCode,
};

/// The case that these events open, before anything else has happened to it. If the report's words were erased, the case
/// still stands, without them.
pub(super) fn open(entry: &Entry, events: &[Event]) -> Option<Case> {
    let (number, reporter, division, place, site, clock, risk) = events.iter().find_map(|event| match event {
        Event::Opened { number, reporter, division, place, site, clock, risk } => {
            Some((number.clone(), reporter.clone(), division.clone(), *place, *site, *clock, *risk))
        }
        _ => None,
    })?;
    let submit = events.iter().find_map(|event| match event {
        Event::Did { ask } => match ask.as_ref() {
            Ask::Submit(submit) => Some(submit),
            _ => None,
        },
        _ => None,
    });
    let filed = |submit: &Submit| Filed {
        id: ReportId::from(entry.command),
        reporter: reporter.clone(),
        received_at: entry.at,
        made_at: entry.made_at,
        report: submit.report.clone(),
        photos: submit.photos.clone(),
        reply: None,
        replied_at: None,
        merged_from: None,
        origin: submit.origin.clone(),
    };
    Some(Case {
        id: entry.case,
        number,
        state: State::PendingAcceptance,
        resume_to: None,
        category: submit.map_or_else(|| CategoryCode("C99".to_owned()), |submit| submit.report.category.clone()),
        clock,
        risk,
        severity: submit.map_or(Severity::Ordinary, |submit| submit.report.severity),
        division,
        place,
        site,
        reports: submit.map(filed).into_iter().collect(),
        about_unit: submit.and_then(|submit| submit.about_unit.clone()),
        lead_unit: None,
        handler: None,
        handlers: Vec::new(),
        co_units: Vec::new(),
        rechecker: None,
        recheckers: Vec::new(),
        recheck_drawn: false,
        rechecks: Vec::new(),
        finding: None,
        verified_by: None,
        order: None,
        evidence: Vec::new(),
        result: None,
        disposal: None,
        dues: Vec::new(),
        first_promise: None,
        last_promise: None,
        opened_at: entry.at,
        accepted_at: None,
        dispatched_at: None,
        rectified_at: None,
        closed_at: None,
        closed_by: None,
        suspended: None,
        asked_reporter: None,
        extension_asked: None,
        extended_days: 0,
        returns: 0,
        reopened: 0,
        supervision_level: 0,
        merged_into: None,
        merged_at: None,
        milestones: Vec::new(),
        satisfied: None,
        publication: Publication::Undecided,
        awaits: None,
        told: Vec::new(),
        touches: Vec::new(),
        seq: entry.seq,
    })
}
