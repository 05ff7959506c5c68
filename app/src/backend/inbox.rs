//! The inbox beyond its list: lists saved under a name, what was seen, and the same asked of many cases.

use super::{CaseView, Deed, InboxQuery, Land, Outcome, Problem};
use async_trait::async_trait;
use huiyin_domain::ids::CaseId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Most cases that one call asks something of.
pub const MANY: usize = 200;

/// What the inbox may ask besides its pages.
#[async_trait]
pub trait InboxDesk: Send + Sync {
    /// My saved lists, oldest first.
    async fn saved_views(&self) -> Result<Vec<SavedView>, Problem>;
    /// Changes my saved lists, and gives them as they then are.
    async fn change_views(&self, change: ViewChange) -> Result<Vec<SavedView>, Problem>;
    /// Calls everything seen as it is now.
    async fn mark_all_read(&self) -> Result<(), Problem>;
    /// The county's boundaries, for a map.
    async fn land(&self) -> Result<Land, Problem>;
    /// What was put right on the spot and waits for me to confirm it, the most urgent first.
    async fn on_spot(&self) -> Result<Vec<CaseView>, Problem>;
    /// Asks something of many cases, each by its own command. What becomes of one does not touch the others.
    async fn act_on_many(&self, deeds: Deeds) -> Result<Vec<Done>, Problem>;
}

/// Filters that a person has given a name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SavedView {
    /// Which.
    pub id: Uuid,
    /// What the person calls it.
    pub name: String,
    /// What it lists.
    pub query: InboxQuery,
    /// Whether the inbox opens with it.
    pub is_default: bool,
}

/// What may be done with saved lists.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ViewChange {
    /// Saves filters under a name.
    Add {
        /// The name.
        name: String,
        /// The filters.
        query: InboxQuery,
    },
    /// Gives another name.
    Rename {
        /// Which.
        id: Uuid,
        /// The name.
        name: String,
    },
    /// Opens the inbox with this one, or with everything.
    Default {
        /// Which; none is everything.
        id: Option<Uuid>,
    },
    /// Forgets it.
    Delete {
        /// Which.
        id: Uuid,
    },
}

/// The same asked of many cases.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Deeds {
    /// One for each case, with an id of its own: sending them twice has one effect.
    pub deeds: Vec<Deed>,
}

/// What became of one of many.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Done {
    /// Which case.
    pub case: CaseId,
    /// What became of it, if it could be asked at all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// Why it could not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
}
