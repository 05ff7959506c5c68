//! Dates, times and spans as people read them. Always Asia/Shanghai, whatever the device thinks.

use super::Language;
use huiyin_domain::moment::Moment;
use time::{Date, Duration, Month};

/// 11月23日 · 23 Nov
#[must_use]
pub fn day(day: Date, language: Language) -> String {
    let number = day.day();
    match language {
        Language::Zh => format!("{}月{number}日", u8::from(day.month())),
        Language::En => format!("{number} {}", month(day.month())),
    }
}

/// 2026年11月23日 · 23 Nov 2026
#[must_use]
pub fn day_and_year(date: Date, language: Language) -> String {
    let year = date.year();
    match language {
        Language::Zh => format!("{year}年{}", day(date, language)),
        Language::En => format!("{} {year}", day(date, language)),
    }
}

/// 2026年11月 · Nov 2026
#[must_use]
pub fn month_and_year(day: Date, language: Language) -> String {
    let name = month_of_year(day, language);
    match language {
        Language::Zh => format!("{}年{name}", day.year()),
        Language::En => format!("{name} {}", day.year()),
    }
}

/// 11月 · Nov
#[must_use]
pub fn month_of_year(day: Date, language: Language) -> String {
    language.pick(format!("{}月", u8::from(day.month())), month(day.month()).to_owned())
}

/// 14:51
#[must_use]
pub fn clock(at: Moment) -> String {
    let at = at.in_shanghai();
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// 11月23日 14:51 · 23 Nov, 14:51
#[must_use]
pub fn moment(at: Moment, language: Language) -> String {
    let (day, time) = (day(at.day(), language), clock(at));
    language.pick(format!("{day} {time}"), format!("{day}, {time}"))
}

/// Like [`moment`], with the year.
#[must_use]
pub fn moment_and_year(at: Moment, language: Language) -> String {
    let (day, time) = (day_and_year(at.day(), language), clock(at));
    language.pick(format!("{day} {time}"), format!("{day}, {time}"))
}

/// The last moment that is on time: the end of a day is said as such.
#[must_use]
pub fn deadline(at: Moment, language: Language) -> String {
    if at == Moment::end_of(at.day()) {
        let day = day(at.day(), language);
        language.pick(format!("{day} 24:00"), format!("{day}, 24:00"))
    } else {
        moment(at, language)
    }
}

/// A length of time in the largest unit that fits, whole: 2 天 · 2 days. Less than a minute counts as one.
#[must_use]
pub fn span(length: Duration, language: Language) -> String {
    let length = length.abs();
    let count = |n: i64, zh: &str, en: &str| match language {
        Language::Zh => format!("{n} {zh}"),
        Language::En if n == 1 => format!("1 {en}"),
        Language::En => format!("{n} {en}s"),
    };
    if length.whole_days() >= 1 {
        count(length.whole_days(), "天", "day")
    } else if length.whole_hours() >= 1 {
        count(length.whole_hours(), "小时", "hour")
    } else {
        count(length.whole_minutes().max(1), "分钟", "minute")
    }
}

/// 还剩 2 天 · 超期 3 小时
#[must_use]
pub fn left(due: Moment, now: Moment, language: Language) -> String {
    let length = span(due - now, language);
    if now > due {
        language.pick(format!("超期 {length}"), format!("{length} overdue"))
    } else {
        language.pick(format!("还剩 {length}"), format!("{length} left"))
    }
}

/// How many days something took, counted as people count: the day after is one day.
#[must_use]
pub fn days_between(from: Moment, to: Moment) -> i64 {
    (to.day() - from.day()).whole_days()
}

fn month(month: Month) -> &'static str {
    match month {
        Month::January => "Jan",
        Month::February => "Feb",
        Month::March => "Mar",
        Month::April => "Apr",
        Month::May => "May",
        Month::June => "Jun",
        Month::July => "Jul",
        Month::August => "Aug",
        Month::September => "Sep",
        Month::October => "Oct",
        Month::November => "Nov",
        Month::December => "Dec",
    }
}

#[cfg(test)]
mod tests {
    use super::{day_and_year, days_between, deadline, left, moment, span};
    use crate::locales::Language::{En, Zh};
    use huiyin_domain::moment::Moment;
    use time::{Duration, macros::datetime};

    #[test]
    fn times_are_those_of_shanghai() {
        let at = Moment::new(datetime!(2026-11-23 06:51 UTC));
        assert_eq!(moment(at, Zh), "11月23日 14:51");
        assert_eq!(moment(at, En), "23 Nov, 14:51");
        let late = Moment::new(datetime!(2026-12-31 17:00 UTC));
        assert_eq!(day_and_year(late.day(), Zh), "2027年1月1日");
        assert_eq!(day_and_year(late.day(), En), "1 Jan 2027");
    }

    #[test]
    fn the_end_of_a_day_is_24_00() {
        let at = Moment::end_of(datetime!(2026-11-30 00:00 +8).date());
        assert_eq!(deadline(at, Zh), "11月30日 24:00");
        assert_eq!(deadline(at, En), "30 Nov, 24:00");
        assert_eq!(deadline(Moment::new(datetime!(2026-11-30 18:00 +8)), Zh), "11月30日 18:00");
    }

    #[test]
    fn a_span_is_said_in_the_largest_unit_that_fits() {
        assert_eq!(span(Duration::hours(49), Zh), "2 天");
        assert_eq!(span(Duration::hours(24), En), "1 day");
        assert_eq!(span(Duration::minutes(119), En), "1 hour");
        assert_eq!(span(Duration::seconds(5), Zh), "1 分钟");
    }

    #[test]
    fn what_is_left_and_what_is_late() {
        let now = Moment::new(datetime!(2026-11-23 12:00 +8));
        assert_eq!(left(now + Duration::days(1), now, Zh), "还剩 1 天");
        assert_eq!(left(now - Duration::hours(50), now, Zh), "超期 2 天");
        assert_eq!(left(now - Duration::hours(3), now, En), "3 hours overdue");
        assert_eq!(left(now, now, En), "1 minute left");
    }

    #[test]
    fn days_are_counted_by_the_calendar() {
        let evening = Moment::new(datetime!(2026-11-23 23:50 +8));
        assert_eq!(days_between(evening, evening + Duration::minutes(20)), 1);
        assert_eq!(days_between(evening, evening), 0);
    }
}
