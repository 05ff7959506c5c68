//! The map of a case: `/desk/cases/{number}/map.json` for the program on the page, `…/map.svg` without script.

use super::choices;
use crate::{
    cases::{Desk, map_svg},
    core::Core,
    error::{Error, Kind},
    http::{api::told, asked::Asked, caller::Caller},
};
use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
    routing::get,
};
use huiyin_app::backend::CasePage;
use std::sync::Arc;

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new().route("/desk/cases/{number}/map.json", get(json)).route("/desk/cases/{number}/map.svg", get(svg))
}

/// In the language of the page that asks, which its reader may have chosen.
async fn json(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, headers: HeaderMap, Path(number): Path<String>) -> Response {
    told(desk(core, caller, asked, &headers).map(number).await)
}

async fn svg(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    headers: HeaderMap,
    Path(number): Path<String>,
) -> Result<Response, Error> {
    let map = desk(core, caller, asked, &headers).map_of(&number).await?;
    let drawn = map_svg::svg(&map, choices::look(&headers)).ok_or_else(|| Error::new(Kind::NotFound))?;
    Ok(([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "no-store")], drawn).into_response())
}

fn desk(core: Arc<Core>, Caller(session): Caller, asked: Asked, headers: &HeaderMap) -> Desk {
    let language = choices::language(headers, asked.language);
    Desk { core, person: session.person.id, language, request_id: asked.request_id }
}
