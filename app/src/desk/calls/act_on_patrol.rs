//! The one way in which the desk changes a patrol.

use crate::backend::{Outcome, PatrolDeed, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Asks something of a patrol. A refusal is an outcome, not an error.
///
/// # Errors
/// If the session is over, or there is no such patrol for this person.
#[server(name = ActOnPatrol, prefix = "/desk/calls", endpoint = "act-on-patrol", input = Json, output = Json)]
pub(crate) async fn act_on_patrol(deed: PatrolDeed) -> Result<Outcome, Problem> {
    super::told(super::backend()?.act_on_patrol(deed).await)
}
