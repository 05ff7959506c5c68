//! How the list is looked at: only what has changed, and beside a map.

use super::Pages;
use crate::{
    backend::InboxQuery,
    components::Icon,
    desk::{calls, query::list_address, screens::use_ready, use_words},
};
use leptos::prelude::*;

/// How the list is looked at: only what has changed, and beside a map.
#[component]
pub(super) fn Ways(
    /// The filters as they are.
    query: InboxQuery,
    /// Where the list comes from.
    pages: Pages,
) -> impl IntoView {
    let words = &use_words().inbox;
    let ready = use_ready();
    let read = Action::new(move |(): &()| async move {
        let answer = calls::mark_read().await;
        pages.refetch();
        answer
    });
    let unread = list_address(&InboxQuery { unread: !query.unread, after: None, ..query.clone() });
    let list = list_address(&InboxQuery { map: false, ..query.clone() });
    let map = list_address(&InboxQuery { map: true, ..query.clone() });
    view! {
        <div class="row">
            <a class="chip" href=unread aria-current=query.unread.then_some("true")>
                <Icon name="eye" size="s" />
                {words.unread_only}
            </a>
            <button class="btn" data-kind="quiet" type="button" disabled=move || !ready.get() aria-busy=move || read.pending().get().to_string() on:click=move |_| { read.dispatch(()); }>
                {words.mark_all_read}
            </button>
            <div class="seg" role="group" aria-label=words.shown_as style="flex:0 1 16rem;margin-inline-start:auto">
                <a href=list aria-current=(!query.map).then_some("true")>
                    <Icon name="list" size="s" />
                    {words.as_list}
                </a>
                <a href=map aria-current=query.map.then_some("true")>
                    <Icon name="map" size="s" />
                    {words.as_map}
                </a>
            </div>
        </div>
    }
}
