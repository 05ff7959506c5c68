//! 记事: for those who work on the case.

use super::{
    super::{draft::Drafting, form::TextField, words},
    frame::ActFrame,
};
use crate::field::phone::{Draft, Phone};
use huiyin_domain::case::{Ask, VerbName, Words};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the form holds.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Content {
    words: String,
}

/// The form.
pub(super) fn form(draft: Draft) -> AnyView {
    let acts = &words().acts;
    let drafting = Drafting::<Content>::take_up(Phone::here(), &draft);
    let ask =
        Callback::new(move |()| Ok(Ask::Note(Words { words: drafting.form.with_untracked(|content| content.words.trim().to_owned()) })));
    view! {
        <ActFrame sheet=drafting.sheet verb=VerbName::Note file_words=acts.note_do fields=&["words"] ask=ask>
            <TextField
                id="words"
                label=acts.note_words
                hint=acts.note_hint
                value=drafting.part(|content| content.words.clone())
                set=Callback::new(move |text| drafting.change("words", |content| content.words = text))
                unmet=drafting.unmet_of("words")
            />
        </ActFrame>
    }
    .into_any()
}
