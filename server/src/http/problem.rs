//! Errors on the wire: `application/problem+json` with a stable code, a request id and words in the reader's language.
//! A handler returns an [`Error`]; the words are put in on the way out, where language and request id are known.

use super::asked::Asked;
use crate::error::{Error, Kind};
use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::sync::Arc;

/// The media type of a problem (RFC 9457).
pub(super) const MEDIA_TYPE: HeaderValue = HeaderValue::from_static("application/problem+json");

/// Carries the error of a response to where it is written.
#[derive(Clone)]
struct Carried(Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = status(&self).into_response();
        response.extensions_mut().insert(Carried(Arc::new(self)));
        response
    }
}

fn status(error: &Error) -> StatusCode {
    StatusCode::from_u16(error.kind().status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Writes the problem that a response carries; for addresses of the API, also of bare errors of the framework.
pub(super) fn written(mut response: Response, asked: &Asked, is_api: bool) -> Response {
    if let Some(Carried(error)) = response.extensions_mut().remove::<Carried>() {
        return problem_response(&error, asked);
    }
    let is_error = response.status().is_client_error() || response.status().is_server_error();
    let is_said = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| *kind == MEDIA_TYPE);
    if !is_api || !is_error || is_said {
        return response;
    }
    let kind = match response.status() {
        StatusCode::NOT_FOUND => Kind::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Kind::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => Kind::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Kind::WrongContentType,
        StatusCode::UNAUTHORIZED => Kind::NotSignedIn,
        StatusCode::REQUEST_TIMEOUT => Kind::TimedOut,
        status if status.is_client_error() => Kind::BadAddress,
        _ => Kind::Internal,
    };
    let error = if kind == Kind::TooLarge { Error::new(kind).field("body") } else { Error::new(kind) };
    let mut problem = problem_response(&error, asked);
    if let Some(allow) = response.headers_mut().remove(header::ALLOW) {
        problem.headers_mut().insert(header::ALLOW, allow);
    }
    problem
}

/// The response that tells an error.
#[must_use]
pub fn problem_response(error: &Error, asked: &Asked) -> Response {
    error.log(&asked.request_id);
    let problem = error.to_problem(asked.language, &asked.request_id);
    let mut body = serde_json::to_value(&problem).unwrap_or_default();
    if let (Some(object), Some(have)) = (body.as_object_mut(), error.last_number()) {
        object.insert("have".into(), have.into());
    }
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status(error);
    response.headers_mut().insert(header::CONTENT_TYPE, MEDIA_TYPE);
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    if let Some(seconds) = error.retry_after_s() {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}
