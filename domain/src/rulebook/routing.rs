//! Who gets what: exceptions from a category's own unit, grids of villages, and texts that replies start from.

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

/// A text that replies to reporters start from. `{…}` names what is filled in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReplyTemplate {
    /// Its code.
    pub code: String,
    /// What staff call it.
    pub name: String,
    /// For these categories; for all if empty.
    #[serde(default)]
    pub categories: Vec<CategoryCode>,
    /// The text.
    pub text: String,
}

/// What may be filled in to a reply.
pub const TEMPLATE_FIELDS: [&str; 5] = ["number", "category", "place", "unit", "due"];

impl ReplyTemplate {
    /// Whether it is for this category.
    #[must_use]
    pub fn is_for(&self, category: &CategoryCode) -> bool {
        self.categories.is_empty() || self.categories.contains(category)
    }

    /// What it asks to be filled in, in order. A brace that is never closed names all that follows it.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        self.text.split('{').skip(1).map(|rest| rest.split_once('}').map_or(rest, |(name, _)| name))
    }

    /// The text, filled in.
    #[must_use]
    pub fn filled(&self, with: impl Fn(&str) -> String) -> String {
        let mut parts = self.text.split('{');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            out.push_str(&with(name));
            out.push_str(rest);
        }
        out
    }
}
