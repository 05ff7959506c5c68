//! Dates and moments as text (RFC 3339), read and written by hand: a general reader of date formats would weigh tens of
//! kilobytes on a phone, for two formats.

use time::{Date, Month, OffsetDateTime, Time, UtcOffset};

/// Reads `2026-10-01`.
#[must_use]
pub fn read_day(text: &str) -> Option<Date> {
    let mut rest = text.as_bytes();
    let day = day(&mut rest)?;
    rest.is_empty().then_some(day)
}

/// Reads `2026-10-01T08:30`, with anything behind it ignored, as a form's control writes a wall clock.
#[must_use]
pub fn read_wall_clock(text: &str) -> Option<time::PrimitiveDateTime> {
    let mut rest = text.as_bytes();
    let day = day(&mut rest)?;
    mark(&mut rest, b"T")?;
    let hour = number(&mut rest, 2)?;
    mark(&mut rest, b":")?;
    let minute = number(&mut rest, 2)?;
    Some(day.with_time(Time::from_hms(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, 0).ok()?))
}

/// Reads a moment with its offset, as `2026-10-01T08:30:00.25+08:00` or with `Z`.
pub(crate) fn read_moment(text: &str) -> Option<OffsetDateTime> {
    let mut rest = text.as_bytes();
    let day = day(&mut rest)?;
    mark(&mut rest, b"Tt ")?;
    let hour = u8::try_from(number(&mut rest, 2)?).ok()?;
    mark(&mut rest, b":")?;
    let minute = u8::try_from(number(&mut rest, 2)?).ok()?;
    mark(&mut rest, b":")?;
    let second = u8::try_from(number(&mut rest, 2)?).ok()?;
    let nanos = fraction(&mut rest)?;
    let offset = offset(&mut rest)?;
    let time = Time::from_hms_nano(hour, minute, second, nanos).ok()?;
    rest.is_empty().then(|| day.with_time(time).assume_offset(offset))
}

/// Writes a moment that is in UTC.
pub(crate) fn write_moment(at: OffsetDateTime, out: &mut impl std::fmt::Write) -> std::fmt::Result {
    write_day(at.date(), out)?;
    write!(out, "T{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())?;
    let ms = at.millisecond();
    if ms > 0 {
        let (digits, width) = if ms.is_multiple_of(100) {
            (ms / 100, 1)
        } else if ms.is_multiple_of(10) {
            (ms / 10, 2)
        } else {
            (ms, 3)
        };
        write!(out, ".{digits:0width$}")?;
    }
    out.write_char('Z')
}

fn write_day(day: Date, out: &mut impl std::fmt::Write) -> std::fmt::Result {
    write!(out, "{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day())
}

/// Dates as `2026-10-01`.
pub mod day {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};
    use time::Date;

    /// Writes a date.
    ///
    /// # Errors
    /// If the format below fails.
    pub fn serialize<S: Serializer>(day: &Date, out: S) -> Result<S::Ok, S::Error> {
        let mut text = String::with_capacity(10);
        super::write_day(*day, &mut text).map_err(serde::ser::Error::custom)?;
        out.serialize_str(&text)
    }

    /// Reads a date.
    ///
    /// # Errors
    /// If it is none.
    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Date, D::Error> {
        super::read_day(&String::deserialize(input)?).ok_or_else(|| D::Error::custom("not a date like 2026-10-01"))
    }
}

/// Dates that may be missing.
pub mod day_option {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};
    use time::Date;

    /// Writes a date, or null.
    ///
    /// # Errors
    /// If the format below fails.
    pub fn serialize<S: Serializer>(day: &Option<Date>, out: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => super::day::serialize(day, out),
            None => out.serialize_none(),
        }
    }

    /// Reads a date, or null.
    ///
    /// # Errors
    /// If it is neither.
    pub fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(input)?;
        text.map(|text| super::read_day(&text).ok_or_else(|| D::Error::custom("not a date like 2026-10-01"))).transpose()
    }
}

fn day(rest: &mut &[u8]) -> Option<Date> {
    let year = number(rest, 4)?;
    mark(rest, b"-")?;
    let month = Month::try_from(u8::try_from(number(rest, 2)?).ok()?).ok()?;
    mark(rest, b"-")?;
    let day = u8::try_from(number(rest, 2)?).ok()?;
    Date::from_calendar_date(i32::try_from(year).ok()?, month, day).ok()
}

/// Exactly so many digits.
fn number(rest: &mut &[u8], digits: usize) -> Option<u32> {
    let (head, tail) = rest.split_at_checked(digits)?;
    *rest = tail;
    head.iter().try_fold(0u32, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}

fn mark(rest: &mut &[u8], allowed: &[u8]) -> Option<u8> {
    let (first, tail) = rest.split_first()?;
    *rest = tail;
    allowed.contains(first).then_some(*first)
}

/// Nanoseconds; what is finer than that is left out.
fn fraction(rest: &mut &[u8]) -> Option<u32> {
    let Some(digits) = rest.strip_prefix(b".") else { return Some(0) };
    let length = digits.iter().take_while(|digit| digit.is_ascii_digit()).count();
    *rest = &digits[length..];
    let known = digits[..length].iter().copied().chain(std::iter::repeat(b'0'));
    (length > 0).then(|| known.take(9).fold(0, |nanos, digit| nanos * 10 + u32::from(digit - b'0')))
}

fn offset(rest: &mut &[u8]) -> Option<UtcOffset> {
    let sign: i8 = match mark(rest, b"Zz+-")? {
        b'+' => 1,
        b'-' => -1,
        _ => return Some(UtcOffset::UTC),
    };
    let hours = i8::try_from(number(rest, 2)?).ok()?;
    mark(rest, b":")?;
    let minutes = i8::try_from(number(rest, 2)?).ok()?;
    UtcOffset::from_hms(sign * hours, sign * minutes, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::{read_day, read_moment, read_wall_clock, write_moment};
    use time::macros::{date, datetime};

    #[test]
    fn moments_are_read_in_every_way_that_rfc_3339_knows() {
        for text in ["2026-11-02T01:00:00Z", "2026-11-02T01:00:00z", "2026-11-02 09:00:00+08:00", "2026-11-01T22:30:00.000-02:30"] {
            assert_eq!(read_moment(text), Some(datetime!(2026-11-02 01:00 UTC)), "{text}");
        }
        assert_eq!(read_moment("2026-11-02T01:00:00.1234567891Z"), Some(datetime!(2026-11-02 01:00:00.123456789 UTC)));
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        let wrong = [
            "",
            "2026",
            "2026-11-02",
            "2026-11-02T01:00:00",
            "2026-11-02T01:00:00.Z",
            "2026-11-02T24:00:00Z",
            "2026-02-29T01:00:00Z",
            "2026-11-02T01:00:00Z ",
            "2026-11-02T01:00:00+8:00",
            "2026-11-02T01:00:00+99:00",
            "２026-11-02T01:00:00Z",
            "+026-11-02T01:00:00Z",
        ];
        for text in wrong {
            assert_eq!(read_moment(text), None, "{text}");
        }
        assert_eq!((read_day("2026-02-30"), read_day("2026-2-3"), read_day("2026-10-01T")), (None, None, None));
    }

    #[test]
    fn what_is_written_is_read_again() {
        for (ms, end) in [(0, "00Z"), (5, "00.005Z"), (50, "00.05Z"), (500, "00.5Z"), (999, "00.999Z")] {
            let at = datetime!(2026-11-02 01:00 UTC) + time::Duration::milliseconds(ms);
            let mut text = String::new();
            write_moment(at, &mut text).unwrap();
            assert!(text.ends_with(end), "{text}");
            assert_eq!(read_moment(&text), Some(at));
        }
    }

    #[test]
    fn days_and_wall_clocks() {
        assert_eq!(read_day("2026-10-01"), Some(date!(2026 - 10 - 01)));
        assert_eq!(read_wall_clock("2026-10-01T08:30"), Some(datetime!(2026-10-01 08:30)));
        assert_eq!(read_wall_clock("2026-10-01T08:30:59.2"), Some(datetime!(2026-10-01 08:30)));
        assert_eq!(read_wall_clock("2026-10-01T25:30"), None);
    }
}
