//! A table as it was read: a head and rows of text, within limits.

/// Most bytes of a file.
pub(crate) const MAX_BYTES: usize = 8 * 1024 * 1024;
/// Most rows below the head.
pub(crate) const MAX_ROWS: usize = 20_000;
/// Most columns.
pub(super) const MAX_COLUMNS: usize = 64;
/// Most bytes of text in all cells: what unpacks, or is said again and again, is bounded too.
pub(super) const MAX_TEXT: usize = 32 * 1024 * 1024;
/// Among so many first rows the head is looked for: lists have titles above them.
const HEAD_WITHIN: usize = 5;

/// Why a file is no table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unreadable {
    /// Nothing is in it, or nothing below the head.
    Empty,
    /// Neither CSV nor XLSX.
    NotATable,
    /// Excel's old format, or a workbook with a password.
    OldOrLocked,
    /// It breaks off, or is damaged.
    Damaged,
    /// It holds much more than it seems to.
    Unpacks,
    /// Too many rows.
    Rows,
    /// Too many columns.
    Columns,
    /// Some lines are written in another encoding than the others.
    Mixed {
        /// The first one.
        line: u32,
    },
    /// A line is in no encoding that we read.
    Encoding {
        /// Which.
        line: u32,
    },
}

/// One row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Row {
    /// Its number, as spreadsheets count.
    pub(super) number: u32,
    /// Its cells, trimmed; as many as the head has.
    pub(super) cells: Vec<String>,
}

/// A table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Table {
    /// What stands above the columns.
    pub(super) head: Vec<String>,
    /// What is below, without empty rows.
    pub(super) rows: Vec<Row>,
}

/// Takes rows one by one and stops at the limits.
#[derive(Default)]
pub(super) struct Gathering {
    rows: Vec<Row>,
    text: usize,
}

impl Gathering {
    /// One more row.
    pub(super) fn row(&mut self, number: u32, cells: impl Iterator<Item = String>) -> Result<(), Unreadable> {
        let mut cells: Vec<String> = cells.map(|cell| plain(&cell)).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if cells.len() > MAX_COLUMNS {
            return Err(Unreadable::Columns);
        }
        if cells.is_empty() {
            return Ok(());
        }
        self.text += cells.iter().map(String::len).sum::<usize>();
        if self.text > MAX_TEXT {
            return Err(Unreadable::Unpacks);
        }
        self.rows.push(Row { number, cells });
        if self.rows.len() > MAX_ROWS + HEAD_WITHIN { Err(Unreadable::Rows) } else { Ok(()) }
    }

    /// Whether there is anything yet.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table: its head is the first row with more than one cell, for a title has only one.
    pub(super) fn table(self) -> Result<Table, Unreadable> {
        let mut rows = self.rows;
        let filled = |row: &Row| row.cells.iter().filter(|cell| !cell.is_empty()).count();
        let at = rows.iter().take(HEAD_WITHIN).position(|row| filled(row) > 1).unwrap_or(0);
        if rows.len() <= at + 1 {
            return Err(Unreadable::Empty);
        }
        let mut head = rows.remove(at).cells;
        rows.drain(..at);
        if rows.len() > MAX_ROWS {
            return Err(Unreadable::Rows);
        }
        // A row that is longer than its head has columns without a name.
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(head.len());
        head.resize(width, String::new());
        for row in &mut rows {
            row.cells.resize(width, String::new());
        }
        Ok(Table { head, rows })
    }
}

/// A cell's text: trimmed, without what no database keeps and without the apostrophe that our own files put before what
/// looks like a formula. It is never more than text.
fn plain(cell: &str) -> String {
    let text = cell.replace('\0', "");
    let text = text.trim();
    let bare = text.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
    bare.unwrap_or(text).to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Gathering, MAX_COLUMNS, MAX_ROWS, Row, Unreadable};

    fn gathered(rows: &[&[&str]]) -> Gathering {
        let mut gathering = Gathering::default();
        for (n, row) in (1..).zip(rows) {
            gathering.row(n, row.iter().map(|cell| (*cell).to_owned())).unwrap();
        }
        gathering
    }

    #[test]
    fn a_title_and_empty_rows_are_no_part_of_a_table() {
        let table = gathered(&[&["十一月工单"], &[], &["编号", "内容"], &["", " "], &["7", " 有人倒垃圾 ", "", ""]]).table().unwrap();
        assert_eq!(table.head, ["编号", "内容"]);
        assert_eq!(table.rows, [Row { number: 5, cells: vec!["7".into(), "有人倒垃圾".into()] }]);
        assert_eq!(gathered(&[&["编号", "内容"]]).table(), Err(Unreadable::Empty));
        assert_eq!(gathered(&[]).table(), Err(Unreadable::Empty));
    }

    #[test]
    fn what_looks_like_a_formula_is_text() {
        let table = gathered(&[&["编号", "内容"], &["'=1+1", "=HYPERLINK(\"x\")"], &["'90", "a"]]).table().unwrap();
        assert_eq!(table.rows[0].cells, ["=1+1", "=HYPERLINK(\"x\")"]);
        assert_eq!(table.rows[1].cells, ["'90", "a"]);
    }

    #[test]
    fn the_limits_hold_while_it_is_read() {
        let mut gathering = Gathering::default();
        let one = || std::iter::repeat_n("x".to_owned(), 2);
        let stopped = (1..).find(|n| gathering.row(*n, one()).is_err()).unwrap();
        assert!((stopped as usize) < MAX_ROWS + 10);
        let wide = Gathering::default().row(1, std::iter::repeat_n("x".to_owned(), MAX_COLUMNS + 1));
        assert_eq!(wide, Err(Unreadable::Columns));
        let mut heavy = Gathering::default();
        let stopped = (1..40).find_map(|n| heavy.row(n, std::iter::once("字".repeat(400_000))).err());
        assert_eq!(stopped, Some(Unreadable::Unpacks));
    }
}
