//! Cases and reports as they stand: a fold of the ledger, written in the same transaction.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, big_integer_null, boolean, double_null, integer, string, string_null, text, uuid, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("case_file")
                    .col(uuid("id").primary_key())
                    .col(string("number").unique_key())
                    .col(string("state"))
                    .col(boolean("open"))
                    .col(boolean("paused"))
                    .col(string("category"))
                    .col(string_null("division"))
                    .col(string_null("township"))
                    .col(double_null("lat_deg"))
                    .col(double_null("lon_deg"))
                    .col(string_null("lead_unit"))
                    .col(uuid_null("handler"))
                    .col(uuid_null("rechecker"))
                    .col(integer("severity"))
                    .col(integer("supervision_level"))
                    .col(integer("reports"))
                    .col(string("words"))
                    .col(string("publication"))
                    .col(big_integer("opened_at"))
                    .col(big_integer_null("due_at"))
                    .col(big_integer_null("soon_at"))
                    .col(big_integer_null("closed_at"))
                    .col(big_integer("seq"))
                    .col(text("body"))
                    .take(),
            )
            .await?;
        for (name, columns) in [
            ("case_file_open_due", &["open", "paused", "due_at", "id"][..]),
            ("case_file_township_due", &["township", "open", "paused", "due_at", "id"]),
            ("case_file_unit_due", &["lead_unit", "open", "paused", "due_at", "id"]),
            ("case_file_handler_due", &["handler", "open", "paused", "due_at", "id"]),
            ("case_file_rechecker_due", &["rechecker", "open", "paused", "due_at", "id"]),
            ("case_file_open_closed", &["open", "closed_at", "id"]),
            ("case_file_township_closed", &["township", "open", "closed_at", "id"]),
            ("case_file_unit_closed", &["lead_unit", "open", "closed_at", "id"]),
            ("case_file_state_due", &["state", "due_at", "id"]),
            ("case_file_category_opened", &["category", "opened_at"]),
        ] {
            let mut index = Index::create();
            index.name(name).table("case_file");
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("report")
                    .col(uuid("id").primary_key())
                    .col(uuid("case_id"))
                    .col(string("reporter_kind"))
                    .col(uuid_null("reporter"))
                    .col(big_integer("received_at"))
                    .col(big_integer("made_at"))
                    .col(big_integer_null("due_at"))
                    .col(big_integer_null("answered_at"))
                    .take(),
            )
            .await?;
        // Answers owed: the public's first figure is counted over a period of due dates.
        manager.create_index(Index::create().name("report_due_at").table("report").col("due_at").col("answered_at").take()).await?;
        manager.create_index(Index::create().name("report_received_at").table("report").col("received_at").take()).await?;
        manager.create_index(Index::create().name("report_case").table("report").col("case_id").take()).await?;
        manager.create_index(Index::create().name("report_reporter").table("report").col("reporter").col("received_at").take()).await?;
        // The newest change of each case for each reader, so that catching up costs what changed and not what happened.
        manager
            .create_table(
                Table::create()
                    .table("case_change")
                    .col(string("scope_key"))
                    .col(uuid("case_id"))
                    .col(big_integer("seq"))
                    .col(boolean("present"))
                    .primary_key(Index::create().col("scope_key").col("case_id"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("case_change_scope_seq").table("case_change").col("scope_key").col("seq").col("case_id").take(),
            )
            .await?;
        // The last public number given out, by prefix and year, as CX26.
        manager
            .create_table(Table::create().table("number_counter").col(string("prefix").primary_key()).col(big_integer("last")).take())
            .await
    }
}
