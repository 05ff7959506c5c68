//! kill -9 under load.

use crate::{
    dice::Dice,
    kept::{is_kept, seed},
    load::Load,
    program::{Program, Under},
    support::House,
};

#[tokio::test(flavor = "multi_thread")]
async fn whatever_has_a_receipt_outlives_the_program() {
    let mut dice = Dice::new(seed());
    let (_folder, settings) = House::new().await.left().await;
    let mut program = Program::start(&settings, Under::Nothing);
    let load = Load::start(&mut dice, program.address).await;
    for _ in 0..5 {
        let more = 10 + dice.below(120);
        load.acknowledged(more).await;
        program.kill();
        program = Program::start(&settings, Under::Nothing);
        load.go_on(program.address);
    }
    load.acknowledged(40).await;
    program.kill();
    let told = load.end().await;
    assert!(told.lines.len() > 90 && !told.photos.is_empty() && !told.chunks.is_empty(), "hardly anything was tried");
    is_kept(settings, &told).await;
}
