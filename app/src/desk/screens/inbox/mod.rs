//! The inbox: cases grouped by deadline, with filters that live in the address.

pub mod chips;
pub mod filters;
pub mod listed;
pub mod rows;

use super::{Bones, DemoNote, Failed};
use crate::{
    backend::{self, InboxQuery, Me},
    components::{Empty, Icon},
    desk::{
        Asking, calls,
        query::{address, filters, from_params, with_query},
        use_words,
    },
};
use chips::Chips;
use filters::Filters;
use leptos::{html, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use listed::Listed;
use rows::Rows;

/// The list of cases.
#[component]
pub fn Inbox() -> impl IntoView {
    let words = &use_words().inbox;
    let Asking(me) = expect_context::<Asking>();
    let params = use_query_map();
    let query = Memo::new(move |_| params.with(from_params));
    let page = Resource::new_blocking(move || query.get(), calls::inbox);
    let results = NodeRef::<html::Div>::new();
    focus_after_filter(query, results);
    view! {
        <Title text=words.tab_title />
        <div class="top">
            <h1>{words.title}</h1>
        </div>
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, page.await) {
                    (Ok(me), Ok(page)) => list(&me, page, &query.get_untracked(), results).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// After a filter was changed the keyboard stands at the results, not at the top of the page.
fn focus_after_filter(query: Memo<InboxQuery>, results: NodeRef<html::Div>) {
    Effect::new(move |before: Option<InboxQuery>| {
        let now = query.get();
        if before.is_some_and(|before| before != now)
            && let Some(results) = results.get_untracked()
        {
            let _ = results.focus();
        }
        now
    });
}

/// The whole list as a file, with the filters as they are.
fn exports(query: &InboxQuery) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let parts = filters(&InboxQuery { after: None, ..query.clone() });
    [("/desk/cases.csv", words.csv), ("/desk/cases.xlsx", words.xlsx)].map(|(path, label)| {
        view! {
            <a class="btn" data-kind="quiet" href=with_query(path, &parts) rel="external" download="">
                <Icon name="download" size="s" />
                {label}
            </a>
        }
    })
}

fn list(me: &Me, page: backend::Inbox, query: &InboxQuery, results: NodeRef<html::Div>) -> impl IntoView + use<> {
    let words = &use_words().inbox;
    let filtered = InboxQuery { after: None, ..query.clone() } != InboxQuery::default();
    let next = page.next.clone().map(|after| address(&InboxQuery { after: Some(after), ..query.clone() }));
    let start = query.after.is_some().then(|| address(&InboxQuery { after: None, ..query.clone() }));
    let empty = page.rows.is_empty();
    view! {
        <div class="stack">
            <DemoNote demo=me.demo />
            <Listed query=query rulebook=&me.rulebook />
            <Chips counts=page.counts.clone() query=query.clone() />
            <Filters rulebook=&me.rulebook query=query.clone() filtered=filtered />
            <div node_ref=results tabindex="-1" role="region" aria-label=words.found class="stack">
                {if empty {
                    view! {
                        <div class="card">
                            <Empty title=words.empty_title>{if filtered { words.empty_filtered } else { words.empty_all }}</Empty>
                        </div>
                    }
                    .into_any()
                } else {
                    view! { <Rows rows=page.rows counts=page.counts rulebook=&me.rulebook now=page.now /> }.into_any()
                }}
                <p class="row">
                    {start.map(|href| view! {
                        <a class="btn" data-kind="quiet" href=href>
                            {words.from_start}
                        </a>
                    })}
                    {next.map(|href| view! {
                        <a class="btn" href=href>
                            {words.more}
                        </a>
                    })}
                    {(!empty).then(|| exports(query))}
                </p>
            </div>
        </div>
    }
}
