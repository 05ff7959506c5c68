//! Reading bodies: JSON that is JSON, of the right type, not too big, not cut short in its compression.

use crate::error::{Error, Kind};
use axum::{
    body::Bytes,
    extract::{FromRequest, Request, rejection::BytesRejection},
    http::header,
};
use serde::de::DeserializeOwned;
use serde_json::error::Category;

/// A JSON body of this shape.
pub struct Json<T>(pub T);

/// The bytes of a body within the limit of its address.
pub struct Raw(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for Raw {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        Bytes::from_request(request, state).await.map(Raw).map_err(|rejection| {
            // A client that hung up reads no answer; what is left is a body that does not unpack.
            let kind = if is_too_large(&rejection) { Kind::TooLarge } else { Kind::BadCompression };
            Error::new(kind).field("body")
        })
    }
}

/// Whether a limit was reached, also one below the unpacking, which hides it among the causes.
fn is_too_large(rejection: &BytesRejection) -> bool {
    let BytesRejection::FailedToBufferBody(failed) = rejection else { return false };
    let mut cause = std::error::Error::source(failed);
    let mut limited = failed.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE;
    while let Some(error) = cause {
        limited |= error.to_string() == "length limit exceeded";
        cause = error.source();
    }
    limited
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/json") {
            return Err(Error::new(Kind::WrongContentType).field("content-type"));
        }
        let Raw(bytes) = Raw::from_request(request, state).await?;
        serde_json::from_slice(&bytes).map(Json).map_err(|error| match error.classify() {
            Category::Data => {
                let place = field_in(&error.to_string());
                place.map_or_else(|| Error::new(Kind::WrongShape), |field| Error::new(Kind::WrongShape).field(field))
            }
            Category::Syntax | Category::Eof | Category::Io => Error::new(Kind::MalformedJson).field("body"),
        })
    }
}

/// The field that serde's message names, as in ``missing field `name` ``.
fn field_in(message: &str) -> Option<String> {
    let (before, rest) = message.split_once('`')?;
    before.contains("field").then(|| rest.split('`').next().unwrap_or_default().to_owned())
}
