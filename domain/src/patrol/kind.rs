//! Kinds of patrols, as the county's own report names them.

use serde::{Deserialize, Serialize};

/// What sort of outing it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PatrolKind {
    /// 日常巡查
    RoutinePatrol,
    /// 定期检查
    PeriodicInspection,
    /// 不定时巡查
    UnscheduledPatrol,
    /// 突击检查
    SurpriseInspection,
    /// 不定期抽查
    RandomCheck,
    /// 专项执法
    SpecialEnforcement,
    /// 联合执法
    JointEnforcement,
    /// 复查
    Recheck,
}

impl PatrolKind {
    /// Every kind.
    pub const ALL: [PatrolKind; 8] = [
        PatrolKind::RoutinePatrol,
        PatrolKind::PeriodicInspection,
        PatrolKind::UnscheduledPatrol,
        PatrolKind::SurpriseInspection,
        PatrolKind::RandomCheck,
        PatrolKind::SpecialEnforcement,
        PatrolKind::JointEnforcement,
        PatrolKind::Recheck,
    ];

    /// Whether nobody but those who go may know of it before it starts; `marked` is the planner's choice, which a random
    /// check leaves open.
    #[must_use]
    pub fn is_surprise(self, marked: bool) -> bool {
        match self {
            PatrolKind::SurpriseInspection => true,
            PatrolKind::RandomCheck => marked,
            _ => false,
        }
    }
}
