//! The open form and what its last submission came to.

use super::{
    publication,
    workbench::{Said, Workbench},
};
use crate::{
    backend::{CaseView, Me},
    components::{Banner, ErrorLine, ErrorSummary, Icon, Tone},
    desk::{
        asked::details,
        forms::{Ground, Sheet, sheet},
        naming,
        screens::{
            case::field::{self, field_id},
            failed::{said as told, sign_in_address},
        },
        use_words,
    },
    locales::{Words, dates, rules, use_language},
};
use huiyin_domain::{
    case::{Event, VerbName},
    moment::Moment,
    refusal::Unmet,
};
use leptos::prelude::*;
use std::sync::Arc;

/// Outcome and form.
pub(super) fn panel(me: &Me, view: &CaseView, bench: Workbench) -> impl IntoView + use<> {
    let (me, view) = (Arc::new(me.clone()), Arc::new(view.clone()));
    let language = use_language();
    let who = me.clone();
    let open = {
        let view = view.clone();
        move || {
            let verb = bench.open.get()?;
            let ground = Ground { view: &view, me: &me, language };
            Some(match sheet(verb, &ground) {
                Some(sheet) => draw(sheet, &view, bench).into_any(),
                None => on_the_phone(verb).into_any(),
            })
        }
    };
    let outcome = move || bench.said.get().map(|said| outcome(&said, &view, &who, bench));
    view! {
        <div class="stack" id="outcome" tabindex="-1" hidden=move || bench.said.with(Option::is_none)>
            {outcome}
        </div>
        {open}
    }
}

fn on_the_phone(verb: VerbName) -> impl IntoView {
    let words = &use_words().case;
    view! {
        <section class="card" aria-labelledby="form-title">
            <header>
                <h2 id="form-title" tabindex="-1">
                    {verb.words(use_language())}
                </h2>
            </header>
            <div class="pad stack">
                <p>{words.on_phone_hint}</p>
                <p>
                    <a class="btn" href="/field" rel="external">
                        <Icon name="phone" />
                        {words.on_phone}
                    </a>
                </p>
            </div>
        </section>
    }
}

fn draw(sheet: Sheet, view: &CaseView, bench: Workbench) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().outcome;
    let (case, base, verb) = (view.case.id, view.case.seq, sheet.verb);
    if sheet.asks_for_a_person() {
        Effect::new(move |_| bench.look_for_people(case, verb));
    }
    let names: Vec<String> = sheet.fields.iter().map(|field| field.name.clone()).collect();
    let starts = Arc::new(sheet.starts());
    let fields = sheet.fields.iter().cloned().map(|one| field::draw(one, verb, &names, &starts, bench)).collect_view();
    bench.fields.set_value(sheet.fields.iter().map(|field| (field.name.clone(), field.label.clone())).collect());
    let intro = sheet.intro.clone().map(|words| view! { <p>{words}</p> });
    let record = (verb == VerbName::Publish).then(|| publication::under_review(view).map(publication::text));
    let sheet = Arc::new(sheet);
    view! {
        <section class="card" aria-labelledby="form-title">
            <header>
                <h2 id="form-title" tabindex="-1">
                    {verb.words(language)}
                </h2>
            </header>
            <form
                class="pad"
                method="post"
                novalidate
                aria-busy=move || bench.busy.get().to_string()
                on:submit=move |event| {
                    event.prevent_default();
                    bench.send(&sheet, case, base);
                }
            >
                // Typing reaches the program only once it has arrived; until then the fields wait.
                <fieldset class="stack" disabled=move || !bench.ready.get()>
                    {move || (!bench.ready.get()).then(|| view! { <p class="meta">{words.starting}</p> })}
                    {intro}
                    {record}
                    {fields}
                    <div class="row">
                        <button
                            class="btn"
                            data-kind="main"
                            type="submit"
                            aria-busy=move || bench.busy.get().to_string()
                            aria-disabled=move || bench.busy.get().then_some("true")
                        >
                            {move || bench.busy.get().then(|| view! { <Icon name="sync" /> })}
                            {move || if bench.busy.get() { words.sending } else { rules::button(verb, language) }}
                        </button>
                        <button class="btn" data-kind="quiet" type="button" on:click=move |_| bench.hide()>
                            {words.cancel}
                        </button>
                    </div>
                </fieldset>
            </form>
        </section>
    }
}

fn outcome(said: &Said, view: &CaseView, me: &Me, bench: Workbench) -> AnyView {
    let language = use_language();
    let words = &use_words().outcome;
    match said {
        Said::Applied(verb) => {
            let title = naming::pair(words.applied, rules::done(*verb, language), language);
            view! {
                <div role="status">
                    <Banner tone=Tone::Done title=title>
                        {words.applied_text}
                    </Banner>
                </div>
            }
            .into_any()
        }
        Said::Restored => view! {
            <div role="status">
                <Banner tone=Tone::Info title=words.restored />
            </div>
        }
        .into_any(),
        Said::Conflict { theirs, by, at } => {
            let who = by.clone().unwrap_or_else(|| words.a_colleague.to_owned());
            let what = format!("{who} · {} · {}", rules::done(*theirs, language), dates::moment(*at, language));
            let theirs = said_by_them(*theirs, *at, view, me);
            let still =
                bench.open.get_untracked().is_none_or(|verb| view.offers.iter().any(|offer| offer.verb == verb && offer.unmet.is_empty()));
            view! {
                <div role="alert">
                    <Banner tone=Tone::Soon title=words.conflict>
                        {what}
                        {theirs.into_iter().map(|line| view! { <br /> {line} }).collect_view()}
                        <br />
                        {if still { words.conflict_text } else { words.conflict_gone }}
                    </Banner>
                </div>
            }
            .into_any()
        }
        Said::Refused(unmet) => summary(words.refused, unmet, bench),
        Said::Slips(unmet) => summary(words.check_form, unmet, bench),
        Said::Trouble(problem) if !problem.unmet.is_empty() => summary(words.refused, &problem.unmet, bench),
        Said::Trouble(problem) => {
            let (title, detail) = told(problem);
            let signed_out = problem.status == 401;
            let address = sign_in_address();
            let request = problem.request_id.clone();
            view! {
                <div role="alert">
                    <Banner tone=Tone::Late title=title>
                        {detail}
                        {(!request.is_empty()).then(|| view! {
                            <br />
                            {words.request}
                            ": "
                            <span class="code">{request}</span>
                        })}
                        {signed_out.then(|| view! {
                            <br />
                            <a href=move || address.get() rel="external">
                                {words.sign_in_again}
                            </a>
                        })}
                    </Banner>
                </div>
            }
            .into_any()
        }
    }
}

/// What they wrote who acted first, so that both sides stand on one page: theirs here, one's own in the form below.
fn said_by_them(theirs: VerbName, at: Moment, view: &CaseView, me: &Me) -> Vec<String> {
    let asks = view.timeline.iter().rev().filter(|entry| entry.at == at && entry.ineffective.is_none()).flat_map(|entry| &entry.events);
    let ask = asks.filter_map(|event| match event {
        Event::Did { ask } | Event::AwaitsConfirmation { ask, .. } => Some(ask),
        _ => None,
    });
    ask.filter(|ask| ask.name() == theirs).flat_map(|ask| details(ask, &me.rulebook, &view.people, use_language())).collect()
}

/// Every unmet rule, linked to its field where the form has one.
fn summary(title: &'static str, unmet: &[Unmet], bench: Workbench) -> AnyView {
    let language = use_language();
    let (names, labels): (Vec<String>, Vec<String>) = bench.fields.get_value().into_iter().unzip();
    let lines = unmet
        .iter()
        .map(|unmet| {
            let name = unmet.field.as_deref().and_then(|path| field::of_path(path, &names));
            let label = name.and_then(|name| names.iter().zip(&labels).find(|(known, _)| *known == name)).map(|(_, label)| label);
            let words = match label {
                Some(label) => naming::pair(label, &field::sentence(unmet, language), language),
                None => rules::unmet(unmet, language).sentence(language),
            };
            ErrorLine { input: name.map(field_id), words }
        })
        .collect::<Vec<_>>();
    view! {
        <div on:click=field::go_to_input>
            <ErrorSummary title=title lines=lines />
        </div>
    }
    .into_any()
}
