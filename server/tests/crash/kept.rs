//! What must be true after everything: what was promised is there.

use crate::load::Told;
use huiyin_domain::{hash::Hash, moment::Moment};
use huiyin_server::{
    config::Settings,
    core::{Core, FixedClock, RandomIds},
    ledger::verify::verify,
    storage,
};
use std::sync::Arc;
use time::macros::datetime;

pub(crate) fn seed() -> u64 {
    let seed = std::env::var("HUIYIN_SIM_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(20_261_123);
    println!("HUIYIN_SIM_SEED={seed}");
    seed
}

/// Looks up all that was ever promised.
pub(crate) async fn is_kept(settings: Settings, told: &Told) {
    let clock = Arc::new(FixedClock::at(Moment::new(datetime!(2026-11-23 10:00 +8))));
    let core = Core::open_with(settings, clock, Arc::new(RandomIds)).await.unwrap();
    for line in &told.lines {
        let entry = storage::ledger::at(core.db.read(), line.seq).await.unwrap();
        let entry = entry.unwrap_or_else(|| panic!("entry {} has a receipt and is not in the ledger", line.seq));
        assert_eq!((entry.command, entry.command_hash, entry.number), (line.command, line.hash, line.number));
        assert_eq!(entry.verdict, line.verdict);
    }
    for photo in &told.photos {
        let bytes = std::fs::read(core.media.original(photo)).unwrap();
        assert_eq!(Hash::of(&bytes), *photo, "a photo that was said to be whole is another one");
    }
    for (photo, n) in &told.chunks {
        let here = storage::photos::chunks_here(core.db.read(), photo).await.unwrap();
        assert!(here.contains(n) || core.media.original(photo).is_file(), "chunk {n} of {photo} was acknowledged and is gone");
    }
    let snapshot = core.db.snapshot().await.unwrap();
    let verified = verify(&snapshot).await.unwrap().unwrap_or_else(|fault| panic!("the ledger does not fit: {fault}"));
    snapshot.rollback().await.unwrap();
    assert!(verified.entries >= told.lines.iter().map(|line| line.seq).max().unwrap());
    core.close().await;
}
