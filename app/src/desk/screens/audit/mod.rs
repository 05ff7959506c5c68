//! What an auditor reads.

mod ledger;
mod log;
mod log_lines;

pub use ledger::Ledger;
pub use log::Log;
