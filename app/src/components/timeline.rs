//! What happened, one line after the other.

use super::{hui::Hui, icon::Icon};
use huiyin_domain::{case::VerbName, publication::PublicStepKind};
use leptos::prelude::*;

/// One line.
pub struct Step {
    /// What marks it.
    pub mark: Mark,
    /// What happened.
    pub what: String,
    /// More, beside it.
    pub more: Option<String>,
    /// Who and when, beneath it.
    pub by: String,
    /// For machines: when, RFC 3339.
    pub at: Option<String>,
    /// Words, photos, a reply.
    pub body: Option<AnyView>,
}

/// What marks a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// An icon, by name.
    Icon(&'static str),
    /// The closed Hui frame: answered.
    Answered,
}

impl Mark {
    /// The mark of a public step.
    #[must_use]
    pub fn of_step(step: PublicStepKind) -> Self {
        match step {
            PublicStepKind::Reported => Mark::Icon("inbox"),
            PublicStepKind::Accepted => Mark::Icon("check"),
            PublicStepKind::Assigned => Mark::Icon("assign"),
            PublicStepKind::Verified => Mark::Icon("eye"),
            PublicStepKind::Rectified => Mark::Icon("edit"),
            PublicStepKind::Rechecked => Mark::Icon("check-c"),
            PublicStepKind::Replied => Mark::Icon("reply"),
            PublicStepKind::Closed => Mark::Answered,
            PublicStepKind::Reopened => Mark::Icon("retry"),
        }
    }

    /// The mark of a verb.
    #[must_use]
    pub fn of_verb(verb: VerbName) -> Self {
        match verb {
            VerbName::Submit => Mark::Icon("inbox"),
            VerbName::Accept | VerbName::SignFor | VerbName::CoUnitDone | VerbName::MilestoneDone => Mark::Icon("check"),
            VerbName::Decline | VerbName::Void | VerbName::RefuseReopen | VerbName::ReleaseCoUnit => Mark::Icon("x"),
            VerbName::AskReporter | VerbName::Answer => Mark::Icon("ask"),
            VerbName::Merge | VerbName::Unmerge => Mark::Icon("layers"),
            VerbName::Dispatch | VerbName::Reassign | VerbName::AssignRecheck | VerbName::TransferOut => Mark::Icon("assign"),
            VerbName::Return | VerbName::SendBack | VerbName::Withdraw => Mark::Icon("undo"),
            VerbName::Verify => Mark::Icon("eye"),
            VerbName::OrderRectification => Mark::Icon("doc"),
            VerbName::ReportRectified | VerbName::Note | VerbName::Redact => Mark::Icon("edit"),
            VerbName::Recheck | VerbName::Confirm => Mark::Icon("check-c"),
            VerbName::OrderRecheck => Mark::Icon("draw"),
            VerbName::ProposeClosure | VerbName::StageClose => Mark::Icon("flag"),
            VerbName::Suspend => Mark::Icon("stop"),
            VerbName::Resume => Mark::Icon("play"),
            VerbName::RequestReopen | VerbName::Reopen => Mark::Icon("retry"),
            VerbName::AskExtension | VerbName::GrantExtension | VerbName::Tick => Mark::Icon("clock"),
            VerbName::Recategorise => Mark::Icon("list"),
            VerbName::Relocate | VerbName::Patrol => Mark::Icon("pin"),
            VerbName::Supervise => Mark::Icon("alert"),
            VerbName::AddCoUnit => Mark::Icon("users"),
            VerbName::AddEvidence => Mark::Icon("camera"),
            VerbName::Callback => Mark::Icon("call"),
            VerbName::Rate => Mark::Icon("star"),
            VerbName::Reply => Mark::Icon("reply"),
            VerbName::DecidePublication | VerbName::Publish => Mark::Icon("globe"),
            VerbName::Withhold | VerbName::AboutUnit => Mark::Icon("lock"),
            VerbName::Close => Mark::Answered,
        }
    }
}

/// The lines in the order given; the public reads newest first.
#[component]
pub fn Timeline(
    /// Each line.
    steps: Vec<Step>,
) -> impl IntoView {
    let lines = steps
        .into_iter()
        .map(|step| {
            view! {
                <li>
                    {match step.mark {
                        Mark::Icon(name) => view! { <Icon name=name /> }.into_any(),
                        Mark::Answered => view! { <Hui step=4 /> }.into_any(),
                    }}
                    <p>
                        <strong>{step.what}</strong>
                        {step.more}
                    </p>
                    <p class="by">
                        {match step.at {
                            Some(at) => view! { <time datetime=at>{step.by}</time> }.into_any(),
                            None => step.by.into_any(),
                        }}
                    </p>
                    {step.body}
                </li>
            }
        })
        .collect_view();
    view! {
        <ol class="tl" role="list">
            {lines}
        </ol>
    }
}
