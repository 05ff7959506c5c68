//! The phone's real queue against the real server on a real SQLite file, one call at a time: requests and answers are lost,
//! doubled, delayed and cut short, phones die with what they had not flushed, the server restarts or is put back from a
//! backup, clocks jump, tabs send the same at once, roles are withdrawn. Then all is quiet, and the eight promises of
//! `docs/sync.md` must hold.
//!
//! A failure prints its seed; `HUIYIN_SIM_SEED=… cargo test -p huiyin-server --test simulation` runs it alone, and
//! `HUIYIN_SERVER_SIM_SEEDS=…` says how many to run.

#![expect(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests mint ids, and a failing step fails the test")]

#[path = "../../../domain/tests/queue_simulation/dice.rs"]
mod dice;
mod flaw;
mod hand;
mod judge;
mod network;
mod outing;
mod papers;
#[path = "../../../domain/tests/queue_simulation/phone.rs"]
#[expect(dead_code, reason = "the other simulation has commands that no server can read")]
mod phone;
#[path = "../support/mod.rs"]
#[expect(dead_code, unreachable_pub, unused_imports, reason = "each suite uses its own part of it")]
mod support;
mod world;

use flaw::Flaw;
use world::World;

fn seeds(usual: u64) -> std::ops::Range<u64> {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    match number("HUIYIN_SIM_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("HUIYIN_SERVER_SIM_SEEDS").unwrap_or(usual),
    }
}

#[tokio::test]
async fn promises_hold_between_real_queues_and_the_real_server() {
    for seed in seeds(50) {
        let mut world = World::new(seed, None).await;
        if let Err(what) = world.run().await {
            panic!("a promise is broken: HUIYIN_SIM_SEED={seed}: {what}\n{}", world.story().join("\n"));
        }
    }
}

/// The test of the test: whatever is wrong with a server must come to light. Each flaw stands between the phones and the
/// real server, so that nothing of it is in the product.
#[tokio::test]
async fn planted_flaws_are_found() {
    for flaw in Flaw::ALL {
        let mut found = None;
        for seed in 0..25 {
            found = World::new(seed, Some(flaw)).await.run().await.err();
            if found.is_some() {
                break;
            }
        }
        let found = found.unwrap_or_else(|| panic!("the simulation does not notice {flaw:?}"));
        assert!(flaw.breaks().iter().any(|promise| found.starts_with(promise)), "{flaw:?} came to light as something else: {found}");
    }
}

/// On SQLite, in the data folder.
async fn database() -> Option<String> {
    None
}
