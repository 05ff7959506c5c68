//! What figures are counted from, as columns: until now it stood only inside a case's JSON. Cases that are there already
//! get it from their JSON.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer_null, boolean, boolean_null, string_null},
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const FROM_SQLITE_JSON: &str = "UPDATE case_file SET
    promised_at = CAST(ROUND((julianday(json_extract(body, '$.last_promise')) - 2440587.5) * 86400000.0) AS INTEGER),
    first_promised_at = CAST(ROUND((julianday(json_extract(body, '$.first_promise')) - 2440587.5) * 86400000.0) AS INTEGER),
    finding = json_extract(body, '$.finding'),
    disposed = json_extract(body, '$.disposal') IS NOT NULL,
    passed_first = json_extract(body, '$.rechecks[0].passed'),
    extended = json_extract(body, '$.extended_days') > 0,
    suspended = body LIKE '%\"verb\":\"suspend\"%'";

const FROM_POSTGRES_JSON: &str = "UPDATE case_file SET
    promised_at = CAST(ROUND(EXTRACT(EPOCH FROM CAST(CAST(body AS json) ->> 'last_promise' AS timestamptz)) * 1000) AS BIGINT),
    first_promised_at = CAST(ROUND(EXTRACT(EPOCH FROM CAST(CAST(body AS json) ->> 'first_promise' AS timestamptz)) * 1000) AS BIGINT),
    finding = CAST(body AS json) ->> 'finding',
    disposed = (CAST(body AS json) ->> 'disposal') IS NOT NULL,
    passed_first = CAST(CAST(body AS json) #>> '{rechecks,0,passed}' AS BOOLEAN),
    extended = CAST(CAST(body AS json) ->> 'extended_days' AS INTEGER) > 0,
    suspended = body LIKE '%\"verb\":\"suspend\"%'";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite takes one new column a statement.
        for column in [
            big_integer_null("promised_at"),
            big_integer_null("first_promised_at"),
            string_null("finding"),
            boolean("disposed").default(false).take(),
            boolean_null("passed_first"),
            boolean("extended").default(false).take(),
            boolean("suspended").default(false).take(),
        ] {
            manager.alter_table(Table::alter().table("case_file").add_column(column).take()).await?;
        }
        let fill = if manager.get_database_backend() == DbBackend::Sqlite { FROM_SQLITE_JSON } else { FROM_POSTGRES_JSON };
        manager.get_connection().execute_unprepared(fill).await?;
        // Figures read many cases but little of each: from this index alone, without the cases' JSON beside it.
        let mut facts = Index::create();
        facts.name("case_file_facts").table("case_file");
        for column in [
            "township",
            "lead_unit",
            "opened_at",
            "promised_at",
            "closed_at",
            "open",
            "state",
            "paused",
            "handler",
            "category",
            "division",
            "publication",
            "due_at",
            "first_promised_at",
            "finding",
            "disposed",
            "passed_first",
            "extended",
            "suspended",
            "id",
        ] {
            facts.col(column);
        }
        manager.create_index(facts).await
    }
}
