//! Files that are being taken over, and their rows.

use super::{Connection, entities, moment, name_of, plain, value_of};
use crate::error::Error;
use entities::{import_columns, import_job, import_row};
use huiyin_app::backend::{ImportColumn, ImportField, ImportKind, ImportLine, ImportStage};
use huiyin_domain::{hash::Hash, ids::PersonId, moment::Moment};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};
use std::collections::HashMap;
use uuid::Uuid;

/// Rows of one statement.
const AT_ONCE: usize = 500;

/// A file.
#[derive(Clone, PartialEq, Debug)]
pub struct Job {
    /// As lists show it.
    pub line: ImportLine,
    /// Who brought it.
    pub person: PersonId,
    /// Its columns.
    pub columns: Vec<ImportColumn>,
}

/// Where a row stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stand {
    /// To be taken in.
    Good,
    /// Left out for a fault.
    Bad,
    /// Here already.
    Known,
    /// Taken in.
    Taken,
    /// Not taken in after all.
    Refused,
}

/// A row.
#[derive(Clone, PartialEq, Debug)]
pub struct JobRow {
    /// Its number.
    pub n: u32,
    /// Where it stands.
    pub stand: Stand,
    /// Its number or name where it comes from.
    pub there: String,
    /// The number of its case here; of an account its person's id.
    pub number: Option<String>,
    /// What a good one becomes, or what is wrong with a bad one, as JSON.
    pub body: Option<String>,
}

#[derive(FromQueryResult)]
struct Narrow {
    id: Uuid,
    kind: String,
    person_id: Uuid,
    file: String,
    at: i64,
    stage: String,
    rows: i32,
    columns: String,
}

impl Narrow {
    fn job(self) -> Result<Job, Error> {
        let line = ImportLine {
            id: self.id,
            kind: value_of(&self.kind)?,
            file: self.file,
            at: moment(self.at),
            stage: value_of(&self.stage)?,
            rows: u32::try_from(self.rows).unwrap_or(0),
        };
        Ok(Job { line, person: self.person_id.into(), columns: serde_json::from_str(&self.columns)? })
    }
}

/// Everything but the file's bytes.
fn narrow() -> sea_orm::Select<import_job::Entity> {
    use import_job::Column as C;
    import_job::Entity::find().select_only().columns([C::Id, C::Kind, C::PersonId, C::File, C::At, C::Stage, C::Rows, C::Columns])
}

/// Keeps a file that came.
pub async fn add(db: &impl Connection, job: &Job, bytes: Vec<u8>) -> Result<(), Error> {
    let row = import_job::ActiveModel {
        id: Set(job.line.id),
        kind: Set(name_of(&job.line.kind)?),
        person_id: Set(job.person.0),
        file: Set(plain(&job.line.file)),
        at: Set(job.line.at.unix_ms()),
        stage: Set(name_of(&job.line.stage)?),
        rows: Set(i32::try_from(job.line.rows).unwrap_or(i32::MAX)),
        columns: Set(serde_json::to_string(&job.columns)?),
        bytes: Set(bytes),
    };
    row.insert(db).await?;
    Ok(())
}

/// The file with this id.
pub async fn get(db: &impl Connection, id: Uuid) -> Result<Option<Job>, Error> {
    let row = narrow().filter(import_job::Column::Id.eq(id)).into_model::<Narrow>().one(db).await?;
    row.map(Narrow::job).transpose()
}

/// The bytes of a file; empty once it is taken in or given up.
pub async fn bytes(db: &impl Connection, id: Uuid) -> Result<Vec<u8>, Error> {
    Ok(import_job::Entity::find_by_id(id).one(db).await?.map(|row| row.bytes).unwrap_or_default())
}

/// The newest files of these kinds, and of those others only what this person brought; newest first.
pub async fn newest(
    db: &impl Connection,
    kinds: &[ImportKind],
    own: &[ImportKind],
    person: PersonId,
    most: u64,
) -> Result<Vec<ImportLine>, Error> {
    let names = |kinds: &[ImportKind]| kinds.iter().map(name_of).collect::<Result<Vec<_>, _>>();
    let mine = import_job::Column::Kind.is_in(names(own)?).and(import_job::Column::PersonId.eq(person.0));
    let rows = narrow()
        .filter(import_job::Column::Kind.is_in(names(kinds)?).or(mine))
        .order_by_desc(import_job::Column::At)
        .order_by_desc(import_job::Column::Id)
        .limit(most)
        .into_model::<Narrow>()
        .all(db)
        .await?;
    rows.into_iter().map(|row| row.job().map(|job| job.line)).collect()
}

/// Files that are being taken in, oldest first.
pub async fn running(db: &impl Connection) -> Result<Vec<Job>, Error> {
    let rows = narrow()
        .filter(import_job::Column::Stage.eq(name_of(&ImportStage::Running)?))
        .order_by_asc(import_job::Column::At)
        .into_model::<Narrow>()
        .all(db)
        .await?;
    rows.into_iter().map(Narrow::job).collect()
}

/// Moves a file on, if it still stands where it is thought to. Its bytes go once nobody needs them.
pub async fn advance(db: &impl Connection, id: Uuid, from: ImportStage, to: ImportStage) -> Result<bool, Error> {
    let mut update = import_job::Entity::update_many()
        .col_expr(import_job::Column::Stage, Expr::value(name_of(&to)?))
        .filter(import_job::Column::Id.eq(id))
        .filter(import_job::Column::Stage.eq(name_of(&from)?));
    if matches!(to, ImportStage::Running | ImportStage::Done | ImportStage::Stopped) {
        update = update.col_expr(import_job::Column::Bytes, Expr::value(Vec::<u8>::new()));
    }
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Notes what its columns tell, and what its rows became when they were tried.
pub async fn checked(db: &impl Connection, id: Uuid, columns: &[ImportColumn], rows: Vec<JobRow>) -> Result<(), Error> {
    import_job::Entity::update_many()
        .col_expr(import_job::Column::Columns, Expr::value(serde_json::to_string(columns)?))
        .filter(import_job::Column::Id.eq(id))
        .exec(db)
        .await?;
    import_row::Entity::delete_many().filter(import_row::Column::ImportId.eq(id)).exec(db).await?;
    let mut models = Vec::with_capacity(rows.len());
    for row in rows {
        models.push(import_row::ActiveModel {
            import_id: Set(id),
            n: Set(i32::try_from(row.n).unwrap_or(i32::MAX)),
            outcome: Set(name_of(&row.stand)?),
            there: Set(plain(&row.there)),
            number: Set(row.number),
            body: Set(row.body),
        });
    }
    while !models.is_empty() {
        let rest = models.split_off(models.len().min(AT_ONCE));
        import_row::Entity::insert_many(std::mem::replace(&mut models, rest)).exec_without_returning(db).await?;
    }
    Ok(())
}

/// How many rows stand where.
pub async fn counts(db: &impl Connection, id: Uuid) -> Result<HashMap<Stand, u32>, Error> {
    let rows: Vec<(String, i64)> = import_row::Entity::find()
        .select_only()
        .column(import_row::Column::Outcome)
        .column_as(import_row::Column::N.count(), "rows")
        .filter(import_row::Column::ImportId.eq(id))
        .group_by(import_row::Column::Outcome)
        .into_tuple()
        .all(db)
        .await?;
    rows.into_iter().map(|(stand, rows)| Ok((value_of(&stand)?, u32::try_from(rows).unwrap_or(u32::MAX)))).collect()
}

/// Rows that stand here, in order, at most so many.
pub async fn rows(db: &impl Connection, id: Uuid, stands: &[Stand], most: u64) -> Result<Vec<JobRow>, Error> {
    let stands = stands.iter().map(name_of).collect::<Result<Vec<_>, _>>()?;
    let rows = import_row::Entity::find()
        .filter(import_row::Column::ImportId.eq(id))
        .filter(import_row::Column::Outcome.is_in(stands))
        .order_by_asc(import_row::Column::N)
        .limit(most)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let n = u32::try_from(row.n).unwrap_or(0);
            Ok(JobRow { n, stand: value_of(&row.outcome)?, there: row.there, number: row.number, body: row.body })
        })
        .collect()
}

/// Notes what became of a row that was to be taken in; what it was to become is not needed any more.
pub async fn settle(db: &impl Connection, id: Uuid, n: u32, stand: Stand, number: Option<String>) -> Result<(), Error> {
    let n = i32::try_from(n).unwrap_or(i32::MAX);
    import_row::Entity::update_many()
        .col_expr(import_row::Column::Outcome, Expr::value(name_of(&stand)?))
        .col_expr(import_row::Column::Number, Expr::value(number))
        .col_expr(import_row::Column::Body, Expr::value(None::<String>))
        .filter(import_row::Column::ImportId.eq(id))
        .filter(import_row::Column::N.eq(n))
        .exec(db)
        .await?;
    Ok(())
}

/// Forgets what rows that were never taken in told.
pub async fn drop_waiting(db: &impl Connection, id: Uuid) -> Result<(), Error> {
    import_row::Entity::update_many()
        .col_expr(import_row::Column::Body, Expr::value(None::<String>))
        .filter(import_row::Column::ImportId.eq(id))
        .filter(import_row::Column::Outcome.eq(name_of(&Stand::Good)?))
        .exec(db)
        .await?;
    Ok(())
}

/// What columns of these names told before.
pub async fn remembered(db: &impl Connection, heads: Hash) -> Result<Option<Vec<Option<ImportField>>>, Error> {
    let row = import_columns::Entity::find_by_id(heads.0.to_vec()).one(db).await?;
    Ok(row.map(|row| serde_json::from_str(&row.fields)).transpose()?)
}

/// Remembers what columns of these names tell.
pub async fn remember(db: &impl Connection, heads: Hash, fields: &[Option<ImportField>]) -> Result<(), Error> {
    let row = import_columns::ActiveModel { heads: Set(heads.0.to_vec()), fields: Set(serde_json::to_string(fields)?) };
    import_columns::Entity::insert(row)
        .on_conflict(OnConflict::column(import_columns::Column::Heads).update_column(import_columns::Column::Fields).to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Gives up files that came before this and were never taken in: they hold what people told. Answers how many.
pub async fn forget_waiting(db: &impl Connection, before: Moment) -> Result<u64, Error> {
    let waiting = [name_of(&ImportStage::Columns)?, name_of(&ImportStage::Checked)?];
    let old = || import_job::Column::Stage.is_in(waiting.clone()).and(import_job::Column::At.lt(before.unix_ms()));
    let ids: Vec<Uuid> = import_job::Entity::find().select_only().column(import_job::Column::Id).filter(old()).into_tuple().all(db).await?;
    import_row::Entity::delete_many().filter(import_row::Column::ImportId.is_in(ids.iter().copied())).exec(db).await?;
    Ok(import_job::Entity::delete_many().filter(import_job::Column::Id.is_in(ids)).exec(db).await?.rows_affected)
}
