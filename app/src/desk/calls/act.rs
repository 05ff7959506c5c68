//! The one way in which the desk changes a case.

use crate::backend::{Deed, Outcome, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Asks something of a case. A refusal and a conflict are outcomes, not errors.
///
/// # Errors
/// If the session is over or the deed is none.
#[server(name = Act, prefix = "/desk/calls", endpoint = "act", input = Json, output = Json)]
pub(crate) async fn act(deed: Deed) -> Result<Outcome, Problem> {
    super::told(super::backend()?.act(deed).await)
}
