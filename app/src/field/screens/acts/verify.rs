//! 核实: what was found on the spot.

use super::{
    super::{
        draft::Drafting,
        form::{FieldError, PhotoStrip, TextField},
        words,
    },
    frame::{ActFrame, Choices, missing},
};
use crate::{
    field::phone::{Draft, Phone},
    locales::{Words, use_language},
};
use huiyin_domain::{
    case::{Ask, Finding, VerbName, Verify},
    iso,
    moment::{Moment, SHANGHAI},
    photo::Purpose,
    refusal::Refusal,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

const FIELDS: &[&str] = &["finding", "visited_at", "people", "words", "photos", "no_photo_reason"];

/// What may be found.
const FINDINGS: [Finding; 4] = [Finding::Substantiated, Finding::Partly, Finding::Unsubstantiated, Finding::NotApplicable];

/// What the form holds.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Content {
    finding: Option<Finding>,
    /// As the browser's control writes it: `2026-11-23T14:51`, in Shanghai.
    visited_at: String,
    people: String,
    words: String,
    no_photo_reason: String,
}

impl Content {
    fn ask(&self, drafting: Drafting<Content>) -> Result<Ask, Refusal> {
        let finding = self.finding.ok_or_else(|| missing("finding"))?;
        let visited_at = read_time(&self.visited_at).ok_or_else(|| missing("visited_at"))?;
        let reason = self.no_photo_reason.trim();
        Ok(Ask::Verify(Verify {
            finding,
            visited_at,
            people: self.people.trim().to_owned(),
            words: self.words.trim().to_owned(),
            photos: drafting.all_photos(),
            no_photo_reason: (!reason.is_empty()).then(|| reason.to_owned()),
        }))
    }
}

/// The control's text as a moment.
fn read_time(text: &str) -> Option<Moment> {
    iso::read_wall_clock(text).map(|at| Moment::new(at.assume_offset(SHANGHAI)))
}

/// A moment as the control's text.
fn write_time(at: Moment) -> String {
    let at = at.in_shanghai();
    format!("{:04}-{:02}-{:02}T{:02}:{:02}", at.year(), u8::from(at.month()), at.day(), at.hour(), at.minute())
}

/// The form.
pub(super) fn form(draft: Draft) -> AnyView {
    let words = words();
    let acts = &words.acts;
    let language = use_language();
    let phone = Phone::here();
    let drafting = Drafting::<Content>::take_up(phone, &draft);
    if drafting.form.with_untracked(|content| content.visited_at.is_empty()) {
        let now = phone.now().map(write_time).unwrap_or_default();
        drafting.change("visited_at", |content| content.visited_at = now);
    }
    let ask = Callback::new(move |()| drafting.form.with_untracked(|content| content.ask(drafting)));
    let visited = drafting.part(|content| content.visited_at.clone());
    let visited_unmet = drafting.unmet_of("visited_at");
    let no_photos = move || drafting.photos(Purpose::Scene).read().is_empty();
    view! {
        <ActFrame sheet=drafting.sheet verb=VerbName::Verify file_words=acts.verify_do fields=FIELDS ask=ask>
            <PhotoStrip
                sheet=drafting.sheet
                purpose=Purpose::Scene
                title=words.form.photos
                hint=Signal::stored(acts.verify_photos_hint.to_owned())
                id="photos"
                unmet=drafting.unmet_of("photos")
            />
            <div hidden=move || !no_photos()>
                <TextField
                    id="no_photo_reason"
                    label=acts.no_photo_reason
                    short=true
                    hint=acts.no_photo_hint
                    value=drafting.part(|content| content.no_photo_reason.clone())
                    set=Callback::new(move |text| drafting.change("no_photo_reason", |content| content.no_photo_reason = text))
                    unmet=drafting.unmet_of("no_photo_reason")
                />
            </div>
            <Choices
                id="finding"
                question=acts.finding
                answers=FINDINGS.iter().map(|finding| finding.words(language)).collect()
                chosen=drafting.part(|content| FINDINGS.iter().position(|one| Some(*one) == content.finding))
                set=Callback::new(move |n: usize| drafting.change("finding", |content| content.finding = FINDINGS.get(n).copied()))
                unmet=drafting.unmet_of("finding")
            />
            <TextField
                id="words"
                label=acts.seen
                hint=acts.seen_hint
                phrases=acts.visit_phrases
                value=drafting.part(|content| content.words.clone())
                set=Callback::new(move |text| drafting.change("words", |content| content.words = text))
                unmet=drafting.unmet_of("words")
            />
            <div class="field">
                <label for="visited_at">{acts.visited_at}</label>
                <FieldError id="visited_at" unmet=visited_unmet />
                <input
                    class="input"
                    id="visited_at"
                    type="datetime-local"
                    aria-invalid=move || (!visited_unmet.read().is_empty()).then_some("true")
                    aria-describedby="visited_at-error"
                    prop:value=visited
                    on:input:target=move |event| {
                        let text = event.target().value();
                        drafting.change("visited_at", |content| content.visited_at = text);
                    }
                />
            </div>
            <TextField
                id="people"
                label=acts.people
                short=true
                hint=acts.people_hint
                value=drafting.part(|content| content.people.clone())
                set=Callback::new(move |text| drafting.change("people", |content| content.people = text))
                unmet=drafting.unmet_of("people")
            />
        </ActFrame>
    }
    .into_any()
}
