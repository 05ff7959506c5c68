//! The table that everything reads: which verb moves a case from where to where, how it behaves beside others, and who
//! may use it (`docs/lifecycle.md` is made from it).

use super::{State, VerbClass, VerbName};
use crate::people::Role;

/// Who may use a verb. A person needs to be one of those that its row names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Who {
    /// Holds this role somewhere; for verbs without a case.
    Holds(Role),
    /// Holds this role in a scope that covers the case.
    Role(Role),
    /// Is the handler of the case.
    Handler,
    /// Sits at the duty desk of the leading unit: its liaison, or the coordinator of a township.
    DutyDesk,
    /// Was asked to recheck it.
    Rechecker,
    /// Holds the receipt of one of its reports, or filed one as a colleague.
    Reporter,
    /// Works for a unit that helps.
    CoUnit,
    /// May close it: by risk, a coordinator, a liaison or a dispatcher.
    Closer,
    /// May read all of it.
    Reader,
    /// The second person: whoever could have asked for what waits.
    Second,
    /// The clock.
    Clock,
}

/// One row: a verb, where it may be used and where it leads.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Transition {
    /// Which verb.
    pub verb: VerbName,
    /// States it may be used in; all of them if `ANY`.
    pub from: &'static [State],
    /// States it may lead to; none means the state stays.
    pub to: &'static [State],
    /// How it behaves when two act at once.
    pub class: VerbClass,
    /// Who may use it.
    pub who: &'static [Who],
}

use State as S;
use VerbClass::{Additive, Exclusive, Monotonic};
use VerbName as V;

/// Every state.
const ANY: &[State] = &State::ALL;
/// States in which somebody still has work to do.
const OPEN: &[State] = &[
    S::PendingAcceptance,
    S::Accepted,
    S::Dispatched,
    S::InProgress,
    S::Rectifying,
    S::AwaitingRecheck,
    S::AwaitingApproval,
    S::StageClosed,
    S::Suspended,
    S::ReopenRequested,
];
/// Open, accepted and not resting.
const UNDER_WAY: &[State] = &[
    S::Accepted,
    S::Dispatched,
    S::InProgress,
    S::Rectifying,
    S::AwaitingRecheck,
    S::AwaitingApproval,
    S::StageClosed,
    S::ReopenRequested,
];
/// Far enough to say whether it will be public.
const WORTH_TELLING: &[State] =
    &[S::InProgress, S::Rectifying, S::AwaitingRecheck, S::AwaitingApproval, S::StageClosed, S::ReopenRequested, S::Closed];

const COORDINATOR: Who = Who::Role(Role::Coordinator);
const LIAISON: Who = Who::Role(Role::Liaison);
const DISPATCHER: Who = Who::Role(Role::Dispatcher);
const REVIEWER: Who = Who::Role(Role::Reviewer);
const LEADER: Who = Who::Role(Role::Leader);
const DESK: &[Who] = &[COORDINATOR, LIAISON, DISPATCHER];

const fn row(verb: VerbName, from: &'static [State], to: &'static [State], class: VerbClass, who: &'static [Who]) -> Transition {
    Transition { verb, from, to, class, who }
}

/// One row a verb, in the order of [`VerbName::ALL`].
pub const TRANSITIONS: [Transition; 50] = [
    row(
        V::Submit,
        &[],
        &[S::PendingAcceptance, S::AwaitingApproval],
        Additive,
        &[
            Who::Holds(Role::Patroller),
            Who::Holds(Role::Coordinator),
            Who::Holds(Role::Liaison),
            Who::Holds(Role::Dispatcher),
            Who::Holds(Role::Leader),
            Who::Reporter,
        ],
    ),
    row(V::Accept, &[S::PendingAcceptance], &[S::Accepted], Exclusive, DESK),
    row(V::Decline, &[S::PendingAcceptance], &[S::Declined], Exclusive, &[LIAISON, DISPATCHER]),
    row(V::AskReporter, &[S::PendingAcceptance, S::InProgress], &[], Additive, &[COORDINATOR, DISPATCHER, Who::Handler]),
    row(V::Answer, &[S::PendingAcceptance, S::InProgress], &[], Additive, &[Who::Reporter]),
    row(V::Merge, &[S::PendingAcceptance, S::Accepted], &[S::Merged], Exclusive, &[COORDINATOR, DISPATCHER]),
    row(V::Unmerge, &[S::Merged], &[S::PendingAcceptance, S::Accepted], Exclusive, &[COORDINATOR, DISPATCHER]),
    row(V::Dispatch, &[S::Accepted, S::InProgress, S::ReopenRequested], &[S::Dispatched], Exclusive, &[COORDINATOR, DISPATCHER]),
    row(V::SignFor, &[S::Dispatched], &[S::InProgress], Monotonic, &[Who::Handler, Who::DutyDesk]),
    row(V::Return, &[S::Dispatched], &[S::Accepted], Exclusive, &[Who::Handler, Who::DutyDesk]),
    row(V::Reassign, &[S::InProgress, S::Rectifying, S::AwaitingRecheck], &[], Exclusive, DESK),
    row(V::Verify, &[S::InProgress], &[], Exclusive, &[Who::Handler]),
    row(V::OrderRectification, &[S::InProgress], &[S::Rectifying], Exclusive, &[Who::Handler, COORDINATOR]),
    row(
        V::ReportRectified,
        &[S::InProgress, S::Rectifying],
        &[S::AwaitingRecheck, S::AwaitingApproval],
        Exclusive,
        &[Who::Handler, Who::Role(Role::Contractor)],
    ),
    row(V::AssignRecheck, &[S::AwaitingRecheck], &[], Exclusive, &[COORDINATOR, DISPATCHER]),
    row(V::Recheck, &[S::AwaitingRecheck], &[S::AwaitingApproval, S::Rectifying], Exclusive, &[Who::Rechecker]),
    row(V::ProposeClosure, &[S::InProgress], &[S::AwaitingApproval], Exclusive, &[Who::Handler]),
    row(V::OrderRecheck, &[S::AwaitingApproval], &[S::AwaitingRecheck], Exclusive, &[Who::Closer]),
    row(V::Close, &[S::AwaitingApproval], &[S::Closed], Exclusive, &[Who::Closer]),
    row(V::SendBack, &[S::AwaitingApproval], &[S::InProgress], Exclusive, &[Who::Closer]),
    row(V::StageClose, &[S::AwaitingApproval, S::Rectifying], &[S::StageClosed], Exclusive, &[DISPATCHER]),
    row(V::MilestoneDone, &[S::StageClosed], &[S::AwaitingRecheck], Exclusive, &[Who::Handler]),
    row(V::Suspend, UNDER_WAY, &[S::Suspended], Exclusive, &[Who::Closer]),
    row(V::Resume, &[S::Suspended], UNDER_WAY, Exclusive, &[Who::Closer]),
    row(V::TransferOut, &[S::Accepted, S::InProgress, S::Rectifying], &[S::Transferred], Exclusive, &[LIAISON, DISPATCHER]),
    row(V::RequestReopen, &[S::Closed, S::Declined], &[S::ReopenRequested], Additive, &[Who::Reporter, Who::Rechecker, LEADER]),
    row(V::Reopen, &[S::ReopenRequested], &[S::Dispatched], Exclusive, &[DISPATCHER]),
    row(V::RefuseReopen, &[S::ReopenRequested], &[S::Closed, S::Declined], Exclusive, &[DISPATCHER]),
    row(V::AskExtension, UNDER_WAY, &[], Exclusive, &[Who::Handler]),
    row(V::GrantExtension, UNDER_WAY, &[], Exclusive, &[LIAISON, DISPATCHER]),
    row(V::Recategorise, OPEN, &[], Exclusive, &[COORDINATOR, DISPATCHER]),
    row(V::Relocate, OPEN, &[], Exclusive, &[COORDINATOR, DISPATCHER]),
    // Whatever its state, it is kept from the unit; what the unit had in hand is to be assigned anew.
    row(V::AboutUnit, ANY, &[S::Accepted], Additive, &[COORDINATOR, DISPATCHER]),
    row(V::Supervise, OPEN, &[], Monotonic, &[DISPATCHER, LEADER]),
    row(V::AddCoUnit, OPEN, &[], Additive, &[DISPATCHER]),
    row(V::CoUnitDone, OPEN, &[], Additive, &[Who::CoUnit]),
    row(V::ReleaseCoUnit, OPEN, &[], Additive, &[DISPATCHER]),
    row(V::Reply, ANY, &[], Additive, DESK),
    row(V::Note, ANY, &[], Additive, &[Who::Reader]),
    row(V::AddEvidence, ANY, &[], Additive, &[Who::Reader, Who::Reporter]),
    row(V::Callback, ANY, &[], Additive, DESK),
    row(V::Rate, ANY, &[], Additive, &[Who::Reporter]),
    row(V::DecidePublication, WORTH_TELLING, &[], Exclusive, DESK),
    row(V::Redact, &[S::Closed], &[], Exclusive, DESK),
    row(V::Publish, &[S::Closed], &[], Exclusive, &[REVIEWER]),
    row(V::Withhold, WORTH_TELLING, &[], Exclusive, &[COORDINATOR, LIAISON, DISPATCHER, REVIEWER]),
    row(V::Withdraw, ANY, &[], Exclusive, &[DISPATCHER, REVIEWER]),
    row(V::Confirm, ANY, &[], Monotonic, &[Who::Second]),
    row(V::Void, &[S::PendingAcceptance, S::Accepted], &[S::Void], Exclusive, &[DISPATCHER]),
    // The clock looks: it tells what is late, and resumes what has rested long enough.
    row(V::Tick, OPEN, &[], Monotonic, &[Who::Clock]),
];

/// What is asked of a patrol moves no case, whatever its state, and nobody may ask it of one.
const NOT_OF_A_CASE: Transition = row(V::Patrol, &[], &[], Additive, &[]);

impl VerbName {
    /// Its row of the table.
    #[must_use]
    pub fn transition(self) -> &'static Transition {
        // The rows stand in the order of the verbs' declaration; a test holds them to it. What has none is no verb of a case.
        TRANSITIONS.get(self as usize).unwrap_or(&NOT_OF_A_CASE)
    }

    /// How it behaves when two people act at once.
    #[must_use]
    pub fn class(self) -> VerbClass {
        self.transition().class
    }

    /// Whether the law asks for a second person in some cases of it.
    #[must_use]
    pub fn may_need_second(self) -> bool {
        matches!(self, V::Decline | V::RefuseReopen | V::Void)
    }

    /// Whether it may be used on a phone without a network.
    #[must_use]
    pub fn works_offline(self) -> bool {
        matches!(self, V::Submit | V::Note | V::AddEvidence | V::SignFor | V::Verify | V::ReportRectified | V::Recheck)
    }

    /// Whether it is about publication only, so that it and the case's own verbs do not stand in each other's way.
    pub(super) fn is_about_publication(self) -> bool {
        matches!(self, V::DecidePublication | V::Redact | V::Publish | V::Withhold | V::Withdraw)
    }
}
