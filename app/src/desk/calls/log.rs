//! The log of what was looked at and what was done with accounts.

use crate::backend::{LogPage, LogQuery, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// A page of the log.
///
/// # Errors
/// If the asker is no auditor, or the query names what does not exist.
#[server(name = ReadLog, prefix = "/desk/calls", endpoint = "log", input = Json, output = Json)]
pub(crate) async fn log(query: LogQuery) -> Result<LogPage, Problem> {
    super::told(super::backend()?.log(query).await)
}
