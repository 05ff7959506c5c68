//! Who is asking.

use crate::backend::{Me, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Who is asking, and what they need to find their way.
///
/// # Errors
/// If the session is over.
#[server(name = WhoAmI, prefix = "/desk/calls", endpoint = "me", input = Json, output = Json)]
pub(crate) async fn me() -> Result<Me, Problem> {
    super::told(super::backend()?.me().await)
}
