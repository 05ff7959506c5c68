//! The Hui frame 回字框: four arcs that close round a matter until it is answered.

use super::icon::symbol;
use huiyin_domain::case::State;
use leptos::prelude::*;

/// How far the frame is closed, 0–4. `resume_to` is where a suspended case goes on: it keeps the frame it had.
/// A declined, transferred, merged or void case is closed only `with_reply`.
#[must_use]
pub fn hui_step(state: State, resume_to: Option<State>, with_reply: bool) -> u8 {
    match state {
        State::PendingAcceptance => 0,
        State::Accepted | State::Dispatched => 1,
        State::InProgress | State::Rectifying => 2,
        State::AwaitingRecheck | State::AwaitingApproval | State::StageClosed | State::ReopenRequested => 3,
        State::Suspended => match resume_to {
            None | Some(State::Suspended) => 2,
            Some(before) => hui_step(before, None, with_reply),
        },
        State::Closed => 4,
        State::Declined | State::Transferred | State::Merged | State::Void => {
            if with_reply {
                4
            } else {
                0
            }
        }
    }
}

/// The frame for a step. Use it for the state of a case and nothing else, always with its words beside.
#[component]
pub fn Hui(
    /// 0–4, from [`hui_step`].
    step: u8,
    /// `l` for the large one.
    #[prop(optional)]
    size: Option<&'static str>,
    /// Whether it closes before the reader's eyes: only when a reply has just been sent.
    #[prop(optional)]
    live: bool,
) -> impl IntoView {
    let class = if live { "hui hui-live" } else { "hui" };
    view! {
        <svg class=class data-step=step.to_string() data-size=size aria-hidden="true">
            <use href=symbol(&format!("hui-{step}"))></use>
        </svg>
    }
}
