//! What is said when the browser's half has not been built.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

/// The page, complete in itself.
pub const NOT_BUILT: &str = "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>回音</title>\
<p>服务器已经启动，但还没有找到网页文件。请在源代码目录运行 <code>make build</code>，再重新启动；\
网页文件在别处时，用 <code>HUIYIN_SITE</code> 指出它的文件夹。</p>\
<p lang=\"en\">The server runs, but its web files are not there yet. Run <code>make build</code> in the source folder and start it again; \
if they are somewhere else, name their folder with <code>HUIYIN_SITE</code>.</p></html>";

/// As an answer.
pub fn not_built() -> Response {
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (StatusCode::SERVICE_UNAVAILABLE, headers, NOT_BUILT).into_response()
}
