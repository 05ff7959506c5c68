//! The calendar file: runs of days that differ from their weekday.

use super::SeedError;
use crate::iso;
use crate::rulebook::calendar::{Calendar, IsoDay, SpecialDay};

/// Reads `from,to,kind,name`; lines with `#` in front are remarks, and `#source,2026,…` names a year's source. A year is
/// known once it is named.
pub(super) fn read(csv: &str) -> Result<Calendar, SeedError> {
    let mut calendar = Calendar::default();
    for (index, text) in csv.lines().enumerate() {
        let Some((year, source)) = text.strip_prefix("#source,").and_then(|rest| rest.split_once(',')) else { continue };
        let year = year.parse().map_err(|_| SeedError::Calendar { line: index + 1, text: text.to_owned() })?;
        calendar.sources.insert(year, source.trim().to_owned());
    }
    let lines = csv.lines().enumerate().filter(|(_, text)| !text.trim().is_empty() && !text.starts_with('#'));
    for (index, text) in lines.skip(1) {
        let wrong = || SeedError::Calendar { line: index + 1, text: text.to_owned() };
        let fields: Vec<&str> = text.split(',').map(str::trim).collect();
        let [from, to, kind, name] = fields[..] else { return Err(wrong()) };
        let works = match kind {
            "work" => true,
            "rest" => false,
            _ => return Err(wrong()),
        };
        let (mut day, to) = (iso::read_day(from).ok_or_else(wrong)?, iso::read_day(to).ok_or_else(wrong)?);
        while day <= to {
            calendar.days.insert(IsoDay(day), SpecialDay { works, name: name.to_owned() });
            if !calendar.years.contains(&day.year()) {
                calendar.years.push(day.year());
            }
            day = day.next_day().ok_or_else(wrong)?;
        }
    }
    Ok(calendar)
}
