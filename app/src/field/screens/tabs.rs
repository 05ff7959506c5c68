//! The five tabs at the bottom.

use super::{item::attention, replies::news, words};
use crate::{components::Icon, field::phone::Phone};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// The tabs. The middle one is the reason why the phone is in the hand.
#[component]
pub(crate) fn Tabs() -> impl IntoView {
    let shell = &words().shell;
    let phone = Phone::here();
    let path = use_location().pathname;
    let current = move |to: &'static str| (path.get().trim_end_matches('/') == to).then_some("page");
    let waiting = attention::count_unfinished(phone);
    let replies = news(phone);
    let dot = |n: usize, said: &'static str| {
        (n > 0).then(|| {
            view! {
                <span class="dot">
                    {n} <span class="vh">{said}</span>
                </span>
            }
        })
    };
    view! {
        <nav class="tabs" aria-label=shell.tabs>
            <ul role="list">
                <li>
                    <a href="/field" aria-current=move || current("/field")>
                        <Icon name="today" />
                        <span>{shell.today}</span>
                    </a>
                </li>
                <li>
                    <a href="/field/outbox" aria-current=move || current("/field/outbox")>
                        <Icon name="outbox" />
                        <span>{shell.outbox}</span>
                        {move || dot(waiting.get(), shell.waiting_dot)}
                    </a>
                </li>
                <li>
                    <a href="/field/new" class="new">
                        <span>
                            <Icon name="plus" />
                        </span>
                        <span>{shell.report}</span>
                    </a>
                </li>
                <li>
                    <a href="/field/replies" aria-current=move || current("/field/replies")>
                        <Icon name="reply" />
                        <span>{shell.replies}</span>
                        {move || dot(replies.get().len(), shell.news_dot)}
                    </a>
                </li>
                <li>
                    <a href="/field/settings" aria-current=move || current("/field/settings")>
                        <Icon name="settings" />
                        <span>{shell.settings}</span>
                    </a>
                </li>
            </ul>
        </nav>
    }
}
