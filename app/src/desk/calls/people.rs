//! Accounts that the asker looks after.

use crate::backend::{PeoplePage, PeopleQuery, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// A page of accounts.
///
/// # Errors
/// If the asker looks after nobody, or the query names what does not exist.
#[server(name = ListPeople, prefix = "/desk/calls", endpoint = "people", input = Json, output = Json)]
pub(crate) async fn people(query: PeopleQuery) -> Result<PeoplePage, Problem> {
    super::told(super::backend()?.people(query).await)
}
