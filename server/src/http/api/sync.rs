//! `/api/v1/sync/…`

use crate::{
    core::Core,
    error::Error,
    http::{caller::Caller, read::Json},
    sync,
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use huiyin_domain::sync::message::{MAX_PUSH_BYTES, Pulled, Push, PushAnswer};
use serde::Deserialize;
use std::sync::Arc;
use tower_http::decompression::RequestDecompressionLayer;

pub(super) fn router() -> Router<Arc<Core>> {
    // The limit counts bytes after decompression.
    let push = Router::new()
        .route("/api/v1/sync/push", post(push))
        .layer(DefaultBodyLimit::max(MAX_PUSH_BYTES))
        .layer(RequestDecompressionLayer::new());
    push.route("/api/v1/sync/pull", get(pull)).route("/api/v1/sync/book", get(book))
}

async fn push(State(core): State<Arc<Core>>, Caller(session): Caller, Json(asked): Json<Push>) -> Result<axum::Json<PushAnswer>, Error> {
    sync::push(&core, &session, asked).await.map(axum::Json)
}

#[derive(Deserialize)]
struct From {
    cursor: Option<String>,
}

async fn pull(State(core): State<Arc<Core>>, Caller(session): Caller, Query(from): Query<From>) -> Result<axum::Json<Pulled>, Error> {
    sync::pull(&core, &session, from.cursor.as_deref()).await.map(axum::Json)
}

async fn book(State(core): State<Arc<Core>>, Caller(session): Caller, headers: HeaderMap) -> Result<Response, Error> {
    let answer = sync::book(&core, &session).await?;
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|value| value.as_bytes() == answer.etag.as_bytes());
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, "application/json")], answer.json).into_response()
    };
    response.headers_mut().insert(header::ETAG, HeaderValue::from_str(&answer.etag).map_err(Error::internal)?);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    Ok(response)
}
