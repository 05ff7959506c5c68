//! People, their roles, their devices and sessions.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, big_integer_null, blob, integer, string, string_null, text, uuid, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("person")
                    .col(uuid("id").primary_key())
                    .col(string("sign_in_name").unique_key())
                    .col(string("name"))
                    .col(string("unit"))
                    .col(string_null("certificate"))
                    .col(string("password_hash"))
                    .col(big_integer("created_at"))
                    .col(big_integer_null("disabled_at"))
                    .take(),
            )
            .await?;
        // One role held in one scope; the scope is the JSON of `people::Scope`.
        manager
            .create_table(
                Table::create()
                    .table("role_grant")
                    .col(uuid("person_id"))
                    .col(integer("n"))
                    .col(string("role"))
                    .col(text("scope"))
                    .primary_key(Index::create().col("person_id").col("n"))
                    .take(),
            )
            .await?;
        manager.create_index(Index::create().name("role_grant_role").table("role_grant").col("role").take()).await?;
        // One person's queue on one phone, or one person's desk. The public's and the clock's have no person.
        manager
            .create_table(
                Table::create()
                    .table("device")
                    .col(uuid("id").primary_key())
                    .col(uuid_null("person_id"))
                    .col(string("kind"))
                    .col(string("label"))
                    .col(big_integer("last_number"))
                    .col(big_integer("created_at"))
                    .col(big_integer_null("seen_at"))
                    .col(big_integer_null("revoked_at"))
                    .take(),
            )
            .await?;
        manager.create_index(Index::create().name("device_person").table("device").col("person_id").take()).await?;
        manager
            .create_table(
                Table::create()
                    .table("session")
                    .col(blob("token_hash").primary_key())
                    .col(uuid("person_id"))
                    .col(uuid("device_id"))
                    .col(big_integer("created_at"))
                    .col(big_integer("expires_at"))
                    .take(),
            )
            .await?;
        manager.create_index(Index::create().name("session_person").table("session").col("person_id").take()).await?;
        manager.create_index(Index::create().name("session_expires_at").table("session").col("expires_at").take()).await?;
        // Failed sign-ins by a keyed hash of name and address: slows guessing without locking the rightful person out.
        manager
            .create_table(
                Table::create()
                    .table("sign_in_attempt")
                    .col(blob("who_hash").primary_key())
                    .col(integer("failures"))
                    .col(big_integer("last_at"))
                    .take(),
            )
            .await
    }
}
