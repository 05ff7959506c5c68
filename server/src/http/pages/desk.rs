//! The desk: rendered here, alive in the browser. A page without a session leads to the sign-in; a call without one is
//! told so.

use super::{choices, policy, way_back};
use crate::{
    cases::Desk,
    core::Core,
    error::{Error, Kind},
    http::{asked::Asked, assets::Site, caller::Visitor, problem::MEDIA_TYPE},
};
use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderValue, Method, header},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Redirect, Response},
};
use huiyin_app::{
    backend::Backend,
    desk::{app, page},
    locales::Language,
    shell::{Assets, Look, Page},
};
use leptos::{
    config::LeptosOptions,
    nonce::Nonce,
    prelude::{AnyView, provide_context, use_context},
};
use leptos_axum::{LeptosRoutes, generate_route_list};
use std::sync::Arc;

/// What the middleware knows of a request, for the synchronous moment in which a page's context is made.
#[derive(Clone)]
struct Visit {
    backend: Option<Arc<dyn Backend>>,
    nonce: Nonce,
    language: Language,
    look: Look,
}

/// The desk's pages and calls. This is the only place that registers them: twice would be a panic.
pub(super) fn router(core: &Arc<Core>, site: &Arc<Site>) -> Router<Arc<Core>> {
    let Some(assets) = site.assets().cloned() else { return Router::new() };
    let options = LeptosOptions::builder().output_name("huiyin").build();
    let around = assets.clone();
    let shell = move || shell(around.clone());
    Router::new()
        .leptos_routes_with_context(&options, generate_route_list(app), context, shell)
        .with_state(options)
        .layer(from_fn_with_state(Arc::clone(core), visit))
}

/// Finds out who is asking before anything is rendered.
async fn visit(State(core): State<Arc<Core>>, Visitor(session): Visitor, asked: Asked, mut request: Request, next: Next) -> Response {
    let is_call = request.uri().path().starts_with("/desk/calls/");
    if session.is_none() && !is_call && matches!(*request.method(), Method::GET | Method::HEAD) {
        let wanted = request.uri().path_and_query().map(|address| address.as_str());
        return to_sign_in(way_back::to(wanted));
    }
    if session.is_none() && is_call {
        return Error::new(Kind::NotSignedIn).into_response();
    }
    let language = choices::language(request.headers(), asked.language);
    let backend = session
        .map(|session| -> Arc<dyn Backend> { Arc::new(Desk { core, person: session.person.id, language, request_id: asked.request_id }) });
    let nonce = Nonce::new();
    let policy = policy::desk(&nonce);
    let visit = Visit { backend, nonce, language, look: choices::look(request.headers()) };
    request.extensions_mut().insert(visit);
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy);
    }
    let is_error = response.status().is_client_error() || response.status().is_server_error();
    if is_call && is_error && response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/json") {
        response.headers_mut().insert(header::CONTENT_TYPE, MEDIA_TYPE);
    }
    response
}

/// To the sign-in, and from there to where somebody wanted to go.
pub(super) fn to_sign_in(back: &str) -> Response {
    if back == way_back::DESK {
        return Redirect::to("/desk/sign-in").into_response();
    }
    let next: String = back
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        })
        .collect();
    Redirect::to(&format!("/desk/sign-in?next={next}")).into_response()
}

/// What pages and calls find in their context. While the list of routes is made there is no request, and nothing to give.
fn context() {
    let Some(visit) = use_context::<http::request::Parts>().and_then(|parts| parts.extensions.get::<Visit>().cloned()) else { return };
    if let Some(backend) = visit.backend {
        provide_context(backend);
    }
    provide_context(visit.nonce);
    provide_context(visit.language);
}

fn shell(assets: Assets) -> AnyView {
    let visit = use_context::<http::request::Parts>().and_then(|parts| parts.extensions.get::<Visit>().cloned());
    let around = Page {
        language: visit.as_ref().map(|visit| visit.language).unwrap_or_default(),
        look: visit.map(|visit| visit.look).unwrap_or_default(),
        title: String::new(),
        description: None,
        other_language: None,
        room: "room-desk",
        assets,
    };
    page(&around)
}
