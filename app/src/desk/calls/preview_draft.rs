//! What the draft would change.

use crate::backend::{DraftPreview, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// What the draft would change.
///
/// # Errors
/// If the session is over, or the person may not.
#[server(name = PreviewDraft, prefix = "/desk/calls", endpoint = "preview-draft", input = Json, output = Json)]
pub(crate) async fn preview_draft() -> Result<DraftPreview, Problem> {
    super::told(super::backend()?.preview_draft().await)
}
