//! Screens for when there is nothing to show yet, or nothing at all.

use super::{frame::Frame, words};
use crate::components::{Hui, Icon};
use leptos::prelude::*;

/// The phone's memory is being opened.
#[component]
pub(crate) fn Opening() -> impl IntoView {
    let shell = &words().shell;
    view! {
        <Frame title=shell.product.to_owned() bare=true>
            <Bones />
        </Frame>
    }
}

/// Places kept while content loads: still, never a shimmer.
#[component]
pub(crate) fn Bones() -> impl IntoView {
    view! {
        <div class="card">
            <div class="pad stack" aria-busy="true">
                <p class="vh" role="status">
                    {words().shell.loading}
                </p>
                <span class="bone"></span>
                <span class="bone"></span>
                <span class="bone"></span>
            </div>
        </div>
    }
}

/// The phone's memory does not open: said at once, because nothing can be kept.
#[component]
pub(crate) fn StoreFailed() -> impl IntoView {
    let shell = &words().shell;
    let again = move |_| {
        let _ = window().location().reload();
    };
    view! {
        <Frame title=shell.product.to_owned() bare=true>
            <div class="banner" data-tone="late" role="alert">
                <Icon name="alert" />
                <strong>{shell.store_failed}</strong>
                <span>{shell.store_failed_help}</span>
            </div>
            <button class="btn" data-kind="main" data-size="l" data-wide="" type="button" on:click=again>
                <Icon name="retry" />
                {shell.reload}
            </button>
        </Frame>
    }
}

/// No such page.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    let shell = &words().shell;
    view! {
        <Frame title=shell.not_found.to_owned()>
            <Nothing title="" help=shell.not_found_help>
                <a class="btn" data-kind="main" href="/field">
                    {shell.to_today}
                </a>
            </Nothing>
        </Frame>
    }
}

/// An honest empty state.
#[component]
pub(crate) fn Nothing(
    /// What there is not.
    title: &'static str,
    /// What to do.
    help: &'static str,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Hui step=0 />
            {(!title.is_empty()).then(|| view! { <p><strong>{title}</strong></p> })}
            <p>{help}</p>
            {children.map(|children| children())}
        </div>
    }
}
