//! The draft's card: opened by one, previewed by all, thrown away on a second thought.

use super::{Page, refusal};
use crate::{
    backend::{DraftHead, DraftOutcome, RulebookPage},
    components::Icon,
    desk::{calls, use_words},
    locales::{dates, use_language},
};
use leptos::prelude::*;

pub(super) fn draft(content: &RulebookPage, page: Page) -> impl IntoView + use<> {
    let words = &use_words().rulebook;
    let body = match &content.draft {
        Some(head) => open(head, content.may_edit, page).into_any(),
        None if content.may_edit => none(page).into_any(),
        None => view! { <p class="meta">{words.read_only}</p> }.into_any(),
    };
    view! {
        <section class="card" aria-labelledby="draft">
            <div class="pad stack g-3">
                <h2 id="draft" style="font-size:var(--t-4)">{words.draft}</h2>
                {body}
            </div>
        </section>
    }
}

fn none(page: Page) -> impl IntoView {
    let words = &use_words().rulebook;
    let begin = Action::new(move |(): &()| async move {
        let opened = calls::open_draft().await;
        if opened.is_ok() {
            page.refetch();
        }
        opened.err()
    });
    view! {
        <p>{words.no_draft}</p>
        <p class="meta">{words.no_draft_text}</p>
        <div role="status">
            {move || begin.value().get().flatten().map(|problem| refusal(&Err(problem)))}
        </div>
        <p class="row">
            <button class="btn" data-kind="main" type="button" on:click=move |_| {
                begin.dispatch(());
            }>
                <Icon name="edit" size="s" />
                {words.open_draft}
            </button>
        </p>
    }
}

fn open(head: &DraftHead, may_edit: bool, page: Page) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().rulebook;
    let at = head.at;
    let sure = RwSignal::new(false);
    let throw = Action::new(move |(): &()| async move {
        let outcome = calls::drop_draft(at).await;
        if matches!(outcome, Ok(DraftOutcome::Done { .. })) {
            page.refetch();
        }
        outcome
    });
    view! {
        <dl class="facts">
            <div>
                <dt>{words.opened_by}</dt>
                <dd>{head.opened_by.clone()} " · " {dates::moment_and_year(head.opened_at, language)}</dd>
            </div>
            <div>
                <dt>{words.authors}</dt>
                <dd>{head.authors.join(language.pick("、", ", "))}</dd>
            </div>
        </dl>
        <div role="status">{move || throw.value().get().map(|outcome| refusal(&outcome))}</div>
        <p class="row">
            <a class="btn" data-kind="main" href="/desk/rulebook/preview">
                <Icon name="eye" size="s" />
                {words.preview}
            </a>
            {may_edit.then(|| view! {
                <button class="btn" data-kind="quiet" type="button" aria-expanded=move || sure.get().to_string() on:click=move |_| sure.update(|sure| *sure = !*sure)>
                    <Icon name="trash" size="s" />
                    {words.drop}
                </button>
            })}
        </p>
        {move || sure.get().then(|| view! {
            <div class="stack g-2" role="group" aria-label=words.drop>
                <p>{words.drop_sure}</p>
                <p class="row">
                    <button class="btn" data-kind="stop" type="button" on:click=move |_| {
                        throw.dispatch(());
                    }>{words.drop_yes}</button>
                    <button class="btn" type="button" on:click=move |_| sure.set(false)>{words.drop_no}</button>
                </p>
            </div>
        })}
    }
}
