//! One built file with its compressed siblings.

use super::encoding::{Encoding, best};
use crate::http::pages::policy;
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Response, StatusCode, header},
};
use bytes::Bytes;
use huiyin_domain::hash::Hash;
use std::{io, path::Path};

/// A file in memory.
pub(super) struct File {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    content_type: &'static str,
    /// Whether its name changes with its content.
    hashed: bool,
    is_worker: bool,
    tag: HeaderValue,
}

impl File {
    pub(super) fn read(path: &Path, hashed: bool) -> io::Result<Self> {
        let sibling = |ending: &str| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            std::fs::read(name).ok().map(Bytes::from)
        };
        let plain = Bytes::from(std::fs::read(path)?);
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let tag = format!("\"{}\"", &Hash::of(&plain).to_string()[..20]);
        Ok(File {
            brotli: sibling(".br"),
            gzip: sibling(".gz"),
            content_type: content_type(name),
            hashed,
            is_worker: name == "sw.js",
            tag: HeaderValue::from_str(&tag).map_err(io::Error::other)?,
            plain,
        })
    }

    /// The answer to a request for it.
    pub(super) fn answer(&self, asked: &HeaderMap) -> Response<Body> {
        let (bytes, encoding) = match best(asked, self.brotli.is_some(), self.gzip.is_some()) {
            Encoding::Brotli => (self.brotli.as_ref(), Some("br")),
            Encoding::Gzip => (self.gzip.as_ref(), Some("gzip")),
            Encoding::Plain => (None, None),
        };
        let known = asked.get(header::IF_NONE_MATCH).is_some_and(|tags| tags.to_str().is_ok_and(|tags| self.is_among(tags)));
        let mut response = Response::new(if known { Body::empty() } else { Body::from(bytes.unwrap_or(&self.plain).clone()) });
        if known {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        }
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.content_type));
        headers.insert(header::ETAG, self.tag.clone());
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        let cache = if self.hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
        if let (Some(encoding), false) = (encoding, known) {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        if self.is_worker {
            headers.insert("service-worker-allowed", HeaderValue::from_static("/"));
        }
        if self.content_type.starts_with("text/html") || self.is_worker {
            headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy::FIELD));
        }
        response
    }

    /// Weak and strong tags name the same bytes here: the encoded forms are made from them.
    fn is_among(&self, tags: &str) -> bool {
        tags.split(',').map(|tag| tag.trim().trim_start_matches("W/")).any(|tag| tag == "*" || self.tag == tag)
    }
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("json" | "geojson") => "application/json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
