//! What may be deleted: only what is wholly at the server, in a backup of it, and thirty days old.

use super::{Now, PhotoProgress, Queue, Write};
use crate::photo::PhotoHash;
use std::collections::BTreeSet;
use time::Duration;

/// How long a sent command stays on the phone.
pub const KEEP_DAYS: i64 = 30;

impl Queue {
    pub(super) fn sweep(&mut self, now: Now, writes: &mut Vec<Write>) {
        let server_now = now.wall + Duration::milliseconds(self.device.clock_offset_ms.unwrap_or(0));
        let old: Vec<_> = self
            .items
            .values()
            .filter(|item| {
                item.evidence().is_some_and(|evidence| {
                    evidence.line.seq <= self.device.backup_seq && evidence.at + Duration::days(KEEP_DAYS) <= server_now
                }) && item.photos.iter().all(|(hash, _)| self.is_backed_up(hash))
            })
            .map(|item| item.command)
            .collect();
        for command in old {
            self.items.remove(&command);
            self.ask.remove(&command);
            writes.push(Write::Forget(command));
        }
        let spoken_of: BTreeSet<PhotoHash> = self.items.values().flat_map(|item| &item.photos).map(|(hash, _)| *hash).collect();
        self.photos.retain(|hash, _| {
            let keep = spoken_of.contains(hash);
            if !keep {
                writes.push(Write::ForgetPhoto(*hash));
            }
            keep
        });
    }

    fn is_backed_up(&self, hash: &PhotoHash) -> bool {
        let photo = self.photos.get(hash).filter(|photo| photo.progress == PhotoProgress::Complete);
        photo.and_then(|photo| photo.complete_by).is_some_and(|seq| seq < self.device.backup_seq)
    }
}
