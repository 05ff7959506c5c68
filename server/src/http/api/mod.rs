//! `/api/v1`: what phones and programs ask. Versioned by hand; phones lag months behind.

mod audit;
mod casepage;
mod cases;
mod figures;
mod health;
mod imports;
mod inbox;
mod ledger;
mod notices;
mod openapi;
mod patrols;
mod people;
mod photos;
mod rulebook;
mod session;
mod sync;

pub(super) use cases::told;
pub use openapi::OPENAPI;

use crate::core::Core;
use axum::Router;
use std::sync::Arc;
use tower_http::compression::CompressionLayer;

/// All of it.
pub(super) fn router() -> Router<Arc<Core>> {
    let json = Router::new()
        .merge(session::router())
        .merge(sync::router())
        .merge(ledger::router())
        .merge(cases::router())
        .merge(casepage::router())
        .merge(figures::router())
        .merge(imports::router())
        .merge(rulebook::router())
        .merge(inbox::router())
        .merge(people::router())
        .merge(audit::router())
        .merge(notices::router())
        .merge(patrols::router())
        .merge(openapi::router())
        .layer(CompressionLayer::new());
    // Receipts are short and many: setting brotli up costs more than it saves of them.
    let push = sync::push_router().layer(CompressionLayer::new().no_br());
    Router::new().merge(json).merge(push).merge(photos::router()).merge(casepage::packed()).merge(health::router())
}
