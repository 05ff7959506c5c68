//! `/api/v1/cases/{number}/…`: what the page of one case asks besides the case itself.

use super::cases::{desk, told};
use crate::{
    core::Core,
    error::{Error, Kind},
    http::{
        asked::Asked,
        caller::Caller,
        pages::{
            papers::{Wanted, word_file},
            whole_file::{Asks, sent},
        },
        read::Json,
    },
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, Query, State, rejection::QueryRejection},
    response::Response,
    routing::{get, post},
};
use huiyin_app::backend::{CasePage, Unmask};
use huiyin_domain::document::DocumentKind;
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new()
        .route("/api/v1/cases/{number}/reporters", post(reporters))
        .route("/api/v1/cases/{number}/map", get(map))
        .route("/api/v1/cases/{number}/documents/{kind}", get(paper))
        .route("/api/v1/cases/{number}/documents/{kind}/docx", get(docx))
        .layer(DefaultBodyLimit::max(16 * 1024))
}

/// The one that is sent while it is packed; nothing is to be compressed again.
pub(super) fn packed() -> Router<Arc<Core>> {
    Router::new().route("/api/v1/cases/{number}/file", get(file))
}

/// A look at who reported it changes the log, so it is no `get`.
async fn reporters(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    Path(number): Path<String>,
    Json(unmask): Json<Unmask>,
) -> Response {
    told(desk(core, caller, asked).unmask(number, unmask).await)
}

async fn map(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Path(number): Path<String>) -> Response {
    told(desk(core, caller, asked).map(number).await)
}

type InLanguage = Result<Query<Wanted>, QueryRejection>;

async fn paper(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    Path((number, kind)): Path<(String, String)>,
    wanted: InLanguage,
) -> Result<Response, Error> {
    let (kind, Wanted { language }) = (kind_of(&kind)?, in_language(wanted)?);
    Ok(told(desk(core, caller, asked).paper(number, kind, language).await))
}

async fn docx(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    Path((number, kind)): Path<(String, String)>,
    wanted: InLanguage,
) -> Result<Response, Error> {
    let (kind, Wanted { language }) = (kind_of(&kind)?, in_language(wanted)?);
    let desk = desk(core, caller, asked);
    match desk.paper(number, kind, language).await {
        Ok(paper) => word_file(&desk, &paper),
        Err(problem) => Ok(told::<()>(Err(problem))),
    }
}

async fn file(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    Path(number): Path<String>,
    with: Asks,
) -> Result<Response, Error> {
    sent(&desk(core, caller, asked), &number, with).await
}

fn kind_of(code: &str) -> Result<DocumentKind, Error> {
    DocumentKind::of_code(code).ok_or_else(|| Error::new(Kind::NoSuchPaper).field("kind"))
}

fn in_language(wanted: InLanguage) -> Result<Wanted, Error> {
    wanted.map(|Query(wanted)| wanted).map_err(|_| Error::new(Kind::BadAddress).field("language"))
}
