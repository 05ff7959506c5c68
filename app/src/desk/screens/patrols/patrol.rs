//! The page of a patrol: what is planned, what was found, what came of it, and changing it.

use super::{
    facts::facts,
    people::ChangePeople,
    rows::standing,
    sending::{Sending, field_id, outcome},
    visits::{cases, visits},
};
use crate::{
    backend::{Me, PatrolView, Problem},
    components::{Banner, Field, Icon, Tone, described_by},
    desk::{
        Asking, calls,
        screens::{Bones, DemoNote, Failed, case::minted},
        use_words,
    },
    locales::{Words, use_language},
};
use huiyin_domain::{case::Words as Said, ids::PatrolId, patrol::PatrolAsk};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use std::sync::Arc;

/// One patrol.
#[component]
pub fn PatrolScreen() -> impl IntoView {
    let Asking(me) = expect_context::<Asking>();
    let params = use_params_map();
    // Text that is no id names no patrol, and the server says so.
    let id = Memo::new(move |_| {
        let text = params.with(|params| params.get("patrol").unwrap_or_default());
        text.parse::<PatrolId>().unwrap_or(PatrolId(uuid::Uuid::nil()))
    });
    let patrol = Resource::new_blocking(move || id.get(), calls::patrol);
    view! {
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, patrol.await) {
                    (Ok(me), Ok(view)) => page(me, view, patrol).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem heads=true /> }.into_any(),
                }
            })}
        </Transition>
    }
}

fn page(me: Me, view: PatrolView, patrol: Resource<Result<PatrolView, Problem>>) -> impl IntoView {
    let all = use_words();
    let words = &all.patrols;
    let (me, view) = (Arc::new(me), Arc::new(view));
    let title = view.patrol.plan.title.clone();
    let (changing, cancelling) = (RwSignal::new(false), RwSignal::new(false));
    let (change_me, change_view) = (me.clone(), view.clone());
    let id = view.patrol.id;
    view! {
        <Title text=format!("{title} · {}", words.tab_title) />
        <nav aria-label=all.case.breadcrumb>
            <ol class="crumb" role="list">
                <li>
                    <a href="/desk/patrols">{words.title}</a>
                </li>
                <li aria-hidden="true">"/"</li>
                <li lang="zh-CN">{title.clone()}</li>
            </ol>
        </nav>
        <div class="top">
            <h1 lang="zh-CN">{title}</h1>
            <span class="row">
                {view.patrol.plan.kind.words(use_language())}
                " "
                {standing(view.patrol.state)}
            </span>
        </div>
        <div class="stack g-5">
            <DemoNote demo=me.demo />
            {view.hidden.then(|| view! { <Banner tone=Tone::Info icon="lock" title=words.hidden>{words.hidden_text}</Banner> })}
            <div class="split">
                <div class="aside">{steps(&view, changing, cancelling)}</div>
                <div class="stack g-6">
                    {move || changing.get().then(|| view! {
                        <ChangePeople me=change_me.clone() view=change_view.clone() patrol=patrol open=changing />
                    })}
                    {move || cancelling.get().then(|| cancel(id, patrol, cancelling))}
                    {facts(&me, &view)}
                    {visits(&me, &view)}
                    {cases(&me, &view)}
                </div>
            </div>
        </div>
    }
}

/// What I may do.
fn steps(view: &PatrolView, changing: RwSignal<bool>, cancelling: RwSignal<bool>) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let change = view.may_change.then(|| {
        let show = move |form: RwSignal<bool>, other: RwSignal<bool>, heading: &'static str| {
            other.set(false);
            form.update(|open| *open = !*open);
            minted::focus(heading);
        };
        view! {
            <button class="btn" type="button" aria-expanded=move || changing.get().to_string() on:click=move |_| show(changing, cancelling, "change-people")>
                <Icon name="users" />
                {words.change_people}
            </button>
            <button
                class="btn"
                data-kind="stop"
                type="button"
                aria-expanded=move || cancelling.get().to_string()
                on:click=move |_| show(cancelling, changing, "cancel-patrol")
            >
                <Icon name="x" />
                {words.cancel}
            </button>
        }
    });
    let copy = view.may_plan.then(|| {
        view! {
            <a class="btn" href=format!("/desk/patrols/new?copy={}", view.patrol.id)>
                <Icon name="copy" />
                {words.copy}
            </a>
        }
    });
    (view.may_change || view.may_plan).then(|| {
        view! {
            <section class="card" aria-labelledby="steps">
                <header>
                    <h2 id="steps">{words.change}</h2>
                </header>
                <div class="pad stack g-2">{change} {copy}</div>
            </section>
        }
    })
}

/// The form that cancels it.
fn cancel(id: PatrolId, patrol: Resource<Result<PatrolView, Problem>>, open: RwSignal<bool>) -> impl IntoView {
    let words = &use_words().patrols;
    let reason = RwSignal::new(String::new());
    let sending = Sending::new();
    let error = sending.error("words");
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sending.send(Some(id), PatrolAsk::Cancel(Said { words: reason.get_untracked() }), move |_| {
            open.set(false);
            patrol.refetch();
        });
    };
    view! {
        <section class="card" aria-labelledby="cancel-patrol">
            <header>
                <h2 id="cancel-patrol" tabindex="-1">
                    {words.cancel}
                </h2>
            </header>
            <form class="pad stack" method="post" novalidate on:submit=submit>
                {outcome(sending, words.refused_change, vec![("words", words.cancel_words)])}
                <Field id=field_id("words") label=words.cancel_words error=error>
                    <textarea
                        class="input"
                        id=field_id("words")
                        name="words"
                        rows="3"
                        aria-describedby=move || described_by(&field_id("words"), false, error.get().is_some())
                        aria-invalid=move || error.get().map(|_| "true")
                        prop:value=move || reason.get()
                        on:input=move |event| reason.set(event_target_value(&event))
                    ></textarea>
                </Field>
                <p class="row">
                    <button class="btn" data-kind="stop" type="submit" aria-disabled=move || sending.busy.get().then_some("true")>
                        {move || if sending.busy.get() { words.sending } else { words.cancel }}
                    </button>
                    <button class="btn" data-kind="quiet" type="button" on:click=move |_| open.set(false)>
                        {words.keep}
                    </button>
                </p>
            </form>
        </section>
    }
}
