//! Saved lists.

use crate::backend::{Problem, SavedView};
use leptos::{prelude::*, server_fn::codec::Json};

/// The asker's saved lists.
///
/// # Errors
/// If the session is over.
#[server(name = SavedViews, prefix = "/desk/calls", endpoint = "views", input = Json, output = Json)]
pub(crate) async fn saved_views() -> Result<Vec<SavedView>, Problem> {
    super::told(super::backend()?.saved_views().await)
}
