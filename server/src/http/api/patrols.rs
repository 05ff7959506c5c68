//! `/api/v1/patrols…`: patrols for programs. The same service as the pages, with the same checks.

use super::cases::{desk, told};
use crate::{
    core::Core,
    error::{Error, Kind},
    http::{asked::Asked, caller::Caller, read::Json},
};
use axum::{
    Router,
    extract::{
        DefaultBodyLimit, Path, Query, State,
        rejection::{PathRejection, QueryRejection},
    },
    response::Response,
    routing::{get, post},
};
use huiyin_app::backend::{PatrolDeed, PatrolDesk, PatrolsQuery};
use huiyin_domain::ids::PatrolId;
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new()
        .route("/api/v1/patrols", get(patrols))
        .route("/api/v1/patrols/choices", get(choices))
        .route("/api/v1/patrols/{patrol}", get(patrol))
        .route("/api/v1/patrols/{patrol}/commands", post(act))
        .layer(DefaultBodyLimit::max(64 * 1024))
}

async fn patrols(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    query: Result<Query<PatrolsQuery>, QueryRejection>,
) -> Result<Response, Error> {
    let Query(query) = query.map_err(|_| Error::new(Kind::BadAddress).field("query"))?;
    Ok(told(desk(core, caller, asked).patrols(query).await))
}

async fn choices(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).patrol_choices().await)
}

async fn patrol(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    id: Result<Path<PatrolId>, PathRejection>,
) -> Result<Response, Error> {
    Ok(told(desk(core, caller, asked).patrol(named(id)?).await))
}

async fn act(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    id: Result<Path<PatrolId>, PathRejection>,
    Json(deed): Json<PatrolDeed>,
) -> Result<Response, Error> {
    if named(id)? != deed.patrol {
        return Err(Error::new(Kind::NoSuchPatrol).field("patrol"));
    }
    Ok(told(desk(core, caller, asked).act_on_patrol(deed).await))
}

/// Text that is no id names no patrol.
fn named(id: Result<Path<PatrolId>, PathRejection>) -> Result<PatrolId, Error> {
    id.map(|Path(id)| id).map_err(|_| Error::new(Kind::NoSuchPatrol).field("patrol"))
}
