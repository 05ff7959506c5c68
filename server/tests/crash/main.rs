//! The real program under load over HTTP: killed at any moment, and with a disk that fills up. Afterwards every receipt that
//! was ever given is looked up in the ledger, and every photo that was said to be whole is read and hashed.
//!
//! The seed is printed; `HUIYIN_SIM_SEED=…` asks for another one. Where exactly the program dies depends on the machine too.

#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests mint the ids that phones mint, and a failing step fails the test"
)]

#[expect(dead_code, reason = "each suite uses its own part of it")]
mod client;
#[path = "../../../domain/tests/queue_simulation/dice.rs"]
#[expect(dead_code, reason = "each suite uses its own part of it")]
mod dice;
mod kept;
mod killed;
mod load;
mod order;
#[expect(dead_code, reason = "each suite uses its own part of it")]
mod program;
#[path = "../support/mod.rs"]
#[expect(dead_code, unreachable_pub, unused_imports, reason = "each suite uses its own part of it")]
mod support;

use dice::Dice;
use kept::{is_kept, seed};
use load::Load;
use program::{Program, Under};
use support::House;

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_told_and_costs_nothing() {
    let mut dice = Dice::new(seed() + 1);
    let (folder, settings) = House::new().await.left().await;
    let longest = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).max().unwrap();
    let program = Program::start(&settings, Under::Limit(longest / 1024 + 400));
    let load = Load::start(&mut dice, program.address).await;
    load.refused(30).await;
    program.make_room();
    load.acknowledged(60).await;
    program.kill();
    let told = load.end().await;
    assert!(told.refusals.iter().all(|(status, code)| *status == 507 && code == "disk_full"), "{:?}", told.refusals);
    is_kept(settings, &told).await;
}

/// On SQLite, in the data folder.
async fn database() -> Option<String> {
    None
}
