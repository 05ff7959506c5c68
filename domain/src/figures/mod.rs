//! Figures (`数据`), each defined once: what is counted, over what, and from when to when. Pure: callers bring the rows.

mod again;
mod coverage;
mod grouped;
mod tally;

pub use again::{AGAIN_DAYS, AGAIN_M, Ground, Occurrence};
pub use coverage::coverage;
pub use grouped::{Figures, Group, Grouping, group, months};
pub use tally::{CaseFacts, Measure, Tally};

use crate::{
    case::{Case, Clock},
    moment::Moment,
};
use serde::{Deserialize, Serialize};
use time::Date;

/// Below this many, a share says how many of how many and no more: it is neither ranked nor drawn.
pub const RANKED_FROM: u32 = 10;

/// Fewer answers than this would tell who said what: then nobody reads how many were satisfied.
pub const SATISFACTION_FROM: u32 = 5;

/// A period: from its first moment up to, and with, its last one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Period {
    /// First moment.
    pub from: Moment,
    /// Last moment.
    pub to: Moment,
}

impl Period {
    /// From the beginning of one day to the end of another, and never beyond now: what is still to come is not counted.
    #[must_use]
    pub fn days(from: Date, to: Date, now: Moment) -> Self {
        Period { from: Moment::start_of(from), to: Moment::end_of(to).min(now) }
    }

    /// Whether this moment lies in it.
    #[must_use]
    pub fn holds(self, at: Moment) -> bool {
        self.from <= at && at <= self.to
    }
}

/// A share that never hides its count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Rate {
    /// How many it could have been.
    pub of: u32,
    /// How many it was.
    pub met: u32,
}

impl Rate {
    /// In percent, rounded to one place by the caller; none when there was nothing to count.
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.met) * 100.0 / f64::from(self.of))
    }

    /// Whether it is made of enough to stand beside others.
    #[must_use]
    pub fn is_ranked(self) -> bool {
        self.of >= RANKED_FROM
    }
}

/// One duty towards one reporter, or one promise about one case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Duty {
    /// The last moment that was on time.
    pub due_at: Moment,
    /// When it was met, if it was.
    pub met_at: Option<Moment>,
}

/// By when the reporters of this case must have their answer: the promise that is or was last in force, else the end of
/// the time to accept it. None once a case ended before any promise was made: what was known before then still holds.
#[must_use]
pub fn answer_due(case: &Case) -> Option<Moment> {
    let acceptance = || case.dues.iter().find(|due| due.clock == Clock::Acceptance).map(|due| due.at);
    case.last_promise.or_else(acceptance)
}

/// Duties that fell due in the period, and those met no later than due. This is 回音率 for reporters and their answers,
/// and on-time closure for cases and their promises. What is not due yet counts on neither side, even if it is met.
#[must_use]
pub fn kept(duties: impl IntoIterator<Item = Duty>, period: Period) -> Rate {
    duties.into_iter().filter(|duty| period.holds(duty.due_at)).fold(Rate::default(), |rate, duty| Rate {
        of: rate.of + 1,
        met: rate.met + u32::from(duty.met_at.is_some_and(|met| met <= duty.due_at)),
    })
}

/// Days from one calendar day to another in Asia/Shanghai: what people count. Never negative.
#[must_use]
pub fn days_between(start: Moment, end: Moment) -> u32 {
    u32::try_from((end.day() - start.day()).whole_days()).unwrap_or(0)
}

/// The nearest-rank percentile: the smallest number that at least `percent` of them do not exceed. None of none.
#[must_use]
pub fn percentile(mut numbers: Vec<u32>, percent: u8) -> Option<u32> {
    numbers.sort_unstable();
    let rank = (numbers.len() * usize::from(percent)).div_ceil(100).max(1);
    numbers.get(rank - 1).copied()
}

#[cfg(test)]
mod tests {
    use super::{Duty, Period, Rate, days_between, kept, percentile};
    use crate::moment::Moment;

    fn day(n: i64) -> Moment {
        Moment::from_unix_ms(1_780_000_000_000 + n * 86_400_000).unwrap()
    }

    #[test]
    fn only_what_fell_due_is_counted() {
        let period = Period { from: day(0), to: day(10) };
        let duties = [
            Duty { due_at: day(5), met_at: Some(day(5)) },
            Duty { due_at: day(5), met_at: Some(day(6)) },
            Duty { due_at: day(10), met_at: None },
            Duty { due_at: day(11), met_at: Some(day(4)) },
            Duty { due_at: day(-1), met_at: Some(day(-2)) },
        ];
        assert_eq!(kept(duties, period), Rate { of: 3, met: 1 });
        assert_eq!(Rate { of: 3, met: 1 }.percent().map(f64::round), Some(33.0));
        assert_eq!(Rate::default().percent(), None);
    }

    #[test]
    fn a_median_is_a_number_that_occurred() {
        assert_eq!(percentile(vec![], 50), None);
        assert_eq!(percentile(vec![9, 1, 4], 50), Some(4));
        assert_eq!(percentile(vec![4, 1, 9, 7], 50), Some(4));
        assert_eq!(percentile(vec![4, 1, 9, 7], 90), Some(9));
        assert_eq!(percentile(vec![6], 0), Some(6));
    }

    #[test]
    fn days_change_at_midnight_in_shanghai() {
        let evening = Moment::from_unix_ms(1_780_000_000_000).unwrap();
        let midnight = Moment::end_of(evening.day());
        assert_eq!(days_between(evening, midnight), 0);
        assert_eq!(days_between(evening, midnight + time::Duration::milliseconds(1)), 1);
        assert_eq!(days_between(midnight + time::Duration::days(2), evening), 0);
    }
}
