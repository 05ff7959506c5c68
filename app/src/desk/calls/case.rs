//! One case.

use crate::backend::{CaseView, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// One case, by its number.
///
/// # Errors
/// If the session is over, or there is no such case for this person.
#[server(name = OneCase, prefix = "/desk/calls", endpoint = "case", input = Json, output = Json)]
pub(crate) async fn case(number: String) -> Result<CaseView, Problem> {
    super::told(super::backend()?.case(number).await)
}
