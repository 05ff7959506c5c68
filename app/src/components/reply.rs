//! The reply: the only speech bubble in the product.

use super::hui::Hui;
use leptos::prelude::*;

/// What reporters were told.
#[component]
pub fn ReplyBubble(
    /// Which unit says it.
    #[prop(into)]
    from: String,
    /// When, in words.
    #[prop(optional_no_strip, into)]
    when: Option<String>,
    /// For machines: when, RFC 3339.
    #[prop(optional_no_strip, into)]
    at: Option<String>,
    /// The words; each line is a paragraph.
    #[prop(into)]
    words: String,
    /// Whether the ring closes before the reader's eyes: only when it has just been sent.
    #[prop(optional)]
    live: bool,
) -> impl IntoView {
    let paragraphs = words.lines().filter(|line| !line.trim().is_empty()).map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
    view! {
        <blockquote class="reply prose">
            <header>
                <Hui step=4 live=live />
                <span>{from}</span>
                {when.map(|when| view! { <time datetime=at>{when}</time> })}
            </header>
            {paragraphs}
        </blockquote>
    }
}
