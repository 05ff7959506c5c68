//! Patrols as they stand and what was found on them: a fold of the ledger, written in the same transaction. Days are text
//! as `2026-11-26`. Visits name places and never persons: what is counted from them is coverage.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, integer, string, text, uuid, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("patrol")
                    .col(uuid("id").primary_key())
                    .col(string("kind"))
                    .col(string("state"))
                    .col(string("from_day"))
                    .col(string("to_day"))
                    .col(big_integer("seq"))
                    .col(text("body"))
                    .take(),
            )
            .await?;
        // A period is looked for by its end: the newest patrols are the ones asked for.
        manager.create_index(Index::create().name("patrol_to_day").table("patrol").col("to_day").col("from_day").take()).await?;
        manager
            .create_table(
                Table::create()
                    .table("patrol_visit")
                    .col(uuid("patrol_id"))
                    .col(integer("n"))
                    .col(uuid_null("site_id"))
                    .col(big_integer("at"))
                    .col(uuid_null("case_id"))
                    .primary_key(Index::create().col("patrol_id").col("n"))
                    .take(),
            )
            .await?;
        manager.create_index(Index::create().name("patrol_visit_site").table("patrol_visit").col("site_id").col("at").take()).await
    }
}
