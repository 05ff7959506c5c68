//! An honest empty state.

use super::{hui::Hui, icon::Icon};
use leptos::prelude::*;

/// Says that there is nothing, why, and what to do.
#[component]
pub fn Empty(
    /// In a few words.
    #[prop(into)]
    title: String,
    /// An icon; without one, the closed Hui frame: everything is answered.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// More, if there is more to say.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            {match icon {
                Some(name) => view! { <Icon name=name size="l" /> }.into_any(),
                None => view! { <Hui step=4 size="l" /> }.into_any(),
            }}
            <p>
                <strong>{title}</strong>
            </p>
            {children.map(|children| view! { <div class="meta">{children()}</div> })}
        </div>
    }
}
