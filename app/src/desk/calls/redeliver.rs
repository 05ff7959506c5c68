//! Sending something again.

use crate::backend::{Problem, Redeliver};
use leptos::{prelude::*, server_fn::codec::Json};

/// Sends something again that was given up.
///
/// # Errors
/// If the asker is no administrator or there is no such sending.
#[server(name = SendAgain, prefix = "/desk/calls", endpoint = "redeliver", input = Json, output = Json)]
pub(crate) async fn redeliver(which: Redeliver) -> Result<(), Problem> {
    super::told(super::backend()?.redeliver(which).await)
}
