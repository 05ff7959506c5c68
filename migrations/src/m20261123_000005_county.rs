//! The county itself, the editions of its rulebook, and the inspected places.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, boolean, double, integer, string, string_null, text, uuid},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The versions rise with every change of people or rulebook, so that a process notices what another one changed.
        manager
            .create_table(
                Table::create()
                    .table("county")
                    .col(string("code").primary_key())
                    .col(boolean("demo"))
                    .col(big_integer("people_version"))
                    .col(integer("rulebook_version"))
                    .col(big_integer("backup_seq"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("rulebook_edition")
                    .col(integer("version").primary_key())
                    .col(text("body"))
                    .col(big_integer("in_force_from"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("site")
                    .col(uuid("id").primary_key())
                    .col(string("name"))
                    .col(string("kind"))
                    .col(double("lat_deg"))
                    .col(double("lon_deg"))
                    .col(string("division"))
                    .col(string_null("township"))
                    .take(),
            )
            .await?;
        manager.create_index(Index::create().name("site_township").table("site").col("township").take()).await
    }
}
