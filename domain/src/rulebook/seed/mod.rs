//! The rulebook a county starts with: built from two data files (its map, the calendar) and the built-in categories,
//! units and numbers. Pure: callers read the files and pass their text.
//!
//! - [`rulebook`] makes edition 1 of a rulebook.
//! - [`sites`] reads the known places of the same map.

mod calendar;
mod categories;
mod laws;
mod map;
mod papers;
mod places;
mod templates;
mod units;

use super::{Numbers, Rulebook, VisitIntervals};
use crate::site::Site;

pub use papers::{paper, papers};
pub use units::{CONTRACTOR, OFFICE, township_unit};

/// Data that cannot be a rulebook.
#[derive(Debug, thiserror::Error)]
pub enum SeedError {
    /// The map is not GeoJSON of the expected layers.
    #[error("the map cannot be read: {0}")]
    Map(#[from] serde_json::Error),
    /// A feature of the map lacks something or has a strange one.
    #[error("the map's feature “{feature}” is wrong: {what}")]
    Feature {
        /// Its name.
        feature: String,
        /// What is wrong.
        what: String,
    },
    /// The map has no feature of layer `county`.
    #[error("the map has no county")]
    NoCounty,
    /// A line of the calendar is not `from,to,kind,name`.
    #[error("line {line} of the calendar is wrong: {text}")]
    Calendar {
        /// Counted from 1.
        line: usize,
        /// As it stands there.
        text: String,
    },
}

/// The rulebook of a county from its map (GeoJSON with layers `county`, `township`, `zone`) and the calendar
/// (CSV `from,to,kind,name`), with the built-in categories, departments and numbers.
///
/// # Errors
/// If one of the texts is not what it should be.
pub fn rulebook(county_geojson: &str, calendar_csv: &str) -> Result<Rulebook, SeedError> {
    let map = map::read(county_geojson)?;
    let county = map.county()?;
    let divisions = map.townships()?;
    Ok(Rulebook {
        version: 1,
        number_prefix: "CX".to_owned(),
        units: units::of(&county, &divisions),
        zones: map.zones()?,
        rivers: map.rivers()?,
        county,
        divisions,
        categories: categories::all(),
        calendar: calendar::read(calendar_csv)?,
        numbers: Numbers::default(),
        routes: Vec::new(),
        grids: Vec::new(),
        templates: templates::all(),
        papers: papers(),
        visit_intervals: VisitIntervals::default(),
    })
}

/// The known places of the map (layer `site`), each in the smallest division that holds it.
/// Their ids are made from the county's code and their names, so they are the same in every start.
///
/// # Errors
/// If the map is not what it should be.
pub fn sites(county_geojson: &str, rulebook: &Rulebook) -> Result<Vec<Site>, SeedError> {
    places::of(&map::read(county_geojson)?, rulebook)
}
