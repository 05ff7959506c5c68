//! Which unit a case is a complaint about: it is kept from that unit, in lists too. Nobody could say it until now.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, Table, async_trait},
    schema::string_null,
    sea_orm::ConnectionTrait,
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("case_file").add_column(string_null("about_unit")).take()).await?;
        // Few cases are about a unit, and only those stand in it.
        let index = "CREATE INDEX case_file_about_unit ON case_file (about_unit, id) WHERE about_unit IS NOT NULL";
        manager.get_connection().execute_unprepared(index).await?;
        Ok(())
    }
}
