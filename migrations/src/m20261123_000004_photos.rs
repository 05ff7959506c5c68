//! Photos: declared by commands, arriving in chunks that are each durable by themselves.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, big_integer_null, blob, integer, integer_null, string, string_null, uuid},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("photo")
                    .col(blob("hash").primary_key())
                    .col(big_integer("bytes"))
                    .col(string("state"))
                    .col(string_null("problem"))
                    .col(string_null("media_type"))
                    .col(integer_null("width_px"))
                    .col(integer_null("height_px"))
                    .col(big_integer("declared_at"))
                    .col(big_integer_null("complete_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("photo_chunk")
                    .col(blob("hash"))
                    .col(integer("n"))
                    .col(blob("bytes"))
                    .col(uuid("device_id"))
                    .col(big_integer("received_at"))
                    .primary_key(Index::create().col("hash").col("n"))
                    .take(),
            )
            .await?;
        // How much of unfinished photos one device has sent.
        manager.create_index(Index::create().name("photo_chunk_device").table("photo_chunk").col("device_id").take()).await?;
        manager
            .create_table(
                Table::create()
                    .table("photo_case")
                    .col(blob("hash"))
                    .col(uuid("case_id"))
                    .primary_key(Index::create().col("hash").col("case_id"))
                    .take(),
            )
            .await?;
        manager.create_index(Index::create().name("photo_case_case").table("photo_case").col("case_id").take()).await?;
        // Which devices spoke of a photo: only they may send its bytes.
        manager
            .create_table(
                Table::create()
                    .table("photo_device")
                    .col(blob("hash"))
                    .col(uuid("device_id"))
                    .primary_key(Index::create().col("hash").col("device_id"))
                    .take(),
            )
            .await
    }
}
