//! `/desk/invitation`: where an invitation leads. A plain form that works without script; the token stands behind the
//! question mark and in the form, never in a path, because paths are logged.

use super::{
    choices,
    invitation_page::{Found, InvitationPage, invitation_page},
    portal_answer::html,
};
use crate::{
    auth,
    core::Core,
    error::{Error, Kind},
    http::{
        asked::Asked,
        assets::{Site, not_built},
    },
};
use axum::{
    Extension, Router,
    extract::{
        DefaultBodyLimit, Form, Query, State,
        rejection::{FormRejection, QueryRejection},
    },
    http::{HeaderMap, StatusCode},
    response::Response,
    routing::get,
};
use serde::Deserialize;
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new().route("/desk/invitation", get(show).post(accept)).layer(DefaultBodyLimit::max(16 * 1024))
}

#[derive(Deserialize, Default)]
struct Asking {
    #[serde(default)]
    token: String,
}

#[derive(Deserialize, Default)]
struct Filled {
    #[serde(default)]
    token: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    again: String,
}

async fn show(
    State(core): State<Arc<Core>>,
    Extension(site): Extension<Arc<Site>>,
    asked: Asked,
    headers: HeaderMap,
    query: Result<Query<Asking>, QueryRejection>,
) -> Response {
    let token = query.map(|Query(asking)| asking.token).unwrap_or_default();
    let found = match auth::invited(&core, &token).await {
        Ok(invited) => Found::Open { invited, token },
        Err(error) => return closed(&core, &site, &headers, &asked, &error).await,
    };
    page(&core, &site, &headers, &asked, found, None).await
}

async fn accept(
    State(core): State<Arc<Core>>,
    Extension(site): Extension<Arc<Site>>,
    asked: Asked,
    headers: HeaderMap,
    filled: Result<Form<Filled>, FormRejection>,
) -> Response {
    let Ok(Form(filled)) = filled else { return closed(&core, &site, &headers, &asked, &Error::new(Kind::WrongShape)).await };
    match auth::accept(&core, &filled.token, &filled.password, &filled.again).await {
        Ok(invited) => page(&core, &site, &headers, &asked, Found::Done { invited }, None).await,
        Err(error) => match (error.kind(), auth::invited(&core, &filled.token).await) {
            (Kind::WeakPassword | Kind::PasswordsDiffer, Ok(invited)) => {
                page(&core, &site, &headers, &asked, Found::Open { invited, token: filled.token }, Some(&error)).await
            }
            _ => closed(&core, &site, &headers, &asked, &error).await,
        },
    }
}

/// The link leads nowhere, or something failed: said in words, with what to do.
async fn closed(core: &Core, site: &Site, headers: &HeaderMap, asked: &Asked, error: &Error) -> Response {
    page(core, site, headers, asked, Found::Closed, Some(error)).await
}

async fn page(core: &Core, site: &Site, headers: &HeaderMap, asked: &Asked, found: Found, error: Option<&Error>) -> Response {
    let Some(assets) = site.assets() else { return not_built() };
    let language = choices::language(headers, asked.language);
    let county = core.county().await.ok();
    let status = match error {
        None => StatusCode::OK,
        Some(error) => {
            error.log(&asked.request_id);
            StatusCode::from_u16(error.kind().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
        }
    };
    let shown = InvitationPage {
        language,
        look: choices::look(headers),
        assets,
        county: county.map(|county| county.rulebook.county.clone()),
        found,
        problem: error.map(|error| error.to_problem(language, &asked.request_id)),
    };
    html(status, invitation_page(shown), "no-store")
}
