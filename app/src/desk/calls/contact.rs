//! One's own contact.

use crate::backend::{ContactPage, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Where the asker can be reached.
///
/// # Errors
/// If the session is over.
#[server(name = OwnContact, prefix = "/desk/calls", endpoint = "contact", input = Json, output = Json)]
pub(crate) async fn contact() -> Result<ContactPage, Problem> {
    super::told(super::backend()?.contact().await)
}
