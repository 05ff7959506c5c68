//! How far taking in has come. The page looks again by itself while it goes on.

use super::{Bench, Step};
use crate::{
    backend::{ImportKind, ImportStage, ImportView, Problem},
    components::{Banner, Tone},
    desk::{screens::use_ready, use_words},
};
use leptos::prelude::*;

/// How often the page looks again.
const EVERY: std::time::Duration = std::time::Duration::from_secs(1);

/// Looks again as long as rows are being taken in.
pub(super) fn keep_looking(page: Resource<Result<ImportView, Problem>>) {
    Effect::new(move || {
        let running = page.get().is_some_and(|page| page.is_ok_and(|import| import.line.stage == ImportStage::Running));
        if running && let Ok(later) = set_timeout_with_handle(move || page.refetch(), EVERY) {
            on_cleanup(move || later.clear());
        }
    });
}

/// The bar while it goes on, and what came of it at the end.
#[component]
pub fn Progress<'a>(
    /// The file.
    import: &'a ImportView,
    /// What is done to it.
    bench: Bench,
) -> impl IntoView + use<> {
    let words = &use_words().imports;
    let (id, counts, kind) = (import.line.id, import.counts, import.line.kind);
    let ready = use_ready();
    let (through, all) = (counts.through(), counts.through().saturating_add(counts.good));
    match import.line.stage {
        ImportStage::Running => {
            let percent = u64::from(through) * 100 / u64::from(all.max(1));
            view! {
                <section class="card" aria-labelledby="running">
                    <header>
                        <h2 id="running">{words.running}</h2>
                        <span class="num">{format!("{through} / {all} {}", words.rows)}</span>
                    </header>
                    <div class="pad stack">
                        <span
                            class="meter"
                            role="progressbar"
                            aria-labelledby="running"
                            aria-valuemin="0"
                            aria-valuemax="100"
                            aria-valuenow=percent.to_string()
                            style=format!("--v:{percent}%")
                        >
                            <span></span>
                        </span>
                        <p class="meta">{words.running_hint}</p>
                        <p class="row">
                            <button class="btn" data-kind="stop" type="button" disabled=move || !ready.get() on:click=move |_| bench.take(Step::Stop(id))>
                                {words.stop}
                            </button>
                        </p>
                    </div>
                </section>
            }
            .into_any()
        }
        ImportStage::Done => {
            let what = match kind {
                ImportKind::Hotline | ImportKind::Ledger => words.done_text,
                ImportKind::Sites => words.sites_text,
                ImportKind::People => words.people_done,
            };
            let title = format!("{}: {} {}", words.done, counts.taken, words.rows);
            let refused = (counts.refused > 0).then(|| format!(" {}: {} {}", words.refused, counts.refused, words.rows));
            view! { <div role="status"><Banner tone=Tone::Done title=title>{what} {refused}</Banner></div> }.into_any()
        }
        _ => view! { <div role="status"><Banner title=words.stopped>{words.stopped_text}</Banner></div> }.into_any(),
    }
}
