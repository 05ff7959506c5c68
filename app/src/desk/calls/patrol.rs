//! One patrol.

use crate::backend::{PatrolView, Problem};
use huiyin_domain::ids::PatrolId;
use leptos::{prelude::*, server_fn::codec::Json};

/// One patrol with all that its page shows.
///
/// # Errors
/// If the session is over, or there is no such patrol for this person.
#[server(name = PatrolOf, prefix = "/desk/calls", endpoint = "patrol", input = Json, output = Json)]
pub(crate) async fn patrol(id: PatrolId) -> Result<PatrolView, Problem> {
    super::told(super::backend()?.patrol(id).await)
}
