//! The fields of each section's items as data: how each is edited, and how its text becomes a value of the file and back.
//! What cannot be read stays as the text that was typed, and the check names it.

mod blank;
mod choices;
mod in_words;
mod part;
mod sections;
mod shown;
mod typed;

#[cfg(test)]
mod tests;

pub(super) use blank::blank;
pub(super) use choices::choices;
pub(super) use in_words::in_words;
pub(super) use part::{part, put};
pub(super) use sections::{fields, section_of};
pub(super) use shown::to_text;
pub(super) use typed::to_value;

/// How a field is edited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// One line.
    Line,
    /// Several lines.
    Area,
    /// A number.
    Number,
    /// A day.
    Day,
    /// Yes or no.
    Tick,
    /// One of the codes of an enum, with words.
    One(Codes),
    /// A unit.
    Unit,
    /// A category.
    Category,
    /// A division.
    Division,
    /// Several categories.
    Categories,
    /// Several divisions.
    Divisions,
    /// Several of the codes of an enum, with words.
    Several(Codes),
    /// A list of texts, one a line.
    Lines,
    /// Corners, one a line.
    Points,
    /// Days of a year, one run a line.
    Runs,
}

/// An enum whose codes may be chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Codes {
    Theme,
    Clock,
    Risk,
    Recheck,
    UnitKind,
    ZoneKind,
    Severity,
    Ending,
    Paper,
}

/// One field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Field {
    /// Its name in the file, as `by_class.simple_wd`.
    pub(super) name: &'static str,
    /// How it is edited.
    pub(super) kind: Kind,
    /// Whether it may be left empty; then it is not in the file.
    pub(super) optional: bool,
}
