//! The frame of every act: which case it is about, what stands in the way, the dock.

use super::super::{
    draft::{Drafting, Form},
    form::{Dock, ErrorSummary, keeping_line},
    frame::{Back, Frame},
    naming, words,
};
use crate::{
    components::{CaseState, Icon},
    field::phone::Phone,
    locales::{Words, rules, use_language},
};
use huiyin_domain::{
    case::{Ask, Case, VerbName},
    refusal::{Code, Refusal},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

/// The case a form speaks of, as it stood when the form was opened.
pub(super) fn case_of<T: Form>(drafting: Drafting<T>) -> Option<Case> {
    drafting.phone.case(drafting.case).with_untracked(|case| case.as_ref().map(|case| case.case.clone()))
}

/// A choice that was not made: said like any other unmet rule.
pub(super) fn missing(field: &str) -> Refusal {
    Refusal::field(Code::Missing, field)
}

/// The frame.
#[component]
pub(super) fn ActFrame<T: Form>(
    /// The form.
    drafting: Drafting<T>,
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
    let case = case_of(drafting);
    let here = format!("/field/case/{}", drafting.case);
    let navigate = use_navigate();
    let back = here.clone();
    let file = Callback::new(move |()| {
        let (navigate, back) = (navigate.clone(), back.clone());
        drafting.file(ask.run(()), move |_| navigate(&back, NavigateOptions { replace: true, ..Default::default() }));
    });
    let leave_to = here.clone();
    let dock = move || {
        view! {
            <Dock
                drafting=drafting
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
            context=keeping_line(drafting.keeping)
            back=Back { to: here, label: words.shell.back_case }
            dock=dock
            class="stack g-6"
        >
            <ErrorSummary drafting=drafting fields=fields />
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

/// One of a few answers to a question.
#[component]
pub(super) fn Choices<V: PartialEq + Copy + Send + Sync + 'static>(
    /// Id of the fieldset, also the last part of the field's path.
    id: &'static str,
    /// The question.
    question: &'static str,
    /// The answers.
    answers: Vec<(V, &'static str)>,
    /// What is chosen.
    #[prop(into)]
    chosen: Signal<Option<V>>,
    /// Takes a choice.
    set: Callback<V>,
    /// What is unmet.
    #[prop(into)]
    unmet: Signal<Vec<huiyin_domain::refusal::Unmet>>,
) -> impl IntoView {
    view! {
        <fieldset class="field" id=id role="radiogroup" aria-invalid=move || (!unmet.read().is_empty()).then_some("true")>
            <legend>
                <h2>{question}</h2>
            </legend>
            <super::super::form::FieldError id=id unmet=unmet />
            {answers
                .into_iter()
                .map(|(value, name)| {
                    view! {
                        <label class="choice">
                            <input type="radio" name=id prop:checked=move || chosen.get() == Some(value) on:change=move |_| set.run(value) />
                            <span>{name}</span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}
