//! `/api/v1/ledger/…`: what anybody may hold against us later.

use crate::{
    core::Core,
    error::{Error, Kind},
    ledger,
};
use axum::{
    Router,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use huiyin_domain::sync::message::Receipt;
use std::sync::Arc;
use time::{Date, macros::format_description};

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new().route("/api/v1/ledger/head", get(head)).route("/api/v1/ledger/days/{date}", get(day))
}

async fn head(State(core): State<Arc<Core>>) -> Result<axum::Json<Receipt>, Error> {
    ledger::signed_head(&core).await.map(axum::Json)
}

async fn day(State(core): State<Arc<Core>>, Path(date): Path<String>) -> Result<Response, Error> {
    let format = format_description!("[year]-[month]-[day]");
    let date = Date::parse(&date, format).map_err(|_| Error::new(Kind::BadAddress).field("date"))?;
    let text = ledger::day_file(&core, date).await?;
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}
