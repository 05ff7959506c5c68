//! Built files: packed as the browser likes, kept for ever when their name says what is in them, never otherwise.

use crate::support::{Answer, House};
use axum::{body::Body, http::Request};

async fn asked(house: &House, path: &str, accept: &str) -> Answer {
    house.send(Request::get(path).header("accept-encoding", accept).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn hashed_files_are_kept_and_packed() {
    let house = House::new().await;
    let path = "/assets/huiyin.0123456789abcdef.css";
    for (accept, encoding, body) in
        [("br, gzip", "br", "huiyin.css, brotli"), ("gzip", "gzip", "huiyin.css, gzip"), ("", "", "huiyin.css, plain")]
    {
        let answer = asked(&house, path, accept).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-encoding")), (200, encoding));
        assert_eq!(answer.body, body.as_bytes());
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.header("vary"), "accept-encoding");
        assert_eq!(answer.header("content-type"), "text/css; charset=utf-8");
    }
    assert_eq!(asked(&house, "/assets/..%2fassets.json", "").await.status.as_u16(), 404);
    assert_eq!(asked(&house, "/assets/none.css", "").await.status.as_u16(), 404);
}

#[tokio::test]
async fn the_field_is_one_static_file_at_all_its_addresses() {
    let house = House::new().await;
    for path in ["/field", "/field/new", "/field/reports/1/2"] {
        let answer = house.get(path, None).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_slice()), (200, b"field.html, plain".as_slice()));
        assert_eq!(answer.header("cache-control"), "no-cache");
        assert!(answer.header("content-security-policy").contains("script-src 'self' 'wasm-unsafe-eval'"));
        let again = Request::get(path).header("if-none-match", answer.header("etag")).body(Body::empty()).unwrap();
        assert_eq!(house.send(again).await.status.as_u16(), 304);
    }
    let worker = house.get("/sw.js", None).await;
    assert_eq!((worker.header("service-worker-allowed"), worker.header("cache-control")), ("/", "no-cache"));
    assert_eq!(house.get("/manifest.webmanifest", None).await.header("content-type"), "application/manifest+json");
}
