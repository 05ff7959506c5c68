//! Who a reporter is, encrypted and apart; and who looked.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, blob, string, string_null, uuid, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("reporter_vault")
                    .col(uuid("report_id").primary_key())
                    .col(string("key_id"))
                    .col(blob("sealed"))
                    .col(big_integer("created_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("access_log")
                    .col(uuid("id").primary_key())
                    .col(big_integer("at"))
                    .col(uuid("person_id"))
                    .col(string("what"))
                    .col(uuid_null("case_id"))
                    .col(string_null("reason"))
                    .take(),
            )
            .await?;
        manager.create_index(Index::create().name("access_log_case").table("access_log").col("case_id").col("at").take()).await
    }
}
