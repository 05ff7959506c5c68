//! `huiyin copy`

use super::Outcome;
use crate::{
    error::Error,
    ledger::verify::{Verified, verify},
    media::Media,
    storage::{self, Db, Transaction},
};
use clap::Args;
use std::{path::PathBuf, process::ExitCode, time::Instant};

/// Photos looked up at once.
const BATCH: u64 = 1_000;

/// What `copy` is told.
#[derive(Args)]
pub(super) struct Copy {
    /// The database that holds the county, as sqlite:///srv/huiyin/huiyin.db
    #[arg(long, value_name = "URL")]
    from: String,

    /// The empty database that shall hold it, as postgres://huiyin@localhost/huiyin; a new SQLite file needs ?mode=rwc
    #[arg(long, value_name = "URL")]
    to: String,

    /// Folder with photos and keys; they stay where they are
    #[arg(long, env = "HUIYIN_DATA", default_value = "./data", value_name = "FOLDER")]
    data: PathBuf,
}

/// Copies everything in one transaction, which is committed only if the copy's ledger verifies with the same head.
pub(super) async fn run(asked: Copy) -> Outcome {
    let from = Db::open(&asked.from).await?;
    if from.pending_migrations().await? > 0 {
        return Err("the schema of the database to copy from is not up to date: run huiyin migrate on it first".into());
    }
    let to = Db::open(&asked.to).await?;
    to.migrate().await?;
    let source = from.snapshot().await?;
    let target = to.begin().await?;
    let verified = copied(&from, &source, &target).await?;
    target.commit().await.map_err(Error::from)?;
    println!("{} entries and {} cases were copied, and fit; {} payloads were erased.", verified.entries, verified.cases, verified.erased);
    if let Some(head) = verified.head {
        println!("head {head}");
    }
    let missing = photos(&source, &asked.data).await?;
    drop(source);
    from.close().await;
    to.close().await;
    Ok(if missing { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

async fn copied(from: &Db, source: &Transaction, target: &Transaction) -> Result<Verified, Box<dyn std::error::Error + Send + Sync>> {
    let left_behind = storage::copy::unknown(source).await?;
    if !left_behind.is_empty() {
        return Err(format!("this version of huiyin does not know the tables {}: copy with the newer one", left_behind.join(", ")).into());
    }
    let tables = storage::copy::tables();
    for table in &tables {
        if !table.is_empty(target).await? {
            return Err(format!("the database to copy to is not empty (table {}): nothing was changed in it", table.name).into());
        }
    }
    for table in &tables {
        let started = Instant::now();
        let rows = table.copy(source, target).await?;
        println!("{:<18} {rows:>9} rows in {:.1} s", table.name, started.elapsed().as_secs_f64());
    }
    let verified = match verify(target).await? {
        Ok(verified) => verified,
        Err(fault) => {
            let before =
                verify(source).await?.err().map_or("and the original fits", |_| "and neither does the original: see huiyin verify");
            return Err(format!("the copy does not fit: {fault}, {before}. Nothing was kept of the copy").into());
        }
    };
    let copied = storage::ledger::head(source, false).await?;
    if storage::ledger::head(target, false).await? != copied {
        return Err("the copy ends at another entry than the original. Nothing was kept of the copy".into());
    }
    // Whoever writes while we copy would be forgotten.
    if storage::ledger::head(from.read(), false).await? != copied {
        return Err("the county went on while it was copied: stop huiyin serve and copy again. Nothing was kept of the copy".into());
    }
    Ok(verified)
}

/// Says what becomes of the photos, and whether any is missing.
async fn photos(db: &Transaction, data: &std::path::Path) -> Result<bool, Box<dyn std::error::Error + Send + Sync>> {
    let folder = data.join("photos");
    let (mut count, mut missing, mut after) = (0_u64, 0_u64, None);
    let media = folder.is_dir().then(|| Media::open(&folder)).transpose()?;
    loop {
        let batch = storage::photos::whole(db, after, BATCH).await?;
        let Some(last) = batch.last() else { break };
        after = Some(*last);
        count += batch.len() as u64;
        missing += batch.iter().filter(|photo| media.as_ref().is_none_or(|media| !media.original(photo).is_file())).count() as u64;
    }
    println!("{count} photos stay as files in {}: the server needs the same data folder as before, keys included.", folder.display());
    if missing > 0 {
        println!("MEND  {missing} of them are not there: name the right folder by --data, or restore it from a backup");
    }
    Ok(missing > 0)
}
