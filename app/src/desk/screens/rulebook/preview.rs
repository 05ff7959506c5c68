//! What the draft changes, whom it touches, and the second person's deed.

use super::{edition, flaws, refusal, told::told, why_not};
use crate::{
    backend::{DraftOutcome, DraftPreview, DraftRevision, Me, Problem},
    components::{Banner, Empty, Icon, Tone},
    desk::{
        Asking, calls,
        screens::{Bones, DemoNote, Failed},
        use_words,
    },
    locales::{dates, use_language},
};
use huiyin_domain::rulebook::Flaw;
use leptos::prelude::*;
use leptos_meta::Title;

/// The draft, before it is put in force.
#[component]
pub fn RulebookPreview() -> impl IntoView {
    let words = &use_words().rulebook;
    let Asking(me) = expect_context::<Asking>();
    let preview = Resource::new_blocking(|| (), |()| calls::preview_draft());
    // It outlives the refetch after a refusal, so that the reason can still be read.
    let force = Action::new(move |at: &DraftRevision| {
        let at = *at;
        async move {
            let outcome = calls::put_in_force(at).await;
            if !matches!(outcome, Ok(DraftOutcome::Done { .. })) {
                preview.refetch();
            }
            outcome
        }
    });
    view! {
        <Title text=format!("{} · {}", words.preview_title, words.tab_title) />
        <nav aria-label=use_words().case.breadcrumb>
            <ol class="crumb" role="list">
                <li><a href="/desk/rulebook">{words.title}</a></li>
                <li aria-hidden="true">"/"</li>
                <li>{words.draft}</li>
            </ol>
        </nav>
        <div class="top">
            <h1>{words.preview_title}</h1>
        </div>
        <div role="status">{move || force.value().get().map(|outcome| came_to(&outcome))}</div>
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, preview.await) {
                    (Ok(me), Ok(preview)) => shown(&me, &preview, force).into_any(),
                    (Ok(_), Err(problem)) if problem.code == "no_draft" => none().into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                }
            })}
        </Transition>
    }
}

type Force = Action<DraftRevision, Result<DraftOutcome, Problem>>;

fn came_to(outcome: &Result<DraftOutcome, Problem>) -> AnyView {
    let language = use_language();
    let words = &use_words().rulebook;
    match outcome {
        Ok(DraftOutcome::Done { version }) => view! {
            <Banner tone=Tone::Done title=format!("{}{}", words.forced, edition(*version, language))>
                <a href="/desk/rulebook">{words.back}</a>
            </Banner>
        }
        .into_any(),
        other => refusal(other),
    }
}

fn none() -> impl IntoView {
    let words = &use_words().rulebook;
    view! {
        <div class="card">
            <Empty title=words.no_draft icon="doc">
                {words.no_draft_text} " " <a href="/desk/rulebook">{words.back}</a>
            </Empty>
        </div>
    }
}

fn shown(me: &Me, preview: &DraftPreview, force: Force) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().rulebook;
    let (wrong, notes): (Vec<Flaw>, Vec<Flaw>) = preview.flaws.iter().cloned().partition(|flaw| !flaw.is_warning());
    let authors = preview.draft.authors.join(language.pick("、", ", "));
    let nothing = preview.changes.is_empty();
    let done = move || matches!(force.value().get(), Some(Ok(DraftOutcome::Done { .. })));
    let at = preview.draft.at;
    let why = preview.why_not;
    let open_cases = open_cases(preview);
    view! {
        <div class="stack g-6">
            <DemoNote demo=me.demo />
            <p class="meta">
                {edition(preview.version, language)} " → " {edition(preview.version + 1, language)} " · " {words.authors} " " {authors} " · "
                {dates::moment_and_year(preview.draft.opened_at, language)}
            </p>
            {flaws(words.flaws, &wrong)}
            {flaws(words.warnings, &notes)}
            <section class="card" aria-label=words.preview_title>
                <div class="pad stack g-5">
                    {nothing.then(|| view! { <p class="meta">{words.nothing_changed}</p> })}
                    {told(&preview.changes, &preview.choices)}
                </div>
            </section>
            {open_cases}
            <section class="stack g-3" aria-label=words.force hidden=done>
                {match why {
                    Some(why) => view! { <Banner icon="info" title=why_not(why) /> }.into_any(),
                    None => view! {
                        <p class="meta">{words.force_hint}</p>
                        <p class="row">
                            <button class="btn" data-kind="main" type="button" aria-disabled=move || force.pending().get().to_string() on:click=move |_| {
                                if !force.pending().get_untracked() {
                                    force.dispatch(at);
                                }
                            }>
                                <Icon name="check" size="s" />
                                {words.force}
                            </button>
                        </p>
                    }.into_any(),
                }}
            </section>
        </div>
    }
}

/// Open cases of what changes, and that they keep their promise.
fn open_cases(preview: &DraftPreview) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().rulebook;
    let name = |code: &str| {
        let known = preview.choices.categories.iter().find(|(known, ..)| known == code);
        known.map_or_else(|| code.to_owned(), |(code, zh, en)| format!("{code} {}", language.pick(zh, en)))
    };
    let lines = preview
        .open_cases
        .iter()
        .map(|one| view! { <li>{name(&one.category.0)} " · " <b>{one.cases}</b> " " {words.cases}</li> })
        .collect_view();
    let none = preview.open_cases.is_empty();
    view! {
        <section class="card" aria-labelledby="open-cases">
            <div class="pad stack g-3">
                <h2 id="open-cases" style="font-size:var(--t-4)">{words.open_cases}</h2>
                <p class="meta">{if none { words.no_open_cases } else { words.open_cases_text }}</p>
                <ul role="list" class="stack g-1">{lines}</ul>
            </div>
        </section>
    }
}
