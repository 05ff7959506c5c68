//! One file that is taken over.

use crate::backend::{ImportView, Problem};
use leptos::{prelude::*, server_fn::codec::Json};
use uuid::Uuid;

/// One file that is taken over.
///
/// # Errors
/// If the session is over, it is not this person's work, or the file has moved on.
#[server(name = Import, prefix = "/desk/calls", endpoint = "import", input = Json, output = Json)]
pub(crate) async fn import(id: Uuid) -> Result<ImportView, Problem> {
    super::told(super::backend()?.import(id).await)
}
