//! How a due date came about, step by step. The steps are what a reader can follow with a calendar in the hand:
//! [`replayed`] does just that and must end where the due date stands.

use super::{Due, DueMove, Length, MoveReason};
use crate::{case::Skipped, moment::Moment};
use time::{Date, Duration};

/// One step of the reckoning, in order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reckoned {
    /// From this moment.
    Start(Moment),
    /// The first day that counts, for a period in days.
    FirstDay(Date),
    /// So long.
    Length(Length),
    /// Rest days that the period itself passed over, by name.
    Rest(Vec<Skipped>),
    /// So many days that are weekends by the calendar on the wall counted, because people make up for a holiday on them.
    MadeUp(u16),
    /// The last day was a rest day, so that the end is on the next working day.
    ToWorkday,
    /// It moved: a pause or an extension, and where the end was after it.
    Moved(DueMove),
    /// The last moment that is on time, by this edition of the rulebook.
    End(Moment, u32),
}

/// Every step that this due date took. Steps that changed nothing are left out.
#[must_use]
pub fn reckoning(due: &Due) -> Vec<Reckoned> {
    let mut steps = vec![Reckoned::Start(due.start)];
    if let Length::WorkingDays(_) | Length::Days(_) = due.length {
        steps.push(Reckoned::FirstDay(due.start.day().saturating_add(Duration::DAY)));
    }
    steps.push(Reckoned::Length(due.length));
    if !due.skipped.is_empty() {
        steps.push(Reckoned::Rest(due.skipped.clone()));
    }
    if due.make_up_days > 0 {
        steps.push(Reckoned::MadeUp(due.make_up_days));
    }
    if due.moved_to_workday {
        steps.push(Reckoned::ToWorkday);
    }
    steps.extend(moves(due).into_iter().map(Reckoned::Moved));
    steps.push(Reckoned::End(due.at, due.rulebook));
    steps
}

/// What moved it. A due date that was set before moves were kept knows only their sums: these are told as one of each.
fn moves(due: &Due) -> Vec<DueMove> {
    if !due.moves.is_empty() {
        return due.moves.clone();
    }
    let paused = (due.paused_s > 0).then_some(MoveReason::Paused { seconds: due.paused_s });
    let extended = (due.extended_days > 0).then_some(MoveReason::Extended { days: due.extended_days });
    paused.into_iter().chain(extended).map(|why| DueMove { why, rest_days: 0, at: due.at }).collect()
}

/// The end as the steps give it: start, length and rest days, then every move. Knows no calendar.
#[must_use]
pub fn replayed(due: &Due) -> Moment {
    let all: u32 = due.skipped.iter().map(|skipped| u32::from(skipped.days)).sum();
    let later: u32 = due.moves.iter().map(|moved| u32::from(moved.rest_days)).sum();
    let days = |n: u16| Moment::end_of(day_after(due.start, i64::from(n) + i64::from(all.saturating_sub(later))));
    let (first, mut in_days) = match due.length {
        Length::Hours(hours) => (due.start + Duration::hours(i64::from(hours)), false),
        Length::Until(at) => (at, false),
        Length::WorkingDays(n) | Length::Days(n) => (days(n), true),
    };
    due.moves.iter().fold(first, |at, moved| {
        let (next, granted) = match moved.why {
            MoveReason::Paused { seconds } => (at + Duration::seconds(seconds), 0),
            MoveReason::Extended { days } => (at, i64::from(days)),
        };
        in_days |= matches!(moved.why, MoveReason::Extended { .. });
        if in_days { Moment::end_of(day_after(next, granted + i64::from(moved.rest_days))) } else { next }
    })
}

fn day_after(at: Moment, days: i64) -> Date {
    at.day().saturating_add(Duration::days(days))
}
