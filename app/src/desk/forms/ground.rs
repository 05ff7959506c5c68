//! What a form may know when it is drawn: the case, who fills it in, and the language.

use super::Choice;
use crate::{
    backend::{CaseView, Me},
    desk::codes::code_of,
    locales::{
        Language, Words,
        desk::{DeskWords, FieldWords, desk},
    },
};
use huiyin_domain::{
    division::DivisionCode,
    people::UnitCode,
    rulebook::{CategoryCode, Rulebook},
};
use serde::Serialize;

/// What a form may know.
#[derive(Clone, Copy)]
pub(crate) struct Ground<'a> {
    /// The case as it stands.
    pub(crate) view: &'a CaseView,
    /// Who fills it in.
    pub(crate) me: &'a Me,
    /// The page's language.
    pub(crate) language: Language,
}

impl<'a> Ground<'a> {
    /// All the desk's words.
    #[must_use]
    pub(crate) fn desk(&self) -> &'static DeskWords {
        desk(self.language)
    }

    /// Labels and hints.
    #[must_use]
    pub(crate) fn words(&self) -> &'static FieldWords {
        &self.desk().fields
    }

    /// The rulebook in force.
    #[must_use]
    pub(crate) fn rulebook(&self) -> &'a Rulebook {
        &self.me.rulebook
    }

    /// Every unit as a choice.
    #[must_use]
    pub(crate) fn every_unit(&self) -> Vec<Choice> {
        self.rulebook().units.iter().map(|unit| Choice::new(unit.code.0.clone(), self.language.pick(&unit.name, &unit.name_en))).collect()
    }

    /// Every unit that may have to do with this case: not the one that it is about.
    #[must_use]
    pub(crate) fn units(&self) -> Vec<Choice> {
        let about = self.view.case.about_unit.as_ref().map_or("", |unit| unit.0.as_str());
        self.every_unit().into_iter().filter(|unit| unit.value != about).collect()
    }

    /// A unit's name; its code if the rulebook no longer knows it.
    #[must_use]
    pub(crate) fn unit(&self, code: &UnitCode) -> String {
        crate::desk::naming::unit(self.rulebook(), code, self.language)
    }

    /// Every category as a choice.
    #[must_use]
    pub(crate) fn categories(&self) -> Vec<Choice> {
        let name = |code: &CategoryCode| crate::desk::naming::category(self.rulebook(), code, self.language);
        self.rulebook().categories.iter().map(|category| Choice::new(category.code.0.clone(), name(&category.code))).collect()
    }

    /// Every township and village as a choice, villages under their township.
    #[must_use]
    pub(crate) fn divisions(&self) -> Vec<Choice> {
        let mut codes: Vec<&DivisionCode> = self.rulebook().divisions.iter().map(|division| &division.code).collect();
        codes.sort();
        codes
            .into_iter()
            .map(|code| Choice::new(code.as_str(), crate::desk::naming::division(self.rulebook(), code, self.language)))
            .collect()
    }

    /// Plain values of the rules as choices.
    pub(crate) fn codes<T: Words + Serialize>(&self, values: &[T]) -> Vec<Choice> {
        values.iter().map(|value| Choice::new(code_of(value), value.words(self.language))).collect()
    }
}
