//! What a case is at one moment: the fold of its events.

use crate::{
    division::DivisionCode,
    ids::{CaseId, PersonId, ReportId, SiteId},
    moment::Moment,
    people::UnitCode,
    photo::Photo,
    place::Point,
    publication::PublicRecord,
    report::{Report, Severity},
    rulebook::{CategoryCode, ClockClass, Risk, RulebookVersion},
};
use serde::{Deserialize, Serialize};

use super::ask::{Disposal, Finding, Milestone, Origin, ReplyOutcome, ResultCode, VerbClass, VerbName};

/// States of a case (`rules.md` section 1).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// 待受理
    PendingAcceptance,
    /// 已受理，待交办
    Accepted,
    /// 已交办，待签收
    Dispatched,
    /// 处置中
    InProgress,
    /// 整改中
    Rectifying,
    /// 待复查
    AwaitingRecheck,
    /// 待审核结案
    AwaitingApproval,
    /// 阶段性办结
    StageClosed,
    /// 中止
    Suspended,
    /// 申请重办
    ReopenRequested,
    /// 已办结
    Closed,
    /// 不予受理
    Declined,
    /// 已移送
    Transferred,
    /// 已并案
    Merged,
    /// 作废
    Void,
}

impl State {
    /// Every state, in the order of `rules.md` section 1.
    pub const ALL: [State; 15] = [
        State::PendingAcceptance,
        State::Accepted,
        State::Dispatched,
        State::InProgress,
        State::Rectifying,
        State::AwaitingRecheck,
        State::AwaitingApproval,
        State::StageClosed,
        State::Suspended,
        State::ReopenRequested,
        State::Closed,
        State::Declined,
        State::Transferred,
        State::Merged,
        State::Void,
    ];

    /// Whether somebody still has work to do.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, State::Closed | State::Declined | State::Transferred | State::Merged | State::Void)
    }
}

/// Who told us, as far as the rules must know. Identity proper is in the vault.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reporter {
    /// A colleague with an account.
    Staff {
        /// Who.
        person: PersonId,
    },
    /// A member of the public who left a name or a number; the vault knows it.
    Named,
    /// A member of the public who left nothing but has a receipt.
    Anonymous,
    /// Not told to this reader (a phone that is not the reporter's).
    Hidden,
}

/// One report within a case.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Filed {
    /// Its id.
    pub id: ReportId,
    /// Who filed it.
    pub reporter: Reporter,
    /// When the server received it: duties count from here.
    pub received_at: Moment,
    /// When the phone says it was filed.
    pub made_at: Moment,
    /// Its content.
    pub report: Report,
    /// Its photos.
    pub photos: Vec<Photo>,
    /// What became of the duty to reply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<ReplyOutcome>,
    /// When the server received the first answer that reached this reporter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replied_at: Option<Moment>,
    /// The case it came from, if it was merged in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_from: Option<CaseId>,
    /// Where it was taken over from, if it was known elsewhere before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// A due date and where it comes from, so that it can explain itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Due {
    /// Which clock.
    pub clock: Clock,
    /// When it started.
    pub start: Moment,
    /// How long it is.
    pub length: Length,
    /// The last moment that is on time.
    pub at: Moment,
    /// Rest days that were skipped, by name, with how many.
    #[serde(default)]
    pub skipped: Vec<Skipped>,
    /// Make-up workdays that counted.
    #[serde(default)]
    pub make_up_days: u16,
    /// Whether the last day moved because it was a rest day.
    #[serde(default)]
    pub moved_to_workday: bool,
    /// Time that did not count, seconds.
    #[serde(default)]
    pub paused_s: i64,
    /// Days granted on top.
    #[serde(default)]
    pub extended_days: u16,
    /// What moved its end since it started, in order, so that the reckoning can be done again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<DueMove>,
    /// The rulebook it was computed by.
    pub rulebook: RulebookVersion,
}

/// One thing that moved a due date.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DueMove {
    /// Why.
    pub why: MoveReason,
    /// Rest days passed over because the new end fell on one.
    #[serde(default)]
    pub rest_days: u16,
    /// The end after it.
    pub at: Moment,
}

/// Why a due date moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoveReason {
    /// The clock rested for so many seconds.
    Paused {
        /// How long.
        seconds: i64,
    },
    /// So many days were granted on top.
    Extended {
        /// How many.
        days: u16,
    },
}

/// Clocks (`rules.md` section 3).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// received → accepted or declined
    Acceptance,
    /// accepted → dispatched
    Dispatch,
    /// dispatched → signed for
    SignFor,
    /// signed for → verified
    OnSite,
    /// accepted → closed
    Handling,
    /// ordered → reported rectified
    Rectification,
    /// claimed → rechecked
    Recheck,
    /// closed → published
    Publication,
}

impl Clock {
    /// All of them, in the order of a case's life.
    pub const ALL: [Clock; 8] = [
        Clock::Acceptance,
        Clock::Dispatch,
        Clock::SignFor,
        Clock::OnSite,
        Clock::Handling,
        Clock::Rectification,
        Clock::Recheck,
        Clock::Publication,
    ];
}

/// How long a clock runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Length {
    /// Hours, straight.
    Hours(u16),
    /// Working days of the PRC calendar.
    WorkingDays(u16),
    /// Calendar days; if the last one is no working day, the next one that is.
    Days(u16),
    /// Until a given day, as ordered by a person.
    Until(Moment),
}

/// Rest days within a period.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Skipped {
    /// The holiday's name, or `weekend`.
    pub name: String,
    /// How many days.
    pub days: u16,
}

/// What happened at the recheck.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct RecheckDone {
    /// Who looked.
    pub by: PersonId,
    /// Whether it holds.
    pub passed: bool,
    /// When, by the server.
    pub at: Moment,
    /// In their words.
    pub words: String,
    /// What they saw.
    pub photos: Vec<Photo>,
}

/// The order to rectify.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Order {
    /// Who must rectify.
    pub responsible_party: String,
    /// What must be done.
    pub measures: String,
    /// By when.
    pub due: Due,
    /// Who will accept it as done.
    pub acceptance_unit: UnitCode,
    /// Number of the document, if it is an order under law.
    pub document_number: Option<String>,
    /// Whether it is an order of an enforcement officer.
    pub formal: bool,
}

/// One use of an exclusive or monotonic verb, kept to notice conflicts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Touch {
    /// Its place in the ledger.
    pub seq: u64,
    /// Who.
    pub by: Option<PersonId>,
    /// What.
    pub verb: VerbName,
    /// Its class.
    pub class: VerbClass,
    /// When.
    pub at: Moment,
}

/// Where publication stands (`rules.md` section 6).
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Publication {
    /// Nothing decided yet.
    Undecided,
    /// Decided: it will be published.
    Redacting {
        /// Who decided.
        by: PersonId,
    },
    /// A summary is written and waits for another person.
    AwaitingReview {
        /// Who wrote it.
        redactor: PersonId,
        /// What it will say.
        record: Box<PublicRecord>,
    },
    /// Public.
    Published {
        /// Who wrote it.
        redactor: PersonId,
        /// Who approved it.
        reviewer: PersonId,
        /// When.
        at: Moment,
    },
    /// Was public.
    Withdrawn {
        /// Why.
        reason: String,
    },
    /// Its time is over.
    Expired,
    /// Will not be published.
    Withheld {
        /// The legal ground.
        ground: String,
    },
}

/// Why a second person is asked.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AwaitedConfirmation {
    /// Who asked.
    pub by: PersonId,
    /// What waits.
    pub ask: Box<super::Ask>,
}

/// A case at one moment. `None` and empty mean: has not happened.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// Its public number, as `CX26-0379`; a phone does not know it until the server has answered.
    pub number: Option<String>,
    /// Where it stands.
    pub state: State,
    /// Where a suspended case resumes.
    pub resume_to: Option<State>,
    /// What kind of matter.
    pub category: CategoryCode,
    /// How long it may take.
    pub clock: ClockClass,
    /// How much depends on it.
    pub risk: Risk,
    /// How bad.
    pub severity: Severity,
    /// In which township or village.
    pub division: Option<DivisionCode>,
    /// Where.
    pub place: Option<Point>,
    /// The inspected place.
    pub site: Option<SiteId>,
    /// What was told, in order of arrival. The first one opened the case.
    pub reports: Vec<Filed>,
    /// The unit that it is a complaint about: it is kept from everybody of that unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about_unit: Option<UnitCode>,
    /// Who leads.
    pub lead_unit: Option<UnitCode>,
    /// Who handles it.
    pub handler: Option<PersonId>,
    /// Everybody who ever handled it; none of them may recheck.
    pub handlers: Vec<PersonId>,
    /// Who helps: unit and whether it has done its part.
    pub co_units: Vec<CoUnit>,
    /// Who is to recheck.
    pub rechecker: Option<PersonId>,
    /// Everybody who was ever asked to recheck it; what they bring late is kept as a record.
    #[serde(default)]
    pub recheckers: Vec<PersonId>,
    /// Whether a draw asked for a recheck.
    pub recheck_drawn: bool,
    /// Rechecks done, in order.
    pub rechecks: Vec<RecheckDone>,
    /// What verification found.
    pub finding: Option<Finding>,
    /// Who verified.
    pub verified_by: Option<PersonId>,
    /// The order to rectify.
    pub order: Option<Order>,
    /// Evidence that came after the reports.
    pub evidence: Vec<Photo>,
    /// The result that was proposed or closed with.
    pub result: Option<ResultCode>,
    /// What was done about who did it.
    pub disposal: Option<Disposal>,
    /// The clocks that run.
    pub dues: Vec<Due>,
    /// The first promise for handling; later ones are never silently later.
    pub first_promise: Option<Moment>,
    /// The promise for handling that was in force last; kept when its clock has stopped, so that late stays late.
    #[serde(default)]
    pub last_promise: Option<Moment>,
    /// When it was opened, accepted, dispatched, rectified and closed, by the server.
    pub opened_at: Moment,
    /// …
    pub accepted_at: Option<Moment>,
    /// …
    pub dispatched_at: Option<Moment>,
    /// …
    pub rectified_at: Option<Moment>,
    /// …
    pub closed_at: Option<Moment>,
    /// Who closed it.
    pub closed_by: Option<PersonId>,
    /// When it was suspended, and until when.
    pub suspended: Option<Suspension>,
    /// The question the reporter has been asked, and since when the clock rests.
    pub asked_reporter: Option<AskedReporter>,
    /// The extension that waits for an answer, days.
    pub extension_asked: Option<ExtensionAsked>,
    /// Days granted so far.
    pub extended_days: u16,
    /// How often it was returned.
    pub returns: u16,
    /// How often it was reopened.
    pub reopened: u16,
    /// 督办等级
    pub supervision_level: u8,
    /// The case it was merged into, and when.
    pub merged_into: Option<CaseId>,
    /// When it was merged.
    pub merged_at: Option<Moment>,
    /// Parts of a stage closure.
    pub milestones: Vec<Milestone>,
    /// Whether the reporter was satisfied, as they said last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub satisfied: Option<bool>,
    /// Where publication stands.
    pub publication: Publication,
    /// What waits for a second person.
    pub awaits: Option<AwaitedConfirmation>,
    /// Clock crossings that were already told, so that each is told once.
    pub told: Vec<String>,
    /// Newest uses of verbs that may conflict, newest last.
    pub touches: Vec<Touch>,
    /// Its last entry in the ledger.
    pub seq: u64,
}

/// A unit that helps.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CoUnit {
    /// Which.
    pub unit: UnitCode,
    /// What it is asked to do.
    pub task: String,
    /// Done, released or neither.
    pub outcome: Option<CoUnitOutcome>,
}

/// How a co-unit's part ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoUnitOutcome {
    /// It did its part.
    Done,
    /// It was let off, for a reason in the timeline.
    Released,
}

/// A suspension.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Suspension {
    /// Since when.
    pub since: Moment,
    /// It resumes by itself here.
    pub until: Moment,
}

/// An open question to a reporter.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AskedReporter {
    /// Since when.
    pub since: Moment,
    /// The clock runs again here, answer or not.
    pub until: Moment,
}

/// An extension that was asked for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ExtensionAsked {
    /// Who asked.
    pub by: PersonId,
    /// How many days.
    pub days: u16,
}
