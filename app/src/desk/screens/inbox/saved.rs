//! Lists that a person has saved under a name.

use super::Pages;
use crate::{
    backend::{InboxQuery, Problem, SavedView, ViewChange},
    components::{Field, Icon, described_by},
    desk::{
        calls, naming,
        query::list_address,
        screens::{failed::said, use_ready},
        use_words,
    },
    locales::use_language,
};
use leptos::{ev, prelude::*};

/// What changes saved lists.
type Change = Action<ViewChange, Result<(), Problem>>;

/// Links to the saved lists, and what arranges them.
#[component]
pub(super) fn Saved(
    /// The lists.
    views: Vec<SavedView>,
    /// The filters as they are.
    query: InboxQuery,
    /// Where the list comes from.
    pages: Pages,
) -> impl IntoView {
    let words = &use_words().inbox;
    let language = use_language();
    let ready = use_ready();
    let change: Change = Action::new(move |change: &ViewChange| {
        let change = change.clone();
        async move {
            calls::change_views(change).await?;
            pages.refetch();
            Ok(())
        }
    });
    let query = InboxQuery { after: None, ..query };
    let chips = views
        .iter()
        .map(|view| {
            let here = (view.query == query).then_some("page");
            let name = if view.is_default {
                format!("{}{}", view.name, naming::aside(words.view_is_default, language))
            } else {
                view.name.clone()
            };
            view! {
                <a class="chip" href=list_address(&view.query) aria-current=here>
                    {name}
                </a>
            }
        })
        .collect_view();
    let any = !views.is_empty();
    let lines = views.into_iter().map(|view| line(view, change)).collect_view();
    view! {
        {any.then(|| view! {
            <nav aria-label=words.views class="chips" data-bleed="">
                {chips}
            </nav>
        })}
        <details class="fold">
            <summary>
                {words.views_manage}
                <Icon name="down" />
            </summary>
            <div class="card">
                <fieldset class="pad stack" disabled=move || !ready.get()>
                    <New query=query change=change />
                    {(!any).then(|| view! { <p class="meta">{words.views_none}</p> })}
                    <ul role="list" class="stack g-3">
                        {lines}
                    </ul>
                </fieldset>
            </div>
        </details>
    }
}

/// The filters as they are get a name.
#[component]
fn New(
    /// The filters.
    query: InboxQuery,
    /// What saves them.
    change: Change,
) -> impl IntoView {
    let words = &use_words().inbox;
    let name = RwSignal::new(String::new());
    let error = Signal::derive(move || {
        change.value().get().and_then(Result::err).filter(|_| !change.pending().get()).map(|problem| told(&problem))
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !change.pending().get_untracked() {
            change.dispatch(ViewChange::Add { name: name.get_untracked(), query: query.clone() });
        }
    };
    view! {
        <form class="stack g-3" method="post" on:submit=submit>
            <Field id="view-name" label=words.view_name hint=words.view_name_hint error=error>
                <div class="join">
                    <input
                        class="input"
                        id="view-name"
                        maxlength="40"
                        autocomplete="off"
                        aria-describedby=move || described_by("view-name", true, error.get().is_some())
                        aria-invalid=move || error.get().map(|_| "true")
                        prop:value=move || name.get()
                        on:input=move |event| name.set(event_target_value(&event))
                    />
                    <button class="btn" type="submit">
                        {words.view_save}
                    </button>
                </div>
            </Field>
        </form>
    }
}

fn line(view: SavedView, change: Change) -> impl IntoView {
    let words = &use_words().inbox;
    let SavedView { id, name, is_default, query } = view;
    let new = RwSignal::new(name.clone());
    let input = format!("view-{id}");
    let default = if is_default { words.view_not_default } else { words.view_default };
    let named = naming::pair(words.view_new_name, &name, use_language());
    let labelled = move |what: &str| naming::pair(what, &new.get_untracked(), use_language());
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        change.dispatch(ViewChange::Rename { id, name: new.get_untracked() });
    };
    view! {
        <li>
            <form class="join" method="post" on:submit=submit>
                <a class="btn" data-kind="quiet" href=list_address(&query)>
                    {name}
                </a>
                <label class="vh" for=input.clone()>
                    {named}
                </label>
                <input
                    class="input"
                    id=input
                    maxlength="40"
                    autocomplete="off"
                    prop:value=move || new.get()
                    on:input=move |event| new.set(event_target_value(&event))
                />
                <button class="btn" type="submit">
                    {words.view_rename}
                </button>
                <button
                    class="btn"
                    type="button"
                    aria-label=labelled(default)
                    on:click=move |_| {
                        change.dispatch(ViewChange::Default { id: (!is_default).then_some(id) });
                    }
                >
                    {default}
                </button>
                <button
                    class="btn"
                    data-kind="stop"
                    type="button"
                    aria-label=labelled(words.view_delete)
                    on:click=move |_| {
                        change.dispatch(ViewChange::Delete { id });
                    }
                >
                    <Icon name="trash" size="s" />
                    {words.view_delete}
                </button>
            </form>
        </li>
    }
}

/// What happened and what to do, in one line.
fn told(problem: &Problem) -> String {
    let (title, detail) = said(problem);
    format!("{title}{}{detail}", use_language().pick("。", ". "))
}
