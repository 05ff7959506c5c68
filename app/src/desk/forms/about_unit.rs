//! 标明反映的单位: a complaint about a unit is kept from that unit.

use super::{Choice, Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::{
    case::{AboutUnit, Ask, VerbName},
    people::UnitCode,
};

/// Stands for no unit.
const NONE: &str = "none";

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let marked = ground.view.case.about_unit.as_ref();
    let mut units = ground.every_unit();
    if marked.is_some() {
        units.push(Choice::new(NONE, words.about_no_unit));
    }
    let fields = vec![
        Field::new("unit", words.about_unit, Kind::Pick(units))
            .hint(words.about_unit_hint)
            .start(marked.map_or("", |unit| unit.0.as_str())),
        Field::area("words", words.reason).hint(words.kept_in_timeline),
    ];
    let sheet = Sheet::new(VerbName::AboutUnit, fields, |answers| {
        let mut read = Reader::new(answers);
        let (unit, words) = (read.text("unit"), read.text("words"));
        read.build(|| {
            let unit = unit.filter(|unit| unit != NONE).map(UnitCode);
            Some(Ask::AboutUnit(AboutUnit { unit, words: words? }))
        })
    });
    sheet.intro(words.about_unit_intro)
}
