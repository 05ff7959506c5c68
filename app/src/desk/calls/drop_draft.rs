//! A draft that nobody wants.

use crate::backend::{DraftOutcome, DraftRevision, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Throws the draft away.
///
/// # Errors
/// If the session is over, or the person may not.
#[server(name = DropDraft, prefix = "/desk/calls", endpoint = "drop-draft", input = Json, output = Json)]
pub(crate) async fn drop_draft(draft: DraftRevision) -> Result<DraftOutcome, Problem> {
    super::told(super::backend()?.drop_draft(draft).await)
}
