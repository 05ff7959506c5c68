//! A file for the draft.

use crate::backend::{DraftOutcome, Problem, RulebookImport};
use leptos::{prelude::*, server_fn::codec::Json};

/// Takes a whole file into the draft, or names everything that is wrong with it.
///
/// # Errors
/// If the session is over, or the person may not.
#[server(name = ImportRulebook, prefix = "/desk/calls", endpoint = "import-rulebook", input = Json, output = Json)]
pub(crate) async fn import_rulebook(import: RulebookImport) -> Result<DraftOutcome, Problem> {
    super::told(super::backend()?.import_rulebook(import).await)
}
