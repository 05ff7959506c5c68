//! Stopping.

use crate::backend::{ImportView, Problem};
use leptos::{prelude::*, server_fn::codec::Json};
use uuid::Uuid;

/// Stops taking rows in, or gives a file up.
///
/// # Errors
/// If the session is over, it is not this person's work, or the file has moved on.
#[server(name = StopImport, prefix = "/desk/calls", endpoint = "stop-import", input = Json, output = Json)]
pub(crate) async fn stop_import(id: Uuid) -> Result<ImportView, Problem> {
    super::told(super::backend()?.stop_import(id).await)
}
