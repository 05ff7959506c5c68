//! The inbox: cases grouped by deadline, with filters that live in the address.

mod bulk;
pub mod chips;
pub mod filters;
mod keys;
pub mod listed;
pub mod map;
mod picked;
pub mod rows;
mod saved;
mod ways;

use super::{Bones, DemoNote, Failed, listed::Turning};
use crate::{
    backend::{self, InboxQuery, Me, Problem, SavedView},
    components::{Empty, Icon},
    desk::{
        Asking, calls,
        query::{address, filters, from_params, list_address, with_query},
        use_words,
    },
};
use bulk::{Bench, Bulk, Outcomes};
use chips::Chips;
use filters::Filters;
use huiyin_domain::people::{Role, reads_cases};
use keys::Keys;
use leptos::{html, prelude::*};
use leptos_meta::Title;
use leptos_router::{hooks::use_query_map, params::ParamsMap};
use listed::Listed;
use map::Around;
use picked::Picked;
use rows::Rows;
use saved::Saved;
use serde::{Deserialize, Serialize};
use ways::Ways;

/// What the address asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Asked {
    query: InboxQuery,
    /// Whether it asks for anything; else the person's default view opens.
    named: bool,
}

impl Asked {
    fn of(params: &ParamsMap) -> Asked {
        Asked { query: from_params(params), named: !params.to_query_string().is_empty() }
    }
}

/// What is shown.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
struct Shown {
    /// The filters, the person's default ones included.
    query: InboxQuery,
    views: Vec<SavedView>,
    page: backend::Inbox,
}

async fn fetched(asked: Asked) -> Result<Shown, Problem> {
    let views = calls::saved_views().await?;
    let first = views.iter().find(|view| view.is_default && !asked.named);
    let query = first.map_or(asked.query, |view| view.query.clone());
    let page = calls::inbox(query.clone()).await?;
    Ok(Shown { query, views, page })
}

/// The pages of the list, fetched anew when something was done.
type Pages = Resource<Result<Shown, Problem>>;

/// The list of cases.
#[component]
pub fn Inbox() -> impl IntoView {
    let words = &use_words().inbox;
    let Asking(me) = expect_context::<Asking>();
    let params = use_query_map();
    let asked = Memo::new(move |_| params.with(Asked::of));
    let pages: Pages = Resource::new_blocking(move || asked.get(), fetched);
    let results = NodeRef::<html::Div>::new();
    let bench = Bench::new(Picked::new(), pages);
    focus_after_filter(asked, results);
    view! {
        <Title text=words.tab_title />
        <div class="top">
            <h1>{words.title}</h1>
            <Keys />
        </div>
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, pages.await) {
                    (Ok(me), Ok(shown)) => list(&me, shown, bench, results).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                }
            })}
        </Transition>
    }
}

/// After a filter was changed the keyboard stands at the results, not at the top of the page.
fn focus_after_filter(asked: Memo<Asked>, results: NodeRef<html::Div>) {
    Effect::new(move |before: Option<Asked>| {
        let now = asked.get();
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
    let files = [("/desk/cases.csv", words.csv), ("/desk/cases.xlsx", words.xlsx)].map(|(path, label)| {
        view! {
            <a class="btn" data-kind="quiet" href=with_query(path, &parts) rel="external" download="">
                <Icon name="download" size="s" />
                {label}
            </a>
        }
    });
    view! {
        {files}
        <span class="fine">{words.export_limit}</span>
    }
}

fn list(me: &Me, shown: Shown, bench: Bench, results: NodeRef<html::Div>) -> impl IntoView + use<> {
    let words = &use_words().inbox;
    let Bench { picked, pages, .. } = bench;
    let Shown { query, views, page } = shown;
    let own = InboxQuery { after: None, map: false, ..query.clone() };
    let filtered = own != InboxQuery::default();
    let next = page.next.clone().map(|after| address(&InboxQuery { after: Some(after), ..query.clone() }));
    let start = query.after.is_some().then(|| list_address(&InboxQuery { after: None, ..query.clone() }));
    let empty = page.rows.is_empty();
    let files = (!empty).then(|| exports(&query));
    let closes = [Role::Coordinator, Role::Liaison, Role::Dispatcher].iter().any(|role| me.person.has(*role));
    picked.refresh(&page.rows);
    let around = page.land.as_ref().map(|land| view! { <Around rows=&page.rows land=land rulebook=&me.rulebook now=page.now /> });
    let numbered = around.is_some();
    let rows = if !reads_cases(&me.person) {
        view! {
            <div class="card">
                <Empty title=words.empty_no_cases icon="lock">
                    {words.empty_no_cases_text}
                </Empty>
            </div>
        }
        .into_any()
    } else if empty {
        view! {
            <div class="card">
                <Empty title=words.empty_title>{if filtered { words.empty_filtered } else { words.empty_all }}</Empty>
            </div>
        }
        .into_any()
    } else {
        let pick = bulk::verbs(&me.person).next().is_some().then_some(picked);
        view! { <Rows rows=page.rows counts=page.counts.clone() rulebook=&me.rulebook now=page.now picked=pick numbered=numbered /> }
            .into_any()
    };
    let rows = match around {
        Some(around) => view! {
            <div class="split" style="--aside:26rem">
                <div class="aside">{around}</div>
                {rows}
            </div>
        }
        .into_any(),
        None => rows,
    };
    view! {
        <div class="stack">
            <DemoNote demo=me.demo />
            <Listed query=&query rulebook=&me.rulebook />
            <Saved views=views query=query.clone() pages=pages />
            <Chips counts=page.counts query=query.clone() />
            <Ways query=query.clone() pages=pages />
            {closes.then(|| view! {
                <p>
                    <a class="btn" data-kind="quiet" href="/desk/on-spot">
                        <Icon name="check-c" size="s" />
                        {use_words().on_spot.link}
                    </a>
                </p>
            })}
            <Filters rulebook=&me.rulebook query=query.clone() filtered=filtered />
            <Outcomes picked=picked />
            <div node_ref=results tabindex="-1" role="region" aria-label=words.found class="stack">
                {rows}
                <Bulk me=me bench=bench />
                <Turning words=(words.from_start, words.more) first=start next=next>
                    {files}
                </Turning>
            </div>
        </div>
    }
}
