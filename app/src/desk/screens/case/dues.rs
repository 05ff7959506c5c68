//! The clocks that run; each opens its explanation.

use crate::{
    backend::CaseView,
    components::{DueTag, Reckoning},
    desk::{naming, use_words},
    locales::{Words, dates, use_language},
};
use leptos::prelude::*;

/// Every due date.
pub(super) fn dues(view: &CaseView) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().case;
    let now = view.now;
    let none = view.case.dues.is_empty();
    let promise = view.case.first_promise.map(|at| naming::pair(words.first_promise, &dates::deadline(at, language), language));
    let lines = view
        .case
        .dues
        .iter()
        .map(|due| {
            let (clock, at) = (due.clock.words(language), due.at);
            view! {
                <Reckoning due=due.clone()>
                    <span class="row">{clock} <DueTag due=at now=now /></span>
                </Reckoning>
            }
        })
        .collect_view();
    view! {
        <section class="card" aria-labelledby="dues">
            <div class="pad stack g-2">
                <h2 id="dues" style="font-size:var(--t-4)">
                    {words.dues}
                </h2>
                {none.then(|| view! { <p class="meta">{words.no_dues}</p> })}
                {lines}
                {promise.map(|words| view! { <p class="meta">{words}</p> })}
            </div>
        </section>
    }
}
