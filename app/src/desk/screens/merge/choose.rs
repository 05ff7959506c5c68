//! With which case to compare: those that look like it, the nearest first, or any number.

use crate::{
    backend::{CaseView, Me, Problem},
    components::{Banner, StateBadge, Tone},
    desk::{naming, screens::failed::said, use_words},
    locales::{dates, use_language},
};
use leptos::prelude::*;

/// The choice.
pub(super) fn choose(me: &Me, view: &CaseView, problem: Option<Problem>) -> impl IntoView + use<> {
    let language = use_language();
    let all = use_words();
    let words = &all.merge;
    let number = view.case.number.clone().unwrap_or_default();
    let lines = view
        .similar
        .iter()
        .map(|row| {
            let away = row.place.zip(view.case.place).map(|(there, here)| format!("{:.0} {} · ", there.distance_m(here), all.case.metres));
            let category = naming::category(&me.rulebook, &row.category, language);
            let what = format!("{}{category} · {}", away.unwrap_or_default(), dates::day_and_year(row.opened_at.day(), language));
            view! {
                <li class="row">
                    <StateBadge state=row.state />
                    <a href=format!("/desk/cases/{number}/merge?with={}", row.number) style="display:inline-flex;align-items:center;min-block-size:3rem">
                        {row.number.clone()}
                        " "
                        {row.words.clone()}
                    </a>
                    <span class="meta">{what}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        {problem.map(|problem| {
            let (title, detail) = said(&problem);
            view! {
                <div role="alert">
                    <Banner tone=Tone::Late title=title>
                        {detail}
                    </Banner>
                </div>
            }
        })}
        <section class="card" aria-labelledby="choose">
            <div class="pad stack">
                <h2 id="choose" style="font-size:var(--t-4)">
                    {words.choose}
                </h2>
                <p class="meta">{if view.similar.is_empty() { words.none } else { words.choose_hint }}</p>
                <ul role="list">{lines}</ul>
                <form method="get" class="join">
                    <label class="vh" for="with">
                        {words.number}
                    </label>
                    <input class="input" id="with" name="with" autocomplete="off" placeholder=words.number />
                    <button class="btn" type="submit">
                        {words.compare}
                    </button>
                </form>
            </div>
        </section>
    }
}
