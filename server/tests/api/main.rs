//! The API as phones and programs meet it: the real router over the real services on a real database.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests mint the ids that phones mint, and a failing step fails the test"
)]

mod alike;
mod arbitrary;
mod bad_input;
mod desk;
mod ledger;
mod limits;
mod live;
mod outsider;
mod patrols;
mod photos;
mod pull;
mod push;
mod restored;
mod session;
#[path = "../support/mod.rs"]
#[expect(dead_code, unreachable_pub, reason = "each suite uses its own part of it")]
mod support;

/// These tests run on SQLite, in the data folder; `postgres` runs them again.
async fn database() -> Option<String> {
    None
}
