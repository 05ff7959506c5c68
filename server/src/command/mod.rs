//! The command line: `huiyin serve | migrate | seed-demo | doctor | verify | backup | restored | copy`.

mod backup;
mod copy;
mod doctor;
mod migrate;
mod restored;
mod seed_demo;
mod serve;
mod verify;

use crate::config::Settings;
use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// What a command may fail with: told in one line.
pub type Outcome = Result<ExitCode, Box<dyn std::error::Error + Send + Sync>>;

/// 回音 Huiyin: every matter gets a reply. The server of a county's environmental inspection.
#[derive(Parser)]
#[command(name = "huiyin", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve phones, desks and the public
    Serve(Settings),
    /// Bring the database's schema up to date
    Migrate(Settings),
    /// Make the demonstration county: people of every role and cases in every state
    SeedDemo(seed_demo::SeedDemo),
    /// Check folder, database, keys, site and address, and say what to do
    Doctor(Settings),
    /// Recompute the ledger's chain and all cases, and name the first entry that does not fit
    Verify(Settings),
    /// Copy the county into another, empty database: from SQLite to PostgreSQL or back
    Copy(copy::Copy),
    /// Copy everything into a folder while the server works, and let phones know what is safe
    Backup(backup::Backup),
    /// Say that this database was put back from a copy that another tool made
    Restored(Settings),
}

/// Runs the command that was given.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    crate::telemetry::start();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("huiyin: cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    let outcome = runtime.block_on(async {
        match cli.command {
            Command::Serve(settings) => serve::run(settings).await,
            Command::Migrate(settings) => migrate::run(settings).await,
            Command::SeedDemo(asked) => seed_demo::run(asked).await,
            Command::Doctor(settings) => doctor::run(settings).await,
            Command::Verify(settings) => verify::run(settings).await,
            Command::Copy(asked) => copy::run(asked).await,
            Command::Backup(asked) => backup::run(asked).await,
            Command::Restored(settings) => restored::run(settings).await,
        }
    });
    outcome.unwrap_or_else(|error| {
        eprintln!("huiyin: {error}");
        ExitCode::FAILURE
    })
}
