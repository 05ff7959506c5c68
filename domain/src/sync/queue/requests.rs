//! What to ask of the server next.

use super::{Fate, Flight, Now, PhotoProgress, Queue, Request};
use crate::{
    ids::CommandId,
    sync::message::{MAX_PUSH_BYTES, Receipt},
};

/// Room for the parts of a push around its commands.
const ENVELOPE_BYTES: usize = 512;

impl Queue {
    /// Commands first, then news, then photos; nothing while a request is under way, a wait runs or nobody is signed in.
    pub(super) fn next_request(&mut self, now: Now) -> Option<Request> {
        let may = self.signed_in && self.flight.is_none() && now.steady_ms >= self.try_at_ms.max(self.not_before_ms);
        let request = may.then(|| self.choose(now)).flatten()?;
        if request == Request::Pull {
            self.pull_wanted = false;
            self.pull_at_ms = now.steady_ms + super::backoff::pull_interval_ms(now.dice);
        }
        self.flight = Some(Flight { request: request.clone(), sent_wall: now.wall });
        Some(request)
    }

    /// When to wake up without being told anything.
    pub(super) fn wake_at(&self, now: Now) -> Option<u64> {
        if !self.signed_in || self.flight.is_some() {
            return None;
        }
        let blocked_until = self.try_at_ms.max(self.not_before_ms);
        let busy = self.choose(now).is_some();
        Some(if busy { blocked_until } else { blocked_until.max(self.pull_at_ms) })
    }

    fn choose(&self, now: Now) -> Option<Request> {
        let batch = self.batch();
        if !batch.is_empty() {
            return Some(Request::Push(batch));
        }
        if self.pull_wanted || now.steady_ms >= self.pull_at_ms {
            return Some(Request::Pull);
        }
        self.next_chunk()
    }

    /// The lowest numbers first, within the limits of one push.
    fn batch(&self) -> Vec<CommandId> {
        let mut due: Vec<_> = self.items.values().filter(|item| item.fate == Fate::Waiting || self.ask.contains(&item.command)).collect();
        due.sort_unstable_by_key(|item| (item.number, item.command));
        let receipt = self.device.newest_receipt.as_ref().map_or(0, receipt_bytes);
        let mut room = MAX_PUSH_BYTES.saturating_sub(ENVELOPE_BYTES + receipt);
        let mut batch = Vec::new();
        for item in due.into_iter().take(self.most_commands) {
            let bytes = item.text.len() + 1;
            if bytes > room && !batch.is_empty() {
                break;
            }
            room = room.saturating_sub(bytes);
            batch.push(item.command);
        }
        batch
    }

    /// The next chunk of a photo whose command the server has, in the order of the commands.
    fn next_chunk(&self) -> Option<Request> {
        let acknowledged = self.items.values().filter(|item| item.is_acknowledged());
        acknowledged.flat_map(|item| &item.photos).find_map(|(hash, _)| match &self.photos.get(hash)?.progress {
            PhotoProgress::Missing(chunks) => chunks.first().map(|&n| Request::Chunk { photo: *hash, n }),
            PhotoProgress::Unknown | PhotoProgress::Complete | PhotoProgress::Broken(_) => None,
        })
    }
}

/// Quoting at most doubles what JSON holds of a receipt.
fn receipt_bytes(receipt: &Receipt) -> usize {
    2 * receipt.body.len() + receipt.key.len() + receipt.signature.len() + 64
}
