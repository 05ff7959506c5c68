//! What the public may read, and how often a receipt was guessed wrongly.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, big_integer_null, blob, integer, string, text, uuid},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("publication")
                    .col(string("number").primary_key())
                    .col(uuid("case_id").unique_key())
                    .col(string("category"))
                    .col(string("township"))
                    .col(big_integer("closed_at"))
                    .col(big_integer("published_at"))
                    .col(big_integer("seq"))
                    .col(blob("command_hash"))
                    .col(text("record"))
                    .col(big_integer_null("withdrawn_at"))
                    .take(),
            )
            .await?;
        for (name, columns) in [
            ("publication_closed", &["withdrawn_at", "closed_at"][..]),
            ("publication_category_closed", &["withdrawn_at", "category", "closed_at"]),
            ("publication_township_closed", &["withdrawn_at", "township", "closed_at"]),
        ] {
            let mut index = Index::create();
            index.name(name).table("publication");
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("receipt_try")
                    .col(string("number").primary_key())
                    .col(integer("wrong"))
                    .col(big_integer("last_at"))
                    .take(),
            )
            .await
    }
}
