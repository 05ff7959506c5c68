//! Marking notices as read.

use crate::backend::{MarkRead, Problem, Unread};
use leptos::{prelude::*, server_fn::codec::Json};

/// Marks one or all as read.
///
/// # Errors
/// If the session is over or there is no such notice.
#[server(name = MarkNoticesRead, prefix = "/desk/calls", endpoint = "mark-notices-read", input = Json, output = Json)]
pub(crate) async fn mark_notices(mark: MarkRead) -> Result<Unread, Problem> {
    super::told(super::backend()?.mark_notices(mark).await)
}
