//! Answers of pages without script: the policy, how long they may be kept, and what is said when something is missing.

use super::policy;
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};

/// A page without script.
pub(super) fn html(status: StatusCode, text: String, cache: &'static str) -> Response {
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy::WITHOUT_SCRIPT));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}
