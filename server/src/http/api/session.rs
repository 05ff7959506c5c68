//! `/api/v1/session`

use crate::{
    auth::{self, Door},
    core::Core,
    error::Error,
    http::{
        caller::{Address, Caller},
        cookie,
        read::Json,
    },
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use huiyin_domain::sync::message::{SignIn, SignedIn};
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new().route("/api/v1/session", post(begin).get(show).delete(end)).layer(DefaultBodyLimit::max(16 * 1024))
}

async fn begin(State(core): State<Arc<Core>>, Address(address): Address, Json(asked): Json<SignIn>) -> Result<Response, Error> {
    let new = auth::sign_in(&core, &asked, Door::Field, &address).await?;
    let seconds = (new.signed_in.expires_at - core.now()).whole_seconds();
    let mut response = axum::Json(new.signed_in).into_response();
    if let Some(cookie) = cookie::set(&core.settings, &new.token, seconds) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

async fn show(State(core): State<Arc<Core>>, Caller(session): Caller) -> Result<axum::Json<SignedIn>, Error> {
    let have = auth::last_number(&core, &session).await?;
    let (person, device, expires_at) = (session.person, session.device, session.expires_at);
    Ok(axum::Json(SignedIn { person, device, have, expires_at, receipt_key: Some(core.keys.signer()) }))
}

async fn end(State(core): State<Arc<Core>>, headers: HeaderMap) -> Result<Response, Error> {
    if let Some(token) = cookie::token(&headers, &core.settings) {
        auth::end(&core, &token).await?;
    }
    let mut response = StatusCode::NO_CONTENT.into_response();
    if let Some(cookie) = cookie::clear(&core.settings) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
