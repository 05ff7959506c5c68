//! The clock's own work: notes each crossing of a time limit once, wakes cases whose pause is over.
//!
//! It asks like everybody else, by a command. The command's id follows from the case and from what is to be noted, so that
//! two servers that notice the same thing at once note it once.

use crate::{
    core::Core,
    error::Error,
    ledger::{CLOCK_DEVICE, Papers, Sender, Submission},
    storage,
};
use data_encoding::HEXLOWER;
use huiyin_domain::{
    case::{Ask, Case, Event, deadline::clockwork},
    command::Command,
    hash::Hash,
    ids::{CaseId, CommandId},
};
use std::time::Duration;
use tokio::{
    sync::watch,
    time::{MissedTickBehavior, interval},
};

/// How many cases are read at a time.
const BATCH: u64 = 200;
/// How often the clock looks: an emergency is counted in hours.
const EVERY: Duration = Duration::from_secs(60);

/// Looks every minute until told to stop. A failure is logged; the next look finds what this one left.
pub async fn run(core: &Core, mut stopping: watch::Receiver<bool>) {
    let mut ticks = interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        match look(core).await {
            Ok(0) => {}
            Ok(cases) => tracing::info!(cases, "time limits noted"),
            Err(error) => tracing::warn!(%error, "the clock could not look at the cases"),
        }
    }
}

/// Looks once at every case for which something may be due; answers in how many there was. Safe to run twice and on
/// several servers at once.
///
/// # Errors
/// If the database fails or the ledger is closing.
pub async fn look(core: &Core) -> Result<usize, Error> {
    if storage::county::row(core.db.read()).await?.is_none() {
        return Ok(0);
    }
    let county = core.county().await?;
    let mut after: Option<CaseId> = None;
    let mut noted = 0;
    loop {
        let now = core.now();
        let cases = storage::cases::maybe_due(core.db.read(), now, after, BATCH).await?;
        let Some(last) = cases.last() else { return Ok(noted) };
        after = Some(last.id);
        let due: Vec<(&Case, Vec<Event>)> =
            cases.iter().map(|case| (case, clockwork(case, &county.rulebook, now))).filter(|(_, events)| !events.is_empty()).collect();
        if due.is_empty() {
            continue;
        }
        let mut submitted = Vec::with_capacity(due.len());
        for (case, events) in &due {
            submitted.push(tick(core, case, events, county.rulebook.version)?);
        }
        let told = core.ledger.submit_together(submitted).await?.into_iter().collect::<Result<Vec<_>, Error>>()?;
        noted += told.len();
    }
}

fn tick(core: &Core, case: &Case, events: &[Event], rulebook: u32) -> Result<Submission, Error> {
    let seen = Hash::of(&serde_json::to_vec(&(case.id, case.seq, events))?);
    let [id @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = seen.0;
    let drafted =
        core.draft(CommandId(uuid::Builder::from_custom_bytes(id).into_uuid()), CLOCK_DEVICE, rulebook, case.id, case.seq, Ask::Tick);
    // It holds nothing that would ever be erased, so its salt need not be secret.
    let command = Command { salt: HEXLOWER.encode(&seen.0[16..]), ..drafted };
    Ok(Submission { sender: Sender::Clock, device: CLOCK_DEVICE, papers: Papers::Drafted(Box::new(command)), received_at: None })
}
