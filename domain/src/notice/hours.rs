//! From when a notice is shown and sent. People are not called at night: that is what the duty telephone is for.

use super::Kind;
use crate::{moment::Moment, rulebook::Rulebook};
use time::{Duration, Time};

/// The first moment, now or later, in the county's working hours on a working day.
#[must_use]
pub fn next_working(book: &Rulebook, at: Moment) -> Moment {
    let (opens, closes) = (hour(book.numbers.work_from_h), hour(book.numbers.work_to_h));
    let (mut day, time) = (at.day(), at.in_shanghai().time());
    if book.calendar.works(day) {
        if time < opens {
            return on(day, opens);
        }
        if time < closes {
            return at;
        }
    }
    // A year without a working day is no calendar: then it is not held back for ever.
    for _ in 0..366 {
        day = day.saturating_add(Duration::DAY);
        if book.calendar.works(day) {
            return on(day, opens);
        }
    }
    at
}

/// From when it stands in a person's list.
#[must_use]
pub fn shown_from(kind: Kind, at: Moment, book: &Rulebook) -> Moment {
    if kind.is_reminder() { next_working(book, at) } else { at }
}

/// From when it may be sent to a telephone or a mailbox.
#[must_use]
pub fn sent_from(at: Moment, book: &Rulebook) -> Moment {
    next_working(book, at)
}

fn hour(hour: u16) -> Time {
    u8::try_from(hour).ok().and_then(|hour| Time::from_hms(hour, 0, 0).ok()).unwrap_or(Time::MIDNIGHT)
}

fn on(day: time::Date, time: Time) -> Moment {
    Moment::start_of(day) + (time - Time::MIDNIGHT)
}
