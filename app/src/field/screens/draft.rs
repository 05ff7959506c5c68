//! The draft behind a form: opened before anything else happens, kept at every keystroke, filed in the end.

use super::{
    sheet::{Keeping, Sheet},
    states::Bones,
    trouble, words,
};
use crate::field::phone::{Draft, Phone};
use huiyin_domain::{case::VerbName, ids::CaseId};
use leptos::{prelude::*, task::spawn_local};
use serde::{Serialize, de::DeserializeOwned};
use std::ops::Deref;

/// What every form of this door must be.
pub(crate) trait Form: Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static {}
impl<T: Clone + Default + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static> Form for T {}

/// A form at work: its sheet and what it says. Copy it freely.
pub(crate) struct Drafting<T: Form> {
    /// What is the same for every form.
    pub(crate) sheet: Sheet,
    /// What the person filled in.
    pub(crate) form: RwSignal<T>,
}

impl<T: Form> Clone for Drafting<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Form> Copy for Drafting<T> {}

impl<T: Form> Deref for Drafting<T> {
    type Target = Sheet;
    fn deref(&self) -> &Sheet {
        &self.sheet
    }
}

impl<T: Form> Drafting<T> {
    /// Takes up a draft where it was left, and keeps every change from now on.
    pub(crate) fn take_up(phone: Phone, draft: &Draft) -> Self {
        let drafting = Drafting { sheet: Sheet::of(phone, draft), form: RwSignal::new(draft.form()) };
        Effect::new(move |last: Option<(u64, T)>| {
            let now = drafting.form.get();
            match last {
                Some((turn, before)) if before != now => {
                    match serde_json::to_string(&now) {
                        Ok(json) => drafting.sheet.keep(turn + 1, json),
                        Err(_) => drafting.keeping.set(Keeping::Lost),
                    }
                    (turn + 1, now)
                }
                Some(same) => same,
                None => (0, now),
            }
        });
        drafting
    }

    /// Changes the form; what was unmet about that field is no longer said.
    pub(crate) fn change(self, field: &'static str, with: impl FnOnce(&mut T)) {
        self.form.update(with);
        self.mended(field);
    }

    /// A part of the form, so that a keystroke elsewhere does not redraw it.
    pub(crate) fn part<P: PartialEq + Clone + Send + Sync + 'static>(self, of: fn(&T) -> P) -> Memo<P> {
        Memo::new(move |_| self.form.with(of))
    }
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
