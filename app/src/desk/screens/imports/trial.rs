//! What the trial found, and the one button that takes rows in.

use super::{Bench, Step};
use crate::{
    backend::ImportView,
    components::Icon,
    desk::{screens::use_ready, use_words},
};
use leptos::prelude::*;

/// Three numbers and a decision.
#[component]
pub fn Trial<'a>(
    /// The file.
    import: &'a ImportView,
    /// What is done to it.
    bench: Bench,
) -> impl IntoView + use<> {
    let words = &use_words().imports;
    let (id, counts) = (import.line.id, import.counts);
    let ready = use_ready();
    let stat = |name: &'static str, count: u32| {
        view! {
            <div class="stat">
                <dt>{name}</dt>
                <dd class="big">{count} <small>{words.rows}</small></dd>
            </div>
        }
    };
    let start = (counts.good > 0).then(|| {
        view! {
            <button
                class="btn"
                data-kind="main"
                type="button"
                disabled=move || !ready.get()
                aria-disabled=move || bench.busy().to_string()
                on:click=move |_| bench.take(Step::Start(id))
            >
                <Icon name="download" />
                {format!("{} ({})", words.import_these, counts.good)}
            </button>
        }
    });
    view! {
        <section class="card" aria-labelledby="trial">
            <header>
                <h2 id="trial">{words.result}</h2>
            </header>
            <div class="pad stack" role="status">
                <dl class="stats">
                    {stat(words.good, counts.good)}
                    {stat(words.bad, counts.bad)}
                    {stat(words.known, counts.known)}
                </dl>
                <p class="meta">{words.mend_hint}</p>
                <p class="row">{start}</p>
            </div>
        </section>
    }
}
