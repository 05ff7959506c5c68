//! A new edition.

use crate::backend::{DraftOutcome, DraftRevision, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Puts the draft in force as a new edition.
///
/// # Errors
/// If the session is over, or the person may not.
#[server(name = PutInForce, prefix = "/desk/calls", endpoint = "put-in-force", input = Json, output = Json)]
pub(crate) async fn put_in_force(draft: DraftRevision) -> Result<DraftOutcome, Problem> {
    super::told(super::backend()?.put_in_force(draft).await)
}
