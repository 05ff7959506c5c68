//! Everything that the other suites prove on SQLite, once more on PostgreSQL; and what only PostgreSQL can show: several
//! writers at once, and two server processes on one county.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests mint the ids that desks and phones mint, and a failing step fails the test"
)]

#[path = "../doors/about.rs"]
mod about;
#[path = "../api/alike.rs"]
mod alike;
#[path = "../api/bad_input.rs"]
mod bad_input;
#[path = "../crash/client.rs"]
mod client;
mod copy;
mod cursor;
#[path = "../doors/deliveries.rs"]
mod deliveries;
#[path = "../api/desk.rs"]
mod desk;
#[path = "../doors/desk_user.rs"]
mod desk_user;
#[path = "../../../domain/tests/queue_simulation/dice.rs"]
#[expect(dead_code, reason = "each suite uses its own part of it")]
mod dice;
#[path = "../doors/inbox.rs"]
mod inbox;
mod inbox_plan;
#[path = "../crash/kept.rs"]
mod kept;
#[path = "../crash/killed.rs"]
mod killed;
#[path = "../api/ledger.rs"]
mod ledger;
#[path = "../doors/life.rs"]
mod life;
#[path = "../api/limits.rs"]
mod limits;
#[path = "../api/live.rs"]
mod live;
#[path = "../crash/load.rs"]
#[expect(dead_code, reason = "each suite uses its own part of it")]
mod load;
#[path = "../doors/notices.rs"]
mod notices;
#[path = "../doors/pages.rs"]
mod pages;
#[path = "../doors/people.rs"]
mod people;
#[path = "../api/photos.rs"]
mod photos;
#[path = "../crash/program.rs"]
#[expect(dead_code, reason = "each suite uses its own part of it")]
mod program;
#[path = "../api/pull.rs"]
mod pull;
#[path = "../api/push.rs"]
mod push;
#[path = "../doors/receipts.rs"]
mod receipts;
#[path = "../doors/receiver.rs"]
mod receiver;
#[path = "../doors/rulebook.rs"]
mod rulebook;
#[path = "../doors/scope.rs"]
mod scope;
#[path = "../doors/seed_demo.rs"]
mod seed_demo;
#[path = "../api/session.rs"]
mod session;
#[path = "../support/mod.rs"]
#[expect(dead_code, unreachable_pub, reason = "each suite uses its own part of it")]
mod support;
mod two_programs;
mod two_servers;

/// A database of each test's own, in a PostgreSQL that lives as long as this program.
async fn database() -> Option<String> {
    Some(support::postgres::new_database().await)
}
