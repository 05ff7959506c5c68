//! The desk's screens.

pub mod audit;
pub mod case;
mod contact;
pub mod deliveries;
pub mod failed;
pub mod figures;
pub mod imports;
pub mod inbox;
mod listed;
pub mod merge;
pub mod not_found;
pub mod notices;
pub mod on_spot;
mod password;
pub mod patrols;
pub mod people;
pub mod rulebook;
pub mod settings;

pub use audit::{Ledger, Log};
pub use case::CaseScreen;
pub use deliveries::Deliveries;
pub use figures::Figures;
pub use imports::{ImportScreen, Imports};
pub use inbox::Inbox;
pub use merge::MergeScreen;
pub use not_found::NotFound;
pub use notices::Notices;
pub use on_spot::OnSpotScreen;
pub use patrols::{PatrolPlan, PatrolScreen, Patrols};
pub use people::{Account, NewAccount, People};
pub use rulebook::{RulebookPreview, RulebookScreen, RulebookSection};
pub use settings::Settings;

use crate::{
    components::{Banner, Tone},
    desk::{Asking, use_words},
};
use failed::Failed;
use leptos::prelude::*;

/// Whether the program has arrived. Until then, what only it can do stands still.
fn use_ready() -> RwSignal<bool> {
    let ready = RwSignal::new(false);
    Effect::new(move |_| ready.set(true));
    ready
}

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

/// For who may enter it: the calendar of a year that begins before long.
#[component]
pub(super) fn CalendarNote() -> impl IntoView {
    let words = &use_words().rulebook;
    let Asking(me) = expect_context::<Asking>();
    let note = move |year: i32| {
        let title = format!("{year} {}", words.missing_year);
        view! {
            <div style="margin-block-end:var(--s-4)">
                <Banner tone=Tone::Soon title=title icon="calendar">
                    {words.missing_year_text} " " <a href="/desk/rulebook/calendar">{words.enter_it}</a>
                </Banner>
            </div>
        }
    };
    view! { <Suspense>{move || Suspend::new(async move { me.await.ok().and_then(|me| me.calendar_missing).map(note) })}</Suspense> }
}
