//! `/api/v1/cases…`: the desk for programs. The same service as the pages, with the same checks.

use crate::{
    cases::Desk,
    core::Core,
    error::{Error, Kind},
    http::{asked::Asked, caller::Caller, problem::MEDIA_TYPE, read::Json},
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, Query, State, rejection::QueryRejection},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use huiyin_app::backend::{Backend, Deed, InboxQuery, Problem};
use huiyin_domain::{case::VerbName, ids::CaseId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new()
        .route("/api/v1/cases", get(inbox))
        .route("/api/v1/cases/{number}", get(case))
        .route("/api/v1/cases/{number}/commands", post(act))
        .route("/api/v1/cases/{number}/candidates", get(candidates))
        .layer(DefaultBodyLimit::max(256 * 1024))
}

/// The desk of whoever calls.
pub(super) fn desk(core: Arc<Core>, Caller(session): Caller, asked: Asked) -> Desk {
    Desk { core, person: session.person.id, language: asked.language, request_id: asked.request_id }
}

async fn inbox(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    query: Result<Query<InboxQuery>, QueryRejection>,
) -> Result<Response, Error> {
    let Query(query) = query.map_err(|_| Error::new(Kind::BadAddress).field("query"))?;
    Ok(told(desk(core, caller, asked).inbox(query).await))
}

async fn case(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Path(number): Path<String>) -> Response {
    told(desk(core, caller, asked).case(number).await)
}

/// The number in the address is for people who read logs; what counts is the case that the deed names.
async fn act(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    Path(number): Path<String>,
    Json(deed): Json<Deed>,
) -> Result<Response, Error> {
    let desk = desk(core, caller, asked);
    desk.names(&number, deed.case).await?;
    Ok(told(desk.act(deed).await))
}

#[derive(Deserialize)]
struct ForVerb {
    verb: VerbName,
}

async fn candidates(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    Path(number): Path<String>,
    query: Result<Query<ForVerb>, QueryRejection>,
) -> Result<Response, Error> {
    let Query(ForVerb { verb }) = query.map_err(|_| Error::new(Kind::BadAddress).field("verb"))?;
    let desk = desk(core, caller, asked);
    let case: CaseId = desk.by_number(&number).await?;
    Ok(told(desk.candidates(case, verb).await))
}

/// Problems of the desk carry their words already.
pub(in crate::http) fn told<T: Serialize>(answer: Result<T, Problem>) -> Response {
    match answer {
        Ok(value) => axum::Json(value).into_response(),
        Err(problem) => {
            let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let mut response = (status, axum::Json(problem)).into_response();
            response.headers_mut().insert(header::CONTENT_TYPE, MEDIA_TYPE);
            response
        }
    }
}
