//! One account.

use crate::backend::{AccountView, Problem};
use huiyin_domain::ids::PersonId;
use leptos::{prelude::*, server_fn::codec::Json};

/// One account with all that its page shows.
///
/// # Errors
/// If the asker does not look after it.
#[server(name = ReadAccount, prefix = "/desk/calls", endpoint = "account", input = Json, output = Json)]
pub(crate) async fn account(person: PersonId) -> Result<AccountView, Problem> {
    super::told(super::backend()?.account(person).await)
}
