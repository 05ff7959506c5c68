//! `fold`: events become the state of a case. Total: it never refuses, whatever it is given.

mod did;
mod opened;

use super::{AskedReporter, AwaitedConfirmation, Case, Due, Event, State, Touch, VerbName};
use crate::{
    ids::{CaseId, CommandId, PersonId},
    moment::Moment,
};

/// How many uses of verbs a case remembers to notice conflicts.
const TOUCHES_KEPT: usize = 64;

/// An entry of the ledger as the fold sees it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Entry {
    /// Its place in the ledger; on a phone, the base it was decided on.
    pub seq: u64,
    /// The command.
    pub command: CommandId,
    /// The case.
    pub case: CaseId,
    /// Who.
    pub by: Option<PersonId>,
    /// When the server received it.
    pub at: Moment,
    /// When the device says it was made, corrected.
    pub made_at: Moment,
}

/// The case after these events. `None` before the first one, and only then.
#[must_use]
pub fn fold(case: Option<Case>, entry: &Entry, events: &[Event]) -> Option<Case> {
    let mut case = match case {
        Some(case) => case,
        None => opened::open(entry, events)?,
    };
    let kept_only = events.iter().any(|event| matches!(event, Event::RecheckKept { .. }));
    for event in events {
        apply(&mut case, entry, event, kept_only);
    }
    case.seq = entry.seq;
    Some(case)
}

fn apply(case: &mut Case, entry: &Entry, event: &Event, kept_only: bool) {
    match event {
        Event::Opened { .. } | Event::RecheckKept { .. } | Event::RecheckDrawn { .. } => {
            case.recheck_drawn |= matches!(event, Event::RecheckDrawn { drawn, share_percent, .. } if drawn < share_percent);
        }
        Event::Did { ask } => {
            did::apply(case, entry, ask, kept_only);
            touch(case, entry, ask.name());
        }
        Event::Moved { from, to } => moved(case, entry, *from, *to),
        Event::Classified { category, clock, risk } => {
            case.category = category.clone();
            case.clock = *clock;
            case.risk = *risk;
        }
        Event::ReporterAsked { until } => case.asked_reporter = Some(AskedReporter { since: entry.at, until: *until }),
        Event::ReporterWaitOver => case.asked_reporter = None,
        Event::DueSet { due } => due_set(case, due),
        Event::DueMet { clock } => case.dues.retain(|due| due.clock != *clock),
        Event::TookIn { reports, .. } => {
            let new = reports.iter().filter(|filed| !case.reports.iter().any(|known| known.id == filed.id)).cloned().collect::<Vec<_>>();
            case.reports.extend(new);
        }
        Event::GaveBack { reports, .. } => case.reports.retain(|filed| filed.merged_from.is_none() || !reports.contains(&filed.id)),
        Event::Crossed { line } => {
            if !case.told.contains(line) {
                case.told.push(line.clone());
            }
        }
        Event::Supervised { level } => case.supervision_level = case.supervision_level.max(*level),
        Event::AwaitsConfirmation { by, ask } => {
            case.awaits = Some(AwaitedConfirmation { by: *by, ask: ask.clone() });
            touch(case, entry, ask.name());
        }
        Event::TakenAway { people, lead } => taken_away(case, people, *lead),
        Event::Published { at } => did::published(case, entry, *at),
    }
}

fn moved(case: &mut Case, entry: &Entry, from: State, to: State) {
    case.state = to;
    case.awaits = None;
    match to {
        State::Accepted if from == State::PendingAcceptance => case.accepted_at = Some(entry.at),
        State::Dispatched => case.dispatched_at = Some(entry.at),
        State::Suspended | State::Merged => case.resume_to = Some(from),
        State::Closed if from == State::AwaitingApproval => case.closed_at = Some(entry.at),
        _ => {}
    }
    if matches!(from, State::Suspended | State::Merged) {
        case.resume_to = None;
    }
    if from == State::Suspended {
        case.suspended = None;
    }
    if !to.is_open() {
        case.asked_reporter = None;
        case.extension_asked = None;
    }
}

/// A unit that it is about has it no longer, and what it found and did does not count; what rested in its hands wakes up to
/// be assigned anew.
fn taken_away(case: &mut Case, people: &[PersonId], lead: bool) {
    let taken = |person: &PersonId| people.contains(person);
    if lead || case.handler.as_ref().is_some_and(taken) {
        case.resume_to = case.resume_to.map(|_| State::Accepted);
        case.finding = None;
        case.verified_by = None;
        case.order = None;
        case.result = None;
        case.rectified_at = None;
        case.milestones.clear();
        case.rechecker = None;
    }
    if lead {
        case.lead_unit = None;
    }
    case.handler = case.handler.filter(|person| !taken(person));
    case.rechecker = case.rechecker.filter(|person| !taken(person));
}

fn due_set(case: &mut Case, due: &Due) {
    let same_end = case.dues.iter().any(|old| old.clock == due.clock && old.at == due.at);
    if !same_end {
        let prefix = format!("{}:", due.clock.name());
        case.told.retain(|line| !line.starts_with(&prefix));
    }
    case.dues.retain(|old| old.clock != due.clock);
    case.dues.push(due.clone());
    match due.clock {
        super::Clock::Handling => {
            case.first_promise.get_or_insert(due.at);
            case.last_promise = Some(due.at);
        }
        super::Clock::Rectification => {
            if let Some(order) = &mut case.order {
                order.due = due.clone();
            }
        }
        _ => {}
    }
}

/// Remembers the use of a verb that others may not step over.
fn touch(case: &mut Case, entry: &Entry, verb: VerbName) {
    let class = verb.class();
    if class == super::VerbClass::Additive {
        return;
    }
    case.touches.push(Touch { seq: entry.seq, by: entry.by, verb, class, at: entry.at });
    if case.touches.len() > TOUCHES_KEPT {
        case.touches.remove(0);
    }
}
