//! The ledger without its content.

use crate::backend::{LedgerPage, LedgerQuery, Problem};
use leptos::{prelude::*, server_fn::codec::Json};

/// A page of the ledger.
///
/// # Errors
/// If the asker is no auditor.
#[server(name = ReadLedger, prefix = "/desk/calls", endpoint = "ledger", input = Json, output = Json)]
pub(crate) async fn ledger(query: LedgerQuery) -> Result<LedgerPage, Problem> {
    super::told(super::backend()?.ledger(query).await)
}
