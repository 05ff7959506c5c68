//! `/api/v1/rulebook…`: the rulebook and its draft for programs. The same service as the pages, with the same checks.

use super::cases::{desk, told};
use crate::{
    core::Core,
    error::{Error, Kind},
    http::{asked::Asked, caller::Caller, read::Json},
    rulebook::MOST_BYTES,
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, State},
    response::Response,
    routing::{get, post, put},
};
use huiyin_app::backend::{DraftRevision, RulebookDesk, RulebookImport, SectionSave};
use huiyin_domain::rulebook::file::Section;
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new()
        .route("/api/v1/rulebook", get(page))
        .route("/api/v1/rulebook/file", get(file))
        .route("/api/v1/rulebook/draft", post(open))
        .route("/api/v1/rulebook/draft/drop", post(throw_away))
        .route("/api/v1/rulebook/draft/import", post(import))
        .route("/api/v1/rulebook/draft/preview", get(preview))
        .route("/api/v1/rulebook/draft/in-force", post(put_in_force))
        .route("/api/v1/rulebook/sections/{section}", get(section))
        .route("/api/v1/rulebook/draft/sections/{section}", put(save))
        // A file travels as a text within JSON, where each quotation mark has a stroke before it.
        .layer(DefaultBodyLimit::max(2 * MOST_BYTES))
}

async fn page(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).rulebook().await)
}

async fn file(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).rulebook_file().await)
}

async fn open(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).open_draft().await)
}

async fn throw_away(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Json(at): Json<DraftRevision>) -> Response {
    told(desk(core, caller, asked).drop_draft(at).await)
}

async fn import(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Json(import): Json<RulebookImport>) -> Response {
    told(desk(core, caller, asked).import_rulebook(import).await)
}

async fn preview(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).preview_draft().await)
}

async fn put_in_force(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Json(at): Json<DraftRevision>) -> Response {
    told(desk(core, caller, asked).put_in_force(at).await)
}

fn named(section: &str) -> Result<Section, Error> {
    Section::named(section).ok_or_else(|| Error::new(Kind::BadAddress).field("section"))
}

async fn section(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Path(section): Path<String>) -> Result<Response, Error> {
    let section = named(&section)?;
    Ok(told(desk(core, caller, asked).rulebook_section(section).await))
}

/// The section in the address is for people who read logs; it must be the one that is saved.
async fn save(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    Path(section): Path<String>,
    Json(save): Json<SectionSave>,
) -> Result<Response, Error> {
    if named(&section)? != save.section {
        return Err(Error::new(Kind::BadAddress).field("section"));
    }
    Ok(told(desk(core, caller, asked).save_section(save).await))
}
