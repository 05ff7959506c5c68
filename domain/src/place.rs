//! Where something is: WGS-84 degrees.

use crate::moment::Moment;
use serde::{Deserialize, Serialize};

/// A point on the earth, WGS-84.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Point {
    /// Degrees north.
    #[serde(with = "degrees")]
    pub lat_deg: f64,
    /// Degrees east.
    #[serde(with = "degrees")]
    pub lon_deg: f64,
}

/// Numbers of a place have seven decimals, which is a centimetre: what is read is then exactly what was written, on every
/// machine and however often it travels. (Reading seventeen digits may end at the neighbouring number.)
mod degrees {
    use serde::{Deserialize, Deserializer, Serializer};

    /// To seven decimals.
    pub(super) fn round(number: f64) -> f64 {
        (number * 1e7).round() / 1e7
    }

    pub(super) fn serialize<S: Serializer>(number: &f64, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_f64(round(*number))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<f64, D::Error> {
        f64::deserialize(input).map(round)
    }
}

/// A position as a phone measured it.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Fix {
    /// Where.
    pub point: Point,
    /// Radius within which the phone believes the truth lies, metres.
    #[serde(with = "degrees")]
    pub accuracy_m: f64,
    /// When the phone measured it, by its own clock.
    pub at: Moment,
}

impl Point {
    /// Whether this can be a place on earth at all.
    #[must_use]
    pub fn is_possible(self) -> bool {
        (-90.0..=90.0).contains(&self.lat_deg) && (-180.0..=180.0).contains(&self.lon_deg)
    }

    /// Great-circle distance, metres (haversine, mean radius 6,371,008.8 m; good to 0.5 %).
    #[must_use]
    pub fn distance_m(self, other: Point) -> f64 {
        let (a, b) = (self.lat_deg.to_radians(), other.lat_deg.to_radians());
        let (dlat, dlon) = (b - a, (other.lon_deg - self.lon_deg).to_radians());
        let h = (dlat / 2.0).sin().powi(2) + a.cos() * b.cos() * (dlon / 2.0).sin().powi(2);
        2.0 * 6_371_008.8 * h.sqrt().min(1.0).asin()
    }

    /// The centre of the fixed 500 m cell this point lies in: what the public sees instead of a private place.
    /// Rows are 500 m of latitude; columns are 500 m at the row's own latitude, so that cells are nearly square.
    #[must_use]
    pub fn public_cell(self) -> Point {
        const DEG_PER_M: f64 = 360.0 / 40_007_863.0;
        let row_deg = 500.0 * DEG_PER_M;
        let row = (self.lat_deg / row_deg).floor();
        let lat_deg = (row + 0.5) * row_deg;
        let column_deg = row_deg / lat_deg.to_radians().cos().max(0.01);
        let lon_deg = ((self.lon_deg / column_deg).floor() + 0.5) * column_deg;
        Point { lat_deg: degrees::round(lat_deg), lon_deg: degrees::round(lon_deg) }
    }
}
