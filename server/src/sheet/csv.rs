//! CSV (RFC 4180) in UTF-8 with a byte order mark, without which spreadsheets misread Chinese.

use super::{Cell, Sheet};

/// The table as CSV.
#[must_use]
pub fn csv(sheet: &Sheet) -> Vec<u8> {
    let mut out = String::from('\u{feff}');
    line(&mut out, sheet.head.iter().map(|head| quoted(head)));
    for row in &sheet.rows {
        line(&mut out, row.iter().map(written));
    }
    out.into_bytes()
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (n, cell) in cells.enumerate() {
        if n > 0 {
            out.push(',');
        }
        out.push_str(&cell);
    }
    out.push_str("\r\n");
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => quoted(text),
    }
}

/// In quotes. A spreadsheet takes what begins like a formula for one, so that an apostrophe goes before it.
fn quoted(text: &str) -> String {
    let formula = text.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let mark = if formula { "'" } else { "" };
    format!("\"{mark}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::csv;
    use crate::sheet::{Cell, Sheet};

    #[test]
    fn text_is_text_whatever_it_begins_with() {
        let text = |text: &str| Cell::Text(text.to_owned());
        let sheet = Sheet {
            name: "案件".to_owned(),
            head: vec!["编号".to_owned(), "描述".to_owned(), "件".to_owned()],
            rows: vec![
                vec![text("CX26-0001"), text("他说\"有人\",\n倒垃圾"), Cell::Number(3)],
                vec![text("=1+1"), text("  @SUM(A1)"), Cell::Empty],
                vec![text("-5"), text("\tx"), Cell::Number(0)],
            ],
        };
        let written = String::from_utf8(csv(&sheet)).unwrap();
        let lines = [
            "\u{feff}\"编号\",\"描述\",\"件\"",
            "\"CX26-0001\",\"他说\"\"有人\"\",\n倒垃圾\",3",
            "\"'=1+1\",\"'  @SUM(A1)\",",
            "\"'-5\",\"'\tx\",0",
            "",
        ];
        assert_eq!(written, lines.join("\r\n"));
    }
}
