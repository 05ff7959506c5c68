//! The sheet behind a form, whatever the form holds: how it is kept, what was unmet, how it is filed. It is the same for
//! every form, so that the phone loads it once.

use super::{trouble, words};
use crate::field::phone::{Draft, Phone, Trouble};
use huiyin_domain::{
    case::Ask,
    ids::{CaseId, CommandId},
    moment::Moment,
    photo::{Photo, Purpose},
    refusal::{Code, Refusal, Unmet},
};
use leptos::{prelude::*, task::spawn_local};

/// How the last keystroke fares.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Keeping {
    /// Nothing changed since it was opened.
    Untouched,
    /// Being stored.
    Storing,
    /// Stored.
    Kept(Option<Moment>),
    /// Not stored: the person must know.
    Lost,
}

/// A sheet at work. Copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct Sheet {
    /// The phone.
    pub(crate) phone: Phone,
    /// The draft, and the command it will be.
    pub(crate) id: CommandId,
    /// The case it speaks of.
    pub(crate) case: CaseId,
    /// How the last keystroke fares.
    pub(crate) keeping: RwSignal<Keeping>,
    /// Rules that were not met when it was last filed.
    pub(crate) unmet: RwSignal<Vec<Unmet>>,
    /// What else went wrong.
    pub(crate) trouble: RwSignal<Option<String>>,
    /// Being filed now.
    pub(crate) filing: RwSignal<bool>,
    /// Choices that were not made when it was last filed.
    pub(crate) blank: StoredValue<Vec<&'static str>>,
    /// The newest change, counted: only it may say that it is kept.
    newest: StoredValue<u64>,
}

impl Sheet {
    /// The sheet of a draft.
    pub(super) fn of(phone: Phone, draft: &Draft) -> Sheet {
        Sheet {
            phone,
            id: draft.id,
            case: draft.case,
            keeping: RwSignal::new(Keeping::Untouched),
            unmet: RwSignal::new(Vec::new()),
            trouble: RwSignal::new(None),
            filing: RwSignal::new(false),
            blank: StoredValue::new(Vec::new()),
            newest: StoredValue::new(0),
        }
    }

    /// Keeps what the form says now.
    pub(super) fn keep(self, turn: u64, json: String) {
        self.newest.set_value(turn);
        self.keeping.set(Keeping::Storing);
        spawn_local(async move {
            let kept = self.phone.save_draft(self.id, json).await;
            // Only the newest keystroke may say "kept"; the screen may be gone by now.
            if self.newest.try_get_value() == Some(turn) {
                let now = if kept.is_ok() { Keeping::Kept(self.phone.now()) } else { Keeping::Lost };
                let _ = self.keeping.try_set(now);
            }
        });
    }

    /// Takes back what was said about a field.
    pub(crate) fn mended(self, field: &str) {
        if self.unmet.with_untracked(|unmet| unmet.iter().any(|one| names(one, field))) {
            self.unmet.update(|unmet| unmet.retain(|one| !names(one, field)));
        }
    }

    /// Photos of this draft with a purpose.
    pub(crate) fn photos(self, purpose: Purpose) -> Memo<Vec<Photo>> {
        let (phone, id) = (self.phone, self.id);
        Memo::new(move |_| {
            phone.drafts().with(|drafts| {
                drafts.iter().find(|draft| draft.id == id).map(|draft| draft.photos_of(purpose).cloned().collect()).unwrap_or_default()
            })
        })
    }

    /// All photos of this draft, as the command will name them.
    pub(crate) fn all_photos(self) -> Vec<Photo> {
        self.phone
            .drafts()
            .with_untracked(|drafts| drafts.iter().find(|draft| draft.id == self.id).map(|draft| draft.photos.clone()).unwrap_or_default())
    }

    /// What was unmet about one field, by the last part of its path.
    pub(crate) fn unmet_of(self, field: &'static str) -> Memo<Vec<Unmet>> {
        Memo::new(move |_| self.unmet.with(|unmet| unmet.iter().filter(|one| names(one, field)).cloned().collect()))
    }

    /// Files it: the rules are asked on the phone, then it is stored. `then` runs only when it is.
    pub(crate) fn file(self, ask: Result<Ask, Refusal>, then: Callback<()>) {
        if self.filing.get_untracked() {
            return;
        }
        self.trouble.set(None);
        let ask = match ask {
            Ok(ask) => ask,
            Err(refusal) => return self.refuse(refusal),
        };
        self.filing.set(true);
        let not_said = words().form.not_stored;
        let say = Owner::current();
        spawn_local(async move {
            let filed = self.phone.file(self.id, ask).await;
            let _ = self.filing.try_set(false);
            match filed {
                Ok(_) => then.run(()),
                Err(Trouble::Refused(refusal)) => self.refuse(refusal),
                Err(other) => {
                    let words = say.map_or_else(|| not_said.to_owned(), |owner| owner.with(|| trouble::said(&other)));
                    let _ = self.trouble.try_set(Some(words));
                    show_summary();
                }
            }
        });
    }

    fn refuse(self, refusal: Refusal) {
        let blank = self.blank.try_get_value().unwrap_or_default();
        let reworded = |mut unmet: Unmet| {
            // What was not chosen is missing; the rules only see that no such thing exists.
            if blank.iter().any(|field| names(&unmet, field)) {
                unmet.code = Code::Missing;
            }
            unmet
        };
        let _ = self.unmet.try_set(refusal.unmet.into_iter().map(reworded).collect());
        show_summary();
    }
}

/// Whether an unmet rule speaks of this field.
pub(crate) fn names(unmet: &Unmet, field: &str) -> bool {
    unmet.field.as_deref().is_some_and(|path| path.split(['.', '[']).any(|part| part == field))
}

/// Brings the error summary before the person's eyes and ears.
fn show_summary() {
    request_animation_frame(|| super::form::focus("errors"));
}
