//! News: cases, rulebook and pictures come down to the replica.

use huiyin_domain::{
    case::Case,
    hash::Hash,
    ids::DeviceId,
    photo::Purpose,
    sync::{
        message::{Book, Pulled, Why},
        queue::Reply,
    },
};
use std::{collections::BTreeSet, rc::Rc, sync::Arc};

use super::carry::no;
use crate::field::{
    phone::{Engine, Trouble},
    store::Replica,
    transport::{Body, ask},
};

const LATER: Reply = Reply::Failed { retry_after_s: None };
/// Pictures of a case to recheck that are fetched ahead: as many as one command may have.
const TO_COMPARE: usize = huiyin_domain::photo::MAX_PER_COMMAND;
/// Pictures of a case to handle that are fetched ahead.
const TO_FIND: usize = 3;
/// All pictures that are fetched ahead.
const PICTURES_AT_MOST: usize = 90;

impl Engine {
    /// One page of news, stored before it is shown if there is room.
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
        let torn_before = self.courier.torn.get() == Some(shift) && cursor.is_some();
        let stored = if torn_before { Ok(()) } else { self.replica.pulled(device, &pulled, cursor.is_none()).await };
        if self.shift.get() != shift {
            return LATER;
        }
        let book_is_old = self.change(|work| {
            if cursor.is_none() {
                work.replica.cases.clear();
                work.replica.patrols.clear();
            }
            work.replica.take_in(&pulled);
            work.replica.book.as_ref().is_none_or(|book| book.rulebook.version != pulled.rulebook)
        });
        // A full phone still learns and still sends: what cannot be stored is shown, and fetched again at the next start.
        let stored = if torn_before { self.store_all_news(device).await } else { stored };
        self.courier.torn.set(stored.is_err().then_some(shift));
        match stored {
            Ok(()) => self.tell_other_tabs("changed"),
            Err(trouble) => self.memory_failed(trouble),
        }
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

    /// After a page that could not be stored no later page may be stored alone: the hole would stay. So it is all or nothing.
    async fn store_all_news(&self, device: DeviceId) -> Result<(), Trouble> {
        match self.with(|work| work.replica.clone()) {
            Some(replica) => self.replica.keep_all(device, &replica).await,
            None => Ok(()),
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

    /// Pictures of cases I am to recheck or handle come along, for places without network, as long as room is left for what
    /// this phone itself has to keep. A failure is no harm: the next news tries again.
    pub(super) async fn fetch_pictures(self: Rc<Self>) {
        let Some((device, wanted)) = self.with(|work| (work.queue.id(), wanted(&work.replica))) else { return };
        let Ok(here) = self.replica.pictures(device).await else { return };
        for old in here.iter().filter(|known| !wanted.iter().any(|hash| hash.to_string() == **known)) {
            if self.replica.drop_picture(device, old).await.is_err() {
                return;
            }
        }
        self.look_at_room().await;
        if self.phone.has_little_room() {
            return;
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

/// First what a recheck is compared with, then what a handler looks for.
fn wanted(replica: &Replica) -> BTreeSet<Hash> {
    let of = |why: Why, most: usize| {
        let cases = replica.cases.values().filter(move |known| known.case.state.is_open() && known.why.contains(&why));
        cases.flat_map(move |known| pictures_of(&known.case).take(most))
    };
    of(Why::Rechecking, TO_COMPARE).chain(of(Why::Handling, TO_FIND)).take(PICTURES_AT_MOST).collect()
}

/// Pictures of how it was found come first: a recheck stands beside them.
fn pictures_of(case: &Case) -> impl Iterator<Item = Hash> {
    let all = || case.reports.iter().flat_map(|filed| &filed.photos).chain(&case.evidence);
    let found = all().filter(|photo| photo.purpose == Purpose::Before);
    let others = all().filter(|photo| photo.purpose != Purpose::Before);
    found.chain(others).map(|photo| photo.hash)
}
