//! Roles and the bodies people work for.

use crate::locales::{Language, Words};
use huiyin_domain::{people::Role, rulebook::UnitKind, sync::message::Why};

impl Words for Role {
    fn words(self, language: Language) -> &'static str {
        match self {
            Role::Patroller => language.pick("巡查员", "Patrol officer"),
            Role::Handler => language.pick("承办人", "Handler"),
            Role::Coordinator => language.pick("乡镇协调员", "Township coordinator"),
            Role::Liaison => language.pick("部门联络员", "Department liaison"),
            Role::Dispatcher => language.pick("县调度员", "County dispatcher"),
            Role::Reviewer => language.pick("公开审核员", "Publication reviewer"),
            Role::Leader => language.pick("领导", "Leader"),
            Role::Contractor => language.pick("第三方运维", "Contractor"),
            Role::Admin => language.pick("管理员", "Administrator"),
            Role::Auditor => language.pick("审计员", "Auditor"),
        }
    }
}

impl Words for UnitKind {
    fn words(self, language: Language) -> &'static str {
        match self {
            UnitKind::Department => language.pick("县直部门", "County department"),
            UnitKind::Township => language.pick("乡镇", "Township"),
            UnitKind::Contractor => language.pick("第三方单位", "Contractor"),
        }
    }
}

impl Words for Why {
    fn words(self, language: Language) -> &'static str {
        match self {
            Why::Reported => language.pick("我上报的", "Reported by me"),
            Why::Handling => language.pick("我承办的", "Mine to handle"),
            Why::Rechecking => language.pick("等我复查的", "Mine to re-inspect"),
        }
    }
}
