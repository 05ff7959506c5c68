//! What was put right on the spot.

use crate::backend::{CaseView, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// What was put right on the spot.
///
/// # Errors
/// If the session is over.
#[server(name = OnSpot, prefix = "/desk/calls", endpoint = "on-spot", input = Json, output = Json)]
pub(crate) async fn on_spot() -> Result<Vec<CaseView>, Problem> {
    super::told(super::backend()?.on_spot().await)
}
