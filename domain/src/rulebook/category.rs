//! Categories (`rules.md` section 5): what may be reported, who leads, how long it takes, what proof it needs.

use crate::people::UnitCode;
use serde::{Deserialize, Serialize};
use std::fmt;
use time::Date;

/// A category's code, as `C08`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CategoryCode(pub String);

impl fmt::Display for CategoryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// 蓝天 · 碧水 · 净土
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// 蓝天
    Sky,
    /// 碧水
    Water,
    /// 净土
    Land,
}

impl Theme {
    /// All of them.
    pub const ALL: [Theme; 3] = [Theme::Sky, Theme::Water, Theme::Land];

    /// Its stable code, as JSON has it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Theme::Sky => "sky",
            Theme::Water => "water",
            Theme::Land => "land",
        }
    }
}

/// How long handling may take (`rules.md` section 3).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockClass {
    /// A: emergency; first report within 2 h, under control within 24 h.
    Emergency,
    /// B: simple; 5 working days.
    Simple,
    /// C: general; 15 days.
    General,
    /// D: complex; 30 days.
    Complex,
    /// E: like a petition; 60 days.
    PetitionLike,
}

/// How much depends on it. Decides who may close and whether a recheck is a must.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Risk {
    /// low
    Low,
    /// medium
    Medium,
    /// high
    High,
    /// critical
    Critical,
}

/// When a recheck is a must besides orders, reopened and drawn cases.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecheckRule {
    /// Always.
    Always,
    /// Only when something else asks for it.
    OnDemand,
}

/// A law that a category rests on, chosen by the date of the act.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LegalBasis {
    /// Name and article.
    pub title: String,
    /// In force from this day, ISO 8601.
    #[serde(with = "crate::iso::day")]
    pub from: Date,
    /// In force to this day, ISO 8601; open if none.
    #[serde(default, with = "crate::iso::day_option", skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// What may be reported.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Category {
    /// Its code.
    pub code: CategoryCode,
    /// 中文 name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Icon of the sprite, without `i-`.
    pub icon: String,
    /// Which of the three groups; none for 其他.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
    /// Who leads; none means the township where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_unit: Option<UnitCode>,
    /// How long it may take.
    pub clock: ClockClass,
    /// How much depends on it.
    pub risk: Risk,
    /// Fewest photos a report needs.
    pub min_photos: u8,
    /// Whether a patroller may put it right on the spot.
    pub on_spot: bool,
    /// When a recheck is a must.
    pub recheck: RecheckRule,
    /// Whether closing asks for before and after photos if substantiated.
    pub before_and_after: bool,
    /// Whether its place is too sensitive for the public map: only the township is told.
    pub sensitive: bool,
    /// What to look at on the spot.
    #[serde(default)]
    pub checklist: Vec<String>,
    /// Laws it rests on.
    #[serde(default)]
    pub legal: Vec<LegalBasis>,
}
