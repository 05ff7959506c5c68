//! `/api/v1/log` and `/api/v1/ledger/entries`: what an auditor reads, for programs.

use super::cases::{desk, told};
use crate::{
    core::Core,
    error::{Error, Kind},
    http::{asked::Asked, caller::Caller},
};
use axum::{
    Router,
    extract::{Query, State, rejection::QueryRejection},
    response::Response,
    routing::get,
};
use huiyin_app::backend::{AuditDesk, LedgerQuery, LogQuery};
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new().route("/api/v1/log", get(log)).route("/api/v1/ledger/entries", get(entries))
}

async fn log(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    query: Result<Query<LogQuery>, QueryRejection>,
) -> Result<Response, Error> {
    let Query(query) = query.map_err(|_| Error::new(Kind::BadAddress).field("query"))?;
    Ok(told(desk(core, caller, asked).log(query).await))
}

async fn entries(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    query: Result<Query<LedgerQuery>, QueryRejection>,
) -> Result<Response, Error> {
    let Query(query) = query.map_err(|_| Error::new(Kind::BadAddress).field("upto"))?;
    Ok(told(desk(core, caller, asked).ledger(query).await))
}
