//! Two real programs on one PostgreSQL, and phones that go from one to the other as they die.

use crate::{
    client::{listen, until},
    dice::Dice,
    kept::{is_kept, seed},
    load::{Load, sign_in},
    program::{Program, Under},
    support::House,
};
use std::mem::swap;

#[tokio::test(flavor = "multi_thread")]
async fn whatever_either_gave_a_receipt_for_outlives_both() {
    let mut dice = Dice::new(seed() + 2);
    let (_folder, settings) = House::new().await.left().await;
    let mut here = Program::start(&settings, Under::Nothing);
    let mut there = Program::start(&settings, Under::Nothing);
    let (cookie, _) = sign_in(there.address, "patroller").await;
    let mut listening = listen(there.address, &cookie).await.unwrap();
    let load = Load::start(&mut dice, here.address).await;
    load.acknowledged(20).await;
    // Nobody sends anything to the one that pokes.
    until(&mut listening, "event: poke").await.unwrap();
    for _ in 0..4 {
        let more = 10 + dice.below(60);
        load.acknowledged(more).await;
        load.go_on(there.address);
        here.kill();
        here = Program::start(&settings, Under::Nothing);
        swap(&mut here, &mut there);
    }
    load.acknowledged(20).await;
    here.kill();
    there.kill();
    let told = load.end().await;
    assert!(told.lines.len() > 80 && !told.photos.is_empty(), "hardly anything was tried");
    is_kept(settings, &told).await;
}
