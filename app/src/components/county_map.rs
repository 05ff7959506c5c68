//! Our own drawing of the county, from the rulebook's boundaries: no tiles, no script. Points are real links;
//! a list with the same content stands beside every map.

use super::icon::Icon;
use crate::locales::{Language, use_language};
use huiyin_domain::{
    division::DivisionCode,
    place::Point,
    rulebook::{Division, Rulebook},
};
use leptos::prelude::*;
use std::fmt::Write;

/// Width of the drawing in its own units; the height follows from the county's shape.
const WIDTH: f64 = 720.0;
/// Margin around the county, in the same units.
const MARGIN: f64 = 24.0;

/// A point on the map.
#[derive(Clone, PartialEq, Debug)]
pub struct Spot {
    /// Where.
    pub at: Point,
    /// Where it leads; none is no link.
    pub href: Option<String>,
    /// All of it in words, for those who hear the page.
    pub label: String,
    /// What stands in it: a count; empty for a tick.
    pub text: String,
    /// `soon` or `late`.
    pub due: Option<&'static str>,
    /// Whether it is about what is done.
    pub done: bool,
}

/// From degrees to the drawing: equirectangular at the county's middle latitude, true enough for a county.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Projection {
    west_deg: f64,
    north_deg: f64,
    units_per_lon_deg: f64,
    units_per_lat_deg: f64,
    height: f64,
}

impl Projection {
    /// Fits the county into the drawing; `None` if its boundary is not known.
    #[must_use]
    pub fn of(county: &Division) -> Option<Self> {
        let ring = county.boundary.as_deref().filter(|ring| ring.len() > 2)?;
        let fold = |pick: fn(&Point) -> f64, better: fn(f64, f64) -> f64| ring.iter().map(pick).reduce(better);
        let (west, east) = (fold(|p| p.lon_deg, f64::min)?, fold(|p| p.lon_deg, f64::max)?);
        let (south, north) = (fold(|p| p.lat_deg, f64::min)?, fold(|p| p.lat_deg, f64::max)?);
        if east <= west || north <= south {
            return None;
        }
        let units_per_lon_deg = (WIDTH - 2.0 * MARGIN) / (east - west);
        let units_per_lat_deg = units_per_lon_deg / f64::midpoint(north, south).to_radians().cos();
        Some(Projection {
            west_deg: west,
            north_deg: north,
            units_per_lon_deg,
            units_per_lat_deg,
            height: (north - south) * units_per_lat_deg + 2.0 * MARGIN,
        })
    }

    /// Where a point is drawn.
    #[must_use]
    pub fn place(&self, point: Point) -> (f64, f64) {
        (
            MARGIN + (point.lon_deg - self.west_deg) * self.units_per_lon_deg,
            MARGIN + (self.north_deg - point.lat_deg) * self.units_per_lat_deg,
        )
    }

    /// Where a point is drawn, percent from the left and from the top.
    #[must_use]
    pub fn percent(&self, point: Point) -> (f64, f64) {
        let (x, y) = self.place(point);
        (x / WIDTH * 100.0, y / self.height * 100.0)
    }

    fn path(&self, ring: &[Point]) -> String {
        let mut path = String::with_capacity(ring.len() * 12);
        for (n, point) in ring.iter().enumerate() {
            let (x, y) = self.place(*point);
            let _ = write!(path, "{}{x:.0} {y:.0}", if n == 0 { "M" } else { "L" });
        }
        path.push('Z');
        path
    }
}

/// The middle of a division, for its name or a count of what lies in it: the centroid of its area.
#[must_use]
pub fn middle(division: &Division) -> Option<Point> {
    let ring = division.boundary.as_deref().filter(|ring| ring.len() > 2)?;
    let origin = ring[0];
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    let (mut area, mut lon, mut lat) = (0.0, 0.0, 0.0);
    for (a, b) in pairs {
        let (ax, ay) = (a.lon_deg - origin.lon_deg, a.lat_deg - origin.lat_deg);
        let (bx, by) = (b.lon_deg - origin.lon_deg, b.lat_deg - origin.lat_deg);
        let cross = ax * by - bx * ay;
        area += cross;
        lon += (ax + bx) * cross;
        lat += (ay + by) * cross;
    }
    if area.abs() < f64::EPSILON {
        return Some(origin);
    }
    Some(Point { lat_deg: origin.lat_deg + lat / (3.0 * area), lon_deg: origin.lon_deg + lon / (3.0 * area) })
}

/// A township's name without its kind, as a map writes it in English; 中文 names stay whole.
fn map_name(division: &Division, language: Language) -> String {
    match language {
        Language::Zh => division.name.clone(),
        Language::En => {
            let name = division.name_en.as_str();
            let kinds = [" Subdistrict", " Township", " Town"];
            kinds.iter().find_map(|kind| name.strip_suffix(kind)).unwrap_or(name).to_owned()
        }
    }
}

/// The county with its townships and some points. Nothing is drawn if the boundary is not known.
#[component]
pub fn CountyMap<'a>(
    /// Whose boundaries.
    rulebook: &'a Rulebook,
    /// The points.
    spots: Vec<Spot>,
    /// The township to set off.
    #[prop(optional_no_strip, into)]
    on: Option<DivisionCode>,
    /// Townships by how much there is of something, from 1 to 4.
    #[prop(optional)]
    shades: Vec<(DivisionCode, u8)>,
    /// Whether townships are named.
    #[prop(default = true)]
    names: bool,
    /// Approval number of the map (审图号), where the county has one.
    #[prop(optional_no_strip, into)]
    approval: Option<String>,
) -> impl IntoView + use<> {
    let language = use_language();
    let projection = Projection::of(&rulebook.county)?;
    let mut townships: Vec<&Division> = rulebook.divisions.iter().filter(|d| d.code.as_str().len() == 9 && d.boundary.is_some()).collect();
    // The one to set off is drawn last, so that its edge lies on top.
    townships.sort_by_key(|township| on.as_ref() == Some(&township.code));
    let land = townships
        .iter()
        .map(|township| {
            let path = projection.path(township.boundary.as_deref().unwrap_or_default());
            let on = on.as_ref() == Some(&township.code);
            let shade = shades.iter().find(|(code, _)| *code == township.code).map(|(_, shade)| shade.to_string());
            view! { <path d=path data-on=on.then_some("") data-shade=shade></path> }
        })
        .collect_view();
    let labels = names.then(|| {
        townships
            .iter()
            .filter_map(|township| {
                let (x, y) = projection.place(middle(township)?);
                let name = map_name(township, language);
                Some(view! { <text x=format!("{x:.0}") y=format!("{:.0}", y + 40.0)>{name}</text> })
            })
            .collect_view()
    });
    let edge = projection.path(rulebook.county.boundary.as_deref().unwrap_or_default());
    let points = spots
        .into_iter()
        .map(|spot| {
            let (x, y) = projection.percent(spot.at);
            let style = format!("--x:{x:.1}%;--y:{y:.1}%");
            let done = spot.done.then_some("");
            let mark = if spot.text.is_empty() { view! { <Icon name="check" /> }.into_any() } else { spot.text.into_any() };
            match spot.href {
                Some(href) => view! {
                    <a class="spot" href=href style=style data-due=spot.due data-done=done aria-label=spot.label>
                        <span>{mark}</span>
                    </a>
                }
                .into_any(),
                None => view! {
                    <span class="spot" role="img" style=style data-due=spot.due data-done=done aria-label=spot.label>
                        <span>{mark}</span>
                    </span>
                }
                .into_any(),
            }
        })
        .collect_view();
    let view_box = format!("0 0 {WIDTH:.0} {:.0}", projection.height);
    let shape = format!("aspect-ratio:{WIDTH:.0}/{:.0}", projection.height);
    Some(view! {
        <div class="map" style=shape>
            <svg viewBox=view_box aria-hidden="true">
                <g class="land">{land}</g>
                <path class="edge" d=edge></path>
                <g>{labels}</g>
            </svg>
            {points}
        </div>
        {approval.map(|number| view! { <p class="fine">{number}</p> })}
    })
}

#[cfg(test)]
mod tests {
    use super::{Projection, middle};
    use huiyin_domain::{place::Point, rulebook::Division};

    fn square() -> Division {
        let at = |lon_deg, lat_deg| Point { lat_deg, lon_deg };
        Division {
            code: "359921".parse().unwrap(),
            name: "澄溪县".to_owned(),
            name_en: "Chengxi County".to_owned(),
            boundary: Some(vec![at(118.0, 26.0), at(118.2, 26.0), at(118.2, 26.2), at(118.0, 26.2)]),
        }
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let projection = Projection::of(&square()).unwrap();
        let (west, north) = projection.percent(Point { lat_deg: 26.2, lon_deg: 118.0 });
        let (east, south) = projection.percent(Point { lat_deg: 26.0, lon_deg: 118.2 });
        assert!(west < 10.0 && east > 90.0 && north < 10.0 && south > 90.0);
        let (x, y) = projection.percent(Point { lat_deg: 26.1, lon_deg: 118.1 });
        assert!((x - 50.0).abs() < 0.01 && (y - 50.0).abs() < 0.01);
    }

    #[test]
    fn the_middle_of_a_square_is_its_middle() {
        let middle = middle(&square()).unwrap();
        assert!((middle.lat_deg - 26.1).abs() < 1e-9 && (middle.lon_deg - 118.1).abs() < 1e-9);
    }

    #[test]
    fn a_county_without_boundary_has_no_map() {
        assert_eq!(Projection::of(&Division { boundary: None, ..square() }), None);
    }
}
