//! The page of a case: state and next steps first, then facts, photos, what closing needs, what happened.

mod closing;
mod dues;
pub(in crate::desk) mod facts;
mod field;
pub(in crate::desk) mod happened;
pub(super) mod minted;
mod nearby;
mod offers;
mod others;
mod panel;
mod papers;
pub(super) mod photos;
mod publication;
mod replies;
mod similar;
mod standing;
mod vault;
mod workbench;

use super::{Bones, DemoNote, Failed};
use crate::{
    backend::{CaseView, Me},
    desk::{Asking, calls, naming, use_words},
    locales::use_language,
};
use huiyin_domain::case::State;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use workbench::Workbench;

/// One case.
#[component]
pub fn CaseScreen() -> impl IntoView {
    let Asking(me) = expect_context::<Asking>();
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("number").unwrap_or_default()));
    let case = Resource::new_blocking(move || number.get(), calls::case);
    let bench = Workbench::new(number, case);
    provide_context(bench);
    view! {
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, case.await) {
                    (Ok(me), Ok(view)) => page(&me, &view, bench).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem heads=true /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// What a case is called: its category and where it is.
fn title(me: &Me, view: &CaseView) -> String {
    let language = use_language();
    let category = naming::category(&me.rulebook, &view.case.category, language);
    match &view.case.division {
        Some(division) => {
            let place = naming::division(&me.rulebook, division, language);
            language.pick(format!("{place}：{category}"), format!("{category}, {place}"))
        }
        None => category,
    }
}

fn page(me: &Me, view: &CaseView, bench: Workbench) -> impl IntoView + use<> {
    let all = use_words();
    let words = &all.case;
    let title = title(me, view);
    let number = view.case.number.clone().unwrap_or_default();
    let public = view.case.state == State::Closed && publication::is_public(view);
    view! {
        <Title text=format!("{title} · {number} · {}", words.room) />
        <nav aria-label=words.breadcrumb>
            <ol class="crumb" role="list">
                <li>
                    <a href="/desk">{all.inbox.title}</a>
                </li>
                <li aria-hidden="true">"/"</li>
                <li class="code">{number.clone()}</li>
            </ol>
        </nav>
        <div class="top">
            <h1>{title}</h1>
            {public.then(|| view! {
                <a class="btn" data-kind="quiet" href=format!("/cases/{number}") rel="external">
                    <crate::components::Icon name="eye" />
                    {words.public_page}
                </a>
            })}
        </div>
        <div class="stack">
            <DemoNote demo=me.demo />
            <div class="split">
                <div class="aside">
                    {standing::standing(view)}
                    {offers::offers(view, bench)}
                    {closing::closing(view, bench)}
                    {dues::dues(view)}
                </div>
                <div class="stack g-6">
                    {others::others(bench)}
                    {panel::panel(me, view, bench)}
                    {facts::facts(me, view)}
                    {photos::photos(me, view)}
                    {replies::replies(me, view)}
                    {publication::publication(view, bench)}
                    {happened::happened(me, view)}
                    {papers::papers(view)}
                    {nearby::nearby(me, view)}
                    {similar::similar(me, view)}
                    {vault::vault(view, bench)}
                </div>
            </div>
        </div>
    }
}
