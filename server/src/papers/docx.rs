//! The same lines for a word processor.

use crate::error::Error;
use docx_rs::{
    AlignmentType, Docx, LineSpacing, LineSpacingType, PageMargin, Paragraph, Run as Words, RunFonts, Table, TableCell, TableLayoutType,
    TableRow, WidthType,
};
use huiyin_app::backend::Paper;
use huiyin_domain::{
    document::{Line, Run},
    moment::Moment,
};
use std::io::Cursor;

/// A4, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
/// Widths of a table's two columns, in the same unit: together what the margins leave.
const COLUMNS: [usize; 2] = [2_400, 6_800];
/// A line for the pen: non-breaking spaces, underlined.
const BLANK: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
/// Text size, in half points: 三号 is 16 pt, 小四 is 12 pt.
const TEXT: usize = 28;
const IN_TABLE: usize = 24;
const HEADING: usize = 40;

/// A paper as a file of Office Open XML.
///
/// # Errors
/// If it cannot be packed.
pub(crate) fn docx(paper: &Paper, now: Moment) -> Result<Vec<u8>, Error> {
    let fonts = RunFonts::new().ascii("Times New Roman").hi_ansi("Times New Roman").east_asia("仿宋");
    let margin = PageMargin { top: 1_304, bottom: 1_304, left: 1_361, right: 1_361, header: 851, footer: 992, gutter: 0 };
    let now = now.to_string();
    let mut file = Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin)
        .default_fonts(fonts)
        .default_size(TEXT)
        .default_line_spacing(LineSpacing::new().line_rule(LineSpacingType::Auto).line(360))
        .created_at(&now)
        .updated_at(&now);
    let mut rows: Vec<TableRow> = Vec::new();
    for line in &paper.filled.lines {
        if let Line::Row(name, content) = line {
            rows.push(row(name, content));
            continue;
        }
        file = with_table(file, &mut rows);
        file = file.add_paragraph(match line {
            Line::Heading(runs) => {
                let heading = Paragraph::new().align(AlignmentType::Center);
                filled(heading, runs, &|run| run.bold().size(HEADING))
            }
            Line::Right(runs) => filled(Paragraph::new().align(AlignmentType::Right), runs, &|run| run),
            Line::Paragraph(runs) | Line::Row(runs, _) => filled(Paragraph::new(), runs, &|run| run),
        });
    }
    file = with_table(file, &mut rows);
    let mut bytes = Cursor::new(Vec::new());
    file.pack(&mut bytes).map_err(Error::internal)?;
    Ok(bytes.into_inner())
}

fn with_table(file: Docx, rows: &mut Vec<TableRow>) -> Docx {
    if rows.is_empty() {
        return file;
    }
    let table = Table::new(std::mem::take(rows)).set_grid(COLUMNS.to_vec()).layout(TableLayoutType::Fixed);
    // Two tables that touch are one: a paragraph keeps it apart from what follows.
    file.add_table(table).add_paragraph(Paragraph::new())
}

fn row(name: &[Run], content: &[Run]) -> TableRow {
    let cell = |width: usize, runs: &[Run]| {
        let paragraph = filled(Paragraph::new(), runs, &|run| run.size(IN_TABLE));
        TableCell::new().width(width, WidthType::Dxa).add_paragraph(paragraph)
    };
    TableRow::new(vec![cell(COLUMNS[0], name), cell(COLUMNS[1], content)])
}

/// A paragraph with these runs; what people wrote over several lines stays on several lines.
fn filled(mut paragraph: Paragraph, runs: &[Run], look: &dyn Fn(Words) -> Words) -> Paragraph {
    for run in runs {
        let words = match run {
            Run::Blank => Words::new().add_text(BLANK).underline("single"),
            Run::Words(text) => {
                let mut words = Words::new();
                for (n, line) in text.lines().enumerate() {
                    if n > 0 {
                        words = words.add_break(docx_rs::BreakType::TextWrapping);
                    }
                    words = words.add_text(line);
                }
                words
            }
        };
        paragraph = paragraph.add_run(look(words));
    }
    paragraph
}
