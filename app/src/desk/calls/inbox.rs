//! A page of the inbox.

use crate::backend::{Inbox, InboxQuery, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// A page of the inbox.
///
/// # Errors
/// If the session is over or the query names what does not exist.
#[server(name = InboxPage, prefix = "/desk/calls", endpoint = "inbox", input = Json, output = Json)]
pub(crate) async fn inbox(query: InboxQuery) -> Result<Inbox, Problem> {
    super::told(super::backend()?.inbox(query).await)
}
