//! Banners: what the reader should know now, as a fact.

use super::{icon::Icon, tag::Tone};
use leptos::prelude::*;

/// A banner with a headline and, beneath it, what is safe and what to do.
#[component]
pub fn Banner(
    /// What it means; none is a plain remark.
    #[prop(optional_no_strip, into)]
    tone: Option<Tone>,
    /// Its icon; by default the one of its tone.
    #[prop(optional, into)]
    icon: Option<String>,
    /// In a few words.
    #[prop(into)]
    title: String,
    /// Whether it runs from edge to edge of the page.
    #[prop(optional)]
    edge: bool,
    /// The rest, if there is more to say.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let icon = icon.unwrap_or_else(|| {
        let name = match tone {
            None | Some(Tone::Info) => "info",
            Some(Tone::Done) => "check-c",
            Some(Tone::Soon | Tone::Late) => "alert",
        };
        name.to_owned()
    });
    view! {
        <div class="banner" data-tone=tone.map(Tone::attribute) data-edge=edge.then_some("")>
            <Icon name=icon />
            <strong>{title}</strong>
            {children.map(|children| view! { <span>{children()}</span> })}
        </div>
    }
}
