//! XLSX, cell by cell. What the archive unpacks to is measured before anything believes it, and a sheet whose cells lie
//! far apart costs no more than its cells.

use crate::imports::table::{Gathering, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, Table, Unreadable};
use calamine::{DataRef, Reader, Xlsx};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};
use zip::ZipArchive;

/// Most bytes an archive may unpack to.
const MAX_UNPACKED: u64 = 96 * 1024 * 1024;
/// Most files in an archive.
const MAX_FILES: usize = 1000;

/// The table on the first sheet that has any cells.
pub(super) fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
    measured(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    for sheet in book.sheet_names() {
        let gathering = gathered(&mut book, &sheet)?;
        if !gathering.is_empty() {
            return gathering.table();
        }
    }
    Err(Unreadable::Empty)
}

/// Unpacks the archive into nothing, and stops where it is too much: what an archive says of itself may be untrue.
fn measured(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    if archive.len() > MAX_FILES {
        return Err(Unreadable::Unpacks);
    }
    let (mut left, mut is_workbook) = (MAX_UNPACKED, false);
    for n in 0..archive.len() {
        let mut file = archive.by_index(n).map_err(|_| Unreadable::Damaged)?;
        is_workbook |= file.name().is_ok_and(|name| name == "[Content_Types].xml");
        let unpacked = std::io::copy(&mut (&mut file).take(left + 1), &mut std::io::sink()).map_err(|_| Unreadable::Damaged)?;
        left = left.checked_sub(unpacked).ok_or(Unreadable::Unpacks)?;
    }
    if is_workbook { Ok(()) } else { Err(Unreadable::NotATable) }
}

fn gathered(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Gathering, Unreadable> {
    let mut cells = match book.worksheet_cells_reader(sheet) {
        Ok(cells) => cells,
        // A sheet of charts has no cells.
        Err(_) => return Ok(Gathering::default()),
    };
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    let mut text = 0;
    while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::Damaged)? {
        let (row, column) = cell.get_position();
        let written = written(cell.get_value());
        if written.trim().is_empty() {
            continue;
        }
        let column = column as usize;
        if column >= MAX_COLUMNS {
            return Err(Unreadable::Columns);
        }
        text += written.len();
        if text > MAX_TEXT {
            return Err(Unreadable::Unpacks);
        }
        let row = rows.entry(row).or_default();
        if row.len() <= column {
            row.resize(column + 1, String::new());
        }
        row[column] = written;
        if rows.len() > MAX_ROWS + 16 {
            return Err(Unreadable::Rows);
        }
    }
    let mut gathering = Gathering::default();
    for (row, cells) in rows {
        gathering.row(row.saturating_add(1), cells.into_iter())?;
    }
    Ok(gathering)
}

/// A cell as text. Of a formula it is what stood there when the file was saved; nothing is reckoned.
fn written(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTime(at) if at.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        }
        DataRef::DateTime(lasting) => lasting.as_f64().to_string(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::imports::table::Unreadable;
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    use std::io::Write;
    use zip::{ZipWriter, write::SimpleFileOptions};

    #[test]
    fn text_numbers_dates_and_formulas_are_text() {
        let mut book = Workbook::new();
        book.add_worksheet();
        let sheet = book.add_worksheet();
        let date = Format::new().set_num_format("yyyy-mm-dd hh:mm");
        for (column, head) in (0..).zip(["编号", "时间", "经度", "内容"]) {
            sheet.write(1, column, head).unwrap();
        }
        sheet.write(3, 0, 20_261_123_001_f64).unwrap();
        let at = ExcelDateTime::from_ymd(2026, 11, 23).unwrap().and_hms(14, 51, 0).unwrap();
        sheet.write_datetime_with_format(3, 1, &at, &date).unwrap();
        sheet.write(3, 2, 117.9).unwrap();
        sheet.write_formula(3, 3, "=1+1").unwrap();
        let table = read(&book.save_to_buffer().unwrap()).unwrap();
        assert_eq!(table.head, ["编号", "时间", "经度", "内容"]);
        assert_eq!(table.rows[0].number, 4);
        assert_eq!(table.rows[0].cells, ["20261123001", "2026-11-23 14:51:00", "117.9", "0"]);
    }

    #[test]
    fn cells_far_apart_cost_no_more_than_cells() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "编号").unwrap().write(0, 1, "内容").unwrap().write(1_048_575, 0, "7").unwrap();
        let table = read(&book.save_to_buffer().unwrap()).unwrap();
        assert_eq!((table.rows.len(), table.rows[0].number), (1, 1_048_576));
        sheet_of(16_000, |bytes| assert_eq!(read(bytes), Err(Unreadable::Columns)));
    }

    fn sheet_of(column: u16, look: impl FnOnce(&[u8])) {
        let mut book = Workbook::new();
        book.add_worksheet().write(0, column, "far").unwrap();
        look(&book.save_to_buffer().unwrap());
    }

    #[test]
    fn more_rows_than_are_taken_are_refused() {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for row in 0..20_100 {
            sheet.write(row, 0, "a").unwrap().write(row, 1, row).unwrap();
        }
        assert_eq!(read(&book.save_to_buffer().unwrap()), Err(Unreadable::Rows));
    }

    #[test]
    fn a_bomb_is_not_unpacked() {
        let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("[Content_Types].xml", SimpleFileOptions::default()).unwrap();
        let zeros = vec![b'0'; 1024 * 1024];
        for _ in 0..200 {
            archive.write_all(&zeros).unwrap();
        }
        let bomb = archive.finish().unwrap().into_inner();
        assert!(bomb.len() < 1024 * 1024);
        assert_eq!(read(&bomb), Err(Unreadable::Unpacks));
    }

    #[test]
    fn an_archive_of_something_else_is_no_table() {
        let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("a.txt", SimpleFileOptions::default()).unwrap();
        archive.write_all(b"hello").unwrap();
        assert_eq!(read(&archive.finish().unwrap().into_inner()), Err(Unreadable::NotATable));
    }
}
