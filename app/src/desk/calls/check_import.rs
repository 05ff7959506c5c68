//! Trying the rows of a file.

use crate::backend::{ImportColumns, ImportView, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Tries every row with these columns; nothing is taken in.
///
/// # Errors
/// If the session is over, it is not this person's work, or the file has moved on.
#[server(name = CheckImport, prefix = "/desk/calls", endpoint = "check-import", input = Json, output = Json)]
pub(crate) async fn check_import(columns: ImportColumns) -> Result<ImportView, Problem> {
    super::told(super::backend()?.check_import(columns).await)
}
