//! Units a county starts with: the dispatch office, nine departments, every township, one contractor.

use crate::{
    division::DivisionCode,
    people::UnitCode,
    rulebook::{Division, Unit, UnitKind},
};

/// The county's dispatch office: where dispatchers, leaders and reviewers work.
pub const OFFICE: &str = "office";
/// The contractor that runs sewage facilities.
pub const CONTRACTOR: &str = "contractor";

/// Code, 中文, English.
const DEPARTMENTS: [(&str, &str, &str); 10] = [
    (OFFICE, "县环境保护调度中心", "County Dispatch Centre"),
    ("ecology", "生态环境局", "Ecology and Environment Bureau"),
    ("housing", "住建局", "Housing and Construction Bureau"),
    ("agriculture", "农业农村局", "Agriculture and Rural Affairs Bureau"),
    ("water", "水利局", "Water Resources Bureau"),
    ("resources", "自然资源局", "Natural Resources Bureau"),
    ("forestry", "林业局", "Forestry Bureau"),
    ("emergency", "应急局", "Emergency Management Bureau"),
    ("industry", "工信局", "Industry and Information Bureau"),
    ("urban", "城管局", "Urban Management Bureau"),
];

/// The code of a township's own unit, as `t-359921100`.
#[must_use]
pub fn township_unit(township: &DivisionCode) -> UnitCode {
    UnitCode(format!("t-{township}"))
}

/// All units of this county.
pub(super) fn of(county: &Division, townships: &[Division]) -> Vec<Unit> {
    let unit = |code: UnitCode, name: &str, name_en: &str, kind, division: &DivisionCode| Unit {
        code,
        name: name.to_owned(),
        name_en: name_en.to_owned(),
        kind,
        division: division.clone(),
    };
    let departments = DEPARTMENTS
        .iter()
        .map(|(code, name, name_en)| unit(UnitCode((*code).to_owned()), name, name_en, UnitKind::Department, &county.code));
    let of_townships =
        townships.iter().map(|town| unit(township_unit(&town.code), &town.name, &town.name_en, UnitKind::Township, &town.code));
    let contractor =
        unit(UnitCode(CONTRACTOR.to_owned()), "第三方运维公司", "Operation and Maintenance Contractor", UnitKind::Contractor, &county.code);
    departments.chain(of_townships).chain([contractor]).collect()
}
