//! Who is told what, and what was sent where. A notice is written with the ledger entry that causes it.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, big_integer_null, blob_null, boolean, integer, string, string_null, text, uuid, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One person is told of one thing once: entry, person and kind are its name. `body` is the JSON of `notice::About`.
        // Nothing is shown before `shown_at`. `planned` says that it was looked at for sending.
        manager
            .create_table(
                Table::create()
                    .table("notice")
                    .col(uuid("person_id"))
                    .col(big_integer("seq"))
                    .col(string("kind"))
                    .col(uuid_null("case_id"))
                    .col(text("body"))
                    .col(big_integer("at"))
                    .col(big_integer("shown_at"))
                    .col(boolean("planned"))
                    .col(big_integer_null("read_at"))
                    .primary_key(Index::create().col("person_id").col("seq").col("kind"))
                    .take(),
            )
            .await?;
        manager
            .create_index(Index::create().name("notice_person_shown").table("notice").col("person_id").col("shown_at").col("seq").take())
            .await?;
        manager
            .create_index(
                Index::create().name("notice_person_unread").table("notice").col("person_id").col("read_at").col("shown_at").take(),
            )
            .await?;
        manager.create_index(Index::create().name("notice_seq").table("notice").col("seq").take()).await?;
        manager.create_index(Index::create().name("notice_planned").table("notice").col("planned").col("shown_at").take()).await?;
        // One sending of a notice by one channel. A group's bot is nobody: the person is the nil id. The address itself is
        // never here, only a keyed hash of where it went. `lease` is who sends it just now.
        manager
            .create_table(
                Table::create()
                    .table("notice_delivery")
                    .col(big_integer("seq"))
                    .col(string("kind"))
                    .col(uuid("person_id"))
                    .col(string("channel"))
                    .col(text("body"))
                    .col(string("state"))
                    .col(integer("tries"))
                    .col(big_integer("made_at"))
                    .col(big_integer("next_try_at"))
                    .col(uuid_null("lease"))
                    .col(big_integer_null("leased_until"))
                    .col(blob_null("address_hash"))
                    .col(string_null("error"))
                    .col(big_integer_null("done_at"))
                    .primary_key(Index::create().col("seq").col("kind").col("person_id").col("channel"))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create().name("notice_delivery_due").table("notice_delivery").col("channel").col("state").col("next_try_at").take(),
            )
            .await?;
        manager
            .create_index(Index::create().name("notice_delivery_made").table("notice_delivery").col("made_at").col("seq").take())
            .await?;
        // Where a colleague can be reached, and of which topics by which channel (JSON lists).
        manager
            .create_table(
                Table::create()
                    .table("contact")
                    .col(uuid("person_id").primary_key())
                    .col(string_null("phone"))
                    .col(string_null("email"))
                    .col(string("language"))
                    .col(text("by_sms"))
                    .col(text("by_mail"))
                    .col(big_integer("changed_at"))
                    .take(),
            )
            .await
    }
}
