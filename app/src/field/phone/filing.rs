//! From a form to a command: drafts, photos, filing.

use huiyin_domain::{
    case::{Ask, VerbName},
    command::{Command, SCHEMA},
    hash::Hash,
    ids::{CaseId, CommandId},
    moment::Moment,
    photo::{MAX_PER_COMMAND, Photo, PhotoHash, Purpose},
};
use leptos::prelude::GetUntracked;
use std::rc::Rc;
use web_sys::File;

use super::{Draft, Trouble, engine::Engine, patrols, view};
use crate::field::{
    device,
    transport::{Body, ask},
};

impl Engine {
    pub(super) async fn open_draft(&self, verb: VerbName, case: Option<CaseId>) -> Result<Draft, Trouble> {
        let device = self.me()?.device;
        let base = self.with(|work| work.replica.seq).unwrap_or(0);
        let now = device::now().wall;
        let untouched = |draft: &Draft| draft.form.is_empty() && draft.photos.is_empty();
        let known = self.with(|work| {
            let mut fitting = work.drafts.values().filter(|draft| draft.verb == verb && !draft.discarded);
            fitting.find(|draft| case.map_or_else(|| untouched(draft), |case| draft.case == case)).cloned()
        });
        if let Some(known) = known.flatten() {
            let taken_up =
                match self.write_words(async || self.outbox.change_draft(device, known.id, |draft| draft.base = base).await).await {
                    // On a full phone the form opens all the same: what it holds is stored already.
                    Err(Trouble::Full) => Draft { base, ..known },
                    stored => stored?,
                };
            return Ok(self.remember(taken_up));
        }
        let id = CommandId(device::mint_id()?);
        let case = case.unwrap_or_else(|| CaseId::from(id));
        let draft =
            Draft { id, verb, case, base, opened_at: now, changed_at: now, form: String::new(), photos: Vec::new(), discarded: false };
        self.write_words(async || self.outbox.keep_draft(device, &draft).await).await?;
        Ok(self.remember(draft))
    }

    pub(super) async fn change_draft(&self, id: CommandId, change: impl Fn(&mut Draft)) -> Result<Draft, Trouble> {
        let device = self.me()?.device;
        let now = device::now().wall;
        let change = |draft: &mut Draft| {
            change(draft);
            draft.changed_at = now;
        };
        let draft = self.write_words(async || self.outbox.change_draft(device, id, change).await).await?;
        Ok(self.remember(draft))
    }

    fn remember(&self, draft: Draft) -> Draft {
        self.drafts_changed.set(self.drafts_changed.get().wrapping_add(1));
        self.change(|work| work.drafts.insert(draft.id, draft.clone()));
        self.refresh();
        draft
    }

    pub(super) async fn keep_photo(self: &Rc<Self>, id: CommandId, file: File, purpose: Purpose) -> Result<Photo, Trouble> {
        let device = self.me()?.device;
        let full = self.with(|work| work.drafts.get(&id).map(|draft| draft.photos.len() >= MAX_PER_COMMAND)).flatten();
        if full.ok_or(Trouble::NoSuchDraft)? {
            return Err(Trouble::TooManyPhotos);
        }
        self.look_at_room().await;
        if self.phone.storage.get_untracked().is_too_full_for_photos() {
            return Err(Trouble::Full);
        }
        let taken_at = taken_at(&file);
        let fix = self.fix_at_shutter(taken_at).await;
        let picture = device::shrink(&file).await?;
        let hash = Hash::of(&picture.bytes);
        let photo = Photo {
            hash,
            bytes: picture.bytes.len() as u64,
            width_px: picture.width_px,
            height_px: picture.height_px,
            purpose,
            taken_at,
            fix,
        };
        let now = device::now().wall;
        let name_it = |draft: &mut Draft| {
            draft.photos.retain(|known| known.hash != photo.hash);
            draft.photos.push(photo.clone());
            draft.changed_at = now;
        };
        let keep = async || self.outbox.keep_photo(device, id, hash, &picture.bytes, name_it).await;
        let draft = match keep().await {
            Err(Trouble::Full) if self.make_room_for_a_photo(device).await => keep().await?,
            kept => kept?,
        };
        self.remember(draft);
        self.look_at_room().await;
        Ok(photo)
    }

    pub(super) async fn photo_url(&self, hash: PhotoHash) -> Result<String, Trouble> {
        let device = self.me()?.device;
        if let Some(url) = self.urls.borrow().get(&hash) {
            return Ok(url.clone());
        }
        let mut bytes = self.outbox.photo(device, &hash).await?;
        let carrying = self.with(|work| work.carried.iter().find(|queue| queue.photo(&hash).is_some()).map(|queue| queue.id())).flatten();
        if let Some(other) = carrying.filter(|_| bytes.is_empty()) {
            bytes = self.outbox.photo(other, &hash).await?;
        }
        if bytes.is_empty() {
            // The replica's copy; if that cannot be read, the county has it.
            bytes = self.replica.picture(device, &hash).await.ok().flatten().unwrap_or_default();
        }
        if bytes.is_empty() {
            let answer = ask("GET", &format!("/api/v1/photos/{hash}/shown"), Body::None).await?;
            if !answer.is_good() {
                return Err(if answer.status == 404 { Trouble::PhotoGone } else { answer.trouble() });
            }
            bytes = answer.bytes;
        }
        let url = device::object_url(&bytes).ok_or(Trouble::PhotoGone)?;
        let mut urls = self.urls.borrow_mut();
        // Two askers at once: the first one's address stays.
        Ok(urls.entry(hash).or_insert(url).clone())
    }

    pub(super) async fn file(self: &Rc<Self>, id: CommandId, ask: Ask) -> Result<CommandId, Trouble> {
        let me = self.me()?;
        let command = self.command(id, ask)?;
        self.write_words(async || self.outbox.file(me.device, command.clone()).await).await?;
        self.drafts_changed.set(self.drafts_changed.get().wrapping_add(1));
        self.change(|work| work.drafts.remove(&id));
        self.saved().await?;
        self.make_safe();
        Ok(id)
    }

    /// Now that there is something to lose, the browser is asked not to delete by itself, and to say when a network is back.
    /// Neither is waited for.
    fn make_safe(self: &Rc<Self>) {
        let engine = self.clone();
        leptos::task::spawn_local(async move {
            device::ask_for_a_hint().await;
            if engine.phone.storage.get_untracked().persisted == Some(false) && !engine.asked_to_keep.replace(true) {
                device::ask_to_keep().await;
            }
            engine.look_at_room().await;
        });
    }

    /// Builds the command and asks the rules. Its number is given when it is stored.
    fn command(&self, id: CommandId, ask: Ask) -> Result<Command, Trouble> {
        let (salt, now, zone_min) = (device::salt()?, device::now().wall, device::zone_min());
        let server_now = self.server_now();
        self.with(|work| {
            let draft = work.drafts.get(&id).ok_or(Trouble::NoSuchDraft)?;
            let book = &work.replica.book.as_ref().ok_or(Trouble::NoBook)?.rulebook;
            let command = Command {
                id,
                salt,
                device: work.signed_in.device,
                number: work.queue.device().next,
                schema: SCHEMA,
                rulebook: book.version,
                base: draft.base,
                made_at: now,
                zone_min,
                clock_offset_ms: work.queue.device().clock_offset_ms,
                case: draft.case,
                ask,
            };
            if let Ask::Patrol(asked) = &command.ask {
                patrols::allowed(work, book, server_now, &command, asked).map_err(Trouble::Refused)?;
                return Ok(command);
            }
            let card = &work.signed_in.person;
            let cases = view::cases(work, card);
            let case = cases.iter().find(|known| known.case.id == command.case).map(|known| &known.case);
            view::allowed(book, card, server_now, case, &command).map_err(Trouble::Refused)?;
            Ok(command)
        })
        .ok_or(Trouble::NotSignedIn)?
    }
}

/// When a picture was taken: a camera's file is as old as the picture, one of the gallery perhaps much older.
#[expect(clippy::cast_possible_truncation, reason = "milliseconds of a browser's clock fit")]
fn taken_at(file: &File) -> Moment {
    let now = device::now().wall;
    Moment::from_unix_ms(file.last_modified() as i64).filter(|at| at.unix_ms() > 0).map_or(now, |at| at.min(now))
}
