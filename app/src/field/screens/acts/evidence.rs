//! 补证据: photos that came later.

use super::{
    super::{
        draft::Drafting,
        form::{PhotoStrip, TextField},
        words,
    },
    frame::ActFrame,
};
use crate::field::phone::{Draft, Phone};
use huiyin_domain::{
    case::{AddEvidence, Ask, VerbName},
    photo::Purpose,
};
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
    let words = words();
    let acts = &words.acts;
    let drafting = Drafting::<Content>::take_up(Phone::here(), &draft);
    let ask = Callback::new(move |()| {
        let words = drafting.form.with_untracked(|content| content.words.trim().to_owned());
        Ok(Ask::AddEvidence(AddEvidence { words, photos: drafting.all_photos() }))
    });
    view! {
        <ActFrame sheet=drafting.sheet verb=VerbName::AddEvidence file_words=acts.evidence_do fields=&["photos", "words"] ask=ask>
            <PhotoStrip
                sheet=drafting.sheet
                purpose=Purpose::Scene
                title=words.form.photos
                hint=Signal::stored(String::new())
                id="photos"
                unmet=drafting.unmet_of("photos")
            />
            <TextField
                id="words"
                label=acts.evidence_words
                value=drafting.part(|content| content.words.clone())
                set=Callback::new(move |text| drafting.change("words", |content| content.words = text))
                unmet=drafting.unmet_of("words")
            />
        </ActFrame>
    }
    .into_any()
}
