//! What everybody at the desk reads of the rulebook.

use super::may_edit;
use crate::{
    cases::{Asking, Desk},
    core::County,
    error::Error,
    storage::{
        self, Connection,
        rulebook::{DraftRow, LogRow, SectionRow},
    },
};
use huiyin_app::backend::{
    DraftHead, DraftRevision, RulebookDeed, RulebookLogLine, RulebookPage, SectionChoices, SectionCount, SectionPage,
};
use huiyin_domain::{
    ids::PersonId,
    moment::Moment,
    people::{PersonCard, UnitCode},
    rulebook::{
        Flaw, Rulebook,
        file::{self, Section, Sections},
    },
};
use serde_json::Value;

/// How many lines of the log a page shows.
const LINES_SHOWN: usize = 50;
/// How many are read for that: several in a row may be one.
const LINES: u64 = 400;

/// The draft with all that is in it.
pub(super) struct Draft {
    pub(super) row: DraftRow,
    pub(super) rows: Vec<SectionRow>,
    pub(super) sections: Sections,
}

impl Draft {
    /// The draft that is open. A section that there was not yet when it was opened is as it is in force.
    pub(super) async fn read(db: &impl Connection, in_force: &Rulebook) -> Result<Option<Draft>, Error> {
        let Some(row) = storage::rulebook::draft(db).await? else { return Ok(None) };
        let rows = storage::rulebook::sections(db).await?;
        let read = |row: &SectionRow| Ok((row.section, serde_json::from_str(&row.body)?));
        let mut sections = rows.iter().map(read).collect::<Result<Sections, Error>>()?;
        for (section, body) in file::sections(in_force) {
            sections.entry(section).or_insert(body);
        }
        Ok(Some(Draft { row, rows, sections }))
    }

    /// The revision of a section; 0 if there was no such section yet when the draft was opened.
    pub(super) fn revision(&self, section: Section) -> u64 {
        self.rows.iter().find(|row| row.section == section).map_or(0, |row| row.revision)
    }

    /// As its readers see it.
    pub(super) async fn head(&self, db: &impl Connection, asking: &Asking) -> Result<DraftHead, Error> {
        let authors = storage::rulebook::authors(db, self.row.id).await?;
        Ok(DraftHead {
            at: DraftRevision { draft: self.row.id, revision: self.row.revision },
            opened_by: name(&asking.county, self.row.opened_by),
            opened_at: self.row.opened_at,
            mine: authors.contains(&asking.person.id),
            authors: authors.into_iter().map(|id| name(&asking.county, id)).collect(),
        })
    }
}

pub(super) fn name(county: &County, id: PersonId) -> String {
    county.people.name(id).unwrap_or_default().to_owned()
}

/// Whether somebody whose account is open works for the unit.
pub(super) fn has_people(county: &County) -> impl Fn(&UnitCode) -> bool + '_ {
    move |unit| county.people.iter().any(|person| person.unit == *unit)
}

/// For who may enter it: the year whose calendar should be there by now and is not.
#[must_use]
pub fn calendar_missing(person: &PersonCard, book: &Rulebook, now: Moment) -> Option<i32> {
    book.calendar.missing(now.day()).filter(|_| may_edit(person))
}

/// What is in force, the draft, and what was done.
pub(super) async fn page(desk: &Desk) -> Result<RulebookPage, Error> {
    let asking = desk.asking().await?;
    let db = desk.core.db.snapshot().await?;
    let draft = Draft::read(&db, &asking.county.rulebook).await?;
    let head = match &draft {
        Some(draft) => Some(draft.head(&db, &asking).await?),
        None => None,
    };
    let lines = storage::rulebook::newest(&db, LINES).await?;
    db.commit().await?;
    let county = &asking.county;
    let in_force = file::sections(&county.rulebook);
    let shown = draft.as_ref().map_or(&in_force, |draft| &draft.sections);
    let mut log = lines.into_iter().map(|row| line(county, row)).collect::<Result<Vec<_>, _>>()?;
    // Whoever types saves often: one line says it.
    log.dedup_by(|before, after| after.deed == RulebookDeed::Saved && RulebookLogLine { at: after.at, ..before.clone() } == *after);
    log.truncate(LINES_SHOWN);
    let count = |section: Section| SectionCount {
        section,
        items: items(shown.get(&section)),
        changed: shown.get(&section) != in_force.get(&section),
    };
    Ok(RulebookPage {
        version: county.rulebook.version,
        in_force_from: county.editions.get(&county.rulebook.version).map_or(desk.core.now(), |edition| edition.in_force_from),
        may_edit: may_edit(&asking.person),
        sections: Section::ALL.map(count).to_vec(),
        draft: head,
        warnings: county.rulebook.unstaffed(has_people(county)),
        log,
    })
}

fn items(body: Option<&Value>) -> u32 {
    let length = match body {
        Some(Value::Array(items)) => items.len(),
        Some(Value::Object(parts)) => parts.len(),
        _ => 0,
    };
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn line(county: &County, row: LogRow) -> Result<RulebookLogLine, Error> {
    Ok(RulebookLogLine {
        at: row.at,
        by: name(county, row.person),
        deed: serde_json::from_value::<RulebookDeed>(Value::String(row.deed))?,
        section: row.section.as_deref().and_then(Section::named),
        version: row.version,
    })
}

/// One section: of the draft if one is open, else of what is in force.
pub(super) async fn section(desk: &Desk, section: Section) -> Result<SectionPage, Error> {
    let asking = desk.asking().await?;
    let db = desk.core.db.snapshot().await?;
    let draft = Draft::read(&db, &asking.county.rulebook).await?;
    db.commit().await?;
    Ok(section_of(&asking, section, draft.as_ref()))
}

/// The section as it is in this draft, or without one as it is in force.
pub(super) fn section_of(asking: &Asking, section: Section, draft: Option<&Draft>) -> SectionPage {
    let book = &asking.county.rulebook;
    let in_force = file::sections(book);
    let sections = draft.map_or(&in_force, |draft| &draft.sections);
    let saved = draft.and_then(|draft| draft.rows.iter().find(|row| row.section == section));
    let saved_by = saved.and_then(|row| row.saved_by);
    SectionPage {
        section,
        body: sections.get(&section).cloned().unwrap_or_default(),
        draft: draft.filter(|_| may_edit(&asking.person)).map(|draft| draft.row.id),
        revision: draft.map_or(0, |draft| draft.revision(section)),
        saved_by: saved_by.map(|id| name(&asking.county, id)),
        saved_at: saved.filter(|_| saved_by.is_some()).map(|row| row.saved_at),
        flaws: flaws(&asking.county, sections).into_iter().filter(|flaw| is_about(flaw, section)).collect(),
        choices: choices(book, sections),
    }
}

/// Whether a flaw lies in this section.
fn is_about(flaw: &Flaw, section: Section) -> bool {
    let rest = flaw.path.strip_prefix(section.code());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Everything that is wrong with these sections or worth a look.
pub(super) fn flaws(county: &County, sections: &Sections) -> Vec<Flaw> {
    let (book, mut flaws) = file::assemble(&county.rulebook, sections, county.rulebook.version + 1);
    flaws.extend(book.iter().flat_map(|book| book.unstaffed(has_people(county))));
    flaws
}

/// What may be chosen: from the draft's own sections, as far as they can be read.
pub(super) fn choices(book: &Rulebook, sections: &Sections) -> SectionChoices {
    let county = (book.county.code.to_string(), book.county.name.clone(), book.county.name_en.clone());
    SectionChoices {
        units: named(sections, Section::Units),
        categories: named(sections, Section::Categories),
        divisions: std::iter::once(county).chain(named(sections, Section::Divisions)).collect(),
    }
}

/// Code, 中文 and English of a section's items, as far as they can be read.
fn named(sections: &Sections, section: Section) -> Vec<(String, String, String)> {
    let text = |item: &Value, field: &str| item.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    let items = sections.get(&section).and_then(Value::as_array).into_iter().flatten();
    items.map(|item| (text(item, "code"), text(item, "name"), text(item, "name_en"))).filter(|one| !one.0.is_empty()).collect()
}

/// The draft, or without one what is in force, as one file.
pub(super) async fn file(desk: &Desk) -> Result<Value, Error> {
    let asking = desk.asking().await?;
    let db = desk.core.db.snapshot().await?;
    let draft = Draft::read(&db, &asking.county.rulebook).await?;
    db.commit().await?;
    let book = &asking.county.rulebook;
    Ok(file::file(book, &draft.map_or_else(|| file::sections(book), |draft| draft.sections)))
}
