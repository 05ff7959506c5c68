//! An icon of the sprite.

use crate::shell::Assets;
use leptos::{prelude::*, reactive::owner::with_context};

/// The address of a symbol in the sprite, as the page's [`Assets`] know it.
pub(super) fn symbol(id: &str) -> String {
    with_context::<Assets, _>(|assets| format!("{}#{id}", assets.icons)).unwrap_or_else(|| format!("#{id}"))
}

/// An icon, by its name in the sprite without `i-`. It is decoration: the word stands beside it.
#[component]
pub fn Icon(
    /// Its name, as `pin`.
    #[prop(into)]
    name: String,
    /// `s` or `l`; none is the size of a line of text.
    #[prop(optional)]
    size: Option<&'static str>,
) -> impl IntoView {
    let href = symbol(&format!("i-{name}"));
    view! {
        <svg class="i" data-size=size aria-hidden="true">
            <use href=href></use>
        </svg>
    }
}

/// The mark of the product.
#[component]
pub fn Logo() -> impl IntoView {
    view! {
        <svg aria-hidden="true">
            <use href=symbol("logo")></use>
        </svg>
    }
}
