//! The draft behind a form: opened before anything else happens, kept at every keystroke, filed in the end.

use super::{states::Bones, trouble, words};
use crate::field::phone::{Draft, Phone, Trouble};
use huiyin_domain::{
    case::{Ask, VerbName},
    ids::{CaseId, CommandId},
    moment::Moment,
    photo::{Photo, Purpose},
    refusal::{Code, Refusal, Unmet},
};
use leptos::{prelude::*, task::spawn_local};
use serde::{Serialize, de::DeserializeOwned};

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

/// What every form of this door must be.
pub(crate) trait Form: Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static {}
impl<T: Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static> Form for T {}

/// A form at work: what it says, how it is kept, why it was refused. Copy it freely.
pub(crate) struct Drafting<T: Form> {
    /// The phone.
    pub(crate) phone: Phone,
    /// The draft, and the command it will be.
    pub(crate) id: CommandId,
    /// The case it speaks of.
    pub(crate) case: CaseId,
    /// What the person filled in.
    pub(crate) form: RwSignal<T>,
    /// How the last keystroke fares.
    pub(crate) keeping: RwSignal<Keeping>,
    /// Rules that were not met when it was last filed.
    pub(crate) unmet: RwSignal<Vec<Unmet>>,
    /// What else went wrong.
    pub(crate) trouble: RwSignal<Option<String>>,
    /// Being filed now.
    pub(crate) filing: RwSignal<bool>,
    /// The newest change, counted: only it may say that it is kept.
    newest: StoredValue<u64>,
    /// Choices that were not made when it was last filed.
    pub(crate) blank: StoredValue<Vec<&'static str>>,
}

impl<T: Form> Clone for Drafting<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Form> Copy for Drafting<T> {}

impl<T: Form> Drafting<T> {
    /// Takes up a draft where it was left, and keeps every change from now on.
    pub(crate) fn take_up(phone: Phone, draft: &Draft) -> Self {
        let drafting = Drafting {
            phone,
            id: draft.id,
            case: draft.case,
            form: RwSignal::new(draft.form()),
            keeping: RwSignal::new(Keeping::Untouched),
            unmet: RwSignal::new(Vec::new()),
            trouble: RwSignal::new(None),
            filing: RwSignal::new(false),
            newest: StoredValue::new(0),
            blank: StoredValue::new(Vec::new()),
        };
        Effect::new(move |last: Option<(u64, T)>| {
            let now = drafting.form.get();
            match last {
                Some((turn, before)) if before != now => {
                    drafting.keep(turn + 1, &now);
                    (turn + 1, now)
                }
                Some(same) => same,
                None => (0, now),
            }
        });
        drafting
    }

    fn keep(self, turn: u64, form: &T) {
        self.newest.set_value(turn);
        self.keeping.set(Keeping::Storing);
        let Ok(json) = serde_json::to_string(form) else { return self.keeping.set(Keeping::Lost) };
        spawn_local(async move {
            let kept = self.phone.save_draft(self.id, json).await;
            // Only the newest keystroke may say "kept"; the screen may be gone by now.
            if self.newest.try_get_value() == Some(turn) {
                let now = if kept.is_ok() { Keeping::Kept(self.phone.now()) } else { Keeping::Lost };
                let _ = self.keeping.try_set(now);
            }
        });
    }

    /// Changes the form; what was unmet about that field is no longer said.
    pub(crate) fn change(self, field: &'static str, with: impl FnOnce(&mut T)) {
        self.form.update(with);
        self.mended(field);
    }

    /// Takes back what was said about a field.
    pub(crate) fn mended(self, field: &str) {
        if self.unmet.with_untracked(|unmet| unmet.iter().any(|one| names(one, field))) {
            self.unmet.update(|unmet| unmet.retain(|one| !names(one, field)));
        }
    }

    /// A part of the form, so that a keystroke elsewhere does not redraw it.
    pub(crate) fn part<P: PartialEq + Clone + Send + Sync + 'static>(self, of: fn(&T) -> P) -> Memo<P> {
        Memo::new(move |_| self.form.with(of))
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
    pub(crate) fn file(self, ask: Result<Ask, Refusal>, then: impl FnOnce(CommandId) + 'static) {
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
                Ok(command) => then(command),
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

/// Opens the draft of a verb for a case and shows the form; bones until then, words if it fails.
#[component]
pub(crate) fn WithDraft(
    /// What it will ask.
    verb: VerbName,
    /// Of which case.
    case: CaseId,
    /// The form.
    form: fn(Draft) -> AnyView,
) -> impl IntoView {
    let phone = Phone::here();
    let opened = RwSignal::new(None);
    spawn_local(async move {
        let answer = phone.open_draft(verb, Some(case)).await;
        let _ = opened.try_set(Some(answer));
    });
    move || match opened.get() {
        None => view! { <super::frame::Frame title=String::new()><Bones /></super::frame::Frame> }.into_any(),
        Some(Ok(draft)) => form(draft),
        Some(Err(trouble)) => view! {
            <super::frame::Frame title=words().acts.not_possible.to_owned() back=super::frame::Back::today()>
                <div class="banner" data-tone="late" role="alert">
                    <span>{trouble::said(&trouble)}</span>
                </div>
            </super::frame::Frame>
        }
        .into_any(),
    }
}
