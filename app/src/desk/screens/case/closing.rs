//! What closing still needs, in words, with the way to meet it: shown from the day somebody works on it.

use super::{offers::reason, workbench::Workbench};
use crate::{backend::CaseView, components::Icon, desk::use_words};
use huiyin_domain::case::{State, VerbName};
use leptos::prelude::*;

/// The checklist.
pub(super) fn closing(view: &CaseView, bench: Workbench) -> Option<impl IntoView + use<>> {
    let words = &use_words().case;
    let worked_on = matches!(view.case.state, State::InProgress | State::Rectifying | State::AwaitingRecheck | State::AwaitingApproval);
    // Whoever may close reads the same beside the step itself.
    if !worked_on || view.offers.iter().any(|offer| offer.verb == VerbName::Close && !offer.unmet.is_empty()) {
        return None;
    }
    let open: Vec<VerbName> = view.offers.iter().filter(|offer| offer.unmet.is_empty()).map(|offer| offer.verb).collect();
    let lines = view.closing.iter().map(|unmet| reason(unmet, &open, bench)).collect_view();
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
                {(!ready).then(|| view! { <ul class="why">{lines}</ul> })}
            </div>
        </section>
    })
}
