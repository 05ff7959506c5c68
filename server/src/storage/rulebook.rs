//! The draft of a rulebook, section by section, and the log of who did what with it.

use super::{Connection, entities, moment, seq_from, seq_to};
use crate::error::Error;
use entities::{case_file, rulebook_draft as draft, rulebook_draft_section as section, rulebook_log as log};
use huiyin_domain::{
    ids::PersonId,
    moment::Moment,
    rulebook::{CategoryCode, RulebookVersion, file::Section},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The one place a draft has.
const PLACE: i32 = 1;

/// The draft that is open.
#[derive(Clone, Debug)]
pub struct DraftRow {
    /// Which.
    pub id: Uuid,
    /// Rises with everything that is saved in it.
    pub revision: u64,
    /// Who opened it.
    pub opened_by: PersonId,
    /// When.
    pub opened_at: Moment,
}

/// A section of the draft.
#[derive(Clone, Debug)]
pub struct SectionRow {
    /// Which.
    pub section: Section,
    /// Its JSON.
    pub body: String,
    /// Rises whenever it is saved.
    pub revision: u64,
    /// Who saved it last; nobody has since it was opened, if none.
    pub saved_by: Option<PersonId>,
    /// When.
    pub saved_at: Moment,
}

/// A line of the log.
#[derive(Clone, Debug)]
pub struct LogRow {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: Moment,
    /// Who.
    pub person: PersonId,
    /// What, by its stable name.
    pub deed: String,
    /// With which draft.
    pub draft: Uuid,
    /// In which section.
    pub section: Option<String>,
    /// As which edition it was put in force.
    pub version: Option<RulebookVersion>,
}

/// The draft, if one is open.
pub async fn draft(db: &impl Connection) -> Result<Option<DraftRow>, Error> {
    let row = draft::Entity::find_by_id(PLACE).one(db).await?;
    Ok(row.map(|row| DraftRow {
        id: row.id,
        revision: seq_from(row.revision),
        opened_by: row.opened_by.into(),
        opened_at: moment(row.opened_at),
    }))
}

/// Every section of the draft that is open. What is not a section any more is left aside.
pub async fn sections(db: &impl Connection) -> Result<Vec<SectionRow>, Error> {
    let rows = section::Entity::find().all(db).await?;
    let known = rows.into_iter().filter_map(|row| Some((Section::named(&row.section)?, row)));
    Ok(known
        .map(|(section, row)| SectionRow {
            section,
            body: row.body,
            revision: seq_from(row.revision),
            saved_by: row.saved_by.map(Into::into),
            saved_at: moment(row.saved_at),
        })
        .collect())
}

/// Opens a draft with these sections. False if somebody else has opened one.
pub async fn open(db: &impl Connection, row: &DraftRow, bodies: &[(Section, String)]) -> Result<bool, Error> {
    let model = draft::ActiveModel {
        place: Set(PLACE),
        id: Set(row.id),
        revision: Set(seq_to(row.revision)),
        opened_by: Set(row.opened_by.0),
        opened_at: Set(row.opened_at.unix_ms()),
    };
    let once = OnConflict::column(draft::Column::Place).do_nothing().to_owned();
    if draft::Entity::insert(model).on_conflict(once).exec_without_returning(db).await? == 0 {
        return Ok(false);
    }
    let rows = bodies.iter().map(|(section, body)| section::ActiveModel {
        section: Set(section.code().to_owned()),
        body: Set(super::plain(body)),
        revision: Set(1),
        saved_by: Set(None),
        saved_at: Set(row.opened_at.unix_ms()),
    });
    section::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(true)
}

/// Raises the draft's revision, and with it locks the draft for the rest of the transaction. False if it is no longer open.
pub async fn raise(db: &impl Connection, id: Uuid) -> Result<bool, Error> {
    let raised = draft::Entity::update_many()
        .col_expr(draft::Column::Revision, Expr::col(draft::Column::Revision).add(1))
        .filter(draft::Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(raised.rows_affected == 1)
}

/// Saves a section over the revision that its author saw. False if somebody else has saved since. Revision 0 is that of a
/// section that there was not yet when the draft was opened.
pub async fn save(db: &impl Connection, section: Section, base: u64, body: &str, by: PersonId, at: Moment) -> Result<bool, Error> {
    if base == 0 {
        let first = section::ActiveModel {
            section: Set(section.code().to_owned()),
            body: Set(super::plain(body)),
            revision: Set(1),
            saved_by: Set(Some(by.0)),
            saved_at: Set(at.unix_ms()),
        };
        let once = OnConflict::column(section::Column::Section).do_nothing().to_owned();
        return Ok(section::Entity::insert(first).on_conflict(once).exec_without_returning(db).await? == 1);
    }
    let saved = section::Entity::update_many()
        .col_expr(section::Column::Body, Expr::value(super::plain(body)))
        .col_expr(section::Column::Revision, Expr::col(section::Column::Revision).add(1))
        .col_expr(section::Column::SavedBy, Expr::value(by.0))
        .col_expr(section::Column::SavedAt, Expr::value(at.unix_ms()))
        .filter(section::Column::Section.eq(section.code()))
        .filter(section::Column::Revision.eq(seq_to(base)))
        .exec(db)
        .await?;
    Ok(saved.rows_affected == 1)
}

/// Takes the draft away, if it still is at this revision: to put it in force, or to throw it away.
pub async fn take(db: &impl Connection, id: Uuid, revision: u64) -> Result<bool, Error> {
    let taken =
        draft::Entity::delete_many().filter(draft::Column::Id.eq(id)).filter(draft::Column::Revision.eq(seq_to(revision))).exec(db).await?;
    if taken.rows_affected == 0 {
        return Ok(false);
    }
    section::Entity::delete_many().exec(db).await?;
    Ok(true)
}

/// Writes a line of the log.
pub async fn note(db: &impl Connection, row: &LogRow) -> Result<(), Error> {
    log::ActiveModel {
        id: Set(row.id),
        at: Set(row.at.unix_ms()),
        person_id: Set(row.person.0),
        deed: Set(row.deed.clone()),
        draft_id: Set(row.draft),
        section: Set(row.section.clone()),
        version: Set(row.version.and_then(|version| i32::try_from(version).ok())),
    }
    .insert(db)
    .await?;
    Ok(())
}

/// The newest lines of the log.
pub async fn newest(db: &impl Connection, most: u64) -> Result<Vec<LogRow>, Error> {
    let rows = log::Entity::find().order_by_desc(log::Column::At).order_by_desc(log::Column::Id).limit(most).all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| LogRow {
            id: row.id,
            at: moment(row.at),
            person: row.person_id.into(),
            deed: row.deed,
            draft: row.draft_id,
            section: row.section,
            version: row.version.and_then(|version| u32::try_from(version).ok()),
        })
        .collect())
}

/// Everybody who wrote something in this draft.
pub async fn authors(db: &impl Connection, draft: Uuid) -> Result<BTreeSet<PersonId>, Error> {
    let rows: Vec<Uuid> = log::Entity::find()
        .select_only()
        .column(log::Column::PersonId)
        .distinct()
        .filter(log::Column::DraftId.eq(draft))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(PersonId::from).collect())
}

#[derive(FromQueryResult)]
struct Counted {
    category: String,
    cases: i64,
}

/// How many open cases there are of each category.
pub async fn open_cases(db: &impl Connection) -> Result<Vec<(CategoryCode, u64)>, Error> {
    let rows = case_file::Entity::find()
        .select_only()
        .column(case_file::Column::Category)
        .column_as(case_file::Column::Id.count(), "cases")
        .filter(case_file::Column::Open.eq(true))
        .group_by(case_file::Column::Category)
        .into_model::<Counted>()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| (CategoryCode(row.category), seq_from(row.cases))).collect())
}
