//! The inbox of each person: what cases are searched by, which changes were seen, and lists saved under a name. Cases that
//! are there already can be found from the start.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, boolean, string, text, uuid, uuid_null},
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const FROM_SQLITE_JSON: &str = "INSERT INTO case_search (case_id, site, words)
    SELECT id, unhex(replace(json_extract(body, '$.site'), '-', '')), lower(number || ' ' || COALESCE(
        (SELECT group_concat(json_extract(value, '$.report.words'), ' ') FROM json_each(body, '$.reports')), ''))
    FROM case_file";

const FROM_POSTGRES_JSON: &str = "INSERT INTO case_search (case_id, site, words)
    SELECT id, CAST(CAST(body AS json) ->> 'site' AS UUID), lower(number || ' ' || COALESCE(
        (SELECT string_agg(one #>> '{report,words}', ' ') FROM json_array_elements(CAST(body AS json) -> 'reports') AS one), ''))
    FROM case_file";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Narrow, so that reading all of it costs little: number and words of every report, in small letters.
        manager
            .create_table(
                Table::create().table("case_search").col(uuid("case_id").primary_key()).col(uuid_null("site")).col(text("words")).take(),
            )
            .await?;
        manager.create_index(Index::create().name("case_search_site").table("case_search").col("site").take()).await?;
        let fill = if manager.get_database_backend() == DbBackend::Sqlite { FROM_SQLITE_JSON } else { FROM_POSTGRES_JSON };
        manager.get_connection().execute_unprepared(fill).await?;
        // Up to which change a person has seen a case.
        manager
            .create_table(
                Table::create()
                    .table("case_seen")
                    .col(uuid("person"))
                    .col(uuid("case_id"))
                    .col(big_integer("seq"))
                    .primary_key(Index::create().col("person").col("case_id"))
                    .take(),
            )
            .await?;
        // Up to which change a person has called everything seen.
        manager
            .create_table(Table::create().table("inbox_reader").col(uuid("person").primary_key()).col(big_integer("seen_up_to")).take())
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("inbox_view")
                    .col(uuid("id").primary_key())
                    .col(uuid("person"))
                    .col(string("name"))
                    .col(text("filters"))
                    .col(boolean("is_default"))
                    .col(big_integer("made_at"))
                    .take(),
            )
            .await?;
        manager
            .create_index(Index::create().name("inbox_view_person").table("inbox_view").col("person").col("name").unique().take())
            .await?;
        if manager.get_database_backend() == DbBackend::Sqlite {
            // It walks along what is closed instead, in the order of the list.
            return Ok(());
        }
        // What waits for a redactor or a reviewer is little among much that is closed.
        let stage =
            Index::create().name("case_file_publication_closed").table("case_file").col("publication").col("closed_at").col("id").take();
        manager.create_index(stage).await
    }
}
