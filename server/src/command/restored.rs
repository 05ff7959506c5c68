//! `huiyin restored`

use super::Outcome;
use crate::{
    config::Settings,
    core::{self, Clock, SystemClock},
    storage::Db,
};
use std::process::ExitCode;

/// Says that this database was put back from a copy that another tool made, before the server starts on it.
pub(super) async fn run(settings: Settings) -> Outcome {
    let db = Db::open(&settings.database_url()).await?;
    let done = core::restored(&db, SystemClock.now()).await;
    db.close().await;
    done?;
    println!("Phones will send again what they kept.");
    Ok(ExitCode::SUCCESS)
}
