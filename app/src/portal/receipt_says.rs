//! What a reporter may say by their receipt: answer a question, rate the reply, ask to have it done again. Plain forms
//! that are posted; the receipt number travels in the body like the look-up's own.

use super::{
    receipt::RECEIPT_FIELD,
    views::{Heard, ReceiptFound, ReceiptPage, Said, Saying},
};
use crate::{
    components::{FieldError, Icon, described_by, within_textarea},
    locales::{Language, dates, portal::ReceiptWords},
};
use leptos::prelude::*;

/// Name of the field that says which form it is.
pub const SAYING_FIELD: &str = "say";
/// Name of the field with the words.
pub const WORDS_FIELD: &str = "words";

impl Saying {
    /// As the form says it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Saying::Rate => "rate",
            Saying::Reopen => "reopen",
            Saying::Answer => "answer",
        }
    }
}

/// The forms that fit this matter now.
pub(super) fn says(found: &ReceiptFound, page: &ReceiptPage, words: &'static ReceiptWords, language: Language) -> impl IntoView + use<> {
    let number = page.typed.clone();
    let of = |saying: Saying| page.said.clone().filter(|said| said.saying == saying);
    let open = found.reopen_until.filter(|until| found.now <= *until);
    view! {
        {found.question.as_ref().map(|question| answer(question, &number, of(Saying::Answer), words, language))}
        {found.reply.as_ref().map(|_| match found.rated {
            Some(solved) => view! { <p class="quiet">{if solved { words.rated_solved } else { words.rated_not }}</p> }.into_any(),
            None => rate(&number, of(Saying::Rate), words, language).into_any(),
        })}
        {open.map(|until| {
            let until = dates::deadline(until, language);
            reopen(&until, &number, of(Saying::Reopen), words, language)
        })}
    }
}

fn answer(question: &str, number: &str, said: Option<Said>, words: &'static ReceiptWords, language: Language) -> impl IntoView + use<> {
    let question = question.to_owned();
    view! {
        <section class="stack g-3" aria-labelledby="question">
            <h3 id="question">{words.question}</h3>
            <p lang="zh-CN">{question}</p>
            <form class="stack g-3" method="post" action=action(language)>
                {hidden(number, Saying::Answer)}
                {area("answer", words.answer.into_any(), Some(words.answer_hint), true, said, words)}
                <p class="row"><button class="btn" data-kind="main" type="submit">{words.send_answer}</button></p>
            </form>
        </section>
    }
}

fn rate(number: &str, said: Option<Said>, words: &'static ReceiptWords, language: Language) -> impl IntoView + use<> {
    let label = view! { {words.rate_words}<span class="opt">{words.optional}</span> }.into_any();
    view! {
        <section class="stack g-3" aria-labelledby="rate">
            <h3 id="rate">{words.rate}</h3>
            <form class="stack g-3" method="post" action=action(language)>
                {hidden(number, Saying::Rate)}
                {area("rate-words", label, None, false, said, words)}
                <p class="row">
                    <button class="btn" type="submit" name="solved" value="yes"><Icon name="smile" />{words.solved}</button>
                    <button class="btn" type="submit" name="solved" value="no"><Icon name="frown" />{words.not_solved}</button>
                </p>
            </form>
        </section>
    }
}

fn reopen(until: &str, number: &str, said: Option<Said>, words: &'static ReceiptWords, language: Language) -> impl IntoView + use<> {
    let hint = (words.reopen_until)(until);
    // What was typed is not hidden again.
    let open = said.as_ref().is_some_and(|said| said.heard != Heard::Done);
    view! {
        <details class="fold" open=open>
            <summary>{words.reopen}<Icon name="down" /></summary>
            <form class="stack g-3" method="post" action=action(language)>
                {hidden(number, Saying::Reopen)}
                <p class="quiet">{hint}</p>
                {area("reopen-words", words.reopen_words.into_any(), None, true, said, words)}
                <p class="row"><button class="btn" type="submit">{words.ask_reopen}</button></p>
            </form>
        </details>
    }
}

fn action(language: Language) -> String {
    format!("{}/receipt", language.prefix())
}

fn hidden(number: &str, saying: Saying) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name=RECEIPT_FIELD value=number.to_owned() />
        <input type="hidden" name=SAYING_FIELD value=saying.name() />
    }
}

fn area(
    id: &'static str,
    label: AnyView,
    hint: Option<&'static str>,
    required: bool,
    said: Option<Said>,
    words: &'static ReceiptWords,
) -> impl IntoView + use<> {
    let error = said.as_ref().and_then(|said| match said.heard {
        Heard::TooShort => Some(words.too_short),
        Heard::TooLong => Some(words.too_long),
        Heard::Done | Heard::TooMany | Heard::NotNow => None,
    });
    let typed = said.filter(|said| said.heard != Heard::Done).map(|said| within_textarea(&said.words)).unwrap_or_default();
    let invalid = error.map(|_| "true");
    view! {
        <div class="field" aria-invalid=invalid>
            <label for=id>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=format!("{id}-h")>{hint}</p> })}
            {error.map(|error| view! { <div role="alert"><FieldError id=format!("{id}-e") words=error /></div> })}
            <textarea
                class="input"
                id=id
                name=WORDS_FIELD
                rows="3"
                maxlength="1000"
                required=required
                aria-invalid=invalid
                aria-describedby=described_by(id, hint.is_some(), error.is_some())
            >
                {typed}
            </textarea>
        </div>
    }
}
