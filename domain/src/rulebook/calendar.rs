//! The working-day calendar of the PRC: weekends rest, but for the State Council's yearly notice.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use time::{Date, Weekday};

/// Why a day differs from its weekday.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SpecialDay {
    /// Whether people work on it (a make-up workday) or rest.
    pub works: bool,
    /// The holiday's name, as 国庆节.
    pub name: String,
}

/// Days that differ from their weekday, by date.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Calendar {
    /// Special days by ISO date.
    pub days: BTreeMap<IsoDay, SpecialDay>,
    /// Years whose notice has been entered.
    pub years: Vec<i32>,
    /// Which notice each year was entered from.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<i32, String>,
}

/// A date as a map key: `2026-10-01`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IsoDay(#[serde(with = "crate::iso::day")] pub Date);

impl Calendar {
    /// Whether people work on this day.
    #[must_use]
    pub fn works(&self, day: Date) -> bool {
        match self.days.get(&IsoDay(day)) {
            Some(special) => special.works,
            None => !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday),
        }
    }

    /// What the notice says of this day, if anything.
    #[must_use]
    pub fn special(&self, day: Date) -> Option<&SpecialDay> {
        self.days.get(&IsoDay(day))
    }

    /// The year whose notice should have been entered by this day and has not: this one, or from October on the next.
    #[must_use]
    pub fn missing(&self, today: Date) -> Option<i32> {
        let next = (today.month() as u8 >= 10).then_some(today.year() + 1);
        [Some(today.year()), next].into_iter().flatten().find(|year| !self.knows(*year))
    }

    /// Whether this year's notice is known; until then weekends count as rest days and nothing else does.
    #[must_use]
    pub fn knows(&self, year: i32) -> bool {
        self.years.contains(&year)
    }
}
