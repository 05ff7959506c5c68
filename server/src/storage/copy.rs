//! Copying every row of one database into another, empty one. The two may be of different kinds.

use super::{Transaction, entities};
use crate::error::Error;
use futures::{TryStreamExt, future::BoxFuture};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, Iterable, QuerySelect, Statement};
use std::collections::BTreeSet;

/// Most values in one statement: SQLite takes 32,766.
const VALUES: usize = 30_000;
/// Most rows in one statement: some hold 64 KiB.
const ROWS: usize = 200;
/// The schema's own history, which the migrations write.
const HISTORY: &str = "seaql_migrations";

type Step = for<'a> fn(&'a Transaction, &'a Transaction) -> BoxFuture<'a, Result<u64, Error>>;
type Look = for<'a> fn(&'a Transaction) -> BoxFuture<'a, Result<bool, Error>>;

/// One table, and what is done with it.
pub struct Table {
    /// Its name.
    pub name: &'static str,
    copy: Step,
    is_empty: Look,
}

impl Table {
    fn of<E>() -> Table
    where
        E: EntityTrait,
        E::Model: IntoActiveModel<E::ActiveModel> + Send + Sync,
        E::ActiveModel: Send,
    {
        Table {
            name: E::default().table_name(),
            copy: |from, to| Box::pin(rows::<E>(from, to)),
            is_empty: |db| Box::pin(async move { Ok(E::find().limit(1).one(db).await?.is_none()) }),
        }
    }

    /// Copies its rows as they are in the snapshot `from`; says how many.
    ///
    /// # Errors
    /// If either database fails.
    pub async fn copy(&self, from: &Transaction, to: &Transaction) -> Result<u64, Error> {
        (self.copy)(from, to).await
    }

    /// Whether it holds nothing.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn is_empty(&self, db: &Transaction) -> Result<bool, Error> {
        (self.is_empty)(db).await
    }
}

/// Every table there is.
#[must_use]
pub fn tables() -> Vec<Table> {
    vec![
        Table::of::<entities::county::Entity>(),
        Table::of::<entities::rulebook_edition::Entity>(),
        Table::of::<entities::rulebook_draft::Entity>(),
        Table::of::<entities::rulebook_draft_section::Entity>(),
        Table::of::<entities::rulebook_log::Entity>(),
        Table::of::<entities::site::Entity>(),
        Table::of::<entities::person::Entity>(),
        Table::of::<entities::role_grant::Entity>(),
        Table::of::<entities::device::Entity>(),
        Table::of::<entities::session::Entity>(),
        Table::of::<entities::sign_in_attempt::Entity>(),
        Table::of::<entities::invitation::Entity>(),
        Table::of::<entities::ledger_head::Entity>(),
        Table::of::<entities::ledger_entry::Entity>(),
        Table::of::<entities::payload::Entity>(),
        Table::of::<entities::entry_event::Entity>(),
        Table::of::<entities::forked_command::Entity>(),
        Table::of::<entities::case_file::Entity>(),
        Table::of::<entities::report::Entity>(),
        Table::of::<entities::case_change::Entity>(),
        Table::of::<entities::case_search::Entity>(),
        Table::of::<entities::case_seen::Entity>(),
        Table::of::<entities::inbox_reader::Entity>(),
        Table::of::<entities::inbox_view::Entity>(),
        Table::of::<entities::number_counter::Entity>(),
        Table::of::<entities::patrol::Entity>(),
        Table::of::<entities::patrol_visit::Entity>(),
        Table::of::<entities::photo::Entity>(),
        Table::of::<entities::photo_chunk::Entity>(),
        Table::of::<entities::photo_case::Entity>(),
        Table::of::<entities::photo_device::Entity>(),
        Table::of::<entities::publication::Entity>(),
        Table::of::<entities::receipt_try::Entity>(),
        Table::of::<entities::reporter_vault::Entity>(),
        Table::of::<entities::access_log::Entity>(),
        Table::of::<entities::notice::Entity>(),
        Table::of::<entities::notice_delivery::Entity>(),
        Table::of::<entities::contact::Entity>(),
        Table::of::<entities::import_job::Entity>(),
        Table::of::<entities::import_row::Entity>(),
        Table::of::<entities::import_columns::Entity>(),
    ]
}

/// Tables of the database that would be left behind because nothing here knows them.
///
/// # Errors
/// If the database fails.
pub async fn unknown(db: &Transaction) -> Result<Vec<String>, Error> {
    let backend = db.get_database_backend();
    let asked = match backend {
        DbBackend::Postgres => "SELECT tablename AS name FROM pg_catalog.pg_tables WHERE schemaname = current_schema()",
        _ => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    };
    let known: BTreeSet<&str> = tables().iter().map(|table| table.name).chain([HISTORY]).collect();
    let mut unknown = Vec::new();
    for row in db.query_all_raw(Statement::from_string(backend, asked)).await? {
        let name: String = row.try_get("", "name")?;
        if !known.contains(name.as_str()) {
            unknown.push(name);
        }
    }
    Ok(unknown)
}

async fn rows<E>(from: &Transaction, to: &Transaction) -> Result<u64, Error>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel> + Send + Sync,
    E::ActiveModel: Send,
{
    let most = ROWS.min(VALUES / E::Column::iter().count());
    let mut stream = E::find().stream(from).await?;
    let (mut batch, mut copied) = (Vec::with_capacity(most), 0);
    loop {
        let row = stream.try_next().await?;
        let ended = row.is_none();
        batch.extend(row.map(IntoActiveModel::into_active_model));
        if batch.len() == most || (ended && !batch.is_empty()) {
            copied += batch.len() as u64;
            E::insert_many(std::mem::take(&mut batch)).exec_without_returning(to).await?;
        }
        if ended {
            return Ok(copied);
        }
    }
}
