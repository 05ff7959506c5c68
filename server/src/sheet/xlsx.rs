//! XLSX: words are written as words, which no spreadsheet evaluates.

use super::{Cell, Sheet};
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// It does not fit the format.
    #[error("the table cannot be written: {0}")]
    Xlsx(#[from] XlsxError),
    /// More columns than the format has.
    #[error("the table has too many rows or columns")]
    TooBig,
}

/// The table as XLSX.
///
/// # Errors
/// If it does not fit the format.
pub fn xlsx(sheet: &Sheet) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let page = book.add_worksheet();
    page.set_name(&sheet.name)?;
    page.set_freeze_panes(1, 0)?;
    for (n, head) in sheet.head.iter().enumerate() {
        page.write_string_with_format(0, column(n)?, head, &bold)?;
    }
    for (y, row) in sheet.rows.iter().enumerate() {
        let y = u32::try_from(y + 1).map_err(|_| SheetError::TooBig)?;
        for (n, cell) in row.iter().enumerate() {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => drop(page.write_string(y, column(n)?, text)?),
                Cell::Number(number) => drop(page.write_number(y, column(n)?, *number)?),
            }
        }
    }
    Ok(book.save_to_buffer()?)
}

fn column(n: usize) -> Result<u16, SheetError> {
    u16::try_from(n).map_err(|_| SheetError::TooBig)
}

#[cfg(test)]
mod tests {
    use super::xlsx;
    use crate::sheet::{Cell, Sheet};

    #[test]
    fn a_table_becomes_a_file_and_too_many_columns_are_an_error() {
        let sheet = Sheet {
            name: "数据".to_owned(),
            head: vec!["组别".to_owned()],
            rows: vec![vec![Cell::Text("=1+1".to_owned())], vec![Cell::Number(7)], vec![Cell::Empty]],
        };
        assert!(xlsx(&sheet).unwrap().starts_with(b"PK"));
        let wide = Sheet { head: vec![String::from("x"); 20_000], ..sheet };
        assert!(xlsx(&wide).is_err());
    }
}
