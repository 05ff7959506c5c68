//! One row as its columns tell it.

use super::table::{Row, Table};
use huiyin_app::backend::{Fault, ImportField, RowFault};

/// How much of a cell is shown beside what is wrong with it.
const SHOWN_CHARS: usize = 40;

/// A row with what its columns tell.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    /// The table.
    pub(super) table: &'a Table,
    /// What each column tells.
    pub(super) fields: &'a [Option<ImportField>],
    /// The row.
    pub(super) row: &'a Row,
}

impl<'a> Told<'a> {
    fn column(self, field: ImportField) -> Option<usize> {
        self.fields.iter().position(|told| *told == Some(field))
    }

    /// What the row says of this; empty if it says nothing.
    pub(super) fn text(self, field: ImportField) -> &'a str {
        self.column(field).and_then(|column| self.row.cells.get(column)).map_or("", String::as_str)
    }

    /// Something wrong with what it says.
    pub(super) fn fault(self, field: ImportField, fault: Fault) -> RowFault {
        let column = self.column(field).and_then(|column| self.table.head.get(column)).filter(|head| !head.is_empty()).cloned();
        let text = self.text(field).chars().take(SHOWN_CHARS).collect();
        RowFault { row: self.row.number, column, field: Some(field), text, fault }
    }

    /// Degrees, if the row says any.
    pub(super) fn degrees(self, field: ImportField) -> Result<Option<f64>, RowFault> {
        let text = self.text(field).trim_end_matches('°');
        if text.is_empty() {
            return Ok(None);
        }
        let degrees: Option<f64> = text.parse().ok().filter(|degrees: &f64| degrees.is_finite() && degrees.abs() <= 180.0);
        degrees.map(Some).ok_or_else(|| self.fault(field, Fault::NotDegrees))
    }
}
