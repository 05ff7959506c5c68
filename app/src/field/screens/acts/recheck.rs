//! 复查: another person, on the spot, with own photo and position.

use super::{
    super::{
        case,
        draft::Drafting,
        form::{FieldError, PhotoStrip, PositionFinder, TextField},
        words,
    },
    frame::{ActFrame, Choices, case_of, missing},
};
use crate::{
    components::Icon,
    field::phone::{Draft, Phone},
};
use huiyin_domain::{
    case::{Ask, Recheck, VerbName},
    photo::Purpose,
    place::Fix,
    refusal::Refusal,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

const FIELDS: &[&str] = &["photos", "fix", "passed", "words", "second_officer"];

/// What the form holds.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
struct Content {
    passed: Option<bool>,
    words: String,
    fix: Option<Fix>,
}

impl Content {
    fn ask(&self, drafting: Drafting<Content>) -> Result<Ask, Refusal> {
        let passed = self.passed.ok_or_else(|| missing("passed"))?;
        Ok(Ask::Recheck(Recheck {
            passed,
            words: self.words.trim().to_owned(),
            photos: drafting.all_photos(),
            fix: self.fix,
            second_officer: None,
        }))
    }
}

/// Whether the person did anything in this draft; a position that the phone found by itself is nothing yet.
pub(crate) fn is_begun(draft: &Draft) -> bool {
    let own = Content { fix: None, ..draft.form() };
    own != Content::default()
}

/// The form.
pub(super) fn form(draft: Draft) -> AnyView {
    let words = words();
    let acts = &words.acts;
    let phone = Phone::here();
    let drafting = Drafting::<Content>::take_up(phone, &draft);
    let case = case_of(drafting.sheet);
    let before = case.as_ref().map(|case| case::photos_with(case, Purpose::Before)).unwrap_or_default();
    let order = case.as_ref().and_then(|case| case.order.as_ref().map(|order| order.measures.clone()));
    let place = case.as_ref().and_then(|case| case.place);
    let fix = drafting.part(|content| content.fix);
    let fix_unmet = drafting.unmet_of("fix");
    let away = move || {
        let m = fix.get()?.point.distance_m(place?);
        let far = (words.shell.metres)(m);
        Some(if m <= 200.0 { ("done", (words.case.on_site)(&far)) } else { ("soon", (words.case.away)(&far)) })
    };
    let ask = Callback::new(move |()| drafting.form.with_untracked(|content| content.ask(drafting)));
    view! {
        <ActFrame sheet=drafting.sheet verb=VerbName::Recheck file_words=acts.recheck_do fields=FIELDS ask=ask>
            {order
                .map(|measures| {
                    view! {
                        <div class="card">
                            <div class="pad stack g-2">
                                <h3>{words.case.measures}</h3>
                                <p>{measures}</p>
                            </div>
                        </div>
                    }
                })}
            <PhotoStrip
                sheet=drafting.sheet
                purpose=Purpose::Recheck
                title=acts.compare
                hint=Signal::stored(acts.compare_hint.to_owned())
                id="photos"
                beside=before
                unmet=drafting.unmet_of("photos")
            />
            <section class="field" id="fix" role="group" aria-labelledby="fix-title" aria-invalid=move || (!fix_unmet.read().is_empty()).then_some("true")>
                <h2 id="fix-title">{words.form.my_position}</h2>
                <p class="hint">{acts.position_needed}</p>
                <FieldError id="fix" unmet=fix_unmet />
                <PositionFinder fix=fix set=Callback::new(move |found| drafting.change("fix", |content| content.fix = Some(found))) />
                {move || {
                    away()
                        .map(|(tone, said)| {
                            view! {
                                <p class="row">
                                    <span class="tag" data-tone=tone>
                                        <Icon name="pin" size="s" />
                                        {said}
                                    </span>
                                </p>
                            }
                        })
                }}
            </section>
            <Choices
                id="passed"
                question=acts.holds
                answers=vec![acts.passed, acts.failed]
                chosen=drafting.part(|content| [true, false].iter().position(|one| Some(*one) == content.passed))
                set=Callback::new(move |n: usize| drafting.change("passed", |content| content.passed = [true, false].get(n).copied()))
                unmet=drafting.unmet_of("passed")
            />
            <TextField
                id="words"
                label=acts.recheck_words
                hint=acts.recheck_words_hint
                phrases=acts.recheck_phrases
                value=drafting.part(|content| content.words.clone())
                set=Callback::new(move |text| drafting.change("words", |content| content.words = text))
                unmet=drafting.unmet_of("words")
            />
        </ActFrame>
    }
    .into_any()
}
