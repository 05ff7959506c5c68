//! `huiyin verify`

use super::Outcome;
use crate::{
    config::Settings,
    ledger::verify::{Verified, verify},
    storage::Db,
};
use std::process::ExitCode;

/// Verifies the ledger and says what it found.
pub(super) async fn run(settings: Settings) -> Outcome {
    let db = Db::open(&settings.database_url()).await?;
    let snapshot = db.snapshot().await?;
    let found = verify(&snapshot).await?;
    drop(snapshot);
    db.close().await;
    match found {
        Ok(verified) => {
            let Verified { entries, cases, patrols, erased, .. } = verified;
            println!("{entries} entries and {cases} cases fit, and {patrols} patrols; {erased} payloads were erased.");
            if let Some(head) = verified.head {
                println!("head {head}");
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(fault) => {
            println!("does not fit: {fault}");
            Ok(ExitCode::FAILURE)
        }
    }
}
