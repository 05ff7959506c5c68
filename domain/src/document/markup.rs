//! Reading a template's text. What is wrong is told with its place, all of it at once.

use super::FieldName;
use serde::{Deserialize, Serialize};

/// One line of a paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Line<T> {
    /// In the middle, large.
    Heading(Vec<T>),
    /// Running text.
    Paragraph(Vec<T>),
    /// At the right edge: a signature, a date.
    Right(Vec<T>),
    /// A row of a table: name and content.
    Row(Vec<T>, Vec<T>),
}

impl<T> Line<T> {
    /// The same line with other things in it.
    pub(super) fn map<U>(&self, change: &mut dyn FnMut(&T) -> U) -> Line<U> {
        let mut all = |pieces: &[T]| pieces.iter().map(&mut *change).collect();
        match self {
            Line::Heading(pieces) => Line::Heading(all(pieces)),
            Line::Paragraph(pieces) => Line::Paragraph(all(pieces)),
            Line::Right(pieces) => Line::Right(all(pieces)),
            Line::Row(name, content) => Line::Row(all(name), all(content)),
        }
    }
}

/// What stands in a line of a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A fact of the case.
    Field(FieldName),
    /// A line for the pen.
    ByHand,
}

/// Something wrong with a template.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Flaw {
    /// Whether it is in the English text.
    pub english: bool,
    /// In which line, counted from 1.
    pub line: u32,
    /// At which character of it, counted from 1.
    pub column: u32,
    /// What.
    pub what: FlawKind,
}

/// What can be wrong with a template.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlawKind {
    /// No field has this name.
    UnknownField {
        /// As it stands there.
        name: String,
    },
    /// A brace has no partner.
    LoneBrace,
    /// A row of a table has no content: `| name | content`.
    RowWithoutContent,
    /// There is nothing in it.
    Empty,
}

/// The lines of a template, and everything that is wrong with it.
#[must_use]
pub fn read(text: &str) -> (Vec<Line<Piece>>, Vec<Flaw>) {
    let mut reader = Reader { line: 0, flaws: Vec::new() };
    let mut lines: Vec<Line<Piece>> = Vec::new();
    for written in text.lines() {
        reader.line += 1;
        if !written.trim().is_empty() {
            lines.push(reader.line(written));
        }
    }
    if lines.is_empty() {
        reader.line = 1;
        reader.flaw(0, FlawKind::Empty);
    }
    (lines, reader.flaws)
}

struct Reader {
    line: u32,
    flaws: Vec<Flaw>,
}

impl Reader {
    fn line(&mut self, written: &str) -> Line<Piece> {
        if let Some(rest) = written.strip_prefix("# ") {
            return Line::Heading(self.pieces(rest.trim_end(), 2));
        }
        if let Some(rest) = written.strip_prefix("> ") {
            return Line::Right(self.pieces(rest.trim_end(), 2));
        }
        let Some(rest) = written.strip_prefix("| ") else { return Line::Paragraph(self.pieces(written.trim_end(), 0)) };
        let Some((name, content)) = rest.split_once(" | ") else {
            self.flaw(0, FlawKind::RowWithoutContent);
            return Line::Row(self.pieces(rest.trim_end(), 2), Vec::new());
        };
        let before = 2 + name.chars().count() + 3;
        Line::Row(self.pieces(name, 2), self.pieces(content.trim_end(), before))
    }

    /// What stands in a part of a line that begins after `before` characters.
    fn pieces(&mut self, text: &str, before: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let (mut rest, mut at) = (text, before);
        while let Some(brace) = rest.find(['{', '}']) {
            let (words, from) = rest.split_at(brace);
            at += words.chars().count();
            if !words.is_empty() {
                pieces.push(Piece::Words(words.to_owned()));
            }
            let end = from[1..].find(['{', '}']).map(|end| end + 1).filter(|end| from.starts_with('{') && from[*end..].starts_with('}'));
            let Some(end) = end else {
                self.flaw(at, FlawKind::LoneBrace);
                (rest, at) = (&from[1..], at + 1);
                continue;
            };
            let name = &from[1..end];
            match (name, FieldName::of_code(name)) {
                ("_", _) => pieces.push(Piece::ByHand),
                (_, Some(field)) => pieces.push(Piece::Field(field)),
                (_, None) => self.flaw(at, FlawKind::UnknownField { name: name.to_owned() }),
            }
            (rest, at) = (&from[end + 1..], at + name.chars().count() + 2);
        }
        if !rest.is_empty() {
            pieces.push(Piece::Words(rest.to_owned()));
        }
        pieces
    }

    fn flaw(&mut self, before: usize, what: FlawKind) {
        let column = u32::try_from(before + 1).unwrap_or(u32::MAX);
        self.flaws.push(Flaw { english: false, line: self.line, column, what });
    }
}
