//! The figures of many cases, whole and by group.

use super::{CaseFacts, Measure, Period, Rate, SATISFACTION_FROM, Tally, days_between, kept, percentile};
use crate::{moment::Moment, rulebook::Rulebook};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use time::Date;

/// Every figure of some cases in a period.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Figures {
    /// How many cases each set has. How many were satisfied is left out where too few said.
    pub cases: BTreeMap<Tally, u32>,
    /// 回音率: answers that fell due, by reporter, and those of them given in time.
    pub answers: Rate,
    /// Half of what was closed took no longer than this many days.
    pub median_days: Option<u32>,
    /// Nine tenths of it.
    pub ninetieth_days: Option<u32>,
}

impl Figures {
    /// Counts them.
    #[must_use]
    pub fn of(facts: &[&CaseFacts], period: Period, now: Moment) -> Self {
        let count = |tally: Tally| facts.iter().filter(|one| tally.holds(one, period, now)).count();
        let closed = facts.iter().filter(|one| Tally::Closed.holds(one, period, now));
        let days: Vec<u32> = closed.filter_map(|one| Some(days_between(one.opened_at, one.closed_at?))).collect();
        let mut cases: BTreeMap<Tally, u32> =
            Tally::ALL.into_iter().map(|tally| (tally, u32::try_from(count(tally)).unwrap_or(u32::MAX))).collect();
        if cases.get(&Tally::Rated).is_some_and(|rated| *rated < SATISFACTION_FROM) {
            cases.remove(&Tally::Satisfied);
        }
        Figures {
            cases,
            answers: kept(facts.iter().flat_map(|one| one.answers_due(period)), period),
            median_days: percentile(days.clone(), 50),
            ninetieth_days: percentile(days, 90),
        }
    }

    /// How many cases a set has.
    #[must_use]
    pub fn count(&self, tally: Tally) -> u32 {
        self.cases.get(&tally).copied().unwrap_or(0)
    }

    /// A share.
    #[must_use]
    pub fn rate(&self, measure: Measure) -> Rate {
        let (met, of) = measure.parts();
        Rate { of: self.count(of), met: self.count(met) }
    }
}

/// By what figures are set side by side. Never by person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// 乡镇
    #[default]
    Township,
    /// 单位
    Unit,
    /// 类别
    Category,
    /// 蓝天、碧水、净土
    Theme,
    /// 月份
    Month,
}

impl Grouping {
    /// All of them.
    pub const ALL: [Grouping; 5] = [Grouping::Township, Grouping::Unit, Grouping::Category, Grouping::Theme, Grouping::Month];
}

/// One group with its figures.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Group {
    /// Its code (of a month, as `2026-11`); none for cases that belong to no such group.
    pub key: Option<String>,
    /// First day.
    #[serde(with = "crate::iso::day")]
    pub from: Date,
    /// Last day.
    #[serde(with = "crate::iso::day")]
    pub to: Date,
    /// Its figures.
    pub figures: Figures,
}

/// The groups that have any case, by code.
#[must_use]
pub fn group(facts: &[CaseFacts], by: Grouping, book: &Rulebook, (from, to): (Date, Date), now: Moment) -> Vec<Group> {
    let mut parts: BTreeMap<Option<String>, Vec<&CaseFacts>> = BTreeMap::new();
    for one in facts {
        let key = match by {
            Grouping::Township => one.township.as_ref().map(ToString::to_string),
            Grouping::Unit => one.unit.as_ref().map(ToString::to_string),
            Grouping::Category => Some(one.category.to_string()),
            Grouping::Theme => book.category(&one.category).and_then(|category| category.theme).map(|theme| theme.code().to_owned()),
            Grouping::Month => return months(facts, (from, to), now),
        };
        parts.entry(key).or_default().push(one);
    }
    let period = Period::days(from, to, now);
    let groups = parts.into_iter().map(|(key, facts)| Group { key, from, to, figures: Figures::of(&facts, period, now) });
    groups.filter(|group| group.figures.cases.values().any(|count| *count > 0)).collect()
}

/// Calendar months from one day to another, the first and the last one only as far as they reach.
#[must_use]
pub fn months(facts: &[CaseFacts], (from, to): (Date, Date), now: Moment) -> Vec<Group> {
    let all: Vec<&CaseFacts> = facts.iter().collect();
    let mut months = Vec::new();
    let mut start = from;
    while start <= to {
        let last = start.replace_day(start.month().length(start.year())).unwrap_or(start).min(to);
        let key = Some(format!("{:04}-{:02}", start.year(), u8::from(start.month())));
        let mut figures = Figures::of(&all, Period::days(start, last, now), now);
        // What is open now is open in no month more than in another.
        figures.cases.retain(|tally, _| !tally.is_of_now());
        months.push(Group { key, from: start, to: last, figures });
        let Some(next) = last.next_day() else { break };
        start = next;
    }
    months
}

#[cfg(test)]
mod tests {
    use super::{Group, months};
    use crate::{figures::Tally, moment::Moment};
    use time::macros::date;

    #[test]
    fn months_touch_and_neither_overlap_nor_leave_the_period() {
        let (from, to) = (date!(2025 - 12 - 15), date!(2026 - 03 - 01));
        let months: Vec<Group> = months(&[], (from, to), Moment::end_of(to));
        let days: Vec<_> = months.iter().map(|month| (month.from, month.to)).collect();
        assert_eq!(
            days,
            [
                (from, date!(2025 - 12 - 31)),
                (date!(2026 - 01 - 01), date!(2026 - 01 - 31)),
                (date!(2026 - 02 - 01), date!(2026 - 02 - 28)),
                (date!(2026 - 03 - 01), to)
            ]
        );
        assert!(months.iter().all(|month| !month.figures.cases.contains_key(&Tally::Open)));
        assert_eq!(months[0].key.as_deref(), Some("2025-12"));
    }
}
