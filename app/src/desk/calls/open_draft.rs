//! A draft of the rulebook.

use crate::backend::{Problem, RulebookPage};
use leptos::{prelude::*, server_fn::codec::Json};

/// Opens a draft of what is in force.
///
/// # Errors
/// If the session is over, or the person may not.
#[server(name = OpenDraft, prefix = "/desk/calls", endpoint = "open-draft", input = Json, output = Json)]
pub(crate) async fn open_draft() -> Result<RulebookPage, Problem> {
    super::told(super::backend()?.open_draft().await)
}
