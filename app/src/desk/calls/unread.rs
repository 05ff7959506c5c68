//! How many notices are not read.

use crate::backend::{Problem, Unread};
use leptos::{prelude::*, server_fn::codec::Json};

/// How many notices the asker has not read.
///
/// # Errors
/// If the session is over.
#[server(name = UnreadNotices, prefix = "/desk/calls", endpoint = "unread-notices", input = Json, output = Json)]
pub(crate) async fn unread() -> Result<Unread, Problem> {
    super::told(super::backend()?.unread().await)
}
