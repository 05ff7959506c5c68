//! Units that help: asked, done, released.

use super::{Choice, Field, Ground, Kind, Reader, Sheet};
use huiyin_domain::{
    case::{AddCoUnit, Ask, CoUnitWords, VerbName},
    people::UnitCode,
};

pub(super) fn add(ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let fields = vec![Field::new("unit", words.co_unit, Kind::Pick(ground.units())), Field::area("task", words.co_task)];
    Sheet::new(VerbName::AddCoUnit, fields, |answers| {
        let mut read = Reader::new(answers);
        let (unit, task) = (read.text("unit"), read.text("task"));
        read.build(|| Some(Ask::AddCoUnit(AddCoUnit { unit: UnitCode(unit?), task: task? })))
    })
}

pub(super) fn done(ground: &Ground<'_>) -> Sheet {
    about(VerbName::CoUnitDone, ground.words().co_words, ground, Ask::CoUnitDone)
}

pub(super) fn release(ground: &Ground<'_>) -> Sheet {
    about(VerbName::ReleaseCoUnit, ground.words().release_words, ground, Ask::ReleaseCoUnit)
}

fn about(verb: VerbName, label: &str, ground: &Ground<'_>, ask: fn(CoUnitWords) -> Ask) -> Sheet {
    let open = ground.view.case.co_units.iter().filter(|unit| unit.outcome.is_none());
    let open: Vec<_> = open.map(|unit| Choice::new(unit.unit.0.clone(), format!("{} · {}", ground.unit(&unit.unit), unit.task))).collect();
    let nothing = open.is_empty();
    let fields = vec![Field::new("unit", ground.words().co_unit, Kind::Radio(open)), Field::area("words", label)];
    let sheet = Sheet::new(verb, fields, move |answers| {
        let mut read = Reader::new(answers);
        let (unit, words) = (read.text("unit"), read.text("words"));
        read.build(|| Some(ask(CoUnitWords { unit: UnitCode(unit?), words: words? })))
    });
    if nothing { sheet.intro(ground.words().no_co_units) } else { sheet }
}
