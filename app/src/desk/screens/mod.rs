//! The desk's screens.

pub mod case;
pub mod failed;
pub mod figures;
pub mod inbox;
pub mod not_found;
mod password;
pub mod settings;

pub use case::CaseScreen;
pub use figures::Figures;
pub use inbox::Inbox;
pub use not_found::NotFound;
pub use settings::Settings;

use crate::{components::Banner, desk::use_words};
use failed::Failed;
use leptos::prelude::*;

/// A place kept while data is on its way: still, never a shimmer.
#[component]
fn Bones() -> impl IntoView {
    view! {
        <div class="card">
            <div class="pad stack g-3" role="status" aria-busy="true" aria-label=use_words().bar.loading>
                <span class="bone" style="inline-size:60%"></span>
                <span class="bone"></span>
                <span class="bone" style="inline-size:80%"></span>
            </div>
        </div>
    }
}

/// Every page says so if its data is not real.
#[component]
fn DemoNote(
    /// Whether it is a demonstration.
    demo: bool,
) -> impl IntoView {
    demo.then(|| view! { <Banner icon="info" title=use_words().bar.demo /> })
}
