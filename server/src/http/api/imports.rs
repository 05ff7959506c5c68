//! `/api/v1/imports…`: files that are taken over. The file itself comes here from the desk too: as it is, in one piece.

use super::cases::{desk, told};
use crate::{
    core::Core,
    error::{Error, Kind},
    http::{
        asked::Asked,
        caller::Caller,
        read::{Json, Raw},
    },
    imports::MAX_BYTES,
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, Query, State, rejection::QueryRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use huiyin_app::backend::{ImportColumns, ImportField, ImportKind, ImportsDesk};
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

pub(super) fn router() -> Router<Arc<Core>> {
    let file = Router::new().route("/api/v1/imports", get(list).post(bring)).layer(DefaultBodyLimit::max(MAX_BYTES));
    let steps = Router::new()
        .route("/api/v1/imports/{id}", get(one))
        .route("/api/v1/imports/{id}/check", post(check))
        .route("/api/v1/imports/{id}/start", post(start))
        .route("/api/v1/imports/{id}/stop", post(stop))
        .route("/api/v1/imports/{id}/invitations", post(invite))
        .layer(DefaultBodyLimit::max(16 * 1024));
    file.merge(steps)
}

#[derive(Deserialize)]
struct Brought {
    kind: ImportKind,
    #[serde(default)]
    file: String,
}

async fn list(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).imports().await)
}

async fn bring(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    query: Result<Query<Brought>, QueryRejection>,
    body: Result<Raw, Error>,
) -> Result<Response, Error> {
    let Query(brought) = query.map_err(|_| Error::new(Kind::BadAddress).field("kind"))?;
    let too_large = |error: Error| if error.kind() == Kind::TooLarge { Error::new(Kind::ImportTooLarge).field("file") } else { error };
    let Raw(bytes) = body.map_err(too_large)?;
    let view = desk(core, caller, asked).bring_import(brought.kind, &brought.file, bytes.to_vec()).await?;
    Ok((StatusCode::CREATED, axum::Json(view)).into_response())
}

async fn one(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Path(id): Path<String>) -> Result<Response, Error> {
    Ok(told(desk(core, caller, asked).import(import(&id)?).await))
}

/// What the columns tell; the file is the one in the address.
#[derive(Deserialize)]
struct Columns {
    fields: Vec<Option<ImportField>>,
}

async fn check(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    Path(id): Path<String>,
    Json(Columns { fields }): Json<Columns>,
) -> Result<Response, Error> {
    Ok(told(desk(core, caller, asked).check_import(ImportColumns { id: import(&id)?, fields }).await))
}

async fn start(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Path(id): Path<String>) -> Result<Response, Error> {
    Ok(told(desk(core, caller, asked).start_import(import(&id)?).await))
}

async fn stop(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Path(id): Path<String>) -> Result<Response, Error> {
    Ok(told(desk(core, caller, asked).stop_import(import(&id)?).await))
}

async fn invite(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Path(id): Path<String>) -> Result<Response, Error> {
    Ok(told(desk(core, caller, asked).invite_imported(import(&id)?).await))
}

fn import(id: &str) -> Result<Uuid, Error> {
    id.parse().map_err(|_| Error::new(Kind::NoSuchImport))
}
