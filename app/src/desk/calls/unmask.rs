//! Who reported a case.

use crate::backend::{Problem, Unmask, Unmasked};
use leptos::{prelude::*, server_fn::codec::Json};

/// Who reported this case, for a reason that is kept and shown.
///
/// # Errors
/// If the session is over, there is no such case for this person, this person may not, or the reason says nothing.
#[server(name = LiftMask, prefix = "/desk/calls", endpoint = "unmask", input = Json, output = Json)]
pub(crate) async fn unmask(number: String, asked: Unmask) -> Result<Unmasked, Problem> {
    super::told(super::backend()?.unmask(number, asked).await)
}
