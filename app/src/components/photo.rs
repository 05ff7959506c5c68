//! Photos as evidence.

use super::tag::{Tag, Tone};
use leptos::prelude::*;

/// A photo as a page shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shot {
    /// Where it is.
    pub src: String,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// What stands on it: a date, or before and after.
    pub tag: Option<String>,
    /// Whether it shows the matter put right.
    pub after: bool,
    /// Beneath it: when, by whom.
    pub caption: Option<String>,
}

/// One photo.
#[component]
pub fn Photo(
    /// What and where.
    shot: Shot,
) -> impl IntoView {
    let tone = shot.after.then_some(Tone::Done);
    view! {
        <figure class="photo">
            <img src=shot.src alt=shot.alt width="800" height="600" loading="lazy" decoding="async" />
            {shot.tag.map(|words| view! { <Tag tone=tone>{words}</Tag> })}
            {shot.caption.map(|words| view! { <figcaption>{words}</figcaption> })}
        </figure>
    }
}

/// Before and after, in one frame.
#[component]
pub fn BeforeAfter(
    /// As it was found.
    before: Shot,
    /// As it is now.
    after: Shot,
) -> impl IntoView {
    view! {
        <div class="ba">
            <Photo shot=before />
            <Photo shot=after />
        </div>
    }
}
