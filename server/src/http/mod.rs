//! HTTP: the only room that knows axum. It calls services and never touches the database itself.

pub mod api;
pub mod asked;
pub mod caller;
pub mod cookie;
mod layers;
mod problem;
pub mod read;

pub use problem::problem_response;

use crate::core::Core;
use axum::Router;
use std::sync::Arc;

/// Everything that is served.
pub fn router(core: Arc<Core>) -> Router {
    let routes = Router::new().merge(api::router());
    layers::around(routes, &core).with_state(core)
}
