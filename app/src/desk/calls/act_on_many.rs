//! The same asked of many cases.

use crate::backend::{Deeds, Done, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Asks something of many cases. What becomes of each is an answer, not an error.
///
/// # Errors
/// If the session is over, or there are too many.
#[server(name = ActOnMany, prefix = "/desk/calls", endpoint = "act-on-many", input = Json, output = Json)]
pub(crate) async fn act_on_many(deeds: Deeds) -> Result<Vec<Done>, Problem> {
    super::told(super::backend()?.act_on_many(deeds).await)
}
