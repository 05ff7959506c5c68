//! People of the demonstration: one of every role under the role's own name, and enough others that every township
//! and department can do its work. All names are invented.

use huiyin_domain::{
    division::DivisionCode,
    people::{Grant, Role, Scope, UnitCode},
    rulebook::{Rulebook, UnitKind, seed},
};

/// One person to be.
#[derive(Clone, Debug)]
pub(super) struct Member {
    /// Sign-in name.
    pub sign_in: String,
    /// The name colleagues know.
    pub name: String,
    /// For whom they work.
    pub unit: UnitCode,
    /// Number of the law-enforcement certificate, if held.
    pub certificate: Option<String>,
    /// Roles held.
    pub grants: Vec<Grant>,
}

/// The township where the people with plain role names work, so that they can do one matter together.
pub(super) const HOME: &str = "359921100";
/// A neighbour that the plain-named patrollers also walk.
const NEIGHBOUR: &str = "359921200";
/// The department where the plain-named handler and liaison work.
const DEPARTMENT: &str = "ecology";

const SURNAMES: [&str; 16] = ["陈", "林", "黄", "张", "吴", "李", "郑", "王", "刘", "苏", "蔡", "杨", "谢", "许", "叶", "江"];
const GIVEN: [&str; 13] = ["一禾", "二川", "三乔", "四野", "五岚", "六桐", "七汀", "八峰", "九砚", "十里", "百溪", "千帆", "万青"];

/// A name for the n-th person; different up to 208.
fn name(n: usize) -> String {
    format!("{}{}", SURNAMES[n % SURNAMES.len()], GIVEN[n % GIVEN.len()])
}

struct Roster {
    members: Vec<Member>,
}

impl Roster {
    fn add(&mut self, sign_in: impl Into<String>, unit: &UnitCode, certified: bool, role: Role, scope: Scope) {
        let n = self.members.len();
        self.members.push(Member {
            sign_in: sign_in.into(),
            name: name(n),
            unit: unit.clone(),
            certificate: certified.then(|| format!("DEMO-{:04}", n + 1)),
            grants: vec![Grant { role, scope }],
        });
    }
}

/// Everybody, in a fixed order.
#[must_use]
pub(super) fn everybody(rulebook: &Rulebook) -> Vec<Member> {
    let mut roster = Roster { members: Vec::new() };
    let county = || Scope::Division(rulebook.county.code.clone());
    let office = UnitCode(seed::OFFICE.to_owned());
    let department = UnitCode(DEPARTMENT.to_owned());
    let home = rulebook.divisions.iter().find(|division| division.code.as_str() == HOME);
    let towns = || rulebook.divisions.iter().map(|division| &division.code);
    let home_code = home.map_or_else(|| rulebook.county.code.clone(), |division| division.code.clone());
    let home_unit = seed::township_unit(&home_code);
    let walked = || Scope::Grid(towns().filter(|code| [HOME, NEIGHBOUR].contains(&code.as_str())).cloned().collect());

    roster.add("patroller", &home_unit, false, Role::Patroller, walked());
    roster.add("patroller2", &home_unit, false, Role::Patroller, walked());
    roster.add("handler", &department, true, Role::Handler, Scope::Unit(department.clone()));
    roster.add("coordinator", &home_unit, false, Role::Coordinator, Scope::Division(home_code.clone()));
    roster.add("dispatcher", &office, false, Role::Dispatcher, county());
    roster.add("liaison", &department, false, Role::Liaison, Scope::Unit(department.clone()));
    roster.add("reviewer", &office, false, Role::Reviewer, county());
    roster.add("leader", &office, false, Role::Leader, county());
    roster.add("admin", &office, false, Role::Admin, county());
    roster.add("auditor", &office, false, Role::Auditor, county());
    roster.add("dispatcher2", &office, false, Role::Dispatcher, county());

    for code in towns() {
        let unit = seed::township_unit(code);
        let short = &code.as_str()[6..];
        if *code != home_code {
            roster.add(format!("coordinator-{short}"), &unit, false, Role::Coordinator, Scope::Division(code.clone()));
        }
        roster.add(format!("handler-{short}"), &unit, true, Role::Handler, Scope::Unit(unit.clone()));
        if code.as_str() != HOME && code.as_str() != NEIGHBOUR {
            roster.add(format!("patroller-{short}"), &unit, false, Role::Patroller, Scope::Grid(vec![code.clone()]));
            roster.add(format!("patroller2-{short}"), &unit, false, Role::Patroller, Scope::Grid(vec![code.clone()]));
        }
    }
    for unit in rulebook.units.iter().filter(|unit| unit.kind == UnitKind::Department && unit.code != office) {
        roster.add(format!("handler-{}", unit.code), &unit.code, true, Role::Handler, Scope::Unit(unit.code.clone()));
        if unit.code != department {
            roster.add(format!("liaison-{}", unit.code), &unit.code, false, Role::Liaison, Scope::Unit(unit.code.clone()));
        }
    }
    for unit in rulebook.units.iter().filter(|unit| unit.kind == UnitKind::Contractor) {
        roster.add("contractor", &unit.code, false, Role::Contractor, Scope::Unit(unit.code.clone()));
    }
    roster.members
}

/// Whether this person holds that role over that township.
#[must_use]
pub(super) fn serves(member: &Member, role: Role, township: &DivisionCode) -> bool {
    member.grants.iter().any(|grant| {
        grant.role == role
            && match &grant.scope {
                Scope::Division(code) => code.contains(township),
                Scope::Grid(codes) => codes.iter().any(|code| code.contains(township)),
                Scope::Unit(_) => false,
            }
    })
}
