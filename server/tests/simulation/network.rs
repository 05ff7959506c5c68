//! Requests as they stand on the wire, and what the answers mean to the queue: the same as in the phone's courier.

use crate::{
    hand::Hand,
    papers::Album,
    support::{Answer, House},
};
use axum::{body::Body, http::Request as HttpRequest};
use huiyin_domain::{
    photo::CHUNK_BYTES,
    sync::{
        message::{Gap, Pulled, Push},
        queue::{Reply, Request},
    },
};
use serde_json::{Value, value::RawValue};

/// A request of one phone.
#[derive(Clone)]
pub(crate) struct Wire {
    pub(crate) request: Request,
    pub(crate) cookie: String,
    method: &'static str,
    path: String,
    pub(crate) body: Vec<u8>,
}

pub(crate) const LATER: Reply = Reply::Failed { retry_after_s: None };

impl Wire {
    /// None if the bytes of a chunk are no longer on the phone.
    pub(crate) fn of(hand: &Hand, request: &Request, album: &Album) -> Option<Wire> {
        let (method, path, body) = match request {
            Request::Push(commands) => {
                let texts = commands.iter().filter_map(|id| hand.store.text(*id));
                let push = Push {
                    device: hand.device,
                    commands: texts.map(|text| RawValue::from_string(text).unwrap()).collect(),
                    newest_receipt: hand.store.queue.device().newest_receipt.clone(),
                };
                ("POST", "/api/v1/sync/push".to_owned(), serde_json::to_vec(&push).unwrap())
            }
            Request::Chunk { photo, n } => {
                let bytes = album.get(photo).filter(|_| hand.store.has_bytes(photo))?;
                let chunk = bytes.chunks(CHUNK_BYTES as usize).nth(*n as usize)?;
                ("PUT", format!("/api/v1/photos/{photo}/{n}"), chunk.to_vec())
            }
            Request::Pull => {
                let cursor = hand.replica.cursor.as_ref().map(|cursor| format!("?cursor={cursor}")).unwrap_or_default();
                ("GET", format!("/api/v1/sync/pull{cursor}"), Vec::new())
            }
        };
        Some(Wire { request: request.clone(), cookie: hand.cookie.clone(), method, path, body })
    }

    pub(crate) async fn send(&self, house: &House) -> Answer {
        self.send_body(house, self.body.clone()).await
    }

    pub(crate) async fn send_body(&self, house: &House, body: Vec<u8>) -> Answer {
        let kind = if self.method == "PUT" { "application/octet-stream" } else { "application/json" };
        let request =
            HttpRequest::builder().method(self.method).uri(&self.path).header("content-type", kind).header("cookie", &self.cookie);
        house.send(request.body(Body::from(body)).unwrap()).await
    }
}

/// What an answer means, as far as it does not change the replica.
pub(crate) fn meaning(request: &Request, answer: &Answer) -> Reply {
    let status = answer.status.as_u16();
    let code = serde_json::from_slice::<Value>(&answer.body).ok().and_then(|problem| problem["code"].as_str().map(str::to_owned));
    let failed = Reply::Failed { retry_after_s: answer.header("retry-after").parse().ok() };
    match (request, status) {
        (Request::Push(_), 200) => serde_json::from_slice(&answer.body).map_or(LATER, Reply::Pushed),
        (Request::Push(_), 409) => serde_json::from_slice::<Gap>(&answer.body).map_or(LATER, Reply::Gap),
        (Request::Push(_), 410) => Reply::Restored,
        (Request::Chunk { .. }, 200) => serde_json::from_slice(&answer.body).map_or(LATER, Reply::Chunk),
        (Request::Chunk { .. }, 404) => Reply::Rejected { code: "unknown_photo".to_owned() },
        (_, 401) => Reply::SignedOut,
        (Request::Push(_) | Request::Chunk { .. }, 400 | 413 | 415 | 422) => code.map_or(LATER, |code| Reply::Rejected { code }),
        _ => failed,
    }
}

/// A page of news, if this is one; a cursor of no more use is dropped.
pub(crate) fn news(hand: &mut Hand, answer: &Answer) -> Result<Pulled, Reply> {
    if matches!(answer.status.as_u16(), 400 | 409 | 410) {
        hand.replica.cursor = None;
        return Err(LATER);
    }
    if answer.status.as_u16() != 200 {
        return Err(meaning(&Request::Pull, answer));
    }
    serde_json::from_slice(&answer.body).map_err(|_| LATER)
}
