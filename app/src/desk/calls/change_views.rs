//! Changes saved lists.

use crate::backend::{Problem, SavedView, ViewChange};
use leptos::{prelude::*, server_fn::codec::Json};

/// Changes the asker's saved lists.
///
/// # Errors
/// If the session is over, or the change is none: the problem names the field.
#[server(name = ChangeViews, prefix = "/desk/calls", endpoint = "change-views", input = Json, output = Json)]
pub(crate) async fn change_views(change: ViewChange) -> Result<Vec<SavedView>, Problem> {
    super::told(super::backend()?.change_views(change).await)
}
