//! The inbox beyond its list, for programs: saved lists, many at once, what waits after a fix on the spot, and one case live.

use super::cases::{desk, told};
use crate::{
    core::Core,
    error::{Error, Kind},
    http::{asked::Asked, caller::Caller, read::Json},
};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Path, Query, State, rejection::QueryRejection},
    http::{HeaderName, HeaderValue},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::{get, post},
};
use futures::{FutureExt, StreamExt, stream};
use huiyin_app::backend::{Deeds, InboxDesk, ViewChange};
use serde::Deserialize;
use std::{convert::Infallible, sync::Arc, time::Duration};

/// Between signs of life on a quiet line, so that what is in between does not cut it.
const KEEP_ALIVE: Duration = Duration::from_secs(25);
/// Then a listener comes again, and is asked anew who it is.
const LISTENS_FOR: Duration = Duration::from_secs(3600);
/// However much happens in the county, one page looks at its case so seldom.
const BETWEEN_LOOKS: Duration = Duration::from_millis(500);

pub(super) fn router() -> Router<Arc<Core>> {
    Router::new()
        .route("/api/v1/views", get(views).post(change))
        .route("/api/v1/cases/read", post(read))
        .route("/api/v1/cases/commands", post(many))
        .route("/api/v1/cases/on-spot", get(on_spot))
        .route("/api/v1/cases/{number}/live", get(live))
        .route("/api/v1/land", get(land))
        .layer(DefaultBodyLimit::max(512 * 1024))
}

async fn views(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).saved_views().await)
}

async fn change(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Json(change): Json<ViewChange>) -> Response {
    told(desk(core, caller, asked).change_views(change).await)
}

async fn read(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).mark_all_read().await)
}

async fn land(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).land().await)
}

async fn on_spot(State(core): State<Arc<Core>>, caller: Caller, asked: Asked) -> Response {
    told(desk(core, caller, asked).on_spot().await)
}

#[derive(Deserialize)]
struct Since {
    since: u64,
}

/// Says when a case stands at another change than the one that the page shows. Whoever hears it reads the case anew.
async fn live(
    State(core): State<Arc<Core>>,
    caller: Caller,
    asked: Asked,
    Path(number): Path<String>,
    since: Result<Query<Since>, QueryRejection>,
) -> Result<Response, Error> {
    let desk = desk(core, caller, asked);
    let case = desk.by_number(&number).await?;
    let Query(Since { since }) = since.map_err(|_| Error::new(Kind::BadAddress).field("since"))?;
    let follower = desk.core.pokes.follow().ok_or_else(|| Error::new(Kind::Busy).retry_after(60))?;
    let hello = stream::once(async { Event::default().comment("listening").retry(Duration::from_secs(5)) });
    let changes = stream::unfold((desk, follower, since, false), move |(desk, mut follower, told, again)| async move {
        let mut waits = again;
        loop {
            if waits {
                if !follower.next().await {
                    return None;
                }
                tokio::time::sleep(BETWEEN_LOOKS).await;
            }
            waits = true;
            let seq = desk.standing(case).await.ok()?;
            if seq > told {
                return Some((Event::default().event("changed").data(seq.to_string()), (desk, follower, seq, true)));
            }
        }
    });
    let until = tokio::time::sleep(LISTENS_FOR).boxed();
    let events = hello.chain(changes).take_until(until).map(Ok::<_, Infallible>);
    let mut response = Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)).into_response();
    response.headers_mut().insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    Ok(response)
}

async fn many(State(core): State<Arc<Core>>, caller: Caller, asked: Asked, Json(deeds): Json<Deeds>) -> Response {
    told(desk(core, caller, asked).act_on_many(deeds).await)
}
