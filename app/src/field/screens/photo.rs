//! A photo by its hash: from this phone, or from the county when there is a network.

use super::words;
use crate::{components::Icon, field::phone::Phone};
use huiyin_domain::photo::PhotoHash;
use leptos::{prelude::*, task::spawn_local};

/// Where the picture is, as far as we know.
#[derive(Clone, PartialEq)]
enum Found {
    Looking,
    Here(String),
    Gone,
}

/// An `<img>` that finds its own bytes. `class` as `thumb`; without one it fills its frame.
#[component]
pub(crate) fn Picture(
    /// Which.
    hash: PhotoHash,
    /// What it shows, for those who cannot see it.
    #[prop(into)]
    alt: String,
    /// Class of the image.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let phone = Phone::here();
    let found = RwSignal::new(Found::Looking);
    spawn_local(async move {
        let answer = phone.photo_url(hash).await.map_or(Found::Gone, Found::Here);
        // The screen may be gone by now.
        let _ = found.try_set(answer);
    });
    move || match found.get() {
        Found::Looking => view! { <img class=class alt=alt.clone() width="800" height="600" aria-busy="true" /> }.into_any(),
        Found::Here(url) => view! { <img class=class src=url alt=alt.clone() width="800" height="600" /> }.into_any(),
        Found::Gone if class.is_empty() => view! { <p class="pad meta">{words().case.photo_not_here}</p> }.into_any(),
        Found::Gone => view! {
            <span class="glyph">
                <Icon name="image" />
            </span>
        }
        .into_any(),
    }
}
