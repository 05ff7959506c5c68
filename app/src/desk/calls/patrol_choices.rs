//! Whom and what a plan could name.

use crate::backend::{PatrolChoices, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Whom and what a plan of the asker could name.
///
/// # Errors
/// If the session is over, or this person plans nothing.
#[server(name = PatrolChoicesOf, prefix = "/desk/calls", endpoint = "patrol-choices", input = Json, output = Json)]
pub(crate) async fn patrol_choices() -> Result<PatrolChoices, Problem> {
    super::told(super::backend()?.patrol_choices().await)
}
