//! `/desk/sign-in` and `/desk/sign-out`: plain forms that work without script.

use super::{
    choices,
    portal_answer::html,
    sign_in_page::{SignInPage, sign_in_page},
    way_back,
};
use crate::{
    auth::{self, Door},
    core::Core,
    error::{Error, Kind},
    http::{
        asked::Asked,
        assets::{Site, not_built},
        caller::{Address, Visitor},
        cookie,
    },
};
use axum::{
    Extension, Router,
    extract::{
        DefaultBodyLimit, Form, Query, State,
        rejection::{FormRejection, QueryRejection},
    },
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use huiyin_domain::sync::message::SignIn;
use serde::Deserialize;
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new().route("/desk/sign-in", get(show).post(begin)).route("/desk/sign-out", post(end)).layer(DefaultBodyLimit::max(16 * 1024))
}

#[derive(Deserialize, Default)]
struct Next {
    #[serde(default)]
    next: Option<String>,
}

#[derive(Deserialize, Default)]
struct Filled {
    #[serde(default)]
    name: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: Option<String>,
}

async fn show(
    State(core): State<Arc<Core>>,
    Extension(site): Extension<Arc<Site>>,
    Visitor(session): Visitor,
    asked: Asked,
    headers: HeaderMap,
    query: Result<Query<Next>, QueryRejection>,
) -> Response {
    let next = query.ok().and_then(|Query(next)| next.next);
    let back = way_back::to(next.as_deref());
    if session.is_some() {
        return Redirect::to(back).into_response();
    }
    page(&core, &site, &headers, &asked, String::new(), back, None).await
}

async fn begin(
    State(core): State<Arc<Core>>,
    Extension(site): Extension<Arc<Site>>,
    Address(address): Address,
    asked: Asked,
    headers: HeaderMap,
    filled: Result<Form<Filled>, FormRejection>,
) -> Response {
    let Ok(Form(filled)) = filled else {
        return page(&core, &site, &headers, &asked, String::new(), way_back::DESK, Some(Error::new(Kind::WrongShape))).await;
    };
    let back = way_back::to(filled.next.as_deref());
    let ask = SignIn { name: filled.name.clone(), password: filled.password, device: None, label: String::new() };
    match auth::sign_in(&core, &ask, Door::Desk, &address).await {
        Ok(new) => {
            let seconds = (new.signed_in.expires_at - core.now()).whole_seconds();
            with_cookie(Redirect::to(back).into_response(), cookie::set(&core.settings, &new.token, seconds))
        }
        Err(error) => page(&core, &site, &headers, &asked, filled.name, back, Some(error)).await,
    }
}

async fn end(State(core): State<Arc<Core>>, asked: Asked, headers: HeaderMap) -> Response {
    if let Some(token) = cookie::token(&headers, &core.settings)
        && let Err(error) = auth::end(&core, &token).await
    {
        error.log(&asked.request_id);
        return error.into_response();
    }
    with_cookie(Redirect::to("/desk/sign-in").into_response(), cookie::clear(&core.settings))
}

fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

async fn page(core: &Core, site: &Site, headers: &HeaderMap, asked: &Asked, name: String, back: &str, error: Option<Error>) -> Response {
    let Some(assets) = site.assets() else { return not_built() };
    let language = choices::language(headers, asked.language);
    let county = core.county().await.ok();
    let shown = SignInPage {
        language,
        look: choices::look(headers),
        assets,
        county: county.as_ref().map(|county| county.rulebook.county.clone()),
        demo: county.is_some_and(|county| county.demo),
        name,
        back: back.to_owned(),
        problem: error.as_ref().map(|error| error.to_problem(language, &asked.request_id)),
        wait_s: error.as_ref().and_then(Error::retry_after_s),
    };
    let status = match &error {
        None => StatusCode::OK,
        Some(error) => {
            error.log(&asked.request_id);
            StatusCode::from_u16(error.kind().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
        }
    };
    html(status, sign_in_page(shown), "no-store")
}
