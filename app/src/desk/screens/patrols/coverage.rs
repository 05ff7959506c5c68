//! How well places are covered: a share with its count.

use crate::{backend::PatrolsPage, desk::use_words, locales::use_language};
use leptos::prelude::*;

/// The card.
pub(super) fn coverage(page: &PatrolsPage) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let rate = page.coverage;
    let figure = match rate.percent() {
        None => view! { <p class="quiet">{words.coverage_none}</p> }.into_any(),
        Some(percent) => {
            let of = match use_language() {
                crate::locales::Language::Zh => format!("{} / {} {}", rate.met, rate.of, words.coverage_of),
                crate::locales::Language::En => format!("{} of {} {}", rate.met, rate.of, words.coverage_of),
            };
            let share = rate.is_ranked().then(|| view! { <p class="big">{format!("{percent:.0}")} <small>"%"</small></p> });
            view! {
                <div class="stat">
                    {share}
                    <p class="of">{of}</p>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <section class="card" aria-labelledby="coverage">
            <header>
                <h2 id="coverage">{words.coverage}</h2>
            </header>
            <div class="pad stack g-3">
                {figure} <p class="fine">{words.coverage_text}</p>
            </div>
        </section>
    }
}
