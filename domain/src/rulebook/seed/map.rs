//! The county's map: GeoJSON, WGS-84, one outer ring per polygon.

use super::SeedError;
use crate::{
    place::Point,
    rulebook::{Division, River, Zone, ZoneKind},
};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Map {
    pub(super) features: Vec<Feature>,
}

#[derive(Deserialize)]
pub(super) struct Feature {
    pub(super) properties: Properties,
    pub(super) geometry: Geometry,
}

#[derive(Deserialize)]
pub(super) struct Properties {
    pub(super) layer: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) name_en: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    zone_type: String,
    #[serde(default)]
    pub(super) site_type: String,
}

#[derive(Deserialize)]
#[serde(tag = "type", content = "coordinates")]
pub(super) enum Geometry {
    Point([f64; 2]),
    LineString(Vec<[f64; 2]>),
    Polygon(Vec<Vec<[f64; 2]>>),
}

/// Reads the text.
pub(super) fn read(geojson: &str) -> Result<Map, SeedError> {
    Ok(serde_json::from_str(geojson)?)
}

impl Map {
    /// Features of one layer, in the map's order.
    pub(super) fn layer<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Feature> {
        self.features.iter().filter(move |feature| feature.properties.layer == name)
    }

    /// The county itself.
    pub(super) fn county(&self) -> Result<Division, SeedError> {
        self.layer("county").next().ok_or(SeedError::NoCounty)?.division()
    }

    /// Its townships.
    pub(super) fn townships(&self) -> Result<Vec<Division>, SeedError> {
        self.layer("township").map(Feature::division).collect()
    }

    /// Its zones.
    pub(super) fn zones(&self) -> Result<Vec<Zone>, SeedError> {
        self.layer("zone").map(Feature::zone).collect()
    }

    /// Its rivers.
    pub(super) fn rivers(&self) -> Result<Vec<River>, SeedError> {
        self.layer("river").map(Feature::river).collect()
    }
}

impl Feature {
    fn division(&self) -> Result<Division, SeedError> {
        Ok(Division {
            code: self.properties.code.parse().map_err(|_| self.wrong("its code is no division code"))?,
            name: self.properties.name.clone(),
            name_en: self.properties.name_en.clone(),
            boundary: Some(self.ring()?),
        })
    }

    fn zone(&self) -> Result<Zone, SeedError> {
        let kind = match self.properties.zone_type.as_str() {
            "water_source_level1" => ZoneKind::WaterSourceLevel1,
            "water_source_level2" => ZoneKind::WaterSourceLevel2,
            "no_breeding" => ZoneKind::NoBreeding,
            "restricted_breeding" => ZoneKind::RestrictedBreeding,
            "no_sand_mining" => ZoneKind::NoSandMining,
            "no_burning" => ZoneKind::NoBurning,
            "ecological_redline" => ZoneKind::EcologicalRedline,
            _ => return Err(self.wrong("no such kind of zone")),
        };
        Ok(Zone { kind, name: self.properties.name.clone(), boundary: self.ring()? })
    }

    fn river(&self) -> Result<River, SeedError> {
        match &self.geometry {
            Geometry::LineString(line) => {
                Ok(River { name: self.properties.name.clone(), line: line.iter().map(|&at| point(at)).collect() })
            }
            _ => Err(self.wrong("it is not a line")),
        }
    }

    fn ring(&self) -> Result<Vec<Point>, SeedError> {
        match &self.geometry {
            Geometry::Polygon(rings) if rings.len() == 1 => Ok(rings[0].iter().map(|&at| point(at)).collect()),
            _ => Err(self.wrong("it is not a polygon with one ring")),
        }
    }

    /// The point of a point feature.
    pub(super) fn at(&self) -> Result<Point, SeedError> {
        match self.geometry {
            Geometry::Point(at) => Ok(point(at)),
            _ => Err(self.wrong("it is not a point")),
        }
    }

    /// Says what is wrong with this feature.
    pub(super) fn wrong(&self, what: &str) -> SeedError {
        SeedError::Feature { feature: self.properties.name.clone(), what: what.to_owned() }
    }
}

fn point([lon_deg, lat_deg]: [f64; 2]) -> Point {
    Point { lat_deg, lon_deg }
}
