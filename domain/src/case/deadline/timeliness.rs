//! Timeliness: derived from the clocks at a moment, never stored.

use crate::{
    case::{Case, Clock, Due, Length, State},
    moment::Moment,
    rulebook::Rulebook,
};
use serde::{Deserialize, Serialize};
use time::Duration;

/// How a case stands against its clocks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timeliness {
    /// No clock runs, or there is time.
    OnTime,
    /// 临期: 75 % used, or one working day or less left.
    DueSoon,
    /// 超期
    Overdue,
    /// Suspended, or a reporter was asked.
    Paused,
}

/// The clock that ends first, if one runs.
#[must_use]
pub fn next_due(case: &Case) -> Option<&Due> {
    case.dues.iter().min_by_key(|due| due.at)
}

/// How the case stands at this moment: the worst of its clocks. Publication is a clock of its own after closing.
#[must_use]
pub fn timeliness(case: &Case, book: &Rulebook, now: Moment) -> Timeliness {
    if rests(case, now) {
        return Timeliness::Paused;
    }
    case.dues.iter().map(|due| due_timeliness(due, book, now)).max().unwrap_or(Timeliness::OnTime)
}

/// How one clock stands at this moment.
#[must_use]
pub fn due_timeliness(due: &Due, book: &Rulebook, now: Moment) -> Timeliness {
    if now > due.at {
        return Timeliness::Overdue;
    }
    let (used, whole) = (now - due.start, due.at - due.start);
    let mostly_used = used * 4 >= whole * 3;
    if mostly_used || (is_long(due, whole) && workdays_left(book, now, due.at) <= 1) { Timeliness::DueSoon } else { Timeliness::OnTime }
}

/// The first moment at which this clock stands at 临期, so that lists can be sorted and counted without reckoning each case anew.
#[must_use]
pub fn soon_from(due: &Due, book: &Rulebook) -> Moment {
    let whole = due.at - due.start;
    // Up to the next whole millisecond: a moment has nothing finer.
    let three_quarters_ms = (whole.whole_milliseconds() * 3 + 3) / 4;
    let mostly_used = due.start + Duration::milliseconds(i64::try_from(three_quarters_ms).unwrap_or(i64::MAX));
    if !is_long(due, whole) {
        return mostly_used;
    }
    // The second working day from the end: after it, one is left.
    let (mut day, mut found, mut walked) = (due.at.day(), 0, 0);
    while walked < 400 {
        found += u8::from(book.calendar.works(day));
        if found == 2 {
            break;
        }
        day = day.saturating_sub(Duration::DAY);
        walked += 1;
    }
    mostly_used.min(Moment::start_of(day)).max(due.start)
}

/// On clocks of a day or two "one working day left" would be true from the first minute and say nothing.
fn is_long(due: &Due, whole: Duration) -> bool {
    match due.length {
        Length::Hours(_) => false,
        Length::WorkingDays(days) => days > 2,
        Length::Days(_) | Length::Until(_) => whole > Duration::days(3),
    }
}

/// Working days after today up to the last one.
pub(super) fn workdays_left(book: &Rulebook, now: Moment, at: Moment) -> u32 {
    let (mut day, last, mut left) = (now.day(), at.day(), 0);
    while day < last && left < 400 {
        day = day.saturating_add(Duration::DAY);
        left += u32::from(book.calendar.works(day));
    }
    left
}

/// Whether the clocks rest.
fn rests(case: &Case, now: Moment) -> bool {
    case.state == State::Suspended || case.asked_reporter.as_ref().is_some_and(|asked| now <= asked.until)
}

/// Clocks whose passing raises supervision: all but publication, which starts after the work is done.
pub(super) fn is_duty(clock: Clock) -> bool {
    clock != Clock::Publication
}
