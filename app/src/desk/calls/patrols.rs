//! Patrols of a period.

use crate::backend::{PatrolsPage, PatrolsQuery, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Patrols of a period that one may see.
///
/// # Errors
/// If the session is over or the days are no period.
#[server(name = PatrolsOf, prefix = "/desk/calls", endpoint = "patrols", input = Json, output = Json)]
pub(crate) async fn patrols(query: PatrolsQuery) -> Result<PatrolsPage, Problem> {
    super::told(super::backend()?.patrols(query).await)
}
