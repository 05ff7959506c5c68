//! A new account.

use crate::backend::{Created, NewAccount, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Makes an account; the person is invited to set a password.
///
/// # Errors
/// If a field is not as it should be; the error names it.
#[server(name = CreateAccount, prefix = "/desk/calls", endpoint = "create-account", input = Json, output = Json)]
pub(crate) async fn create_account(form: NewAccount) -> Result<Created, Problem> {
    super::told(super::backend()?.create_account(form).await)
}
