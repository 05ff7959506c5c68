//! The state of a case: the Hui frame with its words.

use super::hui::{Hui, hui_step};
use crate::locales::{Words, rules, use_language};
use huiyin_domain::case::{Case, State};
use leptos::prelude::*;

/// The state of a case that is known in full.
#[component]
pub fn CaseState<'a>(
    /// The case.
    case: &'a Case,
) -> impl IntoView + use<> {
    let words = rules::state_now(case, use_language());
    let answered = !case.reports.is_empty() && case.reports.iter().all(|report| report.reply.is_some());
    badge(hui_step(case.state, case.resume_to, answered), words)
}

/// The state alone, where no more is known (a line of a list, a public page).
#[component]
pub fn StateBadge(
    /// Where it stands.
    state: State,
    /// Where a suspended case goes on.
    #[prop(optional_no_strip, into)]
    resume_to: Option<State>,
    /// Whether its reporters were answered.
    #[prop(optional)]
    answered: bool,
) -> impl IntoView {
    let language = use_language();
    let words = match state {
        State::Closed if answered => language.pick("已回复，办结", "Answered and closed"),
        state => state.words(language),
    };
    badge(hui_step(state, resume_to, answered), words)
}

fn badge(step: u8, words: &'static str) -> impl IntoView {
    view! {
        <span class="state" data-step=step.to_string()>
            <Hui step=step />
            {words}
        </span>
    }
}
