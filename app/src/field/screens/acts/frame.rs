//! The frame of every act: which case it is about, what stands in the way, the dock.

use super::super::{
    form::{Dock, ErrorSummary, FieldError, keeping_line},
    frame::{Back, Frame},
    naming,
    sheet::Sheet,
    words,
};
use crate::{
    components::{CaseState, Icon},
    field::phone::Phone,
    locales::{Words, rules, use_language},
};
use huiyin_domain::{
    case::{Ask, Case, VerbName},
    refusal::{Code, Refusal, Unmet},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// The case a form speaks of, as it stood when the form was opened.
pub(super) fn case_of(sheet: Sheet) -> Option<Case> {
    sheet.phone.case(sheet.case).with_untracked(|case| case.as_ref().map(|case| case.case.clone()))
}

/// A choice that was not made: said like any other unmet rule.
pub(super) fn missing(field: &str) -> Refusal {
    Refusal::field(Code::Missing, field)
}

/// The frame.
#[component]
pub(super) fn ActFrame(
    /// The form.
    sheet: Sheet,
    /// The verb.
    verb: VerbName,
    /// What the main button says.
    file_words: &'static str,
    /// Ids of the form's fields.
    fields: &'static [&'static str],
    /// The ask, from what is filled in.
    ask: Callback<(), Result<Ask, Refusal>>,
    children: Children,
) -> impl IntoView {
    let words = words();
    let language = use_language();
    let case = case_of(sheet);
    let here = format!("/field/case/{}", sheet.case);
    let navigate = use_navigate();
    let back = here.clone();
    let file = Callback::new(move |()| {
        let (navigate, back) = (navigate.clone(), back.clone());
        let go = Callback::new(move |()| navigate(&back, NavigateOptions { replace: true, ..Default::default() }));
        sheet.file(ask.run(()), go);
    });
    let leave_to = here.clone();
    let dock = move || {
        view! {
            <Dock
                sheet=sheet
                online=file_words
                offline=file_words
                icon=super::icon(verb)
                file=file
                leave_to=leave_to.clone()
            />
        }
    };
    let in_the_way: Vec<String> = case
        .as_ref()
        .and_then(|case| Phone::here().offers(case).into_iter().find(|offer| offer.verb == verb))
        .map(|offer| offer.unmet.iter().map(|unmet| rules::unmet(unmet, language).sentence(language)).collect())
        .unwrap_or_default();
    view! {
        <Frame
            title=verb.words(language).to_owned()
            context=keeping_line(sheet.keeping)
            back=Back { to: here, label: words.shell.back_case }
            dock=dock
            class="stack g-6"
        >
            <ErrorSummary sheet=sheet fields=fields />
            {(!in_the_way.is_empty())
                .then(|| {
                    view! {
                        <div class="banner" data-tone="soon">
                            <Icon name="info" />
                            <strong>{words.acts.not_possible}</strong>
                            <span>{in_the_way.join(" ")}</span>
                        </div>
                    }
                })}
            {case
                .map(|case| {
                    let number = case.number.clone().unwrap_or_default();
                    view! {
                        <section class="stack g-2" aria-label=words.case.case>
                            <h2>{naming::case_title(&case)}</h2>
                            <p class="row">
                                <CaseState case=&case />
                                <span class="meta code">{number}</span>
                            </p>
                            <p class="meta">{naming::case_words(&case)}</p>
                        </section>
                    }
                })}
            {children()}
        </Frame>
    }
}

/// One of a few answers to a question, by its place in the list.
#[component]
pub(super) fn Choices(
    /// Id of the fieldset, also the last part of the field's path.
    id: &'static str,
    /// The question.
    question: &'static str,
    /// The answers.
    answers: Vec<&'static str>,
    /// Which is chosen.
    #[prop(into)]
    chosen: Signal<Option<usize>>,
    /// Takes a choice.
    set: Callback<usize>,
    /// What is unmet.
    #[prop(into)]
    unmet: Signal<Vec<Unmet>>,
) -> impl IntoView {
    let answer = move |n: usize, name: &'static str| {
        view! {
            <label class="choice">
                <input type="radio" name=id prop:checked=move || chosen.get() == Some(n) on:change=move |_| set.run(n) />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field" id=id role="radiogroup" aria-invalid=move || (!unmet.read().is_empty()).then_some("true")>
            <legend>
                <h2>{question}</h2>
            </legend>
            <FieldError id=id unmet=unmet />
            {answers.into_iter().enumerate().map(|(n, name)| answer(n, name)).collect_view()}
        </fieldset>
    }
}
