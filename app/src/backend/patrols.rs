//! Patrols as the desk asks for them and gets them.

use super::{InboxRow, Outcome, Problem};
use async_trait::async_trait;
use huiyin_domain::{
    case::State,
    figures::Rate,
    ids::{CaseId, CommandId, PatrolId, PersonId},
    iso,
    moment::Moment,
    patrol::{Patrol, PatrolAsk, PatrolKind, PatrolState},
    people::UnitCode,
    rulebook::CategoryCode,
    site::Site,
    sync::message::PersonName,
};
use serde::{Deserialize, Serialize};
use time::Date;

/// What the desk may ask about patrols. Who may see and do what is checked inside, for every call; a surprise that has not
/// started does not exist for anybody but those who go and who planned it.
#[async_trait]
pub trait PatrolDesk: Send + Sync {
    /// Patrols of a period, with what waits for re-inspection beside them.
    async fn patrols(&self, query: PatrolsQuery) -> Result<PatrolsPage, Problem>;
    /// One patrol.
    async fn patrol(&self, id: PatrolId) -> Result<PatrolView, Problem>;
    /// Whom and what a plan of mine could name.
    async fn patrol_choices(&self) -> Result<PatrolChoices, Problem>;
    /// Asks something of a patrol; planning one makes it.
    async fn act_on_patrol(&self, deed: PatrolDeed) -> Result<Outcome, Problem>;
}

/// Which patrols.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PatrolsQuery {
    /// First day; without it, a month ago.
    #[serde(default, with = "iso::day_option", skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day; without it, a month from now.
    #[serde(default, with = "iso::day_option", skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Only in this state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<PatrolState>,
}

/// Patrols of a period.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PatrolsPage {
    /// First day.
    #[serde(with = "iso::day")]
    pub from: Date,
    /// Last day.
    #[serde(with = "iso::day")]
    pub to: Date,
    /// Those that I may see, the latest first.
    pub rows: Vec<PatrolRow>,
    /// Whether the period holds more than are listed: ask for a shorter one.
    pub more: bool,
    /// Of the inspected places in my areas that are due for visits, those seen within their interval up to now.
    pub coverage: Rate,
    /// Cases that wait for re-inspection.
    pub rechecks: Vec<AwaitedRecheck>,
    /// Whether I may plan one.
    pub may_plan: bool,
    /// The server's clock.
    pub now: Moment,
}

/// A case that waits for re-inspection, and by whom.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct AwaitedRecheck {
    /// The case.
    pub case: InboxRow,
    /// Who was asked to look, by name; nobody yet if none.
    pub rechecker: Option<String>,
}

/// One line of the list. Places are counted, never persons.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PatrolRow {
    /// Which.
    pub id: PatrolId,
    /// What sort.
    pub kind: PatrolKind,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub state: PatrolState,
    /// First day.
    #[serde(with = "iso::day")]
    pub from: Date,
    /// Last day.
    #[serde(with = "iso::day")]
    pub to: Date,
    /// Whether it is still a secret of those who go and who planned it.
    pub hidden: bool,
    /// How many places belong to it.
    pub sites: u32,
    /// At how many of them somebody was.
    pub visited: u32,
    /// How many problems were reported on it.
    pub problems: u32,
}

/// A patrol with all that its page shows.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PatrolView {
    /// The patrol.
    pub patrol: Patrol,
    /// Whether it is still a secret.
    pub hidden: bool,
    /// Its places.
    pub sites: Vec<Site>,
    /// Colleagues named in it.
    pub people: Vec<PersonName>,
    /// Cases that came of it, as far as I may see them.
    pub cases: Vec<PatrolCase>,
    /// Whether I may change and cancel it.
    pub may_change: bool,
    /// Whether I may plan another one like it.
    pub may_plan: bool,
    /// The server's clock.
    pub now: Moment,
}

/// A case that came of a patrol.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PatrolCase {
    /// Which.
    pub id: CaseId,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub state: State,
    /// What kind.
    pub category: CategoryCode,
    /// What was told.
    pub words: String,
}

/// Whom and what a plan could name.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct PatrolChoices {
    /// Inspected places in my areas.
    pub sites: Vec<Site>,
    /// People whose work could take them there.
    pub people: Vec<Goer>,
    /// The server's clock.
    pub now: Moment,
}

/// A person who could go.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Goer {
    /// Who.
    pub id: PersonId,
    /// Name.
    pub name: String,
    /// For whom they work.
    pub unit: UnitCode,
}

/// One thing asked of a patrol.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PatrolDeed {
    /// Minted when the form opened: sending it twice has one effect.
    pub command: CommandId,
    /// Which patrol; for a plan, the same as `command`.
    pub patrol: PatrolId,
    /// What.
    pub ask: PatrolAsk,
}
