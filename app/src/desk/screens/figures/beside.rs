//! What stands beside the closure rate, so that nobody can improve it unseen by extending, suspending, merging or declining.

use super::{
    cards::parts,
    links::{Way, percent},
};
use crate::{
    backend::FiguresPage,
    desk::use_words,
    locales::{Words, use_language},
};
use huiyin_domain::figures::Measure;
use leptos::prelude::*;

/// Shares of what came in.
#[component]
pub fn Beside<'a>(
    /// What is shown.
    page: &'a FiguresPage,
) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let language = use_language();
    let way = Way::of((page.from, page.to));
    let shares = [Measure::Extension, Measure::Suspension, Measure::Merging, Measure::Declining, Measure::Recurrence]
        .map(|measure| {
            let share = percent(page.all.rate(measure)).map(|percent| format!(" · {percent}%"));
            view! {
                <div class="stat">
                    <dt>{measure.words(language)}</dt>
                    <dd>{parts(&way, &page.all, measure)} {share}</dd>
                </div>
            }
        })
        .into_iter()
        .collect_view();
    view! {
        <section class="card" aria-labelledby="beside">
            <header>
                <h2 id="beside">{words.beside}</h2>
            </header>
            <div class="pad stack g-3">
                <p class="meta">{words.beside_hint}</p>
                <dl class="stats" style="--min:9.5rem">
                    {shares}
                </dl>
            </div>
        </section>
    }
}
