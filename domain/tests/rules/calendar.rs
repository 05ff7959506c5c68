//! The working-day calendar against known facts.

use crate::bench::{BOOK, at};
use huiyin_domain::{
    case::{Clock, Length, Skipped, deadline},
    moment::Moment,
};
use time::{Date, macros::date};

fn works(day: Date) -> bool {
    BOOK.calendar.works(day)
}

#[test]
fn national_day_2026_and_its_make_up_days() {
    for day in 1..=7 {
        assert!(!works(date!(2026 - 10 - 01).replace_day(day).unwrap()), "October {day}");
    }
    assert!(works(date!(2026 - 10 - 08)));
    assert!(works(date!(2026 - 09 - 20)), "a Sunday that makes up");
    assert!(works(date!(2026 - 10 - 10)), "a Saturday that makes up");
    assert!(!works(date!(2026 - 10 - 11)), "a plain Sunday");
}

#[test]
fn spring_festival_2026_and_the_years_that_are_known() {
    assert!(works(date!(2026 - 02 - 14)) && !works(date!(2026 - 02 - 15)) && !works(date!(2026 - 02 - 23)) && works(date!(2026 - 02 - 24)));
    assert!(works(date!(2026 - 02 - 28)));
    assert!(BOOK.calendar.knows(2025) && BOOK.calendar.knows(2026) && !BOOK.calendar.knows(2027));
    assert!(!works(date!(2027 - 05 - 01)), "a Saturday of a year whose notice is not out");
}

/// Every day of the years that are known, by the facts and by the rulebook.
#[test]
fn the_calendar_is_the_notices_of_the_state_council() {
    let facts: std::collections::BTreeMap<&str, (bool, &str)> = include_str!("../facts/prc_workdays.csv")
        .lines()
        .filter(|line| line.starts_with("20"))
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            (fields[0], (fields[1] == "work", fields[2]))
        })
        .collect();
    assert_eq!(facts.len(), 72);
    assert_eq!(BOOK.calendar.days.len(), facts.len());
    let mut day = date!(2025 - 01 - 01);
    while day.year() < 2027 {
        let weekday = !matches!(day.weekday(), time::Weekday::Saturday | time::Weekday::Sunday);
        let text = day.to_string();
        let (expected, name) = facts.get(text.as_str()).copied().unwrap_or((weekday, ""));
        assert_eq!(works(day), expected, "{day}");
        assert_eq!(BOOK.calendar.special(day).map_or("", |special| special.name.as_str()), name, "{day}");
        day = day.next_day().unwrap();
    }
    for year in [2025, 2026] {
        let source = BOOK.calendar.sources.get(&year).map(String::as_str).unwrap_or_default();
        assert!(source.contains("国务院办公厅") && source.contains(&year.to_string()), "{year}: {source}");
    }
}

#[test]
fn a_year_without_its_notice_is_missed_from_october_on() {
    let missing = |day| BOOK.calendar.missing(day);
    assert_eq!((missing(date!(2026 - 09 - 30)), missing(date!(2026 - 10 - 01))), (None, Some(2027)));
    assert_eq!(
        (missing(date!(2025 - 12 - 31)), missing(date!(2026 - 12 - 31)), missing(date!(2027 - 03 - 01))),
        (None, Some(2027), Some(2027))
    );
}

fn due(start: &str, length: Length) -> huiyin_domain::case::Due {
    deadline::due(&BOOK, Clock::Handling, at(start), length)
}

fn skipped(name: &str, days: u16) -> Skipped {
    Skipped { name: name.to_owned(), days }
}

#[test]
fn five_working_days_over_national_day() {
    // Wednesday 30 September, 15:00 in Shanghai.
    let due = due("2026-09-30T07:00:00Z", Length::WorkingDays(5));
    // 8, 9, 10 (Saturday, makes up), 12, 13 October.
    assert_eq!(due.at, Moment::end_of(date!(2026 - 10 - 13)));
    assert_eq!(due.skipped, [skipped("国庆节", 7), skipped("weekend", 1)]);
    assert_eq!((due.make_up_days, due.moved_to_workday), (1, false));
}

#[test]
fn a_period_in_days_ends_on_a_working_day() {
    // 15 days from 18 September: 3 October, a holiday; the next working day is the 8th.
    let due = due("2026-09-18T07:00:00Z", Length::Days(15));
    assert_eq!(due.at, Moment::end_of(date!(2026 - 10 - 08)));
    assert!(due.moved_to_workday);
    assert_eq!(due.skipped, [skipped("国庆节", 5)]);
    let plain = super::calendar::due("2026-11-02T01:00:00Z", Length::Days(15));
    assert_eq!((plain.at, plain.moved_to_workday), (Moment::end_of(date!(2026 - 11 - 17)), false));
}

#[test]
fn a_day_starts_the_day_after_in_shanghai() {
    // 23:30 in Shanghai on Monday, and 00:30 on Tuesday.
    assert_eq!(due("2026-11-02T15:30:00Z", Length::WorkingDays(1)).at, at("2026-11-03T15:59:59.999Z"));
    assert_eq!(due("2026-11-02T16:30:00Z", Length::WorkingDays(1)).at, at("2026-11-04T15:59:59.999Z"));
    assert_eq!(due("2026-11-06T02:00:00Z", Length::WorkingDays(1)).at, Moment::end_of(date!(2026 - 11 - 09)), "Friday to Monday");
}

#[test]
fn hours_run_straight_through_holidays() {
    assert_eq!(due("2026-10-01T00:00:00Z", Length::Hours(24)).at, at("2026-10-02T00:00:00Z"));
}

#[test]
fn a_pause_and_an_extension_end_with_a_working_day() {
    let start = due("2026-11-02T01:00:00Z", Length::WorkingDays(5));
    assert_eq!(start.at, Moment::end_of(date!(2026 - 11 - 09)));
    let paused = deadline::after_pause(&BOOK, &start, time::Duration::days(5));
    assert_eq!(paused.at, Moment::end_of(date!(2026 - 11 - 16)), "the 14th is a Saturday");
    assert_eq!(paused.paused_s, 5 * 86_400);
    let extended = deadline::extended(&BOOK, &start, 3);
    assert_eq!((extended.at, extended.extended_days), (Moment::end_of(date!(2026 - 11 - 12)), 3));
}
