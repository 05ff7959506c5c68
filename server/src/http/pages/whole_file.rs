//! `/desk/cases/{number}/file.zip`: the whole file of a case, sent while it is packed.

use super::{choices, desk::to_sign_in, way_back};
use crate::{
    cases::Desk,
    core::Core,
    error::{Error, Kind},
    http::{asked::Asked, caller::Visitor},
};
use axum::{
    Router,
    body::Body,
    extract::{Path, Query, State, rejection::QueryRejection},
    http::{HeaderMap, Uri, header},
    response::{IntoResponse, Response},
    routing::get,
};
use serde::Deserialize;
use std::sync::Arc;

/// What goes with it.
#[derive(Deserialize)]
pub(in crate::http) struct With {
    #[serde(default)]
    originals: bool,
}

/// What the query says, or that it cannot be read.
pub(in crate::http) type Asks = Result<Query<With>, QueryRejection>;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new().route("/desk/cases/{number}/file.zip", get(whole_file))
}

async fn whole_file(
    State(core): State<Arc<Core>>,
    Visitor(session): Visitor,
    asked: Asked,
    headers: HeaderMap,
    uri: Uri,
    Path(number): Path<String>,
    with: Asks,
) -> Result<Response, Error> {
    let Some(session) = session else { return Ok(to_sign_in(way_back::to(uri.path_and_query().map(|address| address.as_str())))) };
    let language = choices::language(&headers, asked.language);
    sent(&Desk { core, person: session.person.id, language, request_id: asked.request_id }, &number, with).await
}

/// The file as an answer.
pub(in crate::http) async fn sent(desk: &Desk, number: &str, with: Asks) -> Result<Response, Error> {
    let Query(with) = with.map_err(|_| Error::new(Kind::BadAddress).field("originals"))?;
    let file = desk.dossier(number, with.originals).await?;
    let name = format!("attachment; filename=\"{}.zip\"", file.name);
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(file.stream(Arc::clone(&desk.core)))).into_response())
}
