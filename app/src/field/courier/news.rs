//! News: cases, rulebook and pictures come down to the replica.

use huiyin_domain::{
    case::Case,
    hash::Hash,
    ids::DeviceId,
    sync::{
        message::{Book, Pulled, Why},
        queue::Reply,
    },
};
use std::{collections::BTreeSet, rc::Rc, sync::Arc};

use super::carry::no;
use crate::field::{
    phone::Engine,
    transport::{Body, ask},
};

const LATER: Reply = Reply::Failed { retry_after_s: None };
/// Pictures of one case that are fetched ahead.
const PICTURES_PER_CASE: usize = 3;
/// All pictures that are fetched ahead.
const PICTURES_AT_MOST: usize = 90;

impl Engine {
    /// One page of news, stored before it is shown.
    pub(super) async fn pull(&self) -> Reply {
        let known = self.with(|work| (work.queue.id(), work.replica.cursor.clone(), self.shift.get()));
        let Some((device, cursor, shift)) = known else { return LATER };
        let path = match &cursor {
            Some(cursor) => format!("/api/v1/sync/pull?cursor={}", js_sys::encode_uri_component(cursor)),
            None => "/api/v1/sync/pull".to_owned(),
        };
        let Ok(answer) = ask("GET", &path, Body::None).await else { return LATER };
        if matches!(answer.status, 400 | 409 | 410) && answer.problem().is_some() && cursor.is_some() {
            // The server cannot go on from here: from the beginning, then.
            self.change(|work| work.replica.cursor = None);
            return LATER;
        }
        if !answer.is_good() {
            return match no(&answer) {
                Reply::Rejected { .. } => LATER,
                reply => reply,
            };
        }
        let Ok(pulled) = answer.json::<Pulled>() else { return LATER };
        if let Err(trouble) = self.replica.pulled(device, &pulled, cursor.is_none()).await {
            self.memory_failed(trouble);
            return LATER;
        }
        if self.shift.get() != shift {
            return LATER;
        }
        let book_is_old = self.change(|work| {
            if cursor.is_none() {
                work.replica.cases.clear();
            }
            work.replica.take_in(&pulled);
            work.replica.book.as_ref().is_none_or(|book| book.rulebook.version != pulled.rulebook)
        });
        self.tell_other_tabs("changed");
        if book_is_old.unwrap_or(false)
            && let Err(reply) = self.fetch_book(device, shift).await
        {
            return reply;
        }
        Reply::Pulled {
            more: pulled.more,
            epoch: pulled.epoch,
            seq: pulled.seq,
            verdicts: pulled.verdicts,
            server_time: pulled.server_time,
            backup_seq: pulled.backup_seq,
        }
    }

    async fn fetch_book(&self, device: DeviceId, shift: u32) -> Result<(), Reply> {
        let answer = ask("GET", "/api/v1/sync/book", Body::None).await.map_err(|_| LATER)?;
        if !answer.is_good() {
            return Err(no(&answer));
        }
        let book: Book = answer.json().map_err(|_| LATER)?;
        if let Err(trouble) = self.replica.keep_book(device, &book).await {
            self.memory_failed(trouble);
        }
        if self.shift.get() == shift {
            self.phone.tell_book(Arc::new(book.clone()));
            self.change(|work| work.replica.book = Some(book));
        }
        Ok(())
    }

    /// Pictures of cases I am to handle or recheck come along, for places without network. A failure is no harm: the
    /// next news tries again.
    pub(super) async fn fetch_pictures(self: Rc<Self>) {
        let Some((device, wanted)) = self.with(|work| {
            let mine = work.replica.cases.values().filter(|known| known.why.iter().any(|why| *why != Why::Reported));
            let wanted: BTreeSet<Hash> = mine.flat_map(|known| pictures_of(&known.case)).take(PICTURES_AT_MOST).collect();
            (work.queue.id(), wanted)
        }) else {
            return;
        };
        let Ok(here) = self.replica.pictures(device).await else { return };
        for old in here.iter().filter(|known| !wanted.iter().any(|hash| hash.to_string() == **known)) {
            if self.replica.drop_picture(device, old).await.is_err() {
                return;
            }
        }
        let shift = self.shift.get();
        for hash in wanted.iter().filter(|hash| !here.contains(&hash.to_string())) {
            let Ok(answer) = ask("GET", &format!("/api/v1/photos/{hash}/shown"), Body::None).await else { return };
            if self.shift.get() != shift {
                return;
            }
            if answer.is_good() && self.replica.keep_picture(device, hash, &answer.bytes).await.is_err() {
                return;
            }
        }
    }
}

fn pictures_of(case: &Case) -> impl Iterator<Item = Hash> {
    let reported = case.reports.iter().flat_map(|filed| &filed.photos);
    reported.chain(&case.evidence).map(|photo| photo.hash).take(PICTURES_PER_CASE)
}
