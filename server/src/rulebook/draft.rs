//! The draft: opened, saved as somebody goes, filled from a file, thrown away. Every step is in the log.

use super::{
    MOST_BYTES, editor,
    page::{self, Draft},
};
use crate::{
    cases::{Asking, Desk},
    error::{Error, Kind},
    storage::{
        self, Connection,
        rulebook::{DraftRow, LogRow},
    },
};
use huiyin_app::backend::{DraftOutcome, DraftRevision, RulebookDeed, RulebookImport, RulebookPage, SectionOutcome, SectionSave, WhyNot};
use huiyin_domain::rulebook::{
    RulebookVersion,
    file::{self, Section},
};
use uuid::Uuid;

/// Opens a draft of what is in force; the one that is open already, if there is one.
pub(super) async fn open(desk: &Desk) -> Result<RulebookPage, Error> {
    let asking = editor(desk).await?;
    let row = DraftRow { id: desk.core.ids.uuid(), revision: 1, opened_by: asking.person.id, opened_at: desk.core.now() };
    let bodies = file::sections(&asking.county.rulebook).into_iter().map(|(section, body)| (section, body.to_string())).collect::<Vec<_>>();
    let db = desk.core.db.begin().await?;
    if storage::rulebook::open(&db, &row, &bodies).await? {
        note(&db, desk, row.id, RulebookDeed::Opened, None, None).await?;
    }
    db.commit().await?;
    page::page(desk).await
}

/// Saves a section of the draft, also with flaws in it.
pub(super) async fn save(desk: &Desk, save: SectionSave) -> Result<SectionOutcome, Error> {
    let asking = editor(desk).await?;
    let body = save.body.to_string();
    if body.len() > MOST_BYTES {
        return Err(Error::new(Kind::TooLarge).field("body"));
    }
    let db = desk.core.db.begin().await?;
    // Raising locks the draft: what follows is about the one that was read.
    if !storage::rulebook::raise(&db, save.draft).await? {
        return Err(Error::new(Kind::NoDraft).field("draft"));
    }
    let saved = storage::rulebook::save(&db, save.section, save.base, &body, asking.person.id, desk.core.now()).await?;
    if saved {
        note(&db, desk, save.draft, RulebookDeed::Saved, Some(save.section), None).await?;
    }
    let draft = Draft::read(&db, &asking.county.rulebook).await?.ok_or_else(|| Error::new(Kind::NoDraft).field("draft"))?;
    let now = page::section_of(&asking, save.section, Some(&draft));
    if saved {
        db.commit().await?;
        return Ok(SectionOutcome::Saved { revision: now.revision, flaws: now.flaws });
    }
    db.rollback().await?;
    Ok(SectionOutcome::Conflict { now: Box::new(now) })
}

/// Takes a whole file into the draft, or names everything that is wrong with it and leaves all as it was.
pub(super) async fn import(desk: &Desk, import: RulebookImport) -> Result<DraftOutcome, Error> {
    let asking = editor(desk).await?;
    if import.text.len() > MOST_BYTES {
        return Err(Error::new(Kind::TooLarge).field("text"));
    }
    let db = desk.core.db.begin().await?;
    if !storage::rulebook::raise(&db, import.at.draft).await? {
        return Err(Error::new(Kind::NoDraft).field("at"));
    }
    let draft = Draft::read(&db, &asking.county.rulebook).await?.ok_or_else(|| Error::new(Kind::NoDraft).field("at"))?;
    if draft.row.revision != import.at.revision + 1 {
        db.rollback().await?;
        return Ok(DraftOutcome::Refused { why: WhyNot::Moved, flaws: Vec::new() });
    }
    let sections = match file::read(&import.text, &asking.county.rulebook, &draft.sections) {
        Ok(sections) => sections,
        Err(flaws) => {
            db.rollback().await?;
            return Ok(DraftOutcome::Refused { why: WhyNot::Flaws, flaws });
        }
    };
    for (section, body) in sections.iter().filter(|(section, body)| draft.sections.get(section) != Some(body)) {
        let base = draft.revision(*section);
        storage::rulebook::save(&db, *section, base, &body.to_string(), asking.person.id, desk.core.now()).await?;
    }
    note(&db, desk, import.at.draft, RulebookDeed::Imported, None, None).await?;
    db.commit().await?;
    Ok(done(&asking))
}

/// Throws the draft away, as it was seen.
pub(super) async fn throw_away(desk: &Desk, draft: DraftRevision) -> Result<DraftOutcome, Error> {
    let asking = editor(desk).await?;
    let db = desk.core.db.begin().await?;
    if !storage::rulebook::take(&db, draft.draft, draft.revision).await? {
        db.rollback().await?;
        return Ok(DraftOutcome::Refused { why: WhyNot::Moved, flaws: Vec::new() });
    }
    note(&db, desk, draft.draft, RulebookDeed::Dropped, None, None).await?;
    db.commit().await?;
    Ok(done(&asking))
}

fn done(asking: &Asking) -> DraftOutcome {
    DraftOutcome::Done { version: asking.county.rulebook.version }
}

/// Writes a line of the log.
pub(super) async fn note(
    db: &impl Connection,
    desk: &Desk,
    draft: Uuid,
    deed: RulebookDeed,
    section: Option<Section>,
    version: Option<RulebookVersion>,
) -> Result<(), Error> {
    let row = LogRow {
        id: desk.core.ids.uuid(),
        at: desk.core.now(),
        person: desk.person,
        deed: storage::name_of(&deed)?,
        draft,
        section: section.map(|section| section.code().to_owned()),
        version,
    };
    storage::rulebook::note(db, &row).await
}
