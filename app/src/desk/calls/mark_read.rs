//! Calls everything seen.

use crate::backend::Problem;
use leptos::{prelude::*, server_fn::codec::Json};

/// Calls everything seen as it is now.
///
/// # Errors
/// If the session is over.
#[server(name = MarkRead, prefix = "/desk/calls", endpoint = "mark-read", input = Json, output = Json)]
pub(crate) async fn mark_read() -> Result<(), Problem> {
    super::told(super::backend()?.mark_all_read().await)
}
