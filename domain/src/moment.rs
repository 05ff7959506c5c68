//! A moment in time: UTC, to the millisecond, written as RFC 3339. Shown in Asia/Shanghai, which has no summer time.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{fmt, ops::Add, ops::Sub};
use time::{Date, Duration, OffsetDateTime, UtcOffset, macros::offset};

/// The offset of Asia/Shanghai, whole year round.
pub const SHANGHAI: UtcOffset = offset!(+8);

/// A moment, UTC, to the millisecond.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(OffsetDateTime);

impl Moment {
    /// Drops what is finer than a millisecond and moves to UTC.
    #[must_use]
    pub fn new(at: OffsetDateTime) -> Self {
        let at = at.to_offset(UtcOffset::UTC);
        let fine = Duration::nanoseconds(i64::from(at.nanosecond() % 1_000_000));
        Moment(at - fine)
    }

    /// Milliseconds since 1970, as databases and browsers count. `None` outside the years this calendar knows.
    #[must_use]
    pub fn from_unix_ms(ms: i64) -> Option<Self> {
        OffsetDateTime::from_unix_timestamp_nanos(i128::from(ms) * 1_000_000).ok().map(Moment)
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub fn unix_ms(self) -> i64 {
        i64::try_from(self.0.unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX)
    }

    /// The calendar day in Asia/Shanghai.
    #[must_use]
    pub fn day(self) -> Date {
        self.0.to_offset(SHANGHAI).date()
    }

    /// The wall clock in Asia/Shanghai.
    #[must_use]
    pub fn in_shanghai(self) -> OffsetDateTime {
        self.0.to_offset(SHANGHAI)
    }

    /// The last millisecond of a day in Asia/Shanghai ("24:00 of its last day").
    #[must_use]
    pub fn end_of(day: Date) -> Self {
        Moment(day.midnight().assume_offset(SHANGHAI).to_offset(UtcOffset::UTC)) + Duration::days(1) - Duration::milliseconds(1)
    }

    /// The first moment of a day in Asia/Shanghai.
    #[must_use]
    pub fn start_of(day: Date) -> Self {
        Moment(day.midnight().assume_offset(SHANGHAI).to_offset(UtcOffset::UTC))
    }
}

impl Add<Duration> for Moment {
    type Output = Moment;
    fn add(self, by: Duration) -> Moment {
        Moment(self.0.saturating_add(by))
    }
}

impl Sub<Duration> for Moment {
    type Output = Moment;
    fn sub(self, by: Duration) -> Moment {
        Moment(self.0.saturating_sub(by))
    }
}

impl Sub for Moment {
    type Output = Duration;
    fn sub(self, other: Moment) -> Duration {
        self.0 - other.0
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        crate::iso::write_moment(self.0, f)
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let text = String::deserialize(input)?;
        crate::iso::read_moment(&text).map(Moment::new).ok_or_else(|| D::Error::custom("not a moment like 2026-10-01T08:30:00Z"))
    }
}
