//! One's own password.

use crate::backend::{PasswordChange, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Changes the asker's own password; all sessions of the person end.
///
/// # Errors
/// If the present one is wrong, the new one weak, or there were too many tries.
#[server(name = ChangePassword, prefix = "/desk/calls", endpoint = "change-password", input = Json, output = Json)]
pub(crate) async fn change_password(change: PasswordChange) -> Result<(), Problem> {
    super::told(super::backend()?.change_password(change).await)
}
