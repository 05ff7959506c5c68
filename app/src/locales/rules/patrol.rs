//! Patrols: their kinds and where they stand.

use crate::locales::{Language, Words};
use huiyin_domain::patrol::{PatrolKind, PatrolState};

impl Words for PatrolKind {
    fn words(self, language: Language) -> &'static str {
        match self {
            PatrolKind::RoutinePatrol => language.pick("日常巡查", "Routine patrol"),
            PatrolKind::PeriodicInspection => language.pick("定期检查", "Periodic inspection"),
            PatrolKind::UnscheduledPatrol => language.pick("不定时巡查", "Unscheduled patrol"),
            PatrolKind::SurpriseInspection => language.pick("突击检查", "Surprise inspection"),
            PatrolKind::RandomCheck => language.pick("不定期抽查", "Random check"),
            PatrolKind::SpecialEnforcement => language.pick("专项执法", "Special enforcement"),
            PatrolKind::JointEnforcement => language.pick("联合执法", "Joint enforcement"),
            PatrolKind::Recheck => language.pick("复查", "Re-inspection"),
        }
    }
}

impl Words for PatrolState {
    fn words(self, language: Language) -> &'static str {
        match self {
            PatrolState::Planned => language.pick("已安排", "Planned"),
            PatrolState::UnderWay => language.pick("进行中", "Under way"),
            PatrolState::Done => language.pick("已完成", "Done"),
            PatrolState::Cancelled => language.pick("已取消", "Cancelled"),
        }
    }
}
