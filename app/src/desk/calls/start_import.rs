//! Taking in the rows of a file.

use crate::backend::{ImportView, Problem};
use leptos::{prelude::*, server_fn::codec::Json};
use uuid::Uuid;

/// Takes in every row without a fault.
///
/// # Errors
/// If the session is over, it is not this person's work, or the file has moved on.
#[server(name = StartImport, prefix = "/desk/calls", endpoint = "start-import", input = Json, output = Json)]
pub(crate) async fn start_import(id: Uuid) -> Result<ImportView, Problem> {
    super::told(super::backend()?.start_import(id).await)
}
