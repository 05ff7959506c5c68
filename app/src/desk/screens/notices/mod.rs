//! 提醒: one's own list, newest first.

mod line;

use super::{
    Bones, DemoNote, Failed,
    listed::{Turning, from_newest},
};
use crate::{
    backend::{MarkRead, NoticesPage, NoticesQuery, Problem, Unread},
    components::{Banner, Empty, Icon, Tone},
    desk::{Asking, calls, noticed::Noticed, query::with_query, screens::failed::said, use_words},
};
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use line::line;

/// Where it is.
const HERE: &str = "/desk/notices";

/// Marking, from a line or for all of them.
type Marking = Action<MarkRead, Result<Unread, Problem>>;

/// The list.
#[component]
pub fn Notices() -> impl IntoView {
    let words = &use_words().notices;
    let Asking(me) = expect_context::<Asking>();
    let noticed = expect_context::<Noticed>();
    let params = use_query_map();
    let after = Memo::new(move |_| params.with(|params| params.get("after").filter(|after| !after.is_empty())));
    let page = Resource::new_blocking(move || (after.get(), noticed.track()), |(after, _)| calls::notices(NoticesQuery { after }));
    let marking: Marking = Action::new(move |mark: &MarkRead| {
        let mark = *mark;
        async move {
            let answer = calls::mark_notices(mark).await;
            if answer.is_ok() {
                noticed.changed();
            }
            answer
        }
    });
    let problem = Signal::derive(move || marking.value().get().and_then(Result::err).filter(|_| !marking.pending().get()));
    view! {
        <Title text=words.title />
        <div class="top">
            <h1>{words.title}</h1>
        </div>
        <div class="stack">
            <div role="alert">
                {move || problem.get().map(|problem| {
                    let (title, detail) = said(&problem);
                    view! { <Banner tone=Tone::Late title=title>{detail}</Banner> }
                })}
            </div>
            <Transition fallback=Bones>
                {move || Suspend::new(async move {
                    match (me.await, page.await) {
                        (Ok(me), Ok(page)) => {
                            view! {
                                <DemoNote demo=me.demo />
                                {list(page, after.get_untracked(), marking)}
                            }
                            .into_any()
                        }
                        (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                    }
                })}
            </Transition>
        </div>
    }
}

fn list(page: NoticesPage, after: Option<String>, marking: Marking) -> impl IntoView {
    let words = &use_words().notices;
    let until = page.now;
    let older = page.next.map(|after| with_query(HERE, &[("after", after)]));
    let all = (page.unread > 0).then(|| {
        view! {
            <button class="btn" type="button" on:click=move |_| drop(marking.dispatch(MarkRead::All { until }))>
                <Icon name="check" size="s" />
                {words.mark_all}
            </button>
        }
    });
    let rows = if page.rows.is_empty() {
        view! {
            <div class="card">
                <Empty title=words.empty_title>{words.empty_text}</Empty>
            </div>
        }
        .into_any()
    } else {
        view! {
            <div class="card">
                <ul class="rows" role="list" aria-label=words.list>
                    {page.rows.into_iter().map(|notice| line(notice, marking)).collect_view()}
                </ul>
            </div>
        }
        .into_any()
    };
    view! {
        <p class="row">{all}<span class="meta">{words.by_message}</span></p>
        {rows}
        <Turning words=from_newest() first=after.map(|_| HERE.to_owned()) next=older />
    }
}
