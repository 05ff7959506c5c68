//! Invitations to set a password; who did what with accounts; whose sign-in is slowed.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, big_integer_null, blob, text_null, uuid, uuid_null},
};

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A link is known by the hash of its token, and kept after it was used, so that it can be said why it no longer works.
        manager
            .create_table(
                Table::create()
                    .table("invitation")
                    .col(blob("token_hash").primary_key())
                    .col(uuid("person_id"))
                    .col(uuid("made_by"))
                    .col(big_integer("made_at"))
                    .col(big_integer("expires_at"))
                    .col(big_integer_null("used_at"))
                    .take(),
            )
            .await?;
        manager.create_index(Index::create().name("invitation_person").table("invitation").col("person_id").take()).await?;
        // One log for what was looked at and what was done with accounts: about whom, and what changed, as JSON.
        for column in [uuid_null("subject_id"), text_null("detail")] {
            manager.alter_table(Table::alter().table("access_log").add_column(column).take()).await?;
        }
        manager.create_index(Index::create().name("access_log_at").table("access_log").col("at").col("id").take()).await?;
        manager.create_index(Index::create().name("access_log_person").table("access_log").col("person_id").col("at").take()).await?;
        manager.create_index(Index::create().name("access_log_subject").table("access_log").col("subject_id").col("at").take()).await?;
        // Whose account the failed tries were about, so that whoever looks after it sees them and can let them be forgotten.
        manager.alter_table(Table::alter().table("sign_in_attempt").add_column(uuid_null("person_id")).take()).await?;
        manager.create_index(Index::create().name("sign_in_attempt_person").table("sign_in_attempt").col("person_id").take()).await
    }
}
