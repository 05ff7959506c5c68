//! 责令限期整改: who, what, by when, and who accepts it as done.

use super::{Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::{
    case::{Ask, OrderRectification, VerbName},
    people::UnitCode,
};

pub(super) fn sheet(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let unit = ground.view.case.lead_unit.as_ref().map_or_else(String::new, |unit| unit.0.clone());
    let fields = vec![
        Field::line("responsible_party", words.party).hint(words.party_hint),
        Field::area("measures", words.measures),
        Field::day("due_day", words.due_day),
        Field::new("acceptance_unit", words.acceptance_unit, Kind::Pick(ground.units())).start(unit),
        Field::line("document_number", words.document).hint(words.document_hint).optional(),
    ];
    Sheet::new(VerbName::OrderRectification, fields, |answers| {
        let mut read = Reader::new(answers);
        let (responsible_party, measures) = (read.text("responsible_party"), read.text("measures"));
        let (due_day, unit) = (read.day("due_day"), read.text("acceptance_unit"));
        let document_number = read.maybe("document_number");
        read.build(|| {
            Some(Ask::OrderRectification(OrderRectification {
                responsible_party: responsible_party?,
                measures: measures?,
                due_day: due_day?,
                acceptance_unit: UnitCode(unit?),
                document_number,
            }))
        })
    })
}
