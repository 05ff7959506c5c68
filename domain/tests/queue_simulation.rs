//! The phone's queue against a model server: requests and answers are lost, doubled, delayed and cut short, phones are
//! killed at any point and lose what was not flushed, servers restart or are restored from a backup. Then all is quiet, and the promises must hold:
//! nothing lost, nothing twice, nothing stuck, nothing hidden.
//!
//! A failure prints its seed; `HUIYIN_SIM_SEED=… cargo test -p huiyin-domain --test queue_simulation` runs it alone, and
//! `HUIYIN_SIM_SEEDS=…` says how many to run.

#[path = "queue_simulation/dice.rs"]
mod dice;
#[path = "queue_simulation/papers.rs"]
mod papers;
#[path = "queue_simulation/phone.rs"]
mod phone;
#[path = "queue_simulation/server.rs"]
mod server;
#[path = "queue_simulation/world.rs"]
mod world;

use server::Bug;
use world::World;

fn seeds(usual: u64) -> std::ops::Range<u64> {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    match number("HUIYIN_SIM_SEED") {
        Some(seed) => seed..seed + 1,
        None => 0..number("HUIYIN_SIM_SEEDS").unwrap_or(usual),
    }
}

#[test]
fn promises_hold_whatever_the_network_and_the_phone_do() {
    let story = |seed: u64| World::new(seed, None).run().err().map(|what| (seed, what));
    let broken: Vec<(u64, String)> = seeds(2_000).filter_map(story).collect();
    if let Some((seed, what)) = broken.first() {
        panic!("{} seeds break a promise; the first: HUIYIN_SIM_SEED={seed}: {what}", broken.len());
    }
}

/// The test of the test: each planted bug must be found, or the simulation proves nothing.
#[test]
fn planted_bugs_are_found() {
    for bug in Bug::ALL {
        let found = (0..400).any(|seed| World::new(seed, Some(bug)).run().is_err());
        assert!(found, "the simulation does not notice {bug:?}");
    }
}

/// The same seed tells the same story.
#[test]
fn a_seed_repeats_itself() {
    for seed in 0..20 {
        let (mut first, mut second) = (World::new(seed, None), World::new(seed, None));
        assert_eq!(first.run(), second.run());
        assert_eq!(first.story(), second.story(), "seed {seed}");
    }
}
