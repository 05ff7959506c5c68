//! A table to take away: the same cells as CSV and as XLSX.

mod csv;
mod xlsx;

pub use csv::csv;
pub use xlsx::{SheetError, xlsx};

/// What stands in a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words; never a formula, whatever they begin with.
    Text(String),
    /// A count.
    Number(u32),
}

impl Cell {
    /// Words, if there are any.
    #[must_use]
    pub fn words(text: Option<String>) -> Self {
        text.filter(|text| !text.is_empty()).map_or(Cell::Empty, Cell::Text)
    }

    /// A count, if there is one.
    #[must_use]
    pub fn count(number: Option<u32>) -> Self {
        number.map_or(Cell::Empty, Cell::Number)
    }
}

/// A table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// What it is called.
    pub name: String,
    /// Heads of the columns.
    pub head: Vec<String>,
    /// Rows, each as long as the head.
    pub rows: Vec<Vec<Cell>>,
}
