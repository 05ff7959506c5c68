//! Roles and scopes (`rules.md` section 4). One person may hold several.

use crate::division::DivisionCode;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A unit (部门): its code in the rulebook.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnitCode(pub String);

impl fmt::Display for UnitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a person may be trusted with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 巡查员
    Patroller,
    /// 承办人
    Handler,
    /// 乡镇协调员
    Coordinator,
    /// 部门联络员
    Liaison,
    /// 县调度员
    Dispatcher,
    /// 公开审核员
    Reviewer,
    /// 领导
    Leader,
    /// 第三方运维
    Contractor,
    /// 管理员
    Admin,
    /// 审计员
    Auditor,
}

impl Role {
    /// Every role, in the order of `rules.md` section 4.
    pub const ALL: [Role; 10] = [
        Role::Patroller,
        Role::Handler,
        Role::Coordinator,
        Role::Liaison,
        Role::Dispatcher,
        Role::Reviewer,
        Role::Leader,
        Role::Contractor,
        Role::Admin,
        Role::Auditor,
    ];
}

/// Where a role holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// A division and all that lies in it.
    Division(DivisionCode),
    /// A grid: a named list of villages or townships.
    Grid(Vec<DivisionCode>),
    /// The matters of one unit.
    Unit(UnitCode),
}

/// One role held in one scope.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Grant {
    /// Which role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
}
