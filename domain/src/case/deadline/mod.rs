//! Clocks (`rules.md` section 3): due dates that explain themselves.
//!
//! A day starts the day after. A period in days ends at 24:00 Asia/Shanghai of its last day, and on the next working
//! day if that day is none. Hours run straight.

mod clockwork;
mod reckoning;
mod timeliness;

pub(super) use clockwork::resting_dues;

pub use clockwork::clockwork;
pub use reckoning::{Reckoned, reckoning, replayed};
pub use timeliness::{Timeliness, due_timeliness, next_due, soon_from, timeliness};

use super::{Clock, Due, DueMove, Length, MoveReason, Skipped};
use crate::{
    moment::Moment,
    rulebook::{ClassTimes, ClockClass, Rulebook},
};
use time::{Date, Duration};

/// How long this clock runs for a matter of this class; none if a person sets its end.
#[must_use]
pub fn length(book: &Rulebook, clock: Clock, class: ClockClass) -> Option<Length> {
    let numbers = &book.numbers;
    let emergency = class == ClockClass::Emergency;
    Some(match clock {
        Clock::Acceptance if emergency => Length::Hours(numbers.acceptance_emergency_h),
        Clock::Acceptance => Length::WorkingDays(numbers.acceptance_wd),
        Clock::Dispatch if emergency => Length::Hours(numbers.dispatch_emergency_h),
        Clock::Dispatch => Length::Hours(numbers.dispatch_h),
        Clock::SignFor if emergency => Length::Hours(numbers.by_class.emergency_sign_for_h),
        Clock::SignFor => Length::WorkingDays(numbers.sign_for_wd),
        Clock::OnSite if emergency => Length::Hours(numbers.by_class.emergency_on_site_h),
        Clock::OnSite => Length::WorkingDays(numbers.on_site_wd),
        Clock::Handling => handling(&numbers.by_class, class),
        Clock::Rectification => return None,
        Clock::Recheck => Length::WorkingDays(numbers.recheck_wd),
        Clock::Publication => Length::WorkingDays(numbers.publication_wd),
    })
}

fn handling(times: &ClassTimes, class: ClockClass) -> Length {
    match class {
        ClockClass::Emergency => Length::Hours(times.emergency_h),
        ClockClass::Simple => Length::WorkingDays(times.simple_wd),
        ClockClass::General => Length::Days(times.general_d),
        ClockClass::Complex => Length::Days(times.complex_d),
        ClockClass::PetitionLike => Length::Days(times.petition_like_d),
    }
}

/// When this clock ends, with the whole reckoning.
#[must_use]
pub fn due(book: &Rulebook, clock: Clock, start: Moment, length: Length) -> Due {
    let mut due = Due {
        clock,
        start,
        length,
        at: start,
        skipped: Vec::new(),
        make_up_days: 0,
        moved_to_workday: false,
        paused_s: 0,
        extended_days: 0,
        moves: Vec::new(),
        rulebook: book.version,
    };
    match length {
        Length::Hours(hours) => due.at = start + Duration::hours(i64::from(hours)),
        Length::Until(at) => due.at = at,
        Length::WorkingDays(days) => {
            let mut day = start.day();
            for _ in 0..days {
                day = next_workday(book, day, &mut due);
            }
            due.at = Moment::end_of(day);
        }
        Length::Days(days) => {
            let last = start.day().saturating_add(Duration::days(i64::from(days)));
            end_on_workday(book, last, &mut due);
        }
    }
    due
}

/// The clock of this name for a matter of this class from `start`; none if only a person can set it.
#[must_use]
pub fn due_by_rule(book: &Rulebook, clock: Clock, start: Moment, class: ClockClass) -> Option<Due> {
    Some(due(book, clock, start, length(book, clock, class)?))
}

/// Half the time, rounded up: what a reopened matter gets.
#[must_use]
pub fn half(length: Length) -> Length {
    match length {
        Length::Hours(n) => Length::Hours(n.div_ceil(2)),
        Length::WorkingDays(n) => Length::WorkingDays(n.div_ceil(2)),
        Length::Days(n) => Length::Days(n.div_ceil(2)),
        Length::Until(at) => Length::Until(at),
    }
}

/// The same clock after a pause of whole seconds. One that ends with a day still does.
#[must_use]
pub fn after_pause(book: &Rulebook, due: &Due, pause: Duration) -> Due {
    let seconds = pause.whole_seconds().max(0);
    let mut later = Due { paused_s: due.paused_s + seconds, at: due.at + Duration::seconds(seconds), ..due.clone() };
    if seconds == 0 {
        return later;
    }
    let rest_days = if ends_with_a_day(due) {
        let last = later.at.day();
        end_on_workday(book, last, &mut later)
    } else {
        0
    };
    later.moves.push(DueMove { why: MoveReason::Paused { seconds }, rest_days, at: later.at });
    later
}

/// The same clock with days granted on top.
#[must_use]
pub fn extended(book: &Rulebook, due: &Due, days: u16) -> Due {
    let mut later = Due { extended_days: due.extended_days + days, ..due.clone() };
    let last = due.at.day().saturating_add(Duration::days(i64::from(days)));
    let rest_days = end_on_workday(book, last, &mut later);
    later.moves.push(DueMove { why: MoveReason::Extended { days }, rest_days, at: later.at });
    later
}

/// Periods in days end with a day, and so does whatever was made longer by days.
fn ends_with_a_day(due: &Due) -> bool {
    matches!(due.length, Length::WorkingDays(_) | Length::Days(_)) || due.extended_days > 0
}

/// Ends the clock on this day, or on the next working day if it is none; says how many rest days were passed over.
fn end_on_workday(book: &Rulebook, last: Date, due: &mut Due) -> u16 {
    let mut day = last;
    if !book.calendar.works(day) {
        due.moved_to_workday = true;
        skip(book, day, due);
        day = next_workday(book, day, due);
    }
    due.at = Moment::end_of(day);
    u16::try_from((day - last).whole_days()).unwrap_or(u16::MAX)
}

/// The next working day after `day`; what lies between is noted.
fn next_workday(book: &Rulebook, day: Date, due: &mut Due) -> Date {
    let mut next = day.saturating_add(Duration::DAY);
    while !book.calendar.works(next) && next < Date::MAX {
        skip(book, next, due);
        next = next.saturating_add(Duration::DAY);
    }
    if book.calendar.special(next).is_some_and(|special| special.works) {
        due.make_up_days += 1;
    }
    next
}

fn skip(book: &Rulebook, day: Date, due: &mut Due) {
    let name = book.calendar.special(day).map_or("weekend", |special| &special.name);
    match due.skipped.iter_mut().find(|skipped| skipped.name == name) {
        Some(skipped) => skipped.days += 1,
        None => due.skipped.push(Skipped { name: name.to_owned(), days: 1 }),
    }
}
