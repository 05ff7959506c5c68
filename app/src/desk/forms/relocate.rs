//! 改位置: typed coordinates, as every map here has a typed alternative.

use super::{Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::{
    case::{Ask, Relocate, VerbName},
    place::Point,
};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let case = &ground.view.case;
    let degrees = |of: fn(Point) -> f64| case.place.map_or_else(String::new, |point| format!("{:.5}", of(point)));
    let fields = vec![
        Field::new("lat_deg", words.latitude, Kind::Number { min: -90, max: 90, step: "any" })
            .hint(words.coordinates_hint)
            .start(degrees(|point| point.lat_deg)),
        Field::new("lon_deg", words.longitude, Kind::Number { min: -180, max: 180, step: "any" })
            .hint(words.coordinates_hint)
            .start(degrees(|point| point.lon_deg)),
        Field::new("division", words.division, Kind::Pick(ground.divisions()))
            .start(case.division.as_ref().map_or("", |code| code.as_str())),
        Field::area("words", words.reason).hint(words.kept_in_timeline),
    ];
    Sheet::new(VerbName::Relocate, fields, |answers| {
        let mut read = Reader::new(answers);
        let (lat_deg, lon_deg) = (read.number("lat_deg", -90, 90), read.number("lon_deg", -180, 180));
        let (division, words) = (read.parsed("division"), read.text("words"));
        read.build(|| {
            let place = Point { lat_deg: lat_deg?, lon_deg: lon_deg? };
            Some(Ask::Relocate(Relocate { place, division: division?, words: words? }))
        })
    })
}
