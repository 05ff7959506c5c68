//! Divisions, units and zones.

use crate::{division::DivisionCode, people::UnitCode, place::Point};
use serde::{Deserialize, Serialize};

/// A closed line of points.
pub(super) type Ring = Vec<Point>;

/// A county, township or village.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Division {
    /// Its code.
    pub code: DivisionCode,
    /// 中文 name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Its edge, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<Ring>,
}

/// Department of the county, or a township.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// 县直部门
    Department,
    /// 乡镇
    Township,
    /// 第三方单位
    Contractor,
}

/// Who handles matters.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Unit {
    /// Its code.
    pub code: UnitCode,
    /// 中文 name.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// What kind of unit.
    pub kind: UnitKind,
    /// Where it is responsible.
    pub division: DivisionCode,
}

/// What is forbidden or guarded in a zone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ZoneKind {
    /// 饮用水水源一级保护区
    WaterSourceLevel1,
    /// 饮用水水源二级保护区
    WaterSourceLevel2,
    /// 禁养区
    NoBreeding,
    /// 限养区
    RestrictedBreeding,
    /// 禁采区
    NoSandMining,
    /// 禁烧区
    NoBurning,
    /// 生态保护红线
    EcologicalRedline,
}

/// A polygon with rules (管控区).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Zone {
    /// What holds there.
    pub kind: ZoneKind,
    /// Its name.
    pub name: String,
    /// Its edge.
    pub boundary: Ring,
}

impl Zone {
    /// Whether this point lies in it.
    #[must_use]
    pub fn holds(&self, point: Point) -> bool {
        ring_holds(&self.boundary, point)
    }
}

/// A river, for maps.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct River {
    /// Its name.
    pub name: String,
    /// From its source on.
    pub line: Vec<Point>,
}

/// Whether a ring holds a point, by the even-odd rule. Good for areas far smaller than the earth.
pub(super) fn ring_holds(ring: &[Point], point: Point) -> bool {
    let mut inside = false;
    let mut previous = match ring.last() {
        Some(last) => *last,
        None => return false,
    };
    for &corner in ring {
        let crosses = (corner.lat_deg > point.lat_deg) != (previous.lat_deg > point.lat_deg);
        if crosses {
            let along = (point.lat_deg - corner.lat_deg) / (previous.lat_deg - corner.lat_deg);
            if point.lon_deg < corner.lon_deg + along * (previous.lon_deg - corner.lon_deg) {
                inside = !inside;
            }
        }
        previous = corner;
    }
    inside
}
