//! Changes of an account.

use crate::backend::{AccountDeed, Invitation, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Changes an account; a new invitation is shown now and never again.
///
/// # Errors
/// If the asker may not, or a field is not as it should be; the error names it.
#[server(name = ChangeAccount, prefix = "/desk/calls", endpoint = "change-account", input = Json, output = Json)]
pub(crate) async fn change_account(deed: AccountDeed) -> Result<Option<Invitation>, Problem> {
    super::told(super::backend()?.change_account(deed).await)
}
