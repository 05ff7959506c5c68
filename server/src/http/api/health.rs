//! `/healthz`: whether this process can do its work.

use crate::{core::Core, error::Error, ledger};
use axum::{Router, extract::State, routing::get};
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new().route("/healthz", get(health))
}

async fn health(State(core): State<Arc<Core>>) -> Result<&'static str, Error> {
    ledger::signed_head(&core).await?;
    Ok("ok\n")
}
