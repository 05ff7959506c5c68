//! 当场整改: what a patroller had put right at once, confirmed on one screen.

mod one;

use super::{Bones, DemoNote, Failed};
use crate::{
    backend::{CaseView, Me, Problem},
    components::Empty,
    desk::{Asking, calls, use_words},
};
use leptos::prelude::*;
use leptos_meta::Title;
use one::One;

/// What waits, read anew when one is done.
type Waiting = Resource<Result<Vec<CaseView>, Problem>>;

/// Everything that waits for this person.
#[component]
pub fn OnSpotScreen() -> impl IntoView {
    let words = &use_words().on_spot;
    let Asking(me) = expect_context::<Asking>();
    let waiting: Waiting = Resource::new_blocking(|| (), |()| calls::on_spot());
    view! {
        <Title text=format!("{} · {}", words.title, words.room) />
        <div class="top">
            <h1>{words.title}</h1>
        </div>
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, waiting.await) {
                    (Ok(me), Ok(views)) => list(&me, &views, waiting).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                }
            })}
        </Transition>
    }
}

fn list(me: &Me, views: &[CaseView], waiting: Waiting) -> impl IntoView + use<> {
    let words = &use_words().on_spot;
    let body = if views.is_empty() {
        view! {
            <div class="card">
                <Empty title=words.empty>{words.empty_text}</Empty>
            </div>
        }
        .into_any()
    } else {
        let cards = views.iter().map(|view| view! { <One me=me view=view waiting=waiting /> }).collect_view();
        view! {
            <p class="meta">{words.intro}</p>
            {cards}
        }
        .into_any()
    };
    view! {
        <div class="stack g-6">
            <DemoNote demo=me.demo />
            {body}
        </div>
    }
}
