//! Forms: one a verb, as data ([`Sheet`]); one piece draws them all. What is checked here is only whether a field can be
//! read; every rule is the domain's.

mod answers;
mod ground;
mod sheet;

mod about_unit;
mod accept;
mod assign_recheck;
mod callback;
mod close;
mod co_unit;
mod confirm;
mod decide_publication;
mod decline;
mod dispatch;
mod extension;
mod merge;
mod order_rectification;
mod plain_words;
mod publish;
mod reassign;
mod recategorise;
mod redact;
mod relocate;
mod reply;
mod sign_for;
mod stage_close;
mod supervise;
mod suspend;
mod template;
mod transfer_out;
mod withhold;

#[cfg(test)]
mod tests;

pub(crate) use answers::{Answers, Reader};
pub(crate) use ground::Ground;
pub(crate) use sheet::{Choice, Field, Kind, Sheet};
pub(crate) use template::placed;

use huiyin_domain::case::VerbName;

/// The form of a verb; none if it is no matter of the desk: it needs a photo and a position, or only a reporter may do it.
#[must_use]
pub(crate) fn sheet(verb: VerbName, ground: &Ground<'_>) -> Option<Sheet> {
    Some(match verb {
        VerbName::Accept => accept::sheet(ground),
        VerbName::Decline => decline::sheet(ground),
        VerbName::Merge => merge::sheet(ground),
        VerbName::Dispatch | VerbName::Reopen => dispatch::sheet(verb, ground),
        VerbName::SignFor => sign_for::sheet(ground),
        VerbName::Reassign => reassign::sheet(ground),
        VerbName::OrderRectification => order_rectification::sheet(ground),
        VerbName::AssignRecheck => assign_recheck::sheet(ground),
        VerbName::ProposeClosure => close::proposal(ground),
        VerbName::Close => close::sheet(ground),
        VerbName::StageClose => stage_close::sheet(ground),
        VerbName::MilestoneDone => stage_close::milestone(ground),
        VerbName::Suspend => suspend::sheet(ground),
        VerbName::TransferOut => transfer_out::sheet(ground),
        VerbName::AskExtension => extension::ask(ground),
        VerbName::GrantExtension => extension::grant(ground),
        VerbName::Recategorise => recategorise::sheet(ground),
        VerbName::Relocate => relocate::sheet(ground),
        VerbName::AboutUnit => about_unit::sheet(ground),
        VerbName::Supervise => supervise::sheet(ground),
        VerbName::AddCoUnit => co_unit::add(ground),
        VerbName::CoUnitDone => co_unit::done(ground),
        VerbName::ReleaseCoUnit => co_unit::release(ground),
        VerbName::Reply => reply::sheet(ground),
        VerbName::Callback => callback::sheet(ground),
        VerbName::DecidePublication => decide_publication::sheet(ground),
        VerbName::Redact => redact::sheet(ground),
        VerbName::Publish => publish::sheet(ground),
        VerbName::Withhold => withhold::sheet(ground),
        VerbName::Confirm => confirm::sheet(ground),
        VerbName::AskReporter
        | VerbName::Unmerge
        | VerbName::Return
        | VerbName::OrderRecheck
        | VerbName::SendBack
        | VerbName::Resume
        | VerbName::RequestReopen
        | VerbName::RefuseReopen
        | VerbName::Note
        | VerbName::Withdraw
        | VerbName::Void => plain_words::sheet(verb, ground),
        VerbName::Submit
        | VerbName::Tick
        | VerbName::Patrol
        | VerbName::Answer
        | VerbName::Verify
        | VerbName::ReportRectified
        | VerbName::Recheck
        | VerbName::AddEvidence
        | VerbName::Rate => return None,
    })
}
