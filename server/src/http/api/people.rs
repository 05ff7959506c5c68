//! `/api/v1/people…` and `/api/v1/devices`: accounts for programs. The same service as the desk, with the same checks.

use super::cases::{desk, told};
use crate::{
    core::Core,
    error::{Error, Kind},
    http::{asked::Asked, caller::Caller, read::Json},
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, Query, State, rejection::QueryRejection},
    response::Response,
    routing::{get, post},
};
use huiyin_app::backend::{AccountAsk, AccountDeed, NewAccount, PeopleDesk, PeopleQuery};
use huiyin_domain::ids::PersonId;
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new()
        .route("/api/v1/people", get(people).post(create))
        .route("/api/v1/people/{person}", get(account))
        .route("/api/v1/people/{person}/changes", post(change))
        .route("/api/v1/devices", get(devices))
        .layer(DefaultBodyLimit::max(16 * 1024))
}

async fn people(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    query: Result<Query<PeopleQuery>, QueryRejection>,
) -> Result<Response, Error> {
    let Query(query) = query.map_err(|_| Error::new(Kind::BadAddress).field("query"))?;
    Ok(told(desk(core, caller, asked).people(query).await))
}

async fn create(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Json(form): Json<NewAccount>) -> Response {
    told(desk(core, caller, asked).create_account(form).await)
}

async fn account(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Path(person): Path<String>) -> Result<Response, Error> {
    Ok(told(desk(core, caller, asked).account(named(&person)?).await))
}

async fn change(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    Path(person): Path<String>,
    Json(ask): Json<AccountAsk>,
) -> Result<Response, Error> {
    let deed = AccountDeed { person: named(&person)?, ask };
    Ok(told(desk(core, caller, asked).change_account(deed).await))
}

async fn devices(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).own_devices().await)
}

/// What is no id is nobody's.
fn named(person: &str) -> Result<PersonId, Error> {
    person.parse().map_err(|_| Error::new(Kind::NoSuchPerson).field("person"))
}
