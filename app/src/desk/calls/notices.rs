//! One's own notices.

use crate::backend::{NoticesPage, NoticesQuery, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// A page of the asker's notices.
///
/// # Errors
/// If the session is over or the cursor is none.
#[server(name = OwnNotices, prefix = "/desk/calls", endpoint = "notices", input = Json, output = Json)]
pub(crate) async fn notices(query: NoticesQuery) -> Result<NoticesPage, Problem> {
    super::told(super::backend()?.notices(query).await)
}
