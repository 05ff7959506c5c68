//! What notices are about.

use serde::{Deserialize, Serialize};

/// What a notice is about. The name is stored and sent: it is never changed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An emergency was reported.
    Emergency,
    /// A case was given to you.
    Assigned,
    /// What you gave out came back.
    Returned,
    /// Your work was not accepted.
    SentBack,
    /// 临期
    DueSoon,
    /// 超期
    Overdue,
    /// 督办等级 went up.
    Supervised,
    /// Somebody must be sent to recheck.
    RecheckToAssign,
    /// You are to recheck.
    RecheckAssigned,
    /// Waits for your approval.
    ApprovalAwaits,
    /// A second person is asked.
    ConfirmationAwaits,
    /// More time is asked for.
    ExtensionAsked,
    /// A reporter has no answer yet.
    ReplyDue,
    /// The reporter answered your question.
    ReporterAnswered,
    /// The reporter is not satisfied.
    NotSatisfied,
    /// Somebody asks to have it done again.
    ReopenAsked,
    /// It is to be done again, by you.
    Reopened,
    /// Its rest is over.
    Resumed,
    /// Your unit is to help.
    CoUnitTask,
    /// A public summary waits for your review.
    ReviewAwaits,
    /// What you reported has been answered.
    Replied,
    /// A change of the rulebook waits for you.
    RulebookAwaits,
}

/// What people choose by: kinds that belong together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Emergencies.
    Emergencies,
    /// Work that is given to me.
    Work,
    /// Due dates and supervision.
    Deadlines,
    /// What waits for my decision.
    Decisions,
    /// What reporters say, and owe to be told.
    Reporters,
}

impl Topic {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Topic; 5] = [Topic::Emergencies, Topic::Work, Topic::Deadlines, Topic::Decisions, Topic::Reporters];
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 22] = [
        Kind::Emergency,
        Kind::Assigned,
        Kind::Returned,
        Kind::SentBack,
        Kind::DueSoon,
        Kind::Overdue,
        Kind::Supervised,
        Kind::RecheckToAssign,
        Kind::RecheckAssigned,
        Kind::ApprovalAwaits,
        Kind::ConfirmationAwaits,
        Kind::ExtensionAsked,
        Kind::ReplyDue,
        Kind::ReporterAnswered,
        Kind::NotSatisfied,
        Kind::ReopenAsked,
        Kind::Reopened,
        Kind::Resumed,
        Kind::CoUnitTask,
        Kind::ReviewAwaits,
        Kind::Replied,
        Kind::RulebookAwaits,
    ];

    /// What people choose it by.
    #[must_use]
    pub fn topic(self) -> Topic {
        match self {
            Kind::Emergency => Topic::Emergencies,
            Kind::Assigned
            | Kind::Returned
            | Kind::SentBack
            | Kind::RecheckAssigned
            | Kind::Reopened
            | Kind::Resumed
            | Kind::CoUnitTask => Topic::Work,
            Kind::DueSoon | Kind::Overdue | Kind::Supervised => Topic::Deadlines,
            Kind::RecheckToAssign
            | Kind::ApprovalAwaits
            | Kind::ConfirmationAwaits
            | Kind::ExtensionAsked
            | Kind::ReopenAsked
            | Kind::ReviewAwaits
            | Kind::RulebookAwaits => Topic::Decisions,
            Kind::ReplyDue | Kind::ReporterAnswered | Kind::NotSatisfied | Kind::Replied => Topic::Reporters,
        }
    }

    /// Whether it cannot wait: it is marked, and a group's bot is told.
    #[must_use]
    pub fn is_urgent(self) -> bool {
        matches!(self, Kind::Emergency | Kind::Overdue | Kind::Supervised)
    }

    /// Whether it only reminds: then nobody is disturbed outside working hours, not even on the screen.
    #[must_use]
    pub fn is_reminder(self) -> bool {
        self == Kind::DueSoon
    }
}
