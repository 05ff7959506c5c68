//! The rulebook.

use crate::backend::{Problem, RulebookPage};
use leptos::{prelude::*, server_fn::codec::Json};

/// What is in force, the draft, and what was done.
///
/// # Errors
/// If the session is over, or the person may not.
#[server(name = RulebookInForce, prefix = "/desk/calls", endpoint = "rulebook", input = Json, output = Json)]
pub(crate) async fn rulebook() -> Result<RulebookPage, Problem> {
    super::told(super::backend()?.rulebook().await)
}
