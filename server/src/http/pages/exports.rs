//! Lists and figures as files: `/desk/cases.csv`, `/desk/cases.xlsx`, `/desk/figures.csv`, `/desk/figures.xlsx`.

use super::choices;
use crate::{
    cases::Desk,
    core::Core,
    error::{Error, Kind},
    http::{asked::Asked, caller::Visitor},
    sheet::{Sheet, csv, xlsx},
};
use axum::{
    Router,
    extract::{Path, Query, State, rejection::QueryRejection},
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use huiyin_app::backend::{FiguresQuery, InboxQuery};
use std::sync::Arc;

/// The kind of file.
#[derive(Clone, Copy)]
enum Kept {
    Csv,
    Xlsx,
}

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new()
        .route("/desk/cases.csv", get(|core, who, asked, headers, query| cases(core, who, asked, headers, query, Kept::Csv)))
        .route("/desk/cases.xlsx", get(|core, who, asked, headers, query| cases(core, who, asked, headers, query, Kept::Xlsx)))
        .route("/desk/rulebook.json", get(rulebook))
        .route("/desk/figures.csv", get(|core, who, asked, headers, query| figures(core, who, asked, headers, query, Kept::Csv)))
        .route("/desk/figures.xlsx", get(|core, who, asked, headers, query| figures(core, who, asked, headers, query, Kept::Xlsx)))
        .route("/desk/imports/{id}/faults.csv", get(faults))
        .route("/desk/imports/{id}/rows.csv", get(taken))
}

async fn cases(
    State(core): State<Arc<Core>>,
    who: Visitor,
    asked: Asked,
    headers: HeaderMap,
    query: Result<Query<InboxQuery>, QueryRejection>,
    kept: Kept,
) -> Result<Response, Error> {
    let Some(desk) = desk(core, who, asked, &headers) else { return Ok(to_sign_in()) };
    let Query(query) = query.map_err(|_| Error::new(Kind::BadAddress).field("query"))?;
    let sheet = desk.cases_sheet(query).await?;
    file(&desk, "cases", sheet, kept).await
}

async fn figures(
    State(core): State<Arc<Core>>,
    who: Visitor,
    asked: Asked,
    headers: HeaderMap,
    query: Result<Query<FiguresQuery>, QueryRejection>,
    kept: Kept,
) -> Result<Response, Error> {
    let Some(desk) = desk(core, who, asked, &headers) else { return Ok(to_sign_in()) };
    let Query(query) = query.map_err(|_| Error::new(Kind::BadAddress).field("query"))?;
    let sheet = desk.figures_sheet(query).await?;
    file(&desk, "figures", sheet, kept).await
}

/// The draft, or without one what is in force, as one file for people to read and change.
async fn rulebook(State(core): State<Arc<Core>>, who: Visitor, asked: Asked, headers: HeaderMap) -> Result<Response, Error> {
    let Some(desk) = desk(core, who, asked, &headers) else { return Ok(to_sign_in()) };
    let text = desk.rulebook_text().await?;
    let name = format!("attachment; filename=\"rulebook-{}.json\"", desk.core.now().day());
    Ok((
        [
            (header::CONTENT_TYPE, "application/json".to_owned()),
            (header::CONTENT_DISPOSITION, name),
            (header::CACHE_CONTROL, "no-store".to_owned()),
        ],
        text,
    )
        .into_response())
}

async fn faults(
    State(core): State<Arc<Core>>,
    who: Visitor,
    asked: Asked,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let Some(desk) = desk(core, who, asked, &headers) else { return Ok(to_sign_in()) };
    let sheet = desk.faults_sheet(import(&id)?).await?;
    file(&desk, "faults", sheet, Kept::Csv).await
}

async fn taken(
    State(core): State<Arc<Core>>,
    who: Visitor,
    asked: Asked,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Result<Response, Error> {
    let Some(desk) = desk(core, who, asked, &headers) else { return Ok(to_sign_in()) };
    let sheet = desk.taken_sheet(import(&id)?).await?;
    file(&desk, "imported", sheet, Kept::Csv).await
}

fn import(id: &str) -> Result<uuid::Uuid, Error> {
    id.parse().map_err(|_| Error::new(Kind::NoSuchImport))
}

fn desk(core: Arc<Core>, Visitor(session): Visitor, asked: Asked, headers: &HeaderMap) -> Option<Desk> {
    let language = choices::language(headers, asked.language);
    session.map(|session| Desk { core, person: session.person.id, language, request_id: asked.request_id })
}

fn to_sign_in() -> Response {
    Redirect::to("/desk/sign-in").into_response()
}

/// A file with the day in its name, so that two of them do not look the same.
async fn file(desk: &Desk, what: &str, sheet: Sheet, kept: Kept) -> Result<Response, Error> {
    let (ending, kind) = match kept {
        Kept::Csv => ("csv", "text/csv; charset=utf-8"),
        Kept::Xlsx => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    };
    let written = tokio::task::spawn_blocking(move || match kept {
        Kept::Csv => Ok(csv(&sheet)),
        Kept::Xlsx => xlsx(&sheet),
    });
    let bytes = written.await.map_err(Error::internal)?.map_err(Error::internal)?;
    let name = format!("attachment; filename=\"{what}-{}.{ending}\"", desk.core.now().day());
    Ok((
        [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, name), (header::CACHE_CONTROL, "no-store".to_owned())],
        bytes,
    )
        .into_response())
}
