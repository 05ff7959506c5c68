//! Imports: files that are being taken over, their rows, and what columns of the same names told before. And what one
//! more figure is counted from: whether the reporter was satisfied.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, Index, MigrationTrait, SchemaManager, Table, async_trait},
    schema::{big_integer, blob, boolean_null, integer, string, string_null, text, text_null, uuid},
};

/// What figures are counted from.
const FACTS: [&str; 24] = [
    "township",
    "lead_unit",
    "opened_at",
    "promised_at",
    "closed_at",
    "open",
    "state",
    "paused",
    "handler",
    "category",
    "division",
    "publication",
    "due_at",
    "first_promised_at",
    "finding",
    "disposed",
    "passed_first",
    "extended",
    "suspended",
    "satisfied",
    "site",
    "lat_deg",
    "lon_deg",
    "id",
];

#[derive(DeriveMigrationName)]
pub(super) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("import_job")
                    .col(uuid("id").primary_key())
                    .col(string("kind"))
                    .col(uuid("person_id"))
                    .col(string("file"))
                    .col(big_integer("at"))
                    .col(string("stage"))
                    .col(integer("rows"))
                    // Heads, first values and what each column tells: JSON.
                    .col(text("columns"))
                    // Gone as soon as it is taken in or given up.
                    .col(blob("bytes"))
                    .take(),
            )
            .await?;
        manager.create_index(Index::create().name("import_job_stage").table("import_job").col("stage").col("at").take()).await?;
        manager
            .create_table(
                Table::create()
                    .table("import_row")
                    .col(uuid("import_id"))
                    .col(integer("n"))
                    // good, bad, known, taken, refused
                    .col(string("outcome"))
                    .col(string("there"))
                    .col(string_null("number"))
                    // What a good row becomes, or what is wrong with a bad one: JSON.
                    .col(text_null("body"))
                    .primary_key(Index::create().col("import_id").col("n"))
                    .take(),
            )
            .await?;
        manager
            .create_index(Index::create().name("import_row_outcome").table("import_row").col("import_id").col("outcome").col("n").take())
            .await?;
        manager.create_table(Table::create().table("import_columns").col(blob("heads").primary_key()).col(text("fields")).take()).await?;
        manager.alter_table(Table::alter().table("case_file").add_column(boolean_null("satisfied")).take()).await?;
        // Whether the same happened before at the same place is asked of every case that came in, from this index alone.
        let mut again = Index::create();
        again.name("case_file_again").table("case_file");
        for column in ["category", "opened_at", "state", "site", "lat_deg", "lon_deg", "id"] {
            again.col(column);
        }
        manager.create_index(again).await?;
        // Figures are read from one index, which has to hold these too.
        manager.drop_index(Index::drop().name("case_file_facts").table("case_file").to_owned()).await?;
        let mut facts = Index::create();
        facts.name("case_file_facts").table("case_file");
        for column in FACTS {
            facts.col(column);
        }
        manager.create_index(facts).await
    }
}
