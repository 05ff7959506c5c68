//! `huiyin backup`

use super::Outcome;
use crate::{config::Settings, core, storage::Db};
use clap::Args;
use std::{path::PathBuf, process::ExitCode};

/// What `backup` may be told.
#[derive(Args)]
pub(super) struct Backup {
    #[command(flatten)]
    settings: Settings,

    /// Folder for the copy; what an earlier backup left there is brought up to date
    #[arg(long, value_name = "FOLDER", required_unless_present = "recorded", conflicts_with = "recorded")]
    to: Option<PathBuf>,

    /// Entries up to this one are in a backup made by another tool
    #[arg(long, value_name = "ENTRY")]
    recorded: Option<u64>,
}

/// Makes a backup, or notes one, and says what it holds.
pub(super) async fn run(asked: Backup) -> Outcome {
    let db = Db::open(&asked.settings.database_url()).await?;
    let done = match (asked.to, asked.recorded) {
        (Some(folder), _) => core::back_up(&asked.settings, &db, &folder).await,
        (None, Some(seq)) => core::recorded(&db, seq).await.map(|()| seq),
        (None, None) => unreachable!("the command line asks for one of the two"),
    };
    db.close().await;
    println!("Entries up to {} are in a backup.", done?);
    Ok(ExitCode::SUCCESS)
}
