//! The rulebook on the desk: the one draft a county may have open, section by section, and who did what with it.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, integer, integer_null, string, string_null, text, uuid, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // `place` is always 1: there is one draft or none.
        manager
            .create_table(
                Table::create()
                    .table("rulebook_draft")
                    .col(integer("place").primary_key())
                    .col(uuid("id"))
                    .col(big_integer("revision"))
                    .col(uuid("opened_by"))
                    .col(big_integer("opened_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("rulebook_draft_section")
                    .col(string("section").primary_key())
                    .col(text("body"))
                    .col(big_integer("revision"))
                    .col(uuid_null("saved_by"))
                    .col(big_integer("saved_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("rulebook_log")
                    .col(uuid("id").primary_key())
                    .col(big_integer("at"))
                    .col(uuid("person_id"))
                    .col(string("deed"))
                    .col(uuid("draft_id"))
                    .col(string_null("section"))
                    .col(integer_null("version"))
                    .take(),
            )
            .await?;
        manager.create_index(Index::create().name("rulebook_log_at").table("rulebook_log").col("at").take()).await?;
        manager.create_index(Index::create().name("rulebook_log_draft").table("rulebook_log").col("draft_id").take()).await
    }
}
