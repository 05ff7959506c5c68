//! `/receipt`: the reporter's own answer. The number is posted, never part of an address, and stands in no link.

use super::{
    Setting,
    around::{Frame, Here, page},
    naming::{category_name, unit_name, written},
    receipt_says::says,
    views::{Heard, ReceiptAnswer, ReceiptFound, ReceiptPage},
};
use crate::{
    components::{Banner, FieldError, Hui, Icon, Mark, ReplyBubble, Step, Timeline, Tone, described_by, hui_step},
    locales::{
        Language, Words, dates,
        portal::{PortalWords, ReceiptWords},
        rules,
    },
};
use huiyin_domain::{case::State, receipt::NotAReceipt};
use leptos::prelude::*;
use time::Duration;

/// Name of the form's only field.
pub const RECEIPT_FIELD: &str = "number";

/// The receipt page.
#[must_use]
pub fn receipt(receipt: &ReceiptPage, setting: Setting<'_>) -> String {
    let language = setting.language;
    let all = PortalWords::of(language);
    let words = &all.receipt;
    let frame = Frame { title: (all.around.title)(words.title), description: None, path: "/receipt".to_owned(), here: Here::Receipt };
    page(setting, frame, || {
        view! {
            <main id="main" tabindex="-1" class="wrap stack g-8 page-pad column">
                {form(receipt, words, language)}
                {receipt.answer.as_ref().map(|answer| answer_view(answer, receipt, words, language))}
            </main>
        }
    })
}

fn form(receipt: &ReceiptPage, words: &'static ReceiptWords, language: Language) -> impl IntoView + use<> {
    let error = match &receipt.answer {
        Some(ReceiptAnswer::NotANumber(NotAReceipt::Form)) => Some(words.not_a_number),
        Some(ReceiptAnswer::NotANumber(NotAReceipt::Check)) => Some(words.mistyped),
        _ => None,
    };
    let invalid = error.map(|_| "true");
    view! {
        <form class="stack g-5" method="post" action=format!("{}/receipt", language.prefix())>
            <h1>{words.title}</h1>
            <div class="field" aria-invalid=invalid>
                <label for="number">{words.label}</label>
                <p class="hint" id="number-h">{words.hint}</p>
                {error.map(|error| view! { <div role="alert"><FieldError id="number-e" words=error /></div> })}
                <div class="join">
                    <input
                        class="input mono"
                        data-size="l"
                        type="text"
                        id="number"
                        name=RECEIPT_FIELD
                        value=receipt.typed.clone()
                        maxlength="64"
                        required=true
                        autocomplete="off"
                        autocapitalize="characters"
                        spellcheck="false"
                        aria-invalid=invalid
                        aria-describedby=described_by("number", true, error.is_some())
                    />
                    <button class="btn" data-kind="main" data-size="l" type="submit">{words.look}</button>
                </div>
            </div>
            <details class="fold">
                <summary>{words.lost}<Icon name="down" /></summary>
                <p class="quiet">{words.lost_more}</p>
            </details>
        </form>
    }
}

fn answer_view(answer: &ReceiptAnswer, page: &ReceiptPage, words: &'static ReceiptWords, language: Language) -> AnyView {
    match answer {
        ReceiptAnswer::NotANumber(_) => ().into_any(),
        ReceiptAnswer::NotFound => view! {
            <div role="status"><Banner tone=Tone::Soon icon="search" title=words.not_found>{words.not_found_more}</Banner></div>
        }
        .into_any(),
        ReceiptAnswer::TooMany { retry_after_s } => {
            let wait = dates::span(Duration::seconds(i64::from(*retry_after_s) + 59), language);
            let more = (words.too_many_more)(&wait);
            view! { <div role="status"><Banner tone=Tone::Late icon="lock" title=words.too_many>{more}</Banner></div> }.into_any()
        }
        ReceiptAnswer::Found(found) => found_view(found, page, words, language).into_any(),
    }
}

fn found_view(found: &ReceiptFound, page: &ReceiptPage, words: &'static ReceiptWords, language: Language) -> impl IntoView + use<> {
    let answered = found.reply.is_some();
    let state = rules::state_for_reporter(found.state, answered, language);
    let unit = found.unit.as_deref().map(|unit| unit_name(&found.rulebook, unit, language));
    let matter = (words.matter)(&category_name(&found.rulebook, &found.category, language));
    let received = (words.received)(&dates::moment_and_year(found.received_at, language));
    let due = found.due_at.filter(|due| runs(found.state) && *due >= found.now);
    let due = due.map(|at| format!(" · {}", (words.due)(&dates::deadline(at, language))));
    let public = found.published.then(|| format!("{}/cases/{}", language.prefix(), found.number));
    view! {
        <section class="card" aria-labelledby="found">
            <div class="pad stack g-5">
                {heard(page, words)}
                <div class="row whole top-row">
                    <Hui step=hui_step(found.state, None, answered) size="l" />
                    <div class="stack g-1">
                        <h2 id="found">{state}</h2>
                        <p class="meta">{matter}" "<span class="code">{found.number.clone()}</span></p>
                        <p class="meta">{received}{due}</p>
                    </div>
                </div>
                {late(found, unit.as_deref(), words, language)}
                {reckoning(found, words, language)}
                {reply(found, unit.as_deref(), words, language)}
                {says(found, page, words, language)}
                {steps(found, words, language)}
                {public.map(|href| view! { <p class="row"><a class="btn" href=href>{words.public_page}<Icon name="right" size="s" /></a></p> })}
                <p class="fine row whole"><Icon name="lock" size="s" /><span>{words.keep}</span></p>
            </div>
        </section>
    }
}

/// Whether the promise still counts: work is left to do and does not rest.
fn runs(state: State) -> bool {
    state.is_open() && state != State::Suspended
}

/// What became of what the reporter has just said; what is wrong with a field stands beside it.
fn heard(page: &ReceiptPage, words: &'static ReceiptWords) -> Option<impl IntoView + use<>> {
    let said = page.said.as_ref()?;
    let (tone, title, more) = match said.heard {
        Heard::Done => (Tone::Done, words.heard[said.saying as usize], None),
        Heard::TooMany => (Tone::Soon, words.said_often, Some(words.said_often_more)),
        Heard::NotNow => (Tone::Soon, words.not_now, Some(words.not_now_more)),
        Heard::TooShort | Heard::TooLong => return None,
    };
    Some(view! { <div role="status"><Banner tone=tone title=title>{more}</Banner></div> })
}

/// Where the due date comes from: start, length, holidays and pauses, in plain words.
fn reckoning(found: &ReceiptFound, words: &'static ReceiptWords, language: Language) -> Option<impl IntoView + use<>> {
    let due = found.due.as_ref()?;
    let explained = format!("{}{}{}", due.clock.words(language), language.pick("：", ": "), rules::explain(due, language));
    let resting = found.resting.then(|| view! { <p class="quiet">{words.resting}</p> });
    Some(view! {
        {resting}
        <details class="fold">
            <summary>{words.why_due}<Icon name="down" /></summary>
            <p class="quiet">{explained}</p>
        </details>
    })
}

/// Late is called late.
fn late(found: &ReceiptFound, unit: Option<&str>, words: &'static ReceiptWords, language: Language) -> impl IntoView + use<> {
    let due = found.due_at.filter(|due| runs(found.state) && *due < found.now)?;
    let title = (words.late)(&dates::span(found.now - due, language));
    let more = (words.late_more)(&dates::deadline(due, language), unit);
    Some(view! { <Banner tone=Tone::Late title=title>{more}</Banner> })
}

fn reply(found: &ReceiptFound, unit: Option<&str>, words: &'static ReceiptWords, language: Language) -> AnyView {
    match &found.reply {
        None => view! { <p class="quiet">{words.no_reply}</p> }.into_any(),
        Some(reply) => {
            let when = found.replied_at.map(|at| dates::moment(at, language));
            let at = found.replied_at.map(|at| at.to_string());
            let from = unit.unwrap_or(words.county).to_owned();
            view! {
                <section class="stack g-3" aria-labelledby="reply">
                    <h3 id="reply">{words.reply}</h3>
                    <div lang=written(language)><ReplyBubble from=from when=when at=at words=reply.clone() /></div>
                </section>
            }
            .into_any()
        }
    }
}

fn steps(found: &ReceiptFound, words: &'static ReceiptWords, language: Language) -> impl IntoView + use<> {
    let steps: Vec<Step> = found
        .steps
        .iter()
        .rev()
        .map(|step| Step {
            mark: Mark::of_step(step.what),
            what: step.what.words(language).to_owned(),
            more: None,
            by: dates::moment(step.at, language),
            at: Some(step.at.to_string()),
            body: None,
        })
        .collect();
    (!steps.is_empty()).then(|| {
        view! {
            <section class="stack g-3" aria-labelledby="steps">
                <h3 id="steps">{words.steps}</h3>
                <Timeline steps=steps />
            </section>
        }
    })
}
