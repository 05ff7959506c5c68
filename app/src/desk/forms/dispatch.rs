//! 交办 and 重办: unit by rule, a person, the due date explained, helpers if needed.

use super::{Field, Ground, Kind, Reader, Sheet};
use crate::locales::{dates, rules};
use huiyin_domain::{
    case::{AddCoUnit, Ask, Dispatch, VerbName},
    people::UnitCode,
};

/// How many helping units the form has room for; more are added afterwards.
const CO_UNITS: usize = 2;

pub(super) fn sheet(verb: VerbName, ground: &Ground<'_>) -> Sheet {
    let words = ground.words();
    let view = ground.view;
    let by_rule = view.unit_by_rule.as_ref();
    let start = by_rule.or(view.case.lead_unit.as_ref()).map_or_else(String::new, |unit| unit.0.clone());
    let mut unit = Field::new("lead_unit", words.lead_unit, Kind::Pick(ground.units())).start(start);
    if let Some(code) = by_rule {
        unit = unit.hint(format!("{} {}", words.by_rule, ground.unit(code)));
    }
    let reason = if verb == VerbName::Reopen {
        Field::area("words", words.reopen_words)
    } else {
        Field::area("words", words.unit_reason).hint(words.unit_reason_hint).optional()
    };
    let mut fields = vec![unit, Field::new("handler", words.handler, Kind::Person { unit_in: Some("lead_unit") }), reason];
    for n in 0..CO_UNITS {
        let (unit, task) = (format!("co_units.{n}.unit"), format!("co_units.{n}.task"));
        let every: Vec<_> = ground.units().into_iter().map(|unit| unit.value).collect();
        let every: Vec<&str> = every.iter().map(String::as_str).collect();
        fields.push(Field::new(unit.clone(), numbered(words.co_unit, n), Kind::Pick(ground.units())).optional());
        fields.push(Field::line(&task, &numbered(words.co_task, n)).only(&unit, &every));
    }
    let sheet = Sheet::new(verb, fields, move |answers| {
        let mut read = Reader::new(answers);
        let lead_unit = read.text("lead_unit").map(UnitCode);
        let handler = read.parsed("handler");
        let words = if verb == VerbName::Reopen { read.text("words") } else { read.maybe("words") };
        let co_units = co_units(&mut read);
        read.build(|| {
            let dispatch = Dispatch { lead_unit: lead_unit?, handler: handler?, co_units, words };
            Some(if verb == VerbName::Reopen { Ask::Reopen(dispatch) } else { Ask::Dispatch(dispatch) })
        })
    });
    match &view.due_if_dispatched {
        Some(due) => {
            let until = crate::desk::naming::pair(words.due_will_be, &dates::deadline(due.at, ground.language), ground.language);
            sheet.intro(format!("{until}{} {}", ground.language.pick("。", "."), rules::explain(due, ground.language)))
        }
        None => sheet,
    }
}

fn numbered(label: &str, n: usize) -> String {
    format!("{label} {}", n + 1)
}

fn co_units(read: &mut Reader<'_>) -> Vec<AddCoUnit> {
    let mut found = Vec::new();
    for n in 0..CO_UNITS {
        if let Some(unit) = read.maybe(&format!("co_units.{n}.unit"))
            && let Some(task) = read.text(&format!("co_units.{n}.task"))
        {
            found.push(AddCoUnit { unit: UnitCode(unit), task });
        }
    }
    found
}
