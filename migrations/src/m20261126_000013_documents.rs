//! What a case's page and papers need to find: the inspected place of a case as a column, so that other cases there are
//! found, and where cases are, whatever they are about. Cases that are there already get it from their JSON.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::uuid_null,
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

const FROM_SQLITE_JSON: &str = "UPDATE case_file SET site = unhex(replace(json_extract(body, '$.site'), '-', ''))";

const FROM_POSTGRES_JSON: &str = "UPDATE case_file SET site = CAST(CAST(body AS json) ->> 'site' AS uuid)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("case_file").add_column(uuid_null("site")).take()).await?;
        let fill = if manager.get_database_backend() == DbBackend::Sqlite { FROM_SQLITE_JSON } else { FROM_POSTGRES_JSON };
        manager.get_connection().execute_unprepared(fill).await?;
        manager.create_index(Index::create().name("case_file_site").table("case_file").col("site").take()).await?;
        manager.create_index(Index::create().name("case_file_place").table("case_file").col("lat_deg").col("lon_deg").take()).await
    }
}
