//! The same map as a picture: complete without script, and what is printed. It shows the surroundings of the case, north
//! up, in a circle's worth of three kilometres.

use huiyin_app::{
    backend::{CaseMap, Layer},
    shell::{Look, Shade},
};
use huiyin_domain::place::Point;
use std::fmt::Write;

/// Size of the drawing, in its own units.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 400.0;
/// Metres from the middle to the left edge.
const REACH_M: f64 = 2_500.0;
/// Units of one metre.
const PER_M: f64 = WIDTH / 2.0 / REACH_M;
/// Metres of one degree of latitude.
const DEGREE_M: f64 = 111_195.0;

/// Colours of the design's tokens: an image knows nothing of the page around it.
struct Palette {
    land: &'static str,
    out: &'static str,
    line: &'static str,
    water: &'static str,
    ink: &'static str,
    zone: &'static str,
    mark: &'static str,
}

const LIGHT: Palette =
    Palette { land: "#eef2ea", out: "#e2e8e4", line: "#b3c0b8", water: "#9fcbd6", ink: "#13201b", zone: "#08697b", mark: "#0b5a49" };
const DARK: Palette =
    Palette { land: "#1a2420", out: "#121917", line: "#3d4c45", water: "#1f5460", ink: "#eaf1ed", zone: "#62c9da", mark: "#66cfac" };
const SUN: Palette =
    Palette { land: "#ffffff", out: "#ffffff", line: "#555555", water: "#6fb7c9", ink: "#000000", zone: "#00404c", mark: "#00382b" };

/// The picture as SVG; none if the case has no place.
pub(crate) fn svg(map: &CaseMap, look: Look) -> Option<String> {
    let middle = map.at?;
    let mut out = String::with_capacity(16 * 1024);
    // Writing to a string does not fail.
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\"><style>"
    );
    out.push_str(&match look.shade {
        Some(Shade::Dark) => css(&DARK),
        Some(Shade::Sun) => css(&SUN),
        Some(Shade::Light) => css(&LIGHT),
        None => format!("{}@media (prefers-color-scheme: dark){{{}}}@media print{{{}}}", css(&LIGHT), css(&DARK), css(&LIGHT)),
    });
    let _ = write!(out, "</style><rect class=\"out\" width=\"{WIDTH}\" height=\"{HEIGHT}\"/>");
    for shape in &map.shapes {
        let class = match shape.layer {
            Layer::County => "county",
            Layer::Township => "town",
            Layer::River => "river",
            Layer::Zone if shape.holds => "zone in",
            Layer::Zone => "zone",
        };
        let _ = write!(out, "<path class=\"{class}\" d=\"{}\"/>", path(middle, &shape.line, shape.layer != Layer::River));
    }
    if let Some(metres) = map.accuracy_m {
        let _ =
            write!(out, "<circle class=\"fix\" cx=\"{}\" cy=\"{}\" r=\"{:.1}\"/>", WIDTH / 2.0, HEIGHT / 2.0, (metres * PER_M).max(8.0));
    }
    for spot in &map.spots {
        let (x, y) = place(middle, spot.at);
        let _ = write!(out, "<circle class=\"spot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"5\"/>");
    }
    let _ = write!(out, "<circle class=\"here\" cx=\"{}\" cy=\"{}\" r=\"7\"/>", WIDTH / 2.0, HEIGHT / 2.0);
    // A scale of one kilometre.
    let (left, low, long) = (16.0, HEIGHT - 16.0, 1_000.0 * PER_M);
    let _ = write!(
        out,
        "<path class=\"scale\" d=\"M{left} {}V{low}H{}V{}\"/><text x=\"{}\" y=\"{}\">1 km</text>",
        low - 6.0,
        left + long,
        low - 6.0,
        left + 6.0,
        low - 6.0
    );
    out.push_str("</svg>");
    Some(out)
}

fn css(Palette { land, out, line, water, ink, zone, mark }: &Palette) -> String {
    format!(
        ".out{{fill:{out}}}.county{{fill:{land};stroke:{line};stroke-width:3}}.town{{fill:none;stroke:{line};stroke-width:1.5;stroke-dasharray:6 4}}\
.river{{fill:none;stroke:{water};stroke-width:9;stroke-linecap:round;stroke-linejoin:round}}\
.zone{{fill:{zone};fill-opacity:.08;stroke:{zone};stroke-width:1.5;stroke-dasharray:2 4}}.in{{fill-opacity:.18;stroke-dasharray:none;stroke-width:2.5}}\
.fix{{fill:{mark};fill-opacity:.15;stroke:{mark};stroke-width:1.5}}.here{{fill:{mark};stroke:{land};stroke-width:3}}\
.spot{{fill:{land};stroke:{ink};stroke-width:2}}.scale{{fill:none;stroke:{ink};stroke-width:2}}text{{fill:{ink};font:13px sans-serif}}"
    )
}

/// Where a point is drawn: true enough for a few kilometres.
fn place(middle: Point, point: Point) -> (f64, f64) {
    let east_m = (point.lon_deg - middle.lon_deg) * DEGREE_M * middle.lat_deg.to_radians().cos();
    let north_m = (point.lat_deg - middle.lat_deg) * DEGREE_M;
    (WIDTH / 2.0 + east_m * PER_M, HEIGHT / 2.0 - north_m * PER_M)
}

fn path(middle: Point, line: &[Point], closed: bool) -> String {
    let mut path = String::with_capacity(line.len() * 14);
    for (n, point) in line.iter().enumerate() {
        let (x, y) = place(middle, *point);
        let _ = write!(path, "{}{x:.1} {y:.1}", if n == 0 { 'M' } else { 'L' });
    }
    if closed {
        path.push('Z');
    }
    path
}

#[cfg(test)]
mod tests {
    use super::svg;
    use huiyin_app::{
        backend::{CaseMap, Layer, MapSpot, Shape},
        shell::Look,
    };
    use huiyin_domain::place::Point;

    #[test]
    fn the_case_is_in_the_middle_and_north_is_up() {
        let at = |lat_deg, lon_deg| Point { lat_deg, lon_deg };
        let zone = Shape {
            layer: Layer::Zone,
            kind: None,
            name: String::new(),
            line: vec![at(26.0, 118.0), at(26.1, 118.0), at(26.1, 118.1)],
            holds: true,
        };
        let north = MapSpot { number: String::new(), at: at(26.009, 118.0), label: String::new(), open: true };
        let map = CaseMap { at: Some(at(26.0, 118.0)), accuracy_m: Some(100.0), spots: vec![north], shapes: vec![zone] };
        let drawn = svg(&map, Look::default()).unwrap();
        assert!(drawn.contains(r#"<circle class="here" cx="320" cy="200""#) && drawn.contains(r#"<path class="zone in" d="M320.0 200.0L"#));
        // A hundred metres are 12.8 units, and a kilometre north is 128 of them up.
        assert!(drawn.contains(r#"r="12.8""#) && drawn.contains(r#"<circle class="spot" cx="320.0" cy="71.9""#), "{drawn}");
        assert_eq!(svg(&CaseMap { at: None, ..map }, Look::default()), None);
    }
}
