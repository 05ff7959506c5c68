//! What the clock does by itself: tells each crossing once, climbs the supervision ladder, ends pauses.
//! It raises visibility; it never moves a case, but for waking one whose suspension is over.

use super::{
    Timeliness, after_pause, due_timeliness,
    timeliness::{is_duty, timeliness, workdays_left},
};
use crate::{
    case::{Case, Clock, Event, State},
    moment::Moment,
    rulebook::Rulebook,
};

/// Working days after the due date at which each level of supervision begins.
const LADDER: [(u8, u32); 3] = [(1, 1), (2, 5), (3, 15)];

/// What is to be noted about this case at this moment; empty if nothing changed since the last time it was asked.
#[must_use]
pub fn clockwork(case: &Case, book: &Rulebook, now: Moment) -> Vec<Event> {
    if !case.state.is_open() {
        return Vec::new();
    }
    if let Some(events) = pause_over(case, book, now) {
        return events;
    }
    if timeliness(case, book, now) == Timeliness::Paused {
        return Vec::new();
    }
    let mut events: Vec<Event> = Vec::new();
    let mut level = case.supervision_level;
    for due in case.dues.iter().filter(|due| is_duty(due.clock)) {
        let line = match due_timeliness(due, book, now) {
            Timeliness::DueSoon => "due_soon",
            Timeliness::Overdue => "overdue",
            Timeliness::OnTime | Timeliness::Paused => continue,
        };
        tell(case, &mut events, due.clock, line);
        let late = if now > due.at { workdays_left(book, due.at, now) } else { 0 };
        for (step, after) in LADDER {
            if late >= after {
                tell(case, &mut events, due.clock, &format!("level_{step}"));
                level = level.max(step);
            }
        }
    }
    if level > case.supervision_level {
        events.push(Event::Supervised { level });
    }
    events
}

fn tell(case: &Case, events: &mut Vec<Event>, clock: Clock, line: &str) {
    let line = format!("{}:{line}", clock.name());
    if !case.told.contains(&line) {
        events.push(Event::Crossed { line });
    }
}

/// The end of a suspension or of the wait for a reporter.
fn pause_over(case: &Case, book: &Rulebook, now: Moment) -> Option<Vec<Event>> {
    if let (State::Suspended, Some(suspension), Some(to)) = (case.state, &case.suspended, case.resume_to) {
        if now <= suspension.until {
            return None;
        }
        let mut events = vec![Event::Moved { from: State::Suspended, to }];
        events.extend(resting_dues(case, book, suspension.until - suspension.since));
        return Some(events);
    }
    let asked = case.asked_reporter.as_ref().filter(|asked| now > asked.until)?;
    let mut events = vec![Event::ReporterWaitOver];
    events.extend(resting_dues(case, book, asked.until - asked.since));
    Some(events)
}

/// Every running clock but publication, later by a pause.
pub(in crate::case) fn resting_dues(case: &Case, book: &Rulebook, pause: time::Duration) -> Vec<Event> {
    case.dues.iter().filter(|due| is_duty(due.clock)).map(|due| Event::DueSet { due: after_pause(book, due, pause) }).collect()
}

impl Clock {
    /// Its stable name, as in `handling:overdue`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Clock::Acceptance => "acceptance",
            Clock::Dispatch => "dispatch",
            Clock::SignFor => "sign_for",
            Clock::OnSite => "on_site",
            Clock::Handling => "handling",
            Clock::Rectification => "rectification",
            Clock::Recheck => "recheck",
            Clock::Publication => "publication",
        }
    }

    /// The clock of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Clock> {
        Clock::ALL.into_iter().find(|clock| clock.name() == name)
    }
}
