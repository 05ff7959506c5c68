//! Files that are taken over.

use crate::backend::{ImportsPage, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// The newest files that are taken over.
///
/// # Errors
/// If the session is over, it is not this person's work, or the file has moved on.
#[server(name = Imports, prefix = "/desk/calls", endpoint = "imports", input = Json, output = Json)]
pub(crate) async fn imports() -> Result<ImportsPage, Problem> {
    super::told(super::backend()?.imports().await)
}
