//! Cases that look like it.

use crate::{
    backend::{CaseView, Me},
    components::StateBadge,
    desk::{naming, use_words},
    locales::{dates, use_language},
};
use leptos::prelude::*;

/// Links to them.
pub(super) fn similar(me: &Me, view: &CaseView) -> Option<impl IntoView + use<>> {
    let language = use_language();
    let words = &use_words().case;
    if view.similar.is_empty() {
        return None;
    }
    let own = view.case.number.clone().unwrap_or_default();
    let lines = view
        .similar
        .iter()
        .map(|row| {
            let category = naming::category(&me.rulebook, &row.category, language);
            let when = dates::day_and_year(row.opened_at.day(), language);
            view! {
                <li class="row">
                    <StateBadge state=row.state />
                    <a href=format!("/desk/cases/{}", row.number) style="display:inline-flex;align-items:center;min-block-size:3rem">
                        {row.words.clone()}
                    </a>
                    <span class="meta">
                        {format!("{category} · {when} · ")} <span class="code">{row.number.clone()}</span>
                    </span>
                    <a class="btn" data-kind="quiet" href=format!("/desk/cases/{own}/merge?with={}", row.number)>
                        {words.side_by_side}
                    </a>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <section class="card" aria-labelledby="similar">
            <div class="pad stack g-2">
                <h2 id="similar" style="font-size:var(--t-4)">
                    {words.similar}
                </h2>
                <p class="meta">{words.similar_hint}</p>
                <ul role="list">{lines}</ul>
            </div>
        </section>
    })
}
