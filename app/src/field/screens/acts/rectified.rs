//! 申报整改完成: what was done, with photos from the spot.

use super::{
    super::{
        draft::Drafting,
        form::{PhotoStrip, TextField},
        words,
    },
    frame::{ActFrame, Choices, case_of, missing},
};
use crate::{
    field::phone::{Draft, Phone},
    locales::{Words, use_language},
};
use huiyin_domain::{
    case::{Ask, ReportRectified, ResultCode, VerbName},
    photo::Purpose,
    refusal::Refusal,
    rulebook::Numbers,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

const FIELDS: &[&str] = &["photos", "words", "result", "away_reason"];

/// What the form holds.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Content {
    words: String,
    result: Option<ResultCode>,
    away_reason: String,
}

impl Content {
    fn ask(&self, drafting: Drafting<Content>) -> Result<Ask, Refusal> {
        let result = self.result.ok_or_else(|| missing("result"))?;
        let reason = self.away_reason.trim();
        Ok(Ask::ReportRectified(ReportRectified {
            words: self.words.trim().to_owned(),
            photos: drafting.all_photos(),
            away_reason: (!reason.is_empty()).then(|| reason.to_owned()),
            result,
        }))
    }
}

/// Results a handler may propose after the work was done.
const RESULTS: [ResultCode; 4] =
    [ResultCode::Rectified, ResultCode::PunishedAndRectified, ResultCode::ShutDownOrDemolished, ResultCode::PartlyTrueHandled];

/// The form.
pub(super) fn form(draft: Draft) -> AnyView {
    let words = words();
    let acts = &words.acts;
    let language = use_language();
    let phone = Phone::here();
    let drafting = Drafting::<Content>::take_up(phone, &draft);
    let place = case_of(drafting.sheet).and_then(|case| case.place);
    let radius = phone.book().with_untracked(|book| {
        book.as_ref().map_or_else(|| Numbers::default().after_photo_radius_m, |book| book.rulebook.numbers.after_photo_radius_m)
    });
    let photos = drafting.photos(Purpose::After);
    let away_unmet = drafting.unmet_of("away_reason");
    // Says how far the farthest photo is; whether that needs a reason is for the rules.
    let away = Memo::new(move |_| {
        let photos = photos.get();
        let farthest = photos
            .iter()
            .filter_map(|photo| Some(photo.fix?.point.distance_m(place?)))
            .fold(None, |far: Option<f64>, m| Some(far.map_or(m, |far| far.max(m))));
        match farthest {
            Some(m) if m > f64::from(radius) => Some((acts.away_hint)(&(words.shell.metres)(m), &(words.shell.metres)(f64::from(radius)))),
            _ if photos.iter().any(|photo| photo.fix.is_none()) => Some(acts.away_none_hint.to_owned()),
            _ => None,
        }
    });
    let ask = Callback::new(move |()| drafting.form.with_untracked(|content| content.ask(drafting)));
    let reason_asked =
        move || away.read().is_some() || !away_unmet.read().is_empty() || drafting.form.with(|content| !content.away_reason.is_empty());
    view! {
        <ActFrame sheet=drafting.sheet verb=VerbName::ReportRectified file_words=acts.rectified_do fields=FIELDS ask=ask>
            <PhotoStrip
                sheet=drafting.sheet
                purpose=Purpose::After
                title=words.form.after
                hint=Signal::stored((acts.after_photos_hint)(radius))
                id="photos"
                unmet=drafting.unmet_of("photos")
            />
            <div class="stack g-2" hidden=move || !reason_asked()>
                {move || away.get().map(|said| view! { <p class="meta">{said}</p> })}
                <TextField
                    id="away_reason"
                    label=acts.away_reason
                    short=true
                    value=drafting.part(|content| content.away_reason.clone())
                    set=Callback::new(move |text| drafting.change("away_reason", |content| content.away_reason = text))
                    unmet=away_unmet
                />
            </div>
            <TextField
                id="words"
                label=acts.done
                hint=acts.done_hint
                phrases=acts.done_phrases
                value=drafting.part(|content| content.words.clone())
                set=Callback::new(move |text| drafting.change("words", |content| content.words = text))
                unmet=drafting.unmet_of("words")
            />
            <Choices
                id="result"
                question=acts.result
                answers=RESULTS.iter().map(|result| result.words(language)).collect()
                chosen=drafting.part(|content| RESULTS.iter().position(|one| Some(*one) == content.result))
                set=Callback::new(move |n: usize| drafting.change("result", |content| content.result = RESULTS.get(n).copied()))
                unmet=drafting.unmet_of("result")
            />
        </ActFrame>
    }
    .into_any()
}
