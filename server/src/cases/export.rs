//! Lists and figures to take away: what the screens show of the same filters, within the same scope. No reporter.

use super::{Asking, Desk, figures, filter::filter, inbox::row, reader::reader};
use crate::{
    core::{Core, County},
    error::Error,
    sheet::{Cell, Sheet},
    storage::inbox::{Mark, page},
};
use huiyin_app::{
    backend::{FiguresQuery, InboxQuery, InboxRow},
    locales::{Language, Words, desk::desk},
};
use huiyin_domain::{
    division::DivisionCode,
    figures::{Figures, Grouping, Tally},
    moment::Moment,
    people::{PersonCard, UnitCode},
    rulebook::{CategoryCode, Rulebook, Theme},
};

/// Lines of one read.
const AT_ONCE: u64 = 500;
/// Most lines of a file; one that has more says so in its last line, and the page says it before.
const MOST: usize = 50_000;

impl Desk {
    /// Every case of the list with these filters.
    ///
    /// # Errors
    /// If the query names what does not exist, or the database fails.
    pub async fn cases_sheet(&self, query: InboxQuery) -> Result<Sheet, Error> {
        let Asking { county, person } = self.asking().await?;
        let words = &desk(self.language).inbox;
        let (rows, all) = rows(&self.core, &county, &person, &query).await?;
        let head = [
            words.column_number,
            words.column_progress,
            words.category,
            words.column_case,
            words.column_place,
            words.column_unit,
            words.column_handler,
            words.column_opened,
            words.column_due,
            words.column_reports,
            words.column_level,
        ];
        let mut rows: Vec<_> = rows.into_iter().map(|line| line_of(line, &county.rulebook, self.language)).collect();
        if !all {
            let mut last = vec![Cell::Text(desk(self.language).figures.export_cut.to_owned())];
            last.resize(head.len(), Cell::Empty);
            rows.push(last);
        }
        Ok(Sheet { name: words.title.to_owned(), head: head.map(str::to_owned).to_vec(), rows })
    }

    /// The figures of a period: all, then by group. Numbers only: whoever needs a share has both of its parts.
    ///
    /// # Errors
    /// If the days are no period, or the database fails.
    pub async fn figures_sheet(&self, query: FiguresQuery) -> Result<Sheet, Error> {
        let Asking { county, person } = self.asking().await?;
        let page = figures::figures(&self.core, &county, &person, query).await?;
        let (language, words) = (self.language, &desk(self.language).figures);
        let days = [page.from, page.to].map(|day| Cell::Text(day.to_string()));
        let mut rows = vec![numbers(words.all.to_owned(), days, &page.all)];
        for group in &page.groups {
            let name = group
                .key
                .as_deref()
                .map_or_else(|| nameless(page.by, language).to_owned(), |key| group_name(page.by, key, &county.rulebook, language));
            rows.push(numbers(name, [group.from, group.to].map(|day| Cell::Text(day.to_string())), &group.figures));
        }
        let mut head = vec![page.by.words(language).to_owned(), words.from.to_owned(), words.to.to_owned()];
        head.extend(Tally::ALL.map(|tally| tally.words(language).to_owned()));
        head.extend([words.answers_due, words.answers_met, words.median_days, words.ninetieth_days].map(str::to_owned));
        Ok(Sheet { name: words.title.to_owned(), head, rows })
    }
}

/// The list in its order, as it is at one moment, and whether that is all of it.
async fn rows(core: &Core, county: &County, person: &PersonCard, query: &InboxQuery) -> Result<(Vec<InboxRow>, bool), Error> {
    let now = core.now();
    let filter = filter(county, query, now)?;
    let reader = reader(person, &county.rulebook, now);
    let reader = if filter.tally.is_some() { reader.of_areas() } else { reader };
    let db = core.db.snapshot().await?;
    let filter = super::inbox::completed(&db, filter, person, query).await?;
    let mut rows = Vec::new();
    for segment in super::inbox::segments(query) {
        let mut after = None;
        loop {
            let lines = page(&db, &reader, &filter, segment, after, AT_ONCE).await?;
            let last = (lines.len() as u64) < AT_ONCE;
            after = lines.last().map(|line| Mark::after(line, segment)).or(after);
            for line in lines {
                rows.push(row(county, segment, line)?);
            }
            if rows.len() > MOST {
                rows.truncate(MOST);
                return Ok((rows, false));
            }
            if last {
                break;
            }
        }
    }
    db.commit().await?;
    Ok((rows, true))
}

fn line_of(line: InboxRow, book: &Rulebook, language: Language) -> Vec<Cell> {
    let text = |text: String| Cell::words(Some(text));
    vec![
        text(line.number),
        text(line.state.words(language).to_owned()),
        text(category(book, &line.category, language)),
        text(line.words),
        Cell::words(line.division.map(|code| division(book, &code, language))),
        Cell::words(line.lead_unit.map(|code| unit(book, &code, language))),
        Cell::words(line.handler),
        text(minute(line.opened_at)),
        Cell::words(line.due_at.filter(|_| line.state.is_open()).map(minute)),
        Cell::Number(line.reports),
        Cell::Number(u32::from(line.supervision_level)),
    ]
}

fn numbers(name: String, days: [Cell; 2], figures: &Figures) -> Vec<Cell> {
    let mut row = vec![Cell::Text(name)];
    row.extend(days);
    row.extend(Tally::ALL.map(|tally| Cell::count(figures.cases.get(&tally).copied())));
    row.extend([Cell::Number(figures.answers.of), Cell::Number(figures.answers.met)]);
    row.extend([figures.median_days, figures.ninetieth_days].map(Cell::count));
    row
}

fn group_name(by: Grouping, key: &str, book: &Rulebook, language: Language) -> String {
    match by {
        Grouping::Township => key.parse().map_or_else(|_| key.to_owned(), |code| division(book, &code, language)),
        Grouping::Unit => unit(book, &UnitCode(key.to_owned()), language),
        Grouping::Category => category(book, &CategoryCode(key.to_owned()), language),
        Grouping::Theme => {
            let theme = Theme::ALL.into_iter().find(|theme| theme.code() == key);
            theme.map_or_else(|| key.to_owned(), |theme| theme.words(language).to_owned())
        }
        Grouping::Month => key.to_owned(),
    }
}

fn nameless(by: Grouping, language: Language) -> &'static str {
    let words = &desk(language).figures;
    match by {
        Grouping::Township => words.no_township,
        Grouping::Unit => words.no_unit,
        Grouping::Category | Grouping::Theme | Grouping::Month => words.no_theme,
    }
}

fn category(book: &Rulebook, code: &CategoryCode, language: Language) -> String {
    book.category(code).map_or_else(|| code.to_string(), |category| language.pick(&category.name, &category.name_en).clone())
}

fn unit(book: &Rulebook, code: &UnitCode, language: Language) -> String {
    book.unit(code).map_or_else(|| code.to_string(), |unit| language.pick(&unit.name, &unit.name_en).clone())
}

fn division(book: &Rulebook, code: &DivisionCode, language: Language) -> String {
    book.division(code).map_or_else(|| code.to_string(), |division| language.pick(&division.name, &division.name_en).clone())
}

/// 2026-11-23 14:51, in Shanghai: spreadsheets sort it, people read it.
fn minute(at: Moment) -> String {
    let at = at.in_shanghai();
    format!("{} {:02}:{:02}", at.date(), at.hour(), at.minute())
}
