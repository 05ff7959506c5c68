//! A form as data: its fields, and how its answers become an ask. One piece draws all of them.

use super::Answers;
use huiyin_domain::{
    case::{Ask, VerbName},
    hash::Hash,
    refusal::Unmet,
};
use std::sync::Arc;

/// How answers become an ask.
pub(crate) type Build = Arc<dyn Fn(&Answers) -> Result<Ask, Vec<Unmet>> + Send + Sync>;

/// A form.
#[derive(Clone)]
pub(crate) struct Sheet {
    /// What it asks for.
    pub(crate) verb: VerbName,
    /// What stands above the fields.
    pub(crate) intro: Option<String>,
    /// Its fields, in reading order.
    pub(crate) fields: Vec<Field>,
    /// How its answers become an ask.
    pub(crate) build: Build,
}

/// One field.
#[derive(Clone)]
pub(crate) struct Field {
    /// Its name: the path that a refusal speaks of, as `lead_unit`.
    pub(crate) name: String,
    /// Its label.
    pub(crate) label: String,
    /// A hint under the label.
    pub(crate) hint: Option<String>,
    /// Whether it may be left empty.
    pub(crate) optional: bool,
    /// What stands in it at first.
    pub(crate) start: String,
    /// It is shown only while another field has one of these values.
    pub(crate) only: Option<(String, Vec<String>)>,
    /// What sort of control.
    pub(crate) kind: Kind,
}

/// Sorts of controls.
#[derive(Clone)]
pub(crate) enum Kind {
    /// One line.
    Line,
    /// Several lines.
    Area,
    /// A day.
    Day,
    /// A day and a time.
    Moment,
    /// A number; the bounds are for the control, the rules have their own.
    Number {
        /// Least.
        min: i64,
        /// Most.
        max: i64,
        /// Step of the control, as `1` or `any`.
        step: &'static str,
    },
    /// One of many, in a list that folds.
    Pick(Vec<Choice>),
    /// A text to start from: choosing one puts it into another field.
    Texts {
        /// Which field.
        into: &'static str,
        /// Each with its text.
        texts: Vec<(Choice, String)>,
    },
    /// One of few, all in sight.
    Radio(Vec<Choice>),
    /// Yes or no.
    Tick,
    /// A colleague, from the server's candidates; of the unit in that field, if one is named.
    Person {
        /// Field that holds the unit.
        unit_in: Option<&'static str>,
    },
    /// A photo that may be chosen.
    Photo {
        /// Which.
        hash: Hash,
        /// What stands on it: before or after.
        tag: String,
    },
}

/// One choice.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Choice {
    /// Its value.
    pub(crate) value: String,
    /// Its words.
    pub(crate) label: String,
}

impl Choice {
    /// A value and its words.
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Choice { value: value.into(), label: label.into() }
    }
}

impl Field {
    /// A field of that sort.
    pub(crate) fn new(name: impl Into<String>, label: impl Into<String>, kind: Kind) -> Self {
        Field { name: name.into(), label: label.into(), hint: None, optional: false, start: String::new(), only: None, kind }
    }

    /// Several lines of words.
    pub(crate) fn area(name: &str, label: &str) -> Self {
        Field::new(name, label, Kind::Area)
    }

    /// One line of words.
    pub(crate) fn line(name: &str, label: &str) -> Self {
        Field::new(name, label, Kind::Line)
    }

    /// A day.
    pub(crate) fn day(name: &str, label: &str) -> Self {
        Field::new(name, label, Kind::Day)
    }

    /// With a hint.
    #[must_use]
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// May be left empty.
    #[must_use]
    pub(crate) fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Starts with this.
    #[must_use]
    pub(crate) fn start(mut self, start: impl Into<String>) -> Self {
        self.start = start.into();
        self
    }

    /// Shown only while that field has one of these values.
    #[must_use]
    pub(crate) fn only(mut self, field: &str, values: &[&str]) -> Self {
        self.only = Some((field.to_owned(), values.iter().map(|value| (*value).to_owned()).collect()));
        self
    }
}

impl Sheet {
    /// A form.
    pub(crate) fn new(
        verb: VerbName,
        fields: Vec<Field>,
        build: impl Fn(&Answers) -> Result<Ask, Vec<Unmet>> + Send + Sync + 'static,
    ) -> Self {
        Sheet { verb, intro: None, fields, build: Arc::new(build) }
    }

    /// With words above the fields.
    #[must_use]
    pub(crate) fn intro(mut self, intro: impl Into<String>) -> Self {
        self.intro = Some(intro.into());
        self
    }

    /// What stands in the fields at first.
    #[must_use]
    pub(crate) fn starts(&self) -> Answers {
        let mut starts = Answers::default();
        for field in &self.fields {
            starts.set(&field.name, field.start.clone());
        }
        starts
    }

    /// Whether somebody must be chosen, so that the candidates are needed.
    #[must_use]
    pub(crate) fn asks_for_a_person(&self) -> bool {
        self.fields.iter().any(|field| matches!(field.kind, Kind::Person { .. }))
    }
}
