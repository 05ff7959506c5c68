//! What closing still needs, in words, with the way to meet it: shown from the day somebody works on it.

use crate::{
    backend::CaseView,
    components::Icon,
    desk::use_words,
    locales::{rules, use_language},
};
use huiyin_domain::case::State;
use leptos::prelude::*;

/// The checklist.
pub(super) fn closing(view: &CaseView) -> Option<impl IntoView + use<>> {
    let language = use_language();
    let words = &use_words().case;
    let worked_on = matches!(view.case.state, State::InProgress | State::Rectifying | State::AwaitingRecheck | State::AwaitingApproval);
    if !worked_on {
        return None;
    }
    let lines = view
        .closing
        .iter()
        .map(|unmet| {
            let said = rules::unmet(unmet, language);
            view! {
                <li class="row" style="flex-wrap:nowrap;align-items:start">
                    <Icon name="x" size="s" />
                    <span>
                        {said.what}
                        <br />
                        <span class="meta">{said.how}</span>
                    </span>
                </li>
            }
        })
        .collect_view();
    let ready = view.closing.is_empty();
    Some(view! {
        <section class="card" aria-labelledby="closing">
            <div class="pad stack g-3">
                <h2 id="closing" style="font-size:var(--t-4)">
                    {words.closing}
                </h2>
                {ready.then(|| view! {
                    <p class="row">
                        <Icon name="check-c" size="s" />
                        {words.closing_ready}
                    </p>
                })}
                <ul role="list" class="stack g-3">
                    {lines}
                </ul>
            </div>
        </section>
    })
}
