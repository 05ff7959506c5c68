//! Moments as lists write them. What can be read in two ways is not read.

use huiyin_domain::moment::Moment;
use time::{
    Date, Duration, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset, format_description::well_known::Rfc3339, macros::date,
};

/// Spreadsheets count days from here.
const SERIAL_ZERO: Date = date!(1899 - 12 - 30);
/// Serial days that are taken for dates: 2000 to 2099.
const SERIALS: std::ops::Range<f64> = 36_526.0..73_051.0;
/// China has one time.
const ZONE: UtcOffset = match UtcOffset::from_hms(8, 0, 0) {
    Ok(zone) => zone,
    Err(_) => UtcOffset::UTC,
};

/// The moment in this text, by Chinese time unless it says another; a day without a time is its beginning.
#[must_use]
pub(super) fn moment(text: &str) -> Option<Moment> {
    let text = text.trim();
    if let Ok(at) = OffsetDateTime::parse(text, &Rfc3339) {
        return Some(Moment::new(at));
    }
    let at = serial(text).or_else(|| compact(text)).or_else(|| spelt(text))?;
    Some(Moment::new(at.assume_offset(ZONE)))
}

/// 46349.6187: days since 1899.
fn serial(text: &str) -> Option<PrimitiveDateTime> {
    let days: f64 = text.parse().ok().filter(|days| SERIALS.contains(days))?;
    let seconds = (days * 86_400.0).round() as i64;
    PrimitiveDateTime::new(SERIAL_ZERO, Time::MIDNIGHT).checked_add(Duration::seconds(seconds))
}

/// 20261123, or with the time behind it: 20261123145100.
fn compact(text: &str) -> Option<PrimitiveDateTime> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) || !matches!(text.len(), 8 | 12 | 14) {
        return None;
    }
    let part = |from: usize, to: usize| text.get(from..to).and_then(|digits| digits.parse::<u16>().ok());
    let time = [part(8, 10), part(10, 12), part(12, 14)].map(Option::unwrap_or_default);
    put_together([part(0, 4)?, part(4, 6)?, part(6, 8)?], time)
}

/// 2026-11-23 14:51, with any of the usual signs between: the year first, with four digits.
fn spelt(text: &str) -> Option<PrimitiveDateTime> {
    let allowed = |character: char| character.is_ascii_digit() || " -/.:年月日时分秒T：".contains(character);
    if !text.chars().all(allowed) {
        return None;
    }
    let parts: Vec<&str> = text.split(|character: char| !character.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    if parts.first().map(|year| year.len()) != Some(4) || parts[1..].iter().any(|part| part.len() > 2) {
        return None;
    }
    let numbers: Vec<u16> = parts.iter().map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match numbers[..] {
        [year, month, day] => put_together([year, month, day], [0; 3]),
        [year, month, day, hour, minute] => put_together([year, month, day], [hour, minute, 0]),
        [year, month, day, hour, minute, second] => put_together([year, month, day], [hour, minute, second]),
        _ => None,
    }
}

fn put_together([year, month, day]: [u16; 3], time: [u16; 3]) -> Option<PrimitiveDateTime> {
    let [month, day] = [month, day].map(u8::try_from);
    let date = Date::from_calendar_date(i32::from(year), Month::try_from(month.ok()?).ok()?, day.ok()?).ok()?;
    let [hour, minute, second] = time.map(|part| u8::try_from(part).unwrap_or(u8::MAX));
    Some(PrimitiveDateTime::new(date, Time::from_hms(hour, minute, second).ok()?))
}

#[cfg(test)]
mod tests {
    use super::moment;
    use huiyin_domain::moment::Moment;
    use time::macros::datetime;

    #[test]
    fn usual_ways_of_writing_are_read() {
        let at = Some(Moment::new(datetime!(2026-11-23 14:51 +8)));
        for text in [
            "2026-11-23 14:51",
            "2026-11-23 14:51:00",
            "2026/11/23 14:51",
            "2026.11.23 14:51",
            "2026年11月23日 14时51分",
            "2026年11月23日14：51",
            "202611231451",
            "20261123145100",
            "2026-11-23T14:51:00+08:00",
            "2026-11-23T06:51:00Z",
            " 2026-11-23T14:51 ",
            "46349.61875",
        ] {
            assert_eq!(moment(text), at, "{text}");
        }
        let day = Some(Moment::new(datetime!(2026-03-01 00:00 +8)));
        for text in ["2026-3-1", "2026/03/01", "2026年3月1日", "20260301", "46082"] {
            assert_eq!(moment(text), day, "{text}");
        }
    }

    #[test]
    fn what_is_unclear_or_impossible_is_not() {
        for text in [
            "11/23/2026",
            "23-11-26",
            "26-11-23",
            "2026-13-01",
            "2026-02-30",
            "昨天",
            "2026",
            "2026-11",
            "2026-11-23 25:00",
            "7",
            "",
            "2026-11-23 下午2:51",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }
}
