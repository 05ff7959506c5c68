//! An address of the desk that leads nowhere.

use crate::{components::Empty, desk::use_words};
use leptos::prelude::*;
use leptos_meta::Title;

/// There is no such page.
#[component]
pub fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    let words = &use_words().bar;
    view! {
        <Title text=words.not_found_title />
        <h1>{words.not_found_title}</h1>
        <Empty title=words.not_found_text icon="search">
            <a class="btn" href="/desk">
                {words.to_inbox}
            </a>
        </Empty>
    }
}
