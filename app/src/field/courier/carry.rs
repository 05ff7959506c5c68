//! One request to the server and what its answer means to the queue.

use huiyin_domain::{
    ids::{CommandId, DeviceId},
    photo::PhotoHash,
    sync::{
        message::{Gap, Push, PushAnswer, Receipt},
        queue::{Reply, Request},
    },
};
use serde_json::value::RawValue;

use crate::field::{
    device::{self, Checked},
    phone::{Engine, Trouble},
    transport::{Answer, Body, ask},
};

const LATER: Reply = Reply::Failed { retry_after_s: None };

impl Engine {
    /// Performs a request. Whatever happens, there is a reply: a queue never waits for ever.
    pub(super) async fn carry(&self, device: DeviceId, request: Request) -> Reply {
        match request {
            Request::Push(commands) => self.push(device, &commands).await,
            Request::Chunk { photo, n } => self.chunk(device, &photo, n).await,
            Request::Pull => self.pull().await,
        }
    }

    async fn push(&self, device: DeviceId, commands: &[CommandId]) -> Reply {
        let Some(body) = self.push_body(device, commands) else { return LATER };
        let Ok(answer) = ask("POST", "/api/v1/sync/push", Body::Packed(body)).await else { return LATER };
        match answer.status {
            200 => match answer.json::<PushAnswer>() {
                Ok(answer) if self.is_forged(&answer.receipt).await => {
                    self.memory_failed(Trouble::ForgedReceipt);
                    LATER
                }
                Ok(answer) => {
                    self.phone.forget_trouble(&Trouble::ForgedReceipt);
                    Reply::Pushed(answer)
                }
                Err(_) => LATER,
            },
            409 if code(&answer) == "gap" => answer.json::<Gap>().map_or(LATER, Reply::Gap),
            410 => Reply::Restored,
            _ => no(&answer),
        }
    }

    /// Whether a receipt is surely not the county's. One that this browser cannot check is kept as it is.
    async fn is_forged(&self, receipt: &Receipt) -> bool {
        match self.with(|work| work.signed_in.receipt_key.clone()).flatten() {
            Some(key) => device::check(receipt, &key).await == Checked::Wrong,
            None => false,
        }
    }

    /// The commands as the exact bytes that were hashed when they were saved.
    fn push_body(&self, device: DeviceId, commands: &[CommandId]) -> Option<String> {
        self.with(|work| {
            let queue = work.queue_of(device)?;
            let texts = commands.iter().filter_map(|command| queue.item(*command)).map(|item| item.text.clone());
            let push = Push {
                device,
                commands: texts.map(RawValue::from_string).collect::<Result<_, _>>().ok()?,
                newest_receipt: queue.device().newest_receipt.clone(),
            };
            serde_json::to_string(&push).ok()
        })
        .flatten()
    }

    async fn chunk(&self, device: DeviceId, photo: &PhotoHash, n: u32) -> Reply {
        let bytes = match self.outbox.chunk(device, photo, n).await {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Reply::ChunkLost,
            Err(trouble) => {
                self.memory_failed(trouble);
                return LATER;
            }
        };
        let Ok(answer) = ask("PUT", &format!("/api/v1/photos/{photo}/{n}"), Body::Bytes(bytes)).await else { return LATER };
        match answer.status {
            200 | 201 => answer.json().map_or(LATER, Reply::Chunk),
            404 if answer.problem().is_some() => Reply::Rejected { code: "unknown_photo".to_owned() },
            _ => no(&answer),
        }
    }

    /// Something in the phone's own memory failed. It is told, never swallowed.
    pub(in crate::field) fn memory_failed(&self, trouble: Trouble) {
        self.phone.tell_trouble(trouble);
    }
}

fn code(answer: &Answer) -> String {
    answer.problem().map(|problem| problem.code).unwrap_or_default()
}

/// What any answer that is not good means: sign in again, never, or later. Only our own server can say never.
pub(super) fn no(answer: &Answer) -> Reply {
    match answer.status {
        401 if answer.problem().is_some() => Reply::SignedOut,
        400 | 413 | 415 | 422 => match answer.problem() {
            Some(problem) => Reply::Rejected { code: problem.code },
            None => LATER,
        },
        _ => Reply::Failed { retry_after_s: answer.retry_after_s },
    }
}
