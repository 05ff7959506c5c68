//! Changing one's own contact.

use crate::backend::{Contact, ContactPage, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// Changes where the asker can be reached.
///
/// # Errors
/// If number or mailbox are none.
#[server(name = SetOwnContact, prefix = "/desk/calls", endpoint = "set-contact", input = Json, output = Json)]
pub(crate) async fn set_contact(contact: Contact) -> Result<ContactPage, Problem> {
    super::told(super::backend()?.set_contact(contact).await)
}
