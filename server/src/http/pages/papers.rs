//! Papers of a case: `/desk/cases/{number}/documents/{kind}` to print, `….docx` for a word processor. Without script.

use super::{choices, desk::to_sign_in, portal_answer::html, way_back};
use crate::{
    cases::Desk,
    core::Core,
    error::{Error, Kind},
    http::{
        asked::Asked,
        assets::{Site, not_built},
        caller::Visitor,
    },
};
use axum::{
    Extension, Router,
    extract::{Path, Query, State, rejection::QueryRejection},
    http::{HeaderMap, StatusCode, Uri, header},
    response::{IntoResponse, Response},
    routing::get,
};
use huiyin_app::{
    backend::{CasePage, Problem},
    locales::{Language, Words},
    papers::{paper_failed, paper_page},
    shell::Page,
};
use huiyin_domain::document::DocumentKind;
use serde::Deserialize;
use std::sync::Arc;

/// The media type of a word processor's file.
pub(in crate::http) const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// In which language a paper is wanted; the Chinese text is the one that counts.
#[derive(Deserialize)]
pub(in crate::http) struct Wanted {
    #[serde(default)]
    pub(in crate::http) language: Language,
}

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new().route("/desk/cases/{number}/documents/{file}", get(paper))
}

#[expect(clippy::too_many_arguments, reason = "each is an extractor")]
async fn paper(
    State(core): State<Arc<Core>>,
    Extension(site): Extension<Arc<Site>>,
    Visitor(session): Visitor,
    asked: Asked,
    headers: HeaderMap,
    uri: Uri,
    Path((number, file)): Path<(String, String)>,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, Error> {
    let Some(session) = session else { return Ok(to_sign_in(way_back::to(uri.path_and_query().map(|address| address.as_str())))) };
    let Some(assets) = site.assets() else { return Ok(not_built()) };
    let reader = choices::language(&headers, asked.language);
    let desk = Desk { core, person: session.person.id, language: reader, request_id: asked.request_id };
    let mut page = Page {
        language: reader,
        look: choices::look(&headers),
        title: String::new(),
        description: None,
        other_language: None,
        room: "room-paper",
        assets: assets.clone(),
    };
    let (name, is_file) = file.strip_suffix(".docx").map_or((file.as_str(), false), |name| (name, true));
    let wanted = wanted.map_err(|_| Error::new(Kind::BadAddress).field("language"));
    let kind = DocumentKind::of_code(name).ok_or_else(|| Error::new(Kind::NoSuchPaper).field("kind"));
    let paper = match wanted.and_then(|Query(wanted)| kind.map(|kind| (kind, wanted.language))) {
        Ok((kind, language)) => desk.paper(number.clone(), kind, language).await,
        Err(error) => desk.told(Err(error)),
    };
    match paper {
        Ok(paper) if is_file => Ok(word_file(&desk, &paper)?),
        Ok(paper) => {
            page.title = format!("{} · {}", paper.kind.words(paper.language), paper.number);
            Ok(html(StatusCode::OK, paper_page(&paper, &page), "no-store"))
        }
        Err(problem) => Ok(failed(&problem, &number, page)),
    }
}

/// The paper as a file, named by case and kind.
pub(in crate::http) fn word_file(desk: &Desk, paper: &huiyin_app::backend::Paper) -> Result<Response, Error> {
    let bytes = desk.word_file(paper)?;
    let name = format!("attachment; filename=\"{}-{}.docx\"", paper.number, paper.kind.code());
    let headers =
        [(header::CONTENT_TYPE, DOCX.to_owned()), (header::CONTENT_DISPOSITION, name), (header::CACHE_CONTROL, "no-store".to_owned())];
    Ok((headers, bytes).into_response())
}

fn failed(problem: &Problem, number: &str, mut page: Page) -> Response {
    page.title.clone_from(&problem.title);
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    html(status, paper_failed(problem, number, &page), "no-store")
}
