//! The data a county starts with is whole.

use huiyin_domain::{
    place::Point,
    rulebook::{Risk, UnitKind, seed},
};

const MAP: &str = include_str!("../../server/seed/county.geojson");
const CALENDAR: &str = include_str!("../../server/seed/calendar.csv");
const ICONS: &str = include_str!("../../frontend/icons/icons.svg");

#[test]
fn the_county_has_its_townships_zones_units_and_categories() {
    let book = seed::rulebook(MAP, CALENDAR).unwrap();
    assert_eq!(book.county.code.as_str(), "359921");
    assert_eq!(book.divisions.len(), 12);
    assert_eq!(book.zones.len(), 8);
    assert_eq!(book.rivers.iter().map(|river| river.name.as_str()).collect::<Vec<_>>(), ["澄溪", "龙潭溪"]);
    assert!(book.rivers.iter().all(|river| river.line.len() >= 2));
    assert_eq!(book.categories.len(), 19);
    assert_eq!(book.units.iter().filter(|unit| unit.kind == UnitKind::Township).count(), 12);
    for category in &book.categories {
        for township in &book.divisions {
            assert!(book.lead_unit(category, &township.code).is_some(), "{} has no unit in {}", category.code, township.name);
        }
        assert!(ICONS.contains(&format!("id=\"i-{}\"", category.icon)), "no icon {}", category.icon);
    }
    assert_eq!(book.categories.iter().filter(|category| category.risk == Risk::Critical).count(), 1);
}

#[test]
fn every_site_lies_in_a_township_and_keeps_its_id() {
    let book = seed::rulebook(MAP, CALENDAR).unwrap();
    let sites = seed::sites(MAP, &book).unwrap();
    assert_eq!(sites.len(), 20);
    assert!(sites.iter().all(|site| site.division.as_str().len() == 9));
    assert_eq!(sites, seed::sites(MAP, &book).unwrap());
    let mut ids: Vec<_> = sites.iter().map(|site| site.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 20);
}

#[test]
fn a_point_finds_its_township_and_zones() {
    let book = seed::rulebook(MAP, CALENDAR).unwrap();
    let town = Point { lat_deg: 26.015, lon_deg: 118.01 };
    assert_eq!(book.division_at(town).unwrap().name, "城关街道");
    assert!(book.zones_at(town).count() >= 1);
    assert!(book.division_at(Point { lat_deg: 31.2, lon_deg: 121.5 }).is_none());
}

#[test]
fn broken_data_is_refused_with_its_line() {
    let text = "from,to,kind,name\n2026-10-01,2026-10-07,rest,国庆节\n2026-10-10,2026-10-10,maybe,国庆节\n";
    let error = seed::rulebook(MAP, text).unwrap_err();
    assert!(error.to_string().contains("line 3"), "{error}");
    assert!(seed::rulebook("{\"features\":[]}", CALENDAR).is_err());
    assert!(seed::rulebook("<html>", CALENDAR).is_err());
}
