//! What a patrol is at one moment: the fold of its events.

use super::Plan;
use crate::{
    division::DivisionCode,
    ids::{CaseId, CommandId, PatrolId, PersonId, SiteId},
    moment::Moment,
    people::UnitCode,
    site::Site,
};
use serde::{Deserialize, Serialize};

/// Where a patrol stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PatrolState {
    /// 已安排
    Planned,
    /// 进行中
    UnderWay,
    /// 已完成
    Done,
    /// 已取消
    Cancelled,
}

impl PatrolState {
    /// Every state, in the order of a patrol's life.
    pub const ALL: [PatrolState; 4] = [PatrolState::Planned, PatrolState::UnderWay, PatrolState::Done, PatrolState::Cancelled];

    /// Whether somebody still has to go.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, PatrolState::Planned | PatrolState::UnderWay)
    }
}

/// What was found at a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// 未发现问题
    Nothing,
    /// 发现问题: a report was filed.
    Problem {
        /// The case it opened.
        case: CaseId,
    },
}

/// Somebody was there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Visit {
    /// The command that told of it.
    pub command: CommandId,
    /// Which inspected place; none for a problem found beside the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
    /// Who was there.
    pub by: PersonId,
    /// When, by the phone's corrected clock.
    pub at: Moment,
    /// What was found.
    pub found: Found,
    /// What is worth remembering.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// A patrol at one moment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Patrol {
    /// Its id.
    pub id: PatrolId,
    /// Where it stands.
    pub state: PatrolState,
    /// What, where, who, when. Who goes is who goes now.
    pub plan: Plan,
    /// Where that is: divisions of its sites, and its areas.
    pub places: Vec<DivisionCode>,
    /// For whom those who go work.
    pub units: Vec<UnitCode>,
    /// Who went or was to go before: what they did offline still counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<PersonId>,
    /// Who planned it.
    pub planned_by: PersonId,
    /// When, by the server.
    pub planned_at: Moment,
    /// When it started, by the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Moment>,
    /// When it was done or cancelled, by the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Moment>,
    /// What was said at its end.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ending: String,
    /// What was found, in order of arrival.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<Visit>,
    /// Its last entry in the ledger.
    pub seq: u64,
}

impl Patrol {
    /// Whether this person is to go.
    #[must_use]
    pub fn is_assigned(&self, person: PersonId) -> bool {
        self.plan.people.contains(&person)
    }

    /// Whether this place belongs to it.
    #[must_use]
    pub fn holds(&self, site: &Site) -> bool {
        self.plan.sites.contains(&site.id) || self.plan.areas.iter().any(|area| area.contains(&site.division))
    }

    /// What was found at a place, the newest first.
    pub fn visits_of(&self, site: SiteId) -> impl Iterator<Item = &Visit> {
        self.visits.iter().rev().filter(move |visit| visit.site == Some(site))
    }

    /// How many of these places somebody was at.
    #[must_use]
    pub fn visited_of(&self, sites: &[Site]) -> usize {
        sites.iter().filter(|site| self.visits_of(site.id).next().is_some()).count()
    }
}
