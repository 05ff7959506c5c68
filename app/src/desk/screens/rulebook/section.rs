//! One section: read by everybody, edited in the draft.

use super::{
    bench::{Bench, Said},
    fields::section_of,
    item::{edited, shown},
    told::told,
};
use crate::{
    backend::{Me, Problem, SectionPage},
    components::{Banner, Empty, Icon, Tone},
    desk::{
        Asking, calls,
        screens::{
            Bones, DemoNote, Failed, NotFound,
            failed::{said as problem_said, sign_in_address},
        },
        use_words,
    },
    locales::{Words, dates, use_language},
};
use huiyin_domain::rulebook::{
    changes,
    file::{Section, Sections},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use serde_json::Value;
use std::sync::Arc;

/// One section of the rulebook.
#[component]
pub fn RulebookSection() -> impl IntoView {
    let Asking(me) = expect_context::<Asking>();
    let params = use_params_map();
    let section = Memo::new(move |_| params.with(|params| params.get("section")).and_then(|code| section_of(&code)));
    let page = Resource::new_blocking(
        move || section.get(),
        |section| async move {
            match section {
                Some(section) => calls::rulebook_section(section).await.map(Some),
                None => Ok(None),
            }
        },
    );
    view! {
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, page.await) {
                    (Ok(me), Ok(Some(page))) => drawn(&me, page).into_any(),
                    (Ok(_), Ok(None)) => view! { <NotFound /> }.into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem heads=true /> }.into_any(),
                }
            })}
        </Transition>
    }
}

fn drawn(me: &Me, page: SectionPage) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().rulebook;
    let title = page.section.words(language);
    let bench = Bench::new(&page);
    view! {
        <Title text=format!("{title} · {}", words.tab_title) />
        <nav aria-label=use_words().case.breadcrumb>
            <ol class="crumb" role="list">
                <li><a href="/desk/rulebook">{words.title}</a></li>
                <li aria-hidden="true">"/"</li>
                <li>{title}</li>
            </ol>
        </nav>
        <div class="top">
            <h1>{title}</h1>
        </div>
        <div class="stack">
            <DemoNote demo=me.demo />
            {standing(&page)}
            {(page.section == Section::Visits).then(|| view! { <p class="meta">{words.visits_hint}</p> })}
            {if bench.may_edit() { form(bench, &page).into_any() } else { reading(bench, &page).into_any() }}
        </div>
    }
}

/// Who saved it last, or that it is only read.
fn standing(page: &SectionPage) -> AnyView {
    let language = use_language();
    let words = &use_words().rulebook;
    match (&page.saved_by, page.saved_at) {
        (Some(by), Some(at)) => {
            view! { <p class="meta">{words.saved_by} " " {by.clone()} " · " {dates::moment(at, language)}</p> }.into_any()
        }
        _ if page.draft.is_none() => view! { <p class="meta">{words.for_all}</p> }.into_any(),
        _ => ().into_any(),
    }
}

fn reading(bench: Bench, page: &SectionPage) -> impl IntoView + use<> {
    let items = bench.items.with_untracked(|items| items.iter().map(|item| item.value.get_untracked()).collect::<Vec<_>>());
    let empty = bench.is_list() && items.is_empty();
    let lines = items.iter().map(|value| shown(value, bench, &page.choices)).collect_view();
    frame(bench, empty, lines.into_any())
}

fn frame(bench: Bench, empty: bool, lines: AnyView) -> AnyView {
    let words = &use_words().rulebook;
    if empty {
        return view! {
            <div class="card">
                <Empty title=words.empty icon="doc">{words.empty_text}</Empty>
            </div>
        }
        .into_any();
    }
    if bench.is_list() {
        view! { <ul role="list" class="card rows">{lines}</ul> }.into_any()
    } else {
        view! { <div class="card"><div class="pad">{lines}</div></div> }.into_any()
    }
}

fn form(bench: Bench, page: &SectionPage) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().rulebook;
    let from = Arc::new(page.choices.clone());
    let rows = view! {
        <For each=move || bench.items.get() key=|item| item.key children=move |item| edited(item, bench, Arc::clone(&from)) />
    };
    let none = move || bench.items.with(Vec::is_empty);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        bench.save();
    };
    let list = frame(bench, false, rows.into_any());
    view! {
        <form method="post" on:submit=submit>
            <fieldset class="stack" disabled=move || !bench.ready.get()>
                <div role="status">{move || outcome(bench)}</div>
                {move || (bench.is_list() && none()).then(|| view! {
                    <div class="card">
                        <Empty title=words.empty icon="doc">{words.empty_text}</Empty>
                    </div>
                })}
                <div hidden=move || bench.is_list() && none()>{list}</div>
                <p class="row">
                    {bench.is_list().then(|| view! {
                        <button class="btn" type="button" on:click=move |_| bench.add(language)>
                            <Icon name="plus" size="s" />
                            {words.add}
                        </button>
                    })}
                    <button class="btn" data-kind="main" type="submit">
                        {words.save}
                    </button>
                    <a class="btn" data-kind="quiet" href="/desk/rulebook/preview">{words.preview}</a>
                </p>
            </fieldset>
        </form>
    }
}

/// What the last save came to.
fn outcome(bench: Bench) -> AnyView {
    let words = &use_words().rulebook;
    match bench.said.get() {
        Said::Nothing => ().into_any(),
        Said::Saving => view! { <p class="meta">{words.saving}</p> }.into_any(),
        Said::Saved => {
            let wrong = bench.flaws.with(|flaws| flaws.iter().filter(|flaw| !flaw.is_warning()).count());
            match wrong {
                0 => view! { <Banner tone=Tone::Done title=words.saved /> }.into_any(),
                n => view! { <Banner tone=Tone::Soon title=format!("{}{n}", words.saved_flaws) /> }.into_any(),
            }
        }
        Said::Conflict(theirs) => conflict(bench, *theirs),
        Said::Trouble(problem) => trouble(&problem),
    }
}

fn trouble(problem: &Problem) -> AnyView {
    let (title, detail) = problem_said(problem);
    let signed_out = problem.status == 401;
    let address = sign_in_address();
    view! {
        <Banner tone=Tone::Late title=title>
            {detail}
            {signed_out.then(|| view! { " " <a href=move || address.get() rel="external" target="_blank">{use_words().outcome.sign_in_again}</a> })}
        </Banner>
    }
    .into_any()
}

/// Somebody saved first: what differs, and whose shall be kept.
fn conflict(bench: Bench, theirs: SectionPage) -> AnyView {
    let language = use_language();
    let words = &use_words().rulebook;
    let who = theirs.saved_by.clone().unwrap_or_default();
    let when = theirs.saved_at.map(|at| dates::moment(at, language)).unwrap_or_default();
    let of = |body: &Value| Sections::from([(bench.section, body.clone())]);
    let differ = changes(&of(&theirs.body), &of(&bench.body()));
    let same = differ.is_empty();
    let choices = theirs.choices.clone();
    let (mine, other) = (theirs.clone(), theirs);
    view! {
        <div class="stack g-3" id="conflict">
            <Banner tone=Tone::Late title=words.conflict>
                {who} " · " {when} <br /> {words.conflict_text}
            </Banner>
            {if same {
                view! { <p class="meta">{words.conflict_same}</p> }.into_any()
            } else {
                view! { <div class="card"><div class="pad stack g-3">{told(&differ, &choices)}</div></div> }.into_any()
            }}
            <p class="row">
                <button class="btn" data-kind="main" type="button" on:click=move |_| bench.keep_mine(&mine)>{words.keep_mine}</button>
                <button class="btn" type="button" on:click=move |_| bench.take_theirs(&other)>{words.take_theirs}</button>
            </p>
        </div>
    }
    .into_any()
}

/// Where a section is edited.
pub(super) fn address(section: Section) -> String {
    format!("/desk/rulebook/{}", section.code())
}
