//! Taking rows in: a few at a time, matters as commands through the ledger, accounts as the people's room makes them. What was done is noted beside each row, so that
//! a server that starts again goes on where it stopped, and a row that was taken in without the note is known again.

use super::{check::Thing, matter::Matter, staff, tried::filed};
use crate::{
    cases::desk_of,
    core::Core,
    error::{Error, Kind},
    ledger::{Committed, Papers, Sender, Submission},
    storage::{
        self,
        imports::{Job, JobRow, Stand},
    },
};
use huiyin_app::backend::ImportStage;
use huiyin_domain::{
    case::Ask,
    command::Command,
    ids::{CaseId, CommandId, DeviceId},
    sync::message::Verdict,
};
use std::time::Duration;
use tokio::{
    sync::watch,
    time::{MissedTickBehavior, interval},
};

/// Rows of one commit: others are let in between.
pub(super) const TOGETHER: u64 = 50;
/// How often files to be taken in are looked for.
const EVERY: Duration = Duration::from_secs(1);
/// After so many days a file that nobody took in is given up.
const WAITING_DAYS: i64 = 7;

/// Takes in whatever is to be, until told to stop.
pub async fn run(core: &Core, mut stopping: watch::Receiver<bool>) {
    let mut ticks = interval(EVERY);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        let stop = stopping.clone();
        match work(core, || *stop.borrow()).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "rows were taken in"),
            Err(error) => tracing::warn!(%error, "an import stopped; it goes on by itself"),
        }
    }
}

/// Takes in every file that is to be, until there is none or `stop` says so; answers how many rows that was. Safe on
/// several servers at once: the same row has one effect.
///
/// # Errors
/// If the database fails or the ledger is closing.
pub async fn work(core: &Core, stop: impl Fn() -> bool) -> Result<usize, Error> {
    if storage::county::row(core.db.read()).await?.is_none() {
        return Ok(0);
    }
    let mut rows = 0;
    for job in storage::imports::running(core.db.read()).await? {
        loop {
            // Somebody may have stopped it since.
            let now = storage::imports::get(core.db.read(), job.line.id).await?;
            if stop() || now.is_none_or(|now| now.line.stage != ImportStage::Running) {
                break;
            }
            let part = storage::imports::rows(core.db.read(), job.line.id, &[Stand::Good], TOGETHER).await?;
            if part.is_empty() {
                let db = core.db.begin().await?;
                storage::imports::advance(&db, job.line.id, ImportStage::Running, ImportStage::Done).await?;
                db.commit().await?;
                break;
            }
            rows += part.len();
            take(core, &job, part).await?;
        }
    }
    Ok(rows)
}

async fn take(core: &Core, job: &Job, part: Vec<JobRow>) -> Result<(), Error> {
    let (mut matters, mut sites, mut accounts, mut ends) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for row in part {
        match row.body.as_deref().and_then(|body| serde_json::from_str::<Thing>(body).ok()) {
            Some(Thing::Matter(matter)) => matters.push((row.n, *matter)),
            Some(Thing::Site(site)) => {
                sites.push(site);
                ends.push((row.n, Stand::Taken, None));
            }
            Some(Thing::Account(new)) => accounts.push((row.n, *new)),
            None => ends.push((row.n, Stand::Refused, None)),
        }
    }
    ends.extend(file(core, job, matters).await?);
    let rulebook = core.county().await?.rulebook.clone();
    let db = core.db.begin().await?;
    storage::county::put_sites(&db, &sites).await?;
    ends.extend(staff::make(core, &db, job, &rulebook, accounts).await?);
    for (n, stand, number) in ends {
        storage::imports::settle(&db, job.line.id, n, stand, number).await?;
    }
    Ok(db.commit().await?)
}

/// Files these matters; how each ended, with its case's number.
async fn file(core: &Core, job: &Job, matters: Vec<(u32, Matter)>) -> Result<Vec<(u32, Stand, Option<String>)>, Error> {
    if matters.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<CommandId> = matters.iter().map(|(_, matter)| matter.command).collect();
    let before = filed(core, &ids).await?;
    let rulebook = core.county().await?.rulebook.version;
    let device = desk_of(core, job.person).await?;
    let submissions = matters.iter().map(|(_, matter)| submission(core, job, device, rulebook, matter)).collect();
    let answers = core.ledger.submit_together(submissions).await?;
    let mut ends = Vec::with_capacity(matters.len());
    for ((n, matter), answer) in matters.iter().zip(answers) {
        let (stand, number) = ended(answer)?;
        let known = stand == Stand::Taken && before.contains_key(&matter.command);
        ends.push((*n, if known { Stand::Known } else { stand }, number));
    }
    Ok(ends)
}

fn ended(answer: Result<Committed, Error>) -> Result<(Stand, Option<String>), Error> {
    let committed = match answer {
        Ok(committed) => committed,
        // Somebody took it over with other content since it was tried, or may not any more.
        Err(error) if matches!(error.kind(), Kind::IdUsed | Kind::NotYourDevice) => return Ok((Stand::Refused, None)),
        Err(error) => return Err(error),
    };
    let line = committed.lines.into_iter().next();
    let applied = line.as_ref().is_some_and(|line| line.verdict == Verdict::Applied);
    Ok((if applied { Stand::Taken } else { Stand::Refused }, line.and_then(|line| line.matter)))
}

/// Its facts are as old as they were there; its duties count from now.
fn submission(core: &Core, job: &Job, device: DeviceId, rulebook: u32, matter: &Matter) -> Submission {
    let drafted = core.draft(matter.command, device, rulebook, CaseId::from(matter.command), 0, Ask::Submit(matter.submit.clone()));
    let command = Command { made_at: matter.made_at, ..drafted };
    Submission { sender: Sender::Person(job.person), device, papers: Papers::Drafted(Box::new(command)), received_at: None }
}

/// Gives up files that came long ago and were never taken in; answers how many.
///
/// # Errors
/// If the database fails.
pub async fn forget_waiting(core: &Core) -> Result<u64, Error> {
    let db = core.db.begin().await?;
    let gone = storage::imports::forget_waiting(&db, core.now() - time::Duration::days(WAITING_DAYS)).await?;
    db.commit().await?;
    Ok(gone)
}
