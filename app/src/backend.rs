//! What the desk asks of the server. The server implements [`Backend`] for a session that already knows who is asking;
//! pages and server functions find it in their context. Every change of a case is one [`Deed`].

mod audit;
mod casepage;
mod figures;
mod imports;
mod inbox;
mod notices;
mod patrols;
mod people;
mod rulebook;

pub use audit::{AuditDesk, Changed, LedgerLine, LedgerPage, LedgerQuery, LogLine, LogPage, LogQuery, VerdictName};
pub use casepage::{CaseMap, CasePage, Identity, InZone, Known, Layer, Look, MapSpot, Nearby, Paper, PaperState, Shape, Unmask, Unmasked};
pub use figures::{FiguresPage, FiguresQuery, Land};
pub use imports::{
    Fault, ImportColumn, ImportColumns, ImportCounts, ImportField, ImportKind, ImportLine, ImportStage, ImportView, ImportsDesk,
    ImportsPage, RowEnd, RowFault, RowInvitation, RowTaken,
};
pub use inbox::{Deeds, Done, InboxDesk, MANY, SavedView, ViewChange};
pub use notices::{
    Channel, Contact, ContactPage, DeliveriesPage, DeliveriesQuery, DeliveryLine, DeliveryState, MarkRead, NoticeLine, NoticesDesk,
    NoticesPage, NoticesQuery, Redeliver, Unread,
};
pub use patrols::{
    AwaitedRecheck, Goer, PatrolCase, PatrolChoices, PatrolDeed, PatrolDesk, PatrolRow, PatrolView, PatrolsPage, PatrolsQuery,
};
pub use people::{
    AccountAsk, AccountDeed, AccountForm, AccountView, Created, DeviceView, Invitation, NewAccount, OpenCase, PeopleDesk, PeoplePage,
    PeopleQuery, PersonRow, SessionView, Slowed, Standing,
};
pub use rulebook::{
    DraftHead, DraftOutcome, DraftPreview, DraftRevision, OpenCases, RulebookDeed, RulebookDesk, RulebookImport, RulebookLogLine,
    RulebookPage, SectionChoices, SectionCount, SectionOutcome, SectionPage, SectionSave, WhyNot,
};

use async_trait::async_trait;
use huiyin_domain::{
    case::{Ask, Case, Due, Event, Offer, State, VerbName},
    division::DivisionCode,
    figures::{Grouping, Tally},
    ids::{CaseId, CommandId, PersonId},
    moment::Moment,
    people::{PersonCard, UnitCode},
    place::Point,
    refusal::{Refusal, Unmet},
    rulebook::{CategoryCode, Rulebook, Theme},
    sync::message::PersonName,
};
use serde::{Deserialize, Serialize};
use time::Date;

/// What the desk may ask. Scope and permission are checked inside, for every call.
#[async_trait]
pub trait Backend:
    ImportsDesk + AuditDesk + CasePage + InboxDesk + NoticesDesk + PatrolDesk + PeopleDesk + RulebookDesk + Send + Sync
{
    /// Who is asking, and what they need to find their way.
    async fn me(&self) -> Result<Me, Problem>;
    /// A page of the inbox.
    async fn inbox(&self, query: InboxQuery) -> Result<Inbox, Problem>;
    /// Figures of a period.
    async fn figures(&self, query: FiguresQuery) -> Result<FiguresPage, Problem>;
    /// One case, by its number.
    async fn case(&self, number: String) -> Result<CaseView, Problem>;
    /// Asks something of a case.
    async fn act(&self, deed: Deed) -> Result<Outcome, Problem>;
    /// People who could handle or recheck this case, by unit.
    async fn candidates(&self, case: CaseId, verb: VerbName) -> Result<Vec<Candidate>, Problem>;
    /// Changes the asker's own password; all sessions of the person end.
    async fn change_password(&self, change: PasswordChange) -> Result<(), Problem>;
}

/// A person's own password and the one that takes its place.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordChange {
    /// The one in force, so that nobody changes it on a desk that was left open.
    pub present: String,
    /// The new one.
    pub new: String,
}

/// A password is never printed.
impl std::fmt::Debug for PasswordChange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasswordChange")
    }
}

/// Who is asking.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Me {
    /// The person.
    pub person: PersonCard,
    /// The rulebook in force, without boundaries.
    pub rulebook: Rulebook,
    /// What waits for me: the number on the inbox's tab.
    pub waiting: u32,
    /// Whether this is a demonstration or training, which every page says.
    pub demo: bool,
    /// For who may enter it: the year whose calendar should be there by now and is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar_missing: Option<i32>,
}

/// How the inbox groups cases: by deadline, not by date.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InboxGroup {
    /// 超期
    Overdue,
    /// 临期
    DueSoon,
    /// 待我处理: waits for a step that I may take.
    Mine,
    /// Still open, on time, with others.
    OnTime,
    /// Paused.
    Paused,
    /// 已办结
    Closed,
}

/// What to list.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct InboxQuery {
    /// Only this group.
    pub group: Option<InboxGroup>,
    /// Only this state.
    pub state: Option<State>,
    /// Only this category.
    pub category: Option<CategoryCode>,
    /// Only in this division.
    pub division: Option<DivisionCode>,
    /// Only where each of these words is found: in number, reports, place, inspected place or handler.
    pub search: Option<String>,
    /// Only led by this unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// Only of this theme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
    /// Only what has no township, unit or theme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without: Option<Grouping>,
    /// Only what this figure counts, in my areas.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tally: Option<Tally>,
    /// The figure's first day.
    #[serde(default, with = "huiyin_domain::iso::day_option", skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The figure's last day.
    #[serde(default, with = "huiyin_domain::iso::day_option", skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Only what has changed since I opened it last.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unread: bool,
    /// With what a map of it needs.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub map: bool,
    /// Keyset cursor of the next page, as the last page gave it.
    pub after: Option<String>,
}

/// A page of the inbox.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct Inbox {
    /// How many there are in each group within my scope and the filters.
    pub counts: Vec<(InboxGroup, u32)>,
    /// The page.
    pub rows: Vec<InboxRow>,
    /// Where the next page starts, if there is one.
    pub next: Option<String>,
    /// The server's clock: what is left of each deadline counts from here.
    #[serde(default)]
    pub now: Option<Moment>,
    /// The county's boundaries, if a map was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub land: Option<Land>,
}

/// One line of the inbox.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct InboxRow {
    /// Which.
    pub id: CaseId,
    /// Its number.
    pub number: String,
    /// Which group it is listed under.
    pub group: InboxGroup,
    /// Where it stands.
    pub state: State,
    /// What kind.
    pub category: CategoryCode,
    /// First words of the report.
    pub words: String,
    /// Where.
    pub division: Option<DivisionCode>,
    /// Who leads.
    pub lead_unit: Option<UnitCode>,
    /// Who handles it, by name.
    pub handler: Option<String>,
    /// The next due date, if a clock runs.
    pub due_at: Option<Moment>,
    /// When it came in.
    pub opened_at: Moment,
    /// How many reports it holds.
    pub reports: u32,
    /// 督办等级
    pub supervision_level: u8,
    /// Where exactly, if it is known and mine to see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Point>,
    /// The change that it stands at: the base of what is asked of it from the list.
    #[serde(default)]
    pub seq: u64,
    /// Whether it has changed since I opened it last.
    #[serde(default)]
    pub unread: bool,
}

/// A case with all that its page shows.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct CaseView {
    /// The case. Reporters are masked unless they are colleagues.
    pub case: Case,
    /// What I may do, and what stands in the way.
    pub offers: Vec<Offer>,
    /// What closing still needs, whoever may close.
    pub closing: Vec<Unmet>,
    /// What happened, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// Colleagues named in it.
    pub people: Vec<PersonName>,
    /// Cases that look like it.
    pub similar: Vec<InboxRow>,
    /// Other cases at the same inspected place, or near by, that I may see.
    #[serde(default)]
    pub nearby: Vec<Nearby>,
    /// Zones in which it lies.
    #[serde(default)]
    pub zones: Vec<InZone>,
    /// Papers of this case, for whoever reads all of it.
    #[serde(default)]
    pub papers: Vec<PaperState>,
    /// Whether I may take its whole file away.
    #[serde(default)]
    pub may_take_file: bool,
    /// Whether the original photos may go with it.
    #[serde(default)]
    pub may_take_originals: bool,
    /// Who looked at who reported it, newest first.
    #[serde(default)]
    pub looks: Vec<Look>,
    /// Whether I may, for a reason, look at who reported it.
    #[serde(default)]
    pub may_unmask: bool,
    /// Photos whose bytes are here: originals never leave; these have a shown version at `/api/v1/photos/{hash}/shown`.
    pub photos_here: Vec<huiyin_domain::hash::Hash>,
    /// For dispatch: which unit the rule names.
    pub unit_by_rule: Option<UnitCode>,
    /// For dispatch: the handling due date it would promise, explained.
    pub due_if_dispatched: Option<Due>,
    /// The publication it would get if published now, as a start for the redactor.
    pub summary_draft: Option<huiyin_domain::publication::PublicRecord>,
    /// The server's clock.
    pub now: Moment,
}

/// One entry of the timeline.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// Its place in the ledger.
    pub seq: u64,
    /// Who, by name; none for reporters and the clock.
    pub by: Option<String>,
    /// When the server received it: duties.
    pub at: Moment,
    /// When the device says it was made, corrected: facts.
    pub made_at: Moment,
    /// What.
    pub events: Vec<Event>,
    /// Whether it was recorded but had no effect (a conflict or a refusal).
    pub ineffective: Option<huiyin_domain::sync::message::Verdict>,
}

/// One change asked for.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Deed {
    /// Minted when the form opened: sending it twice has one effect.
    pub command: CommandId,
    /// Which case.
    pub case: CaseId,
    /// The case's `seq` as the person saw it.
    pub base: u64,
    /// What.
    pub ask: Ask,
}

/// What became of a deed.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// Done.
    Applied {
        /// Its place in the ledger.
        seq: u64,
    },
    /// Somebody else acted first; nothing was changed.
    Conflict {
        /// What they did.
        theirs: VerbName,
        /// Who, by name.
        by: Option<String>,
        /// When.
        at: Moment,
    },
    /// The rules said no; every unmet one is here.
    Refused {
        /// Which.
        refusal: Refusal,
    },
}

/// A person who could be chosen.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Candidate {
    /// Who.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// For whom they work.
    pub unit: UnitCode,
    /// How many open matters they hold.
    pub open: u32,
}

/// An error as a screen shows it and as `application/problem+json` carries it (RFC 9457).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, thiserror::Error)]
#[error("{code}")]
pub struct Problem {
    /// HTTP status.
    pub status: u16,
    /// Stable code.
    pub code: String,
    /// In one line, in the reader's language.
    pub title: String,
    /// What happened, what is safe, what to do.
    pub detail: String,
    /// Which field, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Unmet rules, if it was a refusal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unmet: Vec<Unmet>,
    /// For the support line.
    pub request_id: String,
}
