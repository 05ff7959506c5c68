//! The schema's history, one file a step; a released step is never edited. Imports nothing of ours, so that it still
//! means the same when the code has moved on. Every step runs on SQLite and on PostgreSQL.
//!
//! Conventions: moments are milliseconds since 1970 in UTC (`…_at`), hashes are 32 raw bytes, ids are UUIDs, JSON is
//! text whose exact bytes matter. A yes or no is a boolean.

pub use sea_orm_migration::MigratorTrait;
use sea_orm_migration::{MigrationTrait, async_trait};

mod m20261123_000001_ledger;
mod m20261123_000002_people;
mod m20261123_000003_cases;
mod m20261123_000004_photos;
mod m20261123_000005_county;
mod m20261123_000006_publication;
mod m20261123_000007_privacy;
mod m20261124_000008_figures;
mod m20261126_000009_people;
mod m20261126_000010_notices;
mod m20261126_000011_rulebook;
mod m20261126_000012_inbox;
mod m20261126_000013_documents;
mod m20261126_000014_imports;
mod m20261126_000015_patrols;
mod m20261126_000019_about_unit;
mod m20261127_000020_reading;

/// Runs the steps in order.
#[derive(Debug)]
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261123_000001_ledger::Migration),
            Box::new(m20261123_000002_people::Migration),
            Box::new(m20261123_000003_cases::Migration),
            Box::new(m20261123_000004_photos::Migration),
            Box::new(m20261123_000005_county::Migration),
            Box::new(m20261123_000006_publication::Migration),
            Box::new(m20261123_000007_privacy::Migration),
            Box::new(m20261124_000008_figures::Migration),
            Box::new(m20261126_000009_people::Migration),
            Box::new(m20261126_000010_notices::Migration),
            Box::new(m20261126_000011_rulebook::Migration),
            Box::new(m20261126_000012_inbox::Migration),
            Box::new(m20261126_000013_documents::Migration),
            Box::new(m20261126_000015_patrols::Migration),
            Box::new(m20261126_000014_imports::Migration),
            Box::new(m20261126_000019_about_unit::Migration),
            Box::new(m20261127_000020_reading::Migration),
        ]
    }
}
