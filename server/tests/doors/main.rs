//! Desk and public door as people and programs meet them: the real router over the real services on a real database.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests mint the ids that desks and phones mint, and a failing step fails the test"
)]

mod about;
mod assets;
mod case_live;
mod casepage;
mod clock;
mod deliveries;
mod desk_user;
mod draws;
mod figures;
mod imports;
mod inbox;
mod inbox_plan;
mod ledger_plan;
mod life;
mod notices;
mod openapi;
mod pages;
mod papers;
mod patrols;
mod people;
mod permissions;
mod receipts;
mod receiver;
mod rulebook;
mod scope;
mod seed_demo;
#[path = "../support/mod.rs"]
#[expect(dead_code, unreachable_pub, unused_imports, reason = "each suite uses its own part of it")]
mod support;
mod whole_demo;
mod whole_file;

/// These tests run on SQLite, in the data folder; `postgres` runs them again.
async fn database() -> Option<String> {
    None
}
