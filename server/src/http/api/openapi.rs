//! `/api/v1/openapi.json`: every address of the API, for programs and those who write them. Kept beside the handlers;
//! a test holds it to the mounted routes and to the types.

use crate::core::Core;
use axum::{Router, http::header, routing::get};
use std::sync::Arc;

/// The document.
pub const OPENAPI: &str = include_str!("openapi.json");

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new().route("/api/v1/openapi.json", get(|| async { ([(header::CONTENT_TYPE, "application/json")], OPENAPI) }))
}
