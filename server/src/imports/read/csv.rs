//! CSV with commas, semicolons or tabs, whichever the first line has most of.

use crate::imports::table::{Gathering, Table, Unreadable};
use csv::ReaderBuilder;

/// The table in this text.
pub(super) fn read(text: &str) -> Result<Table, Unreadable> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let mut gathering = Gathering::default();
    for (number, record) in (1..).zip(reader.records()) {
        let record = record.map_err(|_| Unreadable::Damaged)?;
        gathering.row(number, record.iter().map(str::to_owned))?;
    }
    gathering.table()
}

/// What parts the cells.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let (mut quoted, mut counts) = (false, [(b',', 0), (b';', 0), (b'\t', 0)]);
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        for (delimiter, count) in &mut counts {
            *count += u32::from(!quoted && byte == *delimiter);
        }
    }
    // Of equals the last one wins, and a comma should.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| delimiter)
}

#[cfg(test)]
mod tests {
    use super::{delimiter, read};
    use crate::imports::table::Unreadable;

    #[test]
    fn cells_may_hold_quotes_breaks_and_delimiters() {
        let table = read("编号,内容\r\n1,\"他说\"\"有人\"\",\n倒垃圾\"\r\n2,短,多一格\r\n3\r\n").unwrap();
        assert_eq!(table.head, ["编号", "内容", ""]);
        assert_eq!(table.rows[0].cells, ["1", "他说\"有人\",\n倒垃圾", ""]);
        assert_eq!(table.rows[1].cells, ["2", "短", "多一格"]);
        assert_eq!((table.rows[2].number, &*table.rows[2].cells), (4, &["3".to_owned(), String::new(), String::new()][..]));
    }

    #[test]
    fn the_delimiter_is_what_there_is_most_of() {
        assert_eq!([delimiter("a,b,c"), delimiter("a;b;c"), delimiter("a\tb\tc"), delimiter("\"a;b;c\",d"), delimiter("a")], *b",;\t,,");
        assert_eq!(read("a;b\n1;2,5\n").unwrap().rows[0].cells, ["1", "2,5"]);
    }

    #[test]
    fn a_million_rows_are_refused_before_they_are_read() {
        let text = format!("编号,内容\n{}", "1,2\n".repeat(1_000_000));
        assert_eq!(read(&text), Err(Unreadable::Rows));
    }
}
