//! 人员: accounts, for those who look after them.

mod account;
mod address;
mod closing;
mod devices;
mod filters;
mod form;
pub(super) mod invitation;
mod new;
mod posts;
pub(super) mod rows;

pub use account::Account;
pub use devices::OwnDevices;
pub use new::NewAccount;

use super::{Bones, DemoNote, Failed, listed::Turning};
use crate::{
    backend::{Me, PeoplePage, PeopleQuery},
    components::{Empty, Icon},
    desk::{Asking, calls, use_words},
};
use address::{from_params, people_address};
use filters::Filters;
use leptos::{html, prelude::*};
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use rows::Rows;

/// The list of accounts.
#[component]
pub fn People() -> impl IntoView {
    let words = &use_words().people;
    let Asking(me) = expect_context::<Asking>();
    let params = use_query_map();
    let query = Memo::new(move |_| params.with(from_params));
    let page = Resource::new_blocking(move || query.get(), calls::people);
    let results = NodeRef::<html::Div>::new();
    Effect::new(move |before: Option<PeopleQuery>| {
        let now = query.get();
        if before.is_some_and(|before| before != now)
            && let Some(results) = results.get_untracked()
        {
            let _ = results.focus();
        }
        now
    });
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

fn list(me: &Me, page: PeoplePage, query: &PeopleQuery, results: NodeRef<html::Div>) -> impl IntoView + use<> {
    let words = &use_words().people;
    let next = page.next.map(|after| people_address(&PeopleQuery { after: Some(after), ..query.clone() }));
    let start = query.after.is_some().then(|| people_address(&PeopleQuery { after: None, ..query.clone() }));
    let found = format!("{} {}", page.total, words.count);
    view! {
        <div class="stack">
            <DemoNote demo=me.demo />
            <p class="row">
                <a class="btn" data-kind="main" href="/desk/people/new">
                    <Icon name="plus" size="s" />
                    {words.new}
                </a>
                <a class="btn" href="/desk/imports">
                    <Icon name="upload" size="s" />
                    {words.from_list}
                </a>
            </p>
            <Filters rulebook=&me.rulebook query=query.clone() />
            <div node_ref=results tabindex="-1" role="region" aria-label=words.found class="stack">
                {if page.rows.is_empty() {
                    view! {
                        <div class="card">
                            <Empty title=words.empty icon="users">
                                {words.empty_text}
                            </Empty>
                        </div>
                    }
                    .into_any()
                } else {
                    view! {
                        <p class="meta">{found}</p>
                        <Rows rows=page.rows rulebook=&me.rulebook />
                    }
                    .into_any()
                }}
                <Turning words=(words.from_start, words.more) first=start next=next />
            </div>
        </div>
    }
}
