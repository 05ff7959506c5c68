//! Who gets what: exceptions from a category's own unit, and grids of villages.

use super::CategoryCode;
use crate::{division::DivisionCode, people::UnitCode, report::Severity};
use serde::{Deserialize, Serialize};

/// An exception: this unit leads matters of the category there, at that severity.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Route {
    /// Of this category.
    pub category: CategoryCode,
    /// Only in this division; everywhere if none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<DivisionCode>,
    /// Only at this severity; at any if none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Severity>,
    /// Who leads.
    pub unit: UnitCode,
}

impl Route {
    /// How closely it fits a matter; none if it does not. The smaller area wins, then the severity that is named.
    pub(super) fn fit(&self, category: &CategoryCode, division: &DivisionCode, severity: Severity) -> Option<(usize, bool)> {
        let there = self.area.as_ref().is_none_or(|area| area.contains(division));
        let level = self.level.is_none_or(|level| level == severity);
        let fits = self.category == *category && there && level;
        fits.then(|| (self.area.as_ref().map_or(0, |area| area.as_str().len()), self.level.is_some()))
    }
}

/// A grid (网格): a named list of villages or townships, for one patroller.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Grid {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What lies in it.
    pub divisions: Vec<DivisionCode>,
}
