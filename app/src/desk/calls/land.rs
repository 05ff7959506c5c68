//! The county's boundaries.

use crate::backend::{Land, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// The county's boundaries.
///
/// # Errors
/// If the session is over.
#[server(name = CountyLand, prefix = "/desk/calls", endpoint = "land", input = Json, output = Json)]
pub(crate) async fn land() -> Result<Land, Problem> {
    super::told(super::backend()?.land().await)
}
