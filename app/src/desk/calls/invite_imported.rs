//! Handing over the ways into accounts that a file brought.

use crate::backend::{Problem, RowInvitation};
use leptos::{prelude::*, server_fn::codec::Json};
use uuid::Uuid;

/// Makes the links of everybody whom this file brought in and who has no password yet.
///
/// # Errors
/// If the session is over, it is not this person's work, or the file is not taken in yet.
#[server(name = InviteImported, prefix = "/desk/calls", endpoint = "invite-imported", input = Json, output = Json)]
pub(crate) async fn invite_imported(id: Uuid) -> Result<Vec<RowInvitation>, Problem> {
    super::told(super::backend()?.invite_imported(id).await)
}
