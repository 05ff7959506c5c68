//! What surrounds every request: its id and language, the check against other sites, problems in words, headers that
//! keep browsers safe, and the log line.

use super::{
    asked::{Asked, language},
    problem::written,
};
use crate::{
    core::Core,
    error::{Error, Kind},
};
use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
};
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;

/// Puts the layers around all routes.
pub(super) fn around(routes: Router<Arc<Core>>, core: &Arc<Core>) -> Router<Arc<Core>> {
    routes.layer(CatchPanicLayer::new()).layer(from_fn_with_state(Arc::clone(core), surround))
}

async fn surround(State(core): State<Arc<Core>>, mut request: Request, next: Next) -> Response {
    let asked = Asked { request_id: core.ids.uuid().to_string(), language: language(request.headers()) };
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let is_api = path.starts_with("/api/");
    request.extensions_mut().insert(asked.clone());
    let response =
        if is_from_elsewhere(&method, request.headers()) { Error::new(Kind::CrossSite).into_response() } else { next.run(request).await };
    let mut response = written(response, &asked, is_api);
    protect(response.headers_mut(), &core, is_api);
    if let Ok(id) = HeaderValue::from_str(&asked.request_id) {
        response.headers_mut().insert(HeaderName::from_static("x-request-id"), id);
    }
    // Addresses of cases and photos are no secret, but the log has no use for them.
    let room = path.split('/').take(4).collect::<Vec<_>>().join("/");
    tracing::debug!(%method, room, status = response.status().as_u16(), request_id = asked.request_id, "answered");
    response
}

/// Whether a browser sends this for another site. Programs that are no browsers say nothing of the sort and carry no
/// cookie that they were not given.
fn is_from_elsewhere(method: &Method, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return !matches!(site, "same-origin" | "none");
    }
    match (text(header::ORIGIN), text(header::HOST)) {
        (None, _) => false,
        (Some(origin), Some(host)) => origin.split_once("://").is_none_or(|(_, authority)| authority != host),
        (Some(_), None) => true,
    }
}

fn protect(headers: &mut HeaderMap, core: &Core, is_api: bool) {
    // What programs read needs less: on a slow line every byte of a head counts.
    let always = [(header::X_CONTENT_TYPE_OPTIONS, "nosniff"), (HeaderName::from_static("cross-origin-resource-policy"), "same-origin")];
    let for_pages = [
        (header::REFERRER_POLICY, "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("permissions-policy"), "camera=(self), geolocation=(self), microphone=(), payment=()"),
    ];
    for (name, value) in always.into_iter().chain(for_pages.into_iter().filter(|_| !is_api)) {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if core.settings.is_https() {
        headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(HeaderValue::from_static("max-age=31536000"));
    }
    if is_api {
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'"));
    }
}
