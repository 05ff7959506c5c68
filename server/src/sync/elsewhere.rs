//! What another server process commits to the same ledger, told to whoever listens here.
//!
//! By looking at the counter's row: one small read, the same on both databases, and nothing to lose when a connection
//! breaks, as a notification of the database's own would be.

use crate::{core::Core, error::Error, storage};
use huiyin_domain::ids::PersonId;
use std::{collections::BTreeSet, time::Duration};
use tokio::{
    sync::watch,
    time::{MissedTickBehavior, interval},
};

/// How often to look. A poke is a courtesy: phones look by themselves too.
const EVERY: Duration = Duration::from_secs(1);

/// Looks until told to stop. A failure is logged; the next look finds what this one left.
pub async fn watch_elsewhere(core: &Core, mut stopping: watch::Receiver<bool>) {
    let mut ticks = interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        if let Err(error) = tell_of_others(core).await {
            tracing::warn!(%error, "what other processes commit cannot be seen");
        }
    }
}

/// Pokes whom entries concern that were committed elsewhere since the last look; answers in how many people that was.
///
/// # Errors
/// If the database fails.
pub async fn tell_of_others(core: &Core) -> Result<usize, Error> {
    let Some(head) = storage::ledger::head(core.db.read(), false).await? else { return Ok(0) };
    let told = core.pokes.told();
    if head.seq <= told {
        return Ok(0);
    }
    let listeners = core.pokes.listeners();
    let mut people: BTreeSet<PersonId> = storage::changes::touched(core.db.read(), &listeners, told).await?.into_iter().collect();
    people.extend(storage::notices::touched(core.db.read(), &listeners, told).await?);
    let poked = people.len();
    core.pokes.tell(told, head.seq, people);
    Ok(poked)
}
