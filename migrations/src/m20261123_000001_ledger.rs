//! The ledger (台账): entries in a hash chain, the commands' bytes beside them, and what followed.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, big_integer_null, blob, blob_null, boolean, integer, string, text, text_null, uuid, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One row a county: the counter that every write transaction takes its numbers from, last of all.
        // `copy` is true in a backup: a server that opens one knows that it was put back.
        manager
            .create_table(
                Table::create()
                    .table("ledger_head")
                    .col(string("county").primary_key())
                    .col(integer("epoch"))
                    .col(big_integer("seq"))
                    .col(blob("hash"))
                    .col(boolean("copy"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("ledger_entry")
                    .col(string("county"))
                    .col(big_integer("seq"))
                    .col(integer("epoch"))
                    .col(uuid("command_id").unique_key())
                    .col(blob("command_hash"))
                    .col(uuid("device_id"))
                    .col(big_integer("device_number"))
                    .col(uuid_null("person_id"))
                    .col(string("kind"))
                    .col(uuid_null("case_id"))
                    .col(string("verdict"))
                    .col(text("verdict_body"))
                    .col(integer("rulebook"))
                    .col(big_integer("received_at"))
                    .col(big_integer("made_at"))
                    .col(blob("events_hash"))
                    .col(blob("content_hash"))
                    .col(blob("prev_hash"))
                    .col(blob("hash"))
                    .col(string("algorithm"))
                    .primary_key(Index::create().col("county").col("seq"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("ledger_entry_device_number")
                    .table("ledger_entry")
                    .col("device_id")
                    .col("device_number")
                    .unique()
                    .take(),
            )
            .await?;
        manager
            .create_index(Index::create().name("ledger_entry_device_seq").table("ledger_entry").col("device_id").col("seq").take())
            .await?;
        manager.create_index(Index::create().name("ledger_entry_case_seq").table("ledger_entry").col("case_id").col("seq").take()).await?;
        manager.create_index(Index::create().name("ledger_entry_received_at").table("ledger_entry").col("received_at").take()).await?;
        // The exact bytes of each command. They can be erased; publications keep theirs.
        manager
            .create_table(
                Table::create()
                    .table("payload")
                    .col(uuid("command_id").primary_key())
                    .col(blob_null("bytes"))
                    .col(boolean("keep"))
                    .col(big_integer_null("erased_at"))
                    .take(),
            )
            .await?;
        // What followed: the events of one entry for one case, as a JSON array; erasable with the payload.
        manager
            .create_table(
                Table::create()
                    .table("entry_event")
                    .col(string("county"))
                    .col(big_integer("seq"))
                    .col(integer("n"))
                    .col(uuid("case_id"))
                    .col(text_null("body"))
                    .primary_key(Index::create().col("county").col("seq").col("n"))
                    .take(),
            )
            .await?;
        manager.create_index(Index::create().name("entry_event_case_seq").table("entry_event").col("case_id").col("seq").take()).await?;
        // Commands whose number is known with another hash: two phones claim to be one. Kept apart, never applied.
        manager
            .create_table(
                Table::create()
                    .table("forked_command")
                    .col(blob("command_hash").primary_key())
                    .col(uuid("command_id"))
                    .col(uuid("device_id"))
                    .col(big_integer("device_number"))
                    .col(blob("bytes"))
                    .col(big_integer("received_at"))
                    .take(),
            )
            .await
    }
}
