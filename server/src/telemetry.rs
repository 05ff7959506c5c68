//! Logs: what happened to requests and to the ledger, never what people wrote or who they are.

use tracing_subscriber::EnvFilter;

/// Starts logging to standard error; `RUST_LOG` says more or less. Statements of the database are never logged.
pub fn start() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let filter = ["sqlx=warn", "sea_orm_migration=warn", "sea_orm=warn"]
        .iter()
        .filter_map(|directive| directive.parse().ok())
        .fold(filter, EnvFilter::add_directive);
    let started = tracing_subscriber::fmt().with_env_filter(filter).with_target(false).with_writer(std::io::stderr).try_init();
    if started.is_err() {
        tracing::debug!("logging was started before");
    }
}
