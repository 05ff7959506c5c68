//! `/api/v1/photos/…`

use crate::{
    core::Core,
    error::{Error, Kind},
    http::{caller::Caller, read::Raw},
    media::{self, Size},
    sync,
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, State},
    http::header,
    response::{IntoResponse, Response},
    routing::{get, put},
};
use huiyin_domain::{
    photo::{CHUNK_BYTES, PhotoHash},
    sync::message::ChunkAnswer,
};
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    let most = usize::try_from(CHUNK_BYTES).unwrap_or(usize::MAX);
    Router::new()
        .route("/api/v1/photos/{photo}/{n}", put(chunk).layer(DefaultBodyLimit::max(most)))
        .route("/api/v1/photos/{photo}/shown", get(shown))
        .route("/api/v1/photos/{photo}/thumb", get(thumb))
}

async fn chunk(
    State(core): State<Arc<Core>>,
    Caller(session): Caller,
    Path((photo, n)): Path<(String, String)>,
    Raw(bytes): Raw,
) -> Result<axum::Json<ChunkAnswer>, Error> {
    let n: u32 = n.parse().map_err(|_| Error::new(Kind::BadAddress).field("n"))?;
    media::put_chunk(&core, session.device, hash(&photo)?, n, &bytes).await.map(axum::Json)
}

async fn shown(State(core): State<Arc<Core>>, Caller(session): Caller, Path(photo): Path<String>) -> Result<Response, Error> {
    version(&core, &session, &photo, Size::Shown).await
}

async fn thumb(State(core): State<Arc<Core>>, Caller(session): Caller, Path(photo): Path<String>) -> Result<Response, Error> {
    version(&core, &session, &photo, Size::Thumb).await
}

async fn version(core: &Core, session: &crate::auth::Session, photo: &str, size: Size) -> Result<Response, Error> {
    let photo = hash(photo)?;
    if !sync::may_see_photo(core, session, &photo).await? {
        return Err(Error::new(Kind::NotFound).field("photo"));
    }
    let bytes = media::version(core, &photo, size).await?.ok_or_else(|| Error::new(Kind::NotFound).field("photo"))?;
    let headers = [(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, "private, max-age=31536000, immutable")];
    Ok((headers, bytes).into_response())
}

fn hash(text: &str) -> Result<PhotoHash, Error> {
    text.parse().map_err(|_| Error::new(Kind::BadAddress).field("photo"))
}
