//! What was sent.

use crate::backend::{DeliveriesPage, DeliveriesQuery, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// A page of what was sent.
///
/// # Errors
/// If the asker is no administrator.
#[server(name = DeliveryLog, prefix = "/desk/calls", endpoint = "deliveries", input = Json, output = Json)]
pub(crate) async fn deliveries(query: DeliveriesQuery) -> Result<DeliveriesPage, Problem> {
    super::told(super::backend()?.deliveries(query).await)
}
