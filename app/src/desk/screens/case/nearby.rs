//! Cases at the same inspected place or near by: recurrence is seen here.

use crate::{
    backend::{CaseView, Me, Nearby},
    components::{StateBadge, Tag, Tone},
    desk::{naming, use_words},
    locales::{dates, use_language},
};
use leptos::prelude::*;

/// Links to them.
pub(super) fn nearby(me: &Me, view: &CaseView) -> Option<impl IntoView + use<>> {
    let words = &use_words().page;
    if view.nearby.is_empty() {
        return None;
    }
    let lines = view.nearby.iter().map(|near| line(me, near)).collect_view();
    Some(view! {
        <section class="card" aria-labelledby="nearby">
            <header>
                <h2 id="nearby">{words.nearby}</h2>
                <span class="meta">{view.nearby.len()}</span>
            </header>
            <div class="pad stack g-2">
                <p class="meta">{words.nearby_hint}</p>
                <ul role="list" class="rows">
                    {lines}
                </ul>
            </div>
        </section>
    })
}

fn line(me: &Me, near: &Nearby) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().page;
    let row = &near.row;
    let category = naming::category(&me.rulebook, &row.category, language);
    let when = dates::day_and_year(row.opened_at.day(), language);
    let away = near.distance_m.filter(|_| !near.same_site).map(|metres| format!("{metres} {}", words.away));
    view! {
        <li class="near">
            <a href=format!("/desk/cases/{}", row.number)>{row.words.clone()}</a>
            <p class="row meta">
                <StateBadge state=row.state />
                {near.same_site.then(|| view! { <Tag tone=Tone::Info>{words.same_site}</Tag> })}
                <span>{[Some(category), away, Some(when)].into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
                <span class="code">{row.number.clone()}</span>
            </p>
        </li>
    }
}
