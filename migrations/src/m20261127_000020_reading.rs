//! Indexes for reading a county of many cases: what waits to be published among much that is closed, and what came up near
//! a place, whenever it did.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, async_trait},
    sea_orm::{ConnectionTrait, DbBackend},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

/// PostgreSQL has an index of every stage, and knows from its statistics when to use it.
const STAGE: &str = "CREATE INDEX case_file_stage ON case_file (publication, closed_at, id)
    WHERE publication = 'redacting' OR publication = 'awaiting_review'";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Sqlite {
            manager.get_connection().execute_unprepared(STAGE).await?;
        }
        // It was read by category and time: half a year of a category, for every case of a period.
        manager.drop_index(Index::drop().name("case_file_again").table("case_file").to_owned()).await?;
        let mut near = Index::create();
        near.name("case_file_near").table("case_file");
        for column in ["category", "lat_deg", "lon_deg", "opened_at", "state", "id"] {
            near.col(column);
        }
        manager.create_index(near).await
    }
}
