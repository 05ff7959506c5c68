//! `/api/v1/sync/…`

use crate::{
    core::Core,
    error::{Error, Kind},
    http::{caller::Caller, read::Json},
    sync,
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, FromRequestParts, Query, State, rejection::QueryRejection},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header, request::Parts},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::{get, post},
};
use futures::{FutureExt, StreamExt, stream};
use huiyin_domain::sync::message::{MAX_PUSH_BYTES, Pulled, Push, PushAnswer};
use serde::Deserialize;
use std::{convert::Infallible, sync::Arc, time::Duration};
use tower_http::{decompression::RequestDecompressionLayer, limit::RequestBodyLimitLayer};

/// Between signs of life on a quiet line, so that what is in between does not cut it.
const KEEP_ALIVE: Duration = Duration::from_secs(25);
/// Then a listener comes again, and is asked anew who it is.
const LISTENS_FOR: Duration = Duration::from_secs(3600);
/// Pokes of one listener are at least so far apart.
const BETWEEN_POKES: Duration = Duration::from_secs(1);

pub(super) fn push_router() -> Router<Arc<Core>> {
    // The inner limit counts bytes after decompression, the outer one bytes on the wire.
    Router::new()
        .route("/api/v1/sync/push", post(push))
        .layer(DefaultBodyLimit::max(MAX_PUSH_BYTES))
        .layer(RequestDecompressionLayer::new())
        .layer(RequestBodyLimitLayer::new(MAX_PUSH_BYTES))
}

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new().route("/api/v1/sync/pull", get(pull)).route("/api/v1/sync/book", get(book)).route("/api/v1/sync/live", get(live))
}

/// There is room in the ledger's queue. Looked at before anything else, so that a crowd is sent away without reading what
/// it brings.
struct Room;

impl FromRequestParts<Arc<Core>> for Room {
    type Rejection = Error;

    async fn from_request_parts(_: &mut Parts, core: &Arc<Core>) -> Result<Self, Error> {
        if core.ledger.has_room() { Ok(Room) } else { Err(Error::new(Kind::Busy).retry_after(1)) }
    }
}

async fn push(
    _: Room,
    State(core): State<Arc<Core>>,
    Caller(session): Caller,
    Json(asked): Json<Push>,
) -> Result<axum::Json<PushAnswer>, Error> {
    sync::push(&core, &session, asked).await.map(axum::Json)
}

#[derive(Deserialize)]
struct From {
    cursor: Option<String>,
}

async fn pull(
    State(core): State<Arc<Core>>,
    Caller(session): Caller,
    from: Result<Query<From>, QueryRejection>,
) -> Result<axum::Json<Pulled>, Error> {
    let Query(from) = from.map_err(|_| Error::new(Kind::BadCursor).field("cursor"))?;
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

/// Pokes without content, as server-sent events. Whoever hears one pulls.
async fn live(State(core): State<Arc<Core>>, Caller(session): Caller) -> Result<Response, Error> {
    let listener = core.pokes.listen(session.person.id).ok_or_else(|| Error::new(Kind::Busy).retry_after(60))?;
    let hello = stream::once(async { Event::default().comment("listening").retry(Duration::from_secs(5)) });
    let pokes = stream::unfold((listener, false), |(mut listener, again)| async move {
        if again {
            tokio::time::sleep(BETWEEN_POKES).await;
        }
        // An event without data is never heard.
        let poked = listener.next().await;
        poked.then(|| (Event::default().event("poke").data("pull"), (listener, true)))
    });
    let until = tokio::time::sleep(LISTENS_FOR).boxed();
    let events = hello.chain(pokes).take_until(until).map(Ok::<_, Infallible>);
    let mut response = Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)).into_response();
    response.headers_mut().insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    Ok(response)
}
