//! When people work: the demonstration's people keep the county's calendar.

use huiyin_domain::{moment::Moment, rulebook::calendar::Calendar};
use time::{Duration, Time, macros::time};

const OPENS: Time = time!(8:20);
const CLOSES: Time = time!(17:50);

/// The moment itself if it lies in working hours, else a few minutes into the next ones.
#[must_use]
pub(super) fn at_work(calendar: &Calendar, at: Moment) -> Moment {
    let local = at.in_shanghai();
    let minutes_in = Duration::minutes(i64::from(local.minute()) + i64::from(local.second() % 20));
    if calendar.works(local.date()) && local.time() < OPENS {
        return Moment::start_of(local.date()) + (OPENS - Time::MIDNIGHT) + minutes_in;
    }
    if calendar.works(local.date()) && local.time() <= CLOSES {
        return at;
    }
    let mut day = local.date();
    while let Some(next) = day.next_day() {
        day = next;
        if calendar.works(day) {
            break;
        }
    }
    Moment::start_of(day) + (OPENS - Time::MIDNIGHT) + minutes_in
}

/// By daylight: people report on any day, but not in the dark.
#[must_use]
pub(super) fn by_daylight(at: Moment) -> Moment {
    let local = at.in_shanghai();
    let hour = 7 + (i64::from(local.hour()) * 11) / 24;
    Moment::start_of(local.date()) + Duration::hours(hour) + Duration::minutes(i64::from(local.minute()))
}
