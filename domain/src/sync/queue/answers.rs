//! What an answer means.

use super::{
    Evidence, Fate, Flight, Now, PhotoProgress, Queue, Reply, Request, Write,
    backoff::{asked_ms, delay_ms},
};
use crate::{
    ids::CommandId,
    moment::Moment,
    photo::PhotoHash,
    sync::message::{Acknowledged, ChunkAnswer, Gap, MAX_COMMANDS, PushAnswer, Receipt, ReceiptBody},
};

/// After so many answers that lead nowhere a photo is shown to the person instead of tried for ever.
const MOST_SETBACKS: u8 = 3;

impl Queue {
    /// The request under way came to an end. An answer to nothing (a stray) is ignored.
    pub(super) fn answered(&mut self, now: Now, reply: Reply, writes: &mut Vec<Write>) {
        let Some(flight) = self.flight.take() else { return };
        match (flight.request.clone(), reply) {
            (_, Reply::SignedOut) => self.signed_in = false,
            (_, Reply::Failed { retry_after_s }) => self.failed(now, retry_after_s, &flight.request),
            (Request::Push(commands), Reply::Pushed(answer)) => self.pushed(now, &flight, &commands, answer, writes),
            (Request::Push(_), Reply::Gap(gap)) => self.gap(now, &gap, writes),
            (Request::Push(_), Reply::Restored) => {
                self.forgotten(writes);
                self.failed(now, None, &flight.request);
            }
            (Request::Push(commands), Reply::Rejected { code }) => self.rejected(&commands, &code, writes),
            (Request::Chunk { photo, .. }, Reply::Chunk(answer)) => self.chunk(now, photo, answer, writes),
            (Request::Chunk { photo, .. }, Reply::Rejected { code }) => self.chunk_rejected(photo, &code, writes),
            (Request::Chunk { photo, .. }, Reply::ChunkLost) => {
                self.set_progress(photo, PhotoProgress::Broken("lost_on_phone".to_owned()), writes);
            }
            (Request::Pull, Reply::Pulled { more, epoch, seq, verdicts, server_time, backup_seq }) => {
                self.learn_epoch(epoch, writes);
                self.date_photos(seq, writes);
                self.good_answer(now, &flight, server_time, backup_seq, writes);
                self.pull_wanted = more;
                for line in verdicts {
                    self.new_verdict(line, writes);
                }
            }
            (request, _) => self.failed(now, None, &request),
        }
    }

    fn pushed(&mut self, now: Now, flight: &Flight, commands: &[CommandId], answer: PushAnswer, writes: &mut Vec<Write>) {
        let Ok(body) = serde_json::from_str::<ReceiptBody>(&answer.receipt.body) else {
            return self.failed(now, None, &flight.request);
        };
        if body.device != self.device.device {
            return self.failed(now, None, &flight.request);
        }
        self.learn_epoch(body.epoch, writes);
        let mut progress = false;
        for command in commands {
            let line = body.lines.iter().find(|line| line.command == *command);
            let Some((line, item)) = line.zip(self.items.get_mut(command)) else { continue };
            if line.hash != item.hash || line.number != item.number {
                continue;
            }
            progress = true;
            self.device.have = self.device.have.max(item.number);
            let number = answer.numbers.iter().find(|shown| shown.command == *command).map(|shown| shown.number.clone());
            let number = number.or_else(|| item.evidence().and_then(|known| known.number.clone()));
            item.fate = Fate::Acknowledged(Box::new(Evidence { line: line.clone(), number, at: body.at }));
            writes.push(Write::Fate(*command));
            self.ask.remove(command);
            let photos: Vec<PhotoHash> = item.photos.iter().map(|(hash, _)| *hash).collect();
            for hash in photos {
                let wanted = answer.photos_wanted.iter().find(|wanted| wanted.hash == hash);
                let broken = matches!(self.photos.get(&hash).map(|photo| &photo.progress), Some(PhotoProgress::Broken(_)));
                match wanted {
                    None if !broken => self.set_progress(hash, PhotoProgress::Complete, writes),
                    Some(wanted) if !broken => self.set_missing(hash, wanted.missing.clone(), writes),
                    None | Some(_) => {}
                }
            }
        }
        for number in &answer.forks {
            let mut pushed = commands.iter().filter_map(|command| self.items.get(command));
            if let Some(command) = pushed.find(|item| item.number == *number && !item.is_acknowledged()).map(|item| item.command) {
                self.device.have = self.device.have.max(*number);
                self.move_to_the_end(command);
                progress = true;
            }
        }
        if !progress {
            return self.failed(now, None, &flight.request);
        }
        self.most_commands = (self.most_commands * 2).min(MAX_COMMANDS);
        if self.device.newest_receipt.as_ref().is_none_or(|known| place_of(known) <= place(&body)) {
            self.device.newest_receipt = Some(answer.receipt.clone());
        }
        writes.push(Write::Evidence(answer.receipt));
        self.good_answer(now, flight, answer.server_time, answer.backup_seq, writes);
        self.pull_wanted = true;
        if let Some(wait_s) = answer.retry_after_s {
            self.not_before_ms = now.steady_ms + asked_ms(wait_s);
        }
    }

    /// The server has less than we thought: what it forgot is sent again, what never was there is numbered anew.
    fn gap(&mut self, now: Now, gap: &Gap, writes: &mut Vec<Write>) {
        self.wait_again(|number| number > gap.have, writes);
        self.device.have = gap.have;
        writes.push(Write::Device);
        self.failures += 1;
        self.try_at_ms = if self.failures > 2 { now.steady_ms + delay_ms(self.failures, now.dice) } else { 0 };
    }

    /// A raised epoch says that the server was restored from a backup: whatever it had acknowledged may be gone.
    fn learn_epoch(&mut self, epoch: u32, writes: &mut Vec<Write>) {
        if epoch == 0 {
            // A server from before it said so.
            return;
        }
        if self.device.epoch.is_some_and(|known| epoch > known) {
            self.forgotten(writes);
        }
        self.device.epoch = Some(self.device.epoch.map_or(epoch, |known| known.max(epoch)));
    }

    /// The server forgot something: everything that is kept waits again. What it still knows gets the same receipt. What
    /// was in a backup before says nothing about the entries that will be written now.
    fn forgotten(&mut self, writes: &mut Vec<Write>) {
        self.device.newest_receipt = None;
        self.device.backup_seq = 0;
        self.wait_again(|_| true, writes);
        writes.push(Write::Device);
    }

    /// Acknowledged commands wait again, because the server no longer knows them.
    fn wait_again(&mut self, forgotten: impl Fn(u64) -> bool, writes: &mut Vec<Write>) {
        let again: Vec<CommandId> =
            self.items.values().filter(|item| item.is_acknowledged() && forgotten(item.number)).map(|item| item.command).collect();
        for command in again {
            let Some(item) = self.items.get_mut(&command) else { continue };
            item.fate = Fate::Waiting;
            writes.push(Write::Fate(command));
            let photos: Vec<PhotoHash> = item.photos.iter().map(|(hash, _)| *hash).collect();
            for hash in photos {
                self.set_progress(hash, PhotoProgress::Unknown, writes);
            }
        }
    }

    /// Something in this push can never be taken: halve until it is found, then set it aside; the others go on.
    fn rejected(&mut self, commands: &[CommandId], code: &str, writes: &mut Vec<Write>) {
        if let [command] = commands {
            self.most_commands = MAX_COMMANDS;
            if self.ask.remove(command) {
                let photos: Vec<PhotoHash> =
                    self.items.get(command).map(|item| item.photos.iter().map(|(hash, _)| *hash).collect()).unwrap_or_default();
                for hash in photos {
                    if self.photos.get(&hash).is_some_and(|photo| photo.progress == PhotoProgress::Unknown) {
                        self.set_progress(hash, PhotoProgress::Broken(code.to_owned()), writes);
                    }
                }
            } else if let Some(item) = self.items.get_mut(command) {
                item.fate = Fate::SetAside { code: code.to_owned() };
                writes.push(Write::Fate(*command));
            }
        } else {
            self.most_commands = (commands.len() / 2).max(1);
        }
    }

    fn chunk(&mut self, now: Now, hash: PhotoHash, answer: ChunkAnswer, writes: &mut Vec<Write>) {
        self.failures = 0;
        self.try_at_ms = 0;
        self.last_answer = Some(self.server_now(now));
        if answer.complete {
            self.set_progress(hash, PhotoProgress::Complete, writes);
        } else if answer.missing.is_empty() {
            self.setback(hash, "hash_differs", writes);
        } else {
            self.set_missing(hash, answer.missing, writes);
        }
    }

    /// The server does not know the photo any more: ask again what it lacks. Any other no is final.
    fn chunk_rejected(&mut self, hash: PhotoHash, code: &str, writes: &mut Vec<Write>) {
        if code == "unknown_photo" {
            self.setback(hash, code, writes);
        } else {
            self.set_progress(hash, PhotoProgress::Broken(code.to_owned()), writes);
        }
    }

    fn setback(&mut self, hash: PhotoHash, code: &str, writes: &mut Vec<Write>) {
        let Some(photo) = self.photos.get_mut(&hash) else { return };
        photo.setbacks = photo.setbacks.saturating_add(1);
        if photo.setbacks > MOST_SETBACKS {
            return self.set_progress(hash, PhotoProgress::Broken(code.to_owned()), writes);
        }
        self.ask_about(hash, writes);
    }

    /// Pushes the photo's command again: the same receipt comes back, with what is missing.
    fn ask_about(&mut self, hash: PhotoHash, writes: &mut Vec<Write>) {
        let command = self.items.values().find(|item| item.is_acknowledged() && item.photos.iter().any(|(known, _)| *known == hash));
        if let Some(command) = command.map(|item| item.command) {
            self.ask.insert(command);
        }
        self.set_progress(hash, PhotoProgress::Unknown, writes);
    }

    /// A held command was judged later.
    fn new_verdict(&mut self, line: Acknowledged, writes: &mut Vec<Write>) {
        let Some(item) = self.items.get_mut(&line.command) else { return };
        if let Fate::Acknowledged(evidence) = &mut item.fate
            && line.hash == evidence.line.hash
            && line.verdict != evidence.line.verdict
        {
            evidence.line = line;
            writes.push(Write::Fate(item.command));
        }
    }

    /// A person asks to send again what was set aside, or photos that were refused.
    pub(super) fn try_again(&mut self, command: CommandId, writes: &mut Vec<Write>) {
        let Some(item) = self.items.get_mut(&command) else { return };
        self.try_at_ms = 0;
        if matches!(item.fate, Fate::SetAside { .. }) {
            item.fate = Fate::Waiting;
            writes.push(Write::Fate(command));
            self.move_to_the_end(command);
            return;
        }
        let photos: Vec<PhotoHash> = item.photos.iter().map(|(hash, _)| *hash).collect();
        for hash in photos {
            // Its chunks go out again, and the server says anew what it thinks of them.
            if let Some(photo) = self.photos.get_mut(&hash).filter(|photo| matches!(photo.progress, PhotoProgress::Broken(_))) {
                photo.setbacks = 0;
                let all = (0..photo.chunks()).collect();
                self.set_progress(hash, PhotoProgress::Missing(all), writes);
            }
        }
    }

    fn good_answer(&mut self, now: Now, flight: &Flight, server_time: Moment, backup_seq: u64, writes: &mut Vec<Write>) {
        self.failures = 0;
        self.try_at_ms = 0;
        let middle = flight.sent_wall + (now.wall - flight.sent_wall) / 2;
        let offset = i64::try_from((server_time - middle).whole_milliseconds()).ok();
        self.device.clock_offset_ms = offset.or(self.device.clock_offset_ms);
        self.device.backup_seq = self.device.backup_seq.max(backup_seq);
        self.last_answer = Some(server_time);
        writes.push(Write::Device);
    }

    fn failed(&mut self, now: Now, retry_after_s: Option<u32>, request: &Request) {
        self.failures = self.failures.saturating_add(1);
        self.try_at_ms = now.steady_ms + delay_ms(self.failures, now.dice);
        if let Some(wait_s) = retry_after_s {
            self.not_before_ms = now.steady_ms + asked_ms(wait_s);
        }
        if *request == Request::Pull {
            self.pull_wanted = true;
        }
    }

    /// Photos that were complete before the ledger stood here: a backup that reaches beyond it holds them.
    fn date_photos(&mut self, seq: u64, writes: &mut Vec<Write>) {
        for photo in self.photos.values_mut() {
            if photo.progress == PhotoProgress::Complete && photo.complete_by.is_none() {
                photo.complete_by = Some(seq);
                writes.push(Write::Photo(photo.hash));
            }
        }
    }

    fn set_missing(&mut self, hash: PhotoHash, missing: Vec<u32>, writes: &mut Vec<Write>) {
        let all = self.photos.get(&hash).map_or(0, super::PhotoRecord::chunks);
        let missing: Vec<u32> = missing.into_iter().filter(|n| *n < all).collect();
        if missing.is_empty() {
            self.setback(hash, "length_differs", writes);
        } else {
            self.set_progress(hash, PhotoProgress::Missing(missing), writes);
        }
    }

    fn set_progress(&mut self, hash: PhotoHash, progress: PhotoProgress, writes: &mut Vec<Write>) {
        if let Some(photo) = self.photos.get_mut(&hash) {
            if photo.progress != progress {
                photo.complete_by = None;
            }
            photo.progress = progress;
            writes.push(Write::Photo(hash));
        }
    }

    fn server_now(&self, now: Now) -> Moment {
        now.wall + time::Duration::milliseconds(self.device.clock_offset_ms.unwrap_or(0))
    }
}

/// Where in the ledger's history a receipt stands.
fn place(body: &ReceiptBody) -> (u32, u64) {
    (body.epoch, body.lines.iter().map(|line| line.seq).max().unwrap_or(0))
}

fn place_of(receipt: &Receipt) -> (u32, u64) {
    serde_json::from_str(&receipt.body).map_or((0, 0), |body| place(&body))
}
