//! How a due date came about, step by step, behind a line that opens.

use super::Icon;
use crate::locales::{rules, use_language};
use huiyin_domain::case::Due;
use leptos::prelude::*;

/// The steps of a due date. Needs no script: it is a `<details>`.
#[component]
pub fn Reckoning(
    /// The due date.
    due: Due,
    /// What always shows.
    children: Children,
) -> impl IntoView {
    let language = use_language();
    let steps =
        rules::reckoning(&due, language).into_iter().map(|(name, what)| view! { <div><dt>{name}</dt><dd>{what}</dd></div> }).collect_view();
    view! {
        <details class="fold">
            <summary>
                {children()}
                <Icon name="down" size="s" />
            </summary>
            <div class="stack g-2">
                <p class="meta">{rules::explain(&due, language)}</p>
                <dl class="facts meta" style="grid-template-columns:minmax(4em,9em) minmax(0,1fr)">{steps}</dl>
            </div>
        </details>
    }
}
