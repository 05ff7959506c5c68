//! What a person has put into a form: text by field. Reading it turns text into the parts of an ask and notes every
//! field that cannot be read, in the same words as a refusal by the rules.

use crate::desk::codes::from_code;
use huiyin_domain::{
    case::Ask,
    iso,
    moment::{Moment, SHANGHAI},
    refusal::{Code, Unmet},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{collections::BTreeMap, str::FromStr};
use time::Date;

/// Text by field.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Answers(pub(crate) BTreeMap<String, String>);

impl Answers {
    /// What stands in a field; empty if nothing does.
    #[must_use]
    pub(crate) fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// Puts something in.
    pub(crate) fn set(&mut self, field: &str, text: impl Into<String>) {
        self.0.insert(field.to_owned(), text.into());
    }

    /// Whether a box is ticked.
    #[must_use]
    pub(crate) fn ticked(&self, field: &str) -> bool {
        self.get(field) == "on"
    }

    /// These answers over others: what was typed wins.
    #[must_use]
    pub(crate) fn over(&self, starts: &Answers) -> Answers {
        let mut all = starts.clone();
        all.0.extend(self.0.iter().map(|(field, text)| (field.clone(), text.clone())));
        all
    }
}

/// Reads answers and gathers what is wrong with them.
pub(crate) struct Reader<'a> {
    answers: &'a Answers,
    unmet: Vec<Unmet>,
}

impl<'a> Reader<'a> {
    /// Of these answers.
    #[must_use]
    pub(crate) fn new(answers: &'a Answers) -> Self {
        Reader { answers, unmet: Vec::new() }
    }

    /// Notes something wrong with a field.
    pub(crate) fn slip<T>(&mut self, field: &str, code: Code) -> Option<T> {
        self.unmet.push(Unmet { code, field: Some(field.to_owned()) });
        None
    }

    /// A text that may be left out.
    #[must_use]
    pub(crate) fn maybe(&self, field: &str) -> Option<String> {
        let text = self.answers.get(field).trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A text that must be there.
    pub(crate) fn text(&mut self, field: &str) -> Option<String> {
        match self.maybe(field) {
            Some(text) => Some(text),
            None => self.slip(field, Code::Missing),
        }
    }

    /// Something with a parser of its own: an id, a division, a number.
    pub(crate) fn parsed<T: FromStr>(&mut self, field: &str) -> Option<T> {
        let text = self.text(field)?;
        match text.parse() {
            Ok(value) => Some(value),
            Err(_) => self.slip(field, Code::Missing),
        }
    }

    /// A number within bounds.
    pub(crate) fn number<T: FromStr>(&mut self, field: &str, min: i64, max: i64) -> Option<T> {
        let text = self.text(field)?;
        let fits = text.parse::<f64>().is_ok_and(|number| number >= min as f64 && number <= max as f64);
        match text.parse() {
            Ok(value) if fits => Some(value),
            _ => self.slip(field, Code::NumberOutOfRange { min, max }),
        }
    }

    /// A value by its code.
    pub(crate) fn code<T: DeserializeOwned>(&mut self, field: &str) -> Option<T> {
        let text = self.text(field)?;
        match from_code(&text) {
            Some(value) => Some(value),
            None => self.slip(field, Code::Missing),
        }
    }

    /// A day, as date controls write it.
    pub(crate) fn day(&mut self, field: &str) -> Option<Date> {
        let text = self.text(field)?;
        match iso::read_day(&text) {
            Some(day) => Some(day),
            None => self.slip(field, Code::DayOutOfRange),
        }
    }

    /// A moment by the wall clock in Asia/Shanghai, as controls for day and time write it.
    pub(crate) fn moment(&mut self, field: &str) -> Option<Moment> {
        let text = self.text(field)?;
        match iso::read_wall_clock(&text) {
            Some(at) => Some(Moment::new(at.assume_offset(SHANGHAI))),
            None => self.slip(field, Code::DayOutOfRange),
        }
    }

    /// The ask, if nothing was wrong.
    ///
    /// # Errors
    /// Every field that could not be read.
    pub(crate) fn build(self, ask: impl FnOnce() -> Option<Ask>) -> Result<Ask, Vec<Unmet>> {
        if !self.unmet.is_empty() {
            return Err(self.unmet);
        }
        ask().ok_or_else(|| vec![Unmet { code: Code::Missing, field: None }])
    }
}
