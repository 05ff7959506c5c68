//! Names of categories, units and places, from the rulebook. What it no longer knows is called by its code.

use crate::locales::Language;
use huiyin_domain::{
    division::DivisionCode,
    ids::PersonId,
    people::UnitCode,
    rulebook::{CategoryCode, Rulebook, Theme},
    sync::message::PersonName,
};

/// A category's name.
pub(super) fn category(rulebook: &Rulebook, code: &CategoryCode, language: Language) -> String {
    match rulebook.category(code) {
        Some(category) => language.pick(&category.name, &category.name_en).clone(),
        None => code.to_string(),
    }
}

/// Which of the three groups a category belongs to.
pub(super) fn theme(rulebook: &Rulebook, code: &CategoryCode) -> Option<Theme> {
    rulebook.category(code)?.theme
}

/// A unit's name.
pub(super) fn unit(rulebook: &Rulebook, code: &UnitCode, language: Language) -> String {
    match rulebook.unit(code) {
        Some(unit) => language.pick(&unit.name, &unit.name_en).clone(),
        None => code.to_string(),
    }
}

/// A place's name: a village stands behind its township, the county alone.
pub(super) fn division(rulebook: &Rulebook, code: &DivisionCode, language: Language) -> String {
    let name = |code: &DivisionCode| match rulebook.division(code) {
        Some(division) => language.pick(&division.name, &division.name_en).clone(),
        None => code.to_string(),
    };
    match code.township() {
        Some(township) if &township != code => match language {
            Language::Zh => format!("{}{}", name(&township), name(code)),
            Language::En => format!("{}, {}", name(code), name(&township)),
        },
        _ => name(code),
    }
}

/// A name and what stands for it, as each language writes it.
pub(super) fn pair(name: &str, what: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("{name}：{what}"),
        Language::En => format!("{name}: {what}"),
    }
}

/// Something said in passing, in brackets.
pub(super) fn aside(what: &str, language: Language) -> String {
    match language {
        Language::Zh => format!("（{what}）"),
        Language::En => format!(" ({what})"),
    }
}

/// Several sentences in one line.
pub(super) fn sentences((first, second): &(String, String), language: Language) -> String {
    format!("{first}{}{second}", language.pick("。", ". "))
}

/// A colleague's name among those a page brings along.
pub(super) fn person(people: &[PersonName], id: PersonId) -> Option<String> {
    people.iter().find(|person| person.id == id).map(|person| person.name.clone())
}
