//! Figures as the desk asks for them and gets them.

use super::InboxRow;
use huiyin_domain::{
    figures::{Figures, Group, Grouping},
    iso,
    moment::Moment,
    rulebook::Division,
};
use serde::{Deserialize, Serialize};
use time::Date;

/// Which figures.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct FiguresQuery {
    /// First day; without it, the first of January.
    #[serde(default, with = "iso::day_option", skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day; without it, today.
    #[serde(default, with = "iso::day_option", skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// By what they are set side by side; without it, by township.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Grouping>,
}

/// Figures of the cases in my areas. Every number of cases is the size of the list that the inbox gives for the same
/// `tally`, days and group.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FiguresPage {
    /// First day.
    #[serde(with = "iso::day")]
    pub from: Date,
    /// Last day.
    #[serde(with = "iso::day")]
    pub to: Date,
    /// By what `groups` are made.
    pub by: Grouping,
    /// All of it.
    pub all: Figures,
    /// By group, by code.
    pub groups: Vec<Group>,
    /// By month, oldest first.
    pub months: Vec<Group>,
    /// By theme.
    #[serde(default)]
    pub themes: Vec<Group>,
    /// By township, for the map.
    pub townships: Vec<Group>,
    /// What is overdue longest.
    pub overdue: Vec<InboxRow>,
    /// The county and its townships, with their boundaries.
    pub land: Land,
    /// The server's clock.
    pub now: Moment,
}

/// What a map of the county is drawn from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Land {
    /// The county.
    pub county: Division,
    /// Its townships.
    pub townships: Vec<Division>,
}
