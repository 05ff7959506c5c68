//! `/api/v1/notices…` and `/api/v1/contact`: one's own notices and contact, and the log of what was sent, for programs.

use super::cases::{desk, told};
use crate::{
    core::Core,
    error::{Error, Kind},
    http::{asked::Asked, caller::Caller, read::Json},
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Query, State, rejection::QueryRejection},
    response::Response,
    routing::{get, post},
};
use huiyin_app::backend::{Contact, DeliveriesQuery, MarkRead, NoticesDesk, NoticesQuery, Redeliver};
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new()
        .route("/api/v1/notices", get(notices))
        .route("/api/v1/notices/unread", get(unread))
        .route("/api/v1/notices/read", post(mark_read))
        .route("/api/v1/notices/deliveries", get(deliveries))
        .route("/api/v1/notices/deliveries/again", post(redeliver))
        .route("/api/v1/contact", get(contact).put(set_contact))
        .layer(DefaultBodyLimit::max(16 * 1024))
}

async fn notices(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    query: Result<Query<NoticesQuery>, QueryRejection>,
) -> Result<Response, Error> {
    let Query(query) = query.map_err(|_| Error::new(Kind::BadAddress).field("query"))?;
    Ok(told(desk(core, caller, asked).notices(query).await))
}

async fn unread(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).unread().await)
}

async fn mark_read(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Json(mark): Json<MarkRead>) -> Response {
    told(desk(core, caller, asked).mark_notices(mark).await)
}

async fn deliveries(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    query: Result<Query<DeliveriesQuery>, QueryRejection>,
) -> Result<Response, Error> {
    let Query(query) = query.map_err(|_| Error::new(Kind::BadAddress).field("query"))?;
    Ok(told(desk(core, caller, asked).deliveries(query).await))
}

async fn redeliver(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Json(which): Json<Redeliver>) -> Response {
    told(desk(core, caller, asked).redeliver(which).await)
}

async fn contact(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).contact().await)
}

async fn set_contact(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Json(contact): Json<Contact>) -> Response {
    told(desk(core, caller, asked).set_contact(contact).await)
}
