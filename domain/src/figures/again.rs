//! 复发: the same comes up again at the same place.

use crate::{
    case::{Case, State},
    figures::Tally,
    ids::{CaseId, SiteId},
    moment::Moment,
    place::Point,
    rulebook::{CategoryCode, Rulebook},
};
use time::Duration;

/// Within so many metres it is the same place, site or not.
pub const AGAIN_M: f64 = 100.0;
/// Within so many days it is again.
pub const AGAIN_DAYS: i64 = 180;
/// Metres of one degree of latitude.
const DEGREE_M: f64 = 111_320.0;

/// The county as flat ground: on so short a way nobody can tell it from a globe, and a database reckons it likewise.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Ground {
    /// Metres of one degree north.
    pub north_m: f64,
    /// Metres of one degree east.
    pub east_m: f64,
}

impl Ground {
    /// The ground around the middle of the county; of China, if nobody knows its boundary.
    #[must_use]
    pub fn of(book: &Rulebook) -> Self {
        let ring = book.county.boundary.as_deref().unwrap_or_default();
        let (south, north) = ring.iter().fold((f64::MAX, f64::MIN), |(low, high), point| (low.min(point.lat_deg), high.max(point.lat_deg)));
        let middle = if ring.is_empty() { 30.0 } else { f64::midpoint(south, north) };
        Ground { north_m: DEGREE_M, east_m: DEGREE_M * middle.to_radians().cos() }
    }

    /// The square of the way from one point to another, in metres.
    #[must_use]
    pub fn square(self, one: Point, other: Point) -> f64 {
        let north = (one.lat_deg - other.lat_deg) * self.north_m;
        let east = (one.lon_deg - other.lon_deg) * self.east_m;
        north * north + east * east
    }
}

/// Where and when something came up.
#[derive(Clone, PartialEq, Debug)]
pub struct Occurrence {
    /// The case.
    pub case: CaseId,
    /// Where it stands.
    pub state: State,
    /// What kind.
    pub category: CategoryCode,
    /// At which site.
    pub site: Option<SiteId>,
    /// Where.
    pub place: Option<Point>,
    /// When.
    pub opened_at: Moment,
}

impl Occurrence {
    /// That of a case as it stands.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        Occurrence {
            case: case.id,
            state: case.state,
            category: case.category.clone(),
            site: case.site,
            place: case.place,
            opened_at: case.opened_at,
        }
    }

    /// Whether it is the same as this other one, which came up before it.
    #[must_use]
    pub fn is_again(&self, before: &Occurrence, ground: Ground) -> bool {
        let since = self.opened_at - before.opened_at;
        let same_site = self.site.is_some() && self.site == before.site;
        let near = self.place.zip(before.place).is_some_and(|(one, other)| ground.square(one, other) <= AGAIN_M * AGAIN_M);
        self.case != before.case
            && !Tally::NO_MATTER.contains(&before.state)
            && self.category == before.category
            && since > Duration::ZERO
            && since <= Duration::days(AGAIN_DAYS)
            && (same_site || near)
    }
}
