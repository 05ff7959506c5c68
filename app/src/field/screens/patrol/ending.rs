//! Below the places: report what was seen on the way, begin, end.

use super::{super::words, Asking};
use crate::{components::Icon, field::phone::PhonePatrol};
use huiyin_domain::{
    case::Words,
    patrol::{PatrolAsk, PatrolState},
};
use leptos::prelude::*;

/// The buttons, or that it is done.
#[component]
pub(super) fn Ending(known: PhonePatrol, asking: Asking) -> impl IntoView {
    let patrol = &words().patrol;
    let sure = RwSignal::new(false);
    let id = known.patrol.id;
    if !known.patrol.state.is_open() {
        return view! {
            <div class="banner" data-tone="done" role="status">
                <Icon name="check-c" />
                <strong>{patrol.done}</strong>
                <span>{patrol.done_help}</span>
            </div>
        }
        .into_any();
    }
    let left = known.sites.len().saturating_sub(known.patrol.visited_of(&known.sites));
    let finish = move |_| asking.ask(id, PatrolAsk::Finish(Words { words: String::new() }));
    let start = (known.patrol.state == PatrolState::Planned).then(|| {
        view! {
            <button class="btn" type="button" aria-disabled=move || asking.busy().then_some("true") on:click=move |_| asking.ask(id, PatrolAsk::Start)>
                <Icon name="play" />
                {patrol.start}
            </button>
        }
    });
    view! {
        <section class="stack g-3">
            <a class="btn" data-wide="" href=format!("/field/new?patrol={id}")>
                <Icon name="camera" />
                {patrol.report_on_way}
            </a>
            {start}
            {move || if sure.get() {
                view! {
                    {(left > 0).then(|| view! { <p role="status">{(patrol.left)(left)}</p> })}
                    <div class="row">
                        <button class="btn" data-kind="main" type="button" aria-disabled=move || asking.busy().then_some("true") on:click=finish>
                            <Icon name="check" />
                            {patrol.finish_sure}
                        </button>
                        <button class="btn" data-kind="quiet" type="button" on:click=move |_| sure.set(false)>
                            {patrol.not_sure}
                        </button>
                    </div>
                }
                .into_any()
            } else {
                view! {
                    <button class="btn" data-size="l" data-wide="" type="button" on:click=move |_| sure.set(true)>
                        <Icon name="stop" />
                        {patrol.finish}
                    </button>
                }
                .into_any()
            }}
        </section>
    }
    .into_any()
}
