//! `huiyin migrate`

use super::Outcome;
use crate::{config::Settings, storage::Db};
use std::process::ExitCode;

/// Brings the schema up to date and says how many steps that took.
pub(super) async fn run(settings: Settings) -> Outcome {
    std::fs::create_dir_all(&settings.data)?;
    let db = Db::open(&settings.database_url()).await?;
    let pending = db.pending_migrations().await?;
    db.migrate().await?;
    db.close().await;
    println!("{pending} steps done; the schema is up to date.");
    Ok(ExitCode::SUCCESS)
}
