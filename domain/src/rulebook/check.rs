//! Checking a rulebook before it is put in force: every flaw, each with its place and a code. Words are the screens'.

use super::{Category, Division, Numbers, Rulebook, UnitKind, Zone, area, reply::TEMPLATE_FIELDS};
use crate::{division::DivisionCode, document, people::UnitCode, place::Point};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeSet, fmt::Display};

/// One flaw.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Flaw {
    /// Where, as `categories[3].lead_unit`.
    pub path: String,
    /// What.
    pub code: FlawCode,
}

/// What may be wrong.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlawCode {
    /// It cannot be read as what should stand there.
    WrongShape {
        /// As the reader says.
        what: String,
    },
    /// Nothing of this name belongs there.
    UnknownField,
    /// It is not a rulebook file of a kind that is known.
    WrongFormat,
    /// It is another county's.
    OtherCounty,
    /// Nothing stands there.
    Missing,
    /// The same code or name stands there twice.
    Duplicate,
    /// It was in force and cases refer to it, so it must stay.
    MustStay {
        /// Its code.
        code: String,
    },
    /// No such unit.
    UnknownUnit,
    /// No such category.
    UnknownCategory,
    /// No such township or village.
    UnknownDivision,
    /// No unit leads this category in some township.
    NobodyLeads {
        /// The township.
        division: DivisionCode,
    },
    /// A number that would make no sense.
    OutOfRange {
        /// Least.
        min: i64,
        /// Most.
        max: i64,
    },
    /// A day is named twice in the calendar.
    DayTwice {
        /// Which.
        #[serde(with = "crate::iso::day")]
        day: time::Date,
        /// Whether it is once off and once a workday.
        contradicts: bool,
    },
    /// A day of another year, or an end before its beginning.
    DayOutside,
    /// It ends before it begins.
    PeriodReversed,
    /// A template asks for something that is not known.
    UnknownTemplateField {
        /// What.
        field: String,
    },
    /// The wording of a paper cannot be used as it stands.
    Paper {
        /// What is wrong, and where in the text.
        flaw: document::Flaw,
    },
    /// The edge of a zone does not come back to where it began.
    NotClosed,
    /// A corner of a zone lies outside the county.
    OutsideCounty,
    /// Nobody works for this unit yet.
    NoPeople,
}

impl Flaw {
    /// At this place.
    pub(super) fn new(path: impl Into<String>, code: FlawCode) -> Flaw {
        Flaw { path: path.into(), code }
    }

    /// Whether it may be put in force nevertheless.
    #[must_use]
    pub fn is_warning(&self) -> bool {
        matches!(self.code, FlawCode::NoPeople)
    }
}

/// Longest period that a number in days may name.
const MOST_DAYS: i64 = 366;

impl Rulebook {
    /// Every flaw that the rulebook itself shows.
    #[must_use]
    pub fn check(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        self.check_names(&mut flaws);
        self.check_categories(&mut flaws);
        check_numbers(&self.numbers, &mut flaws);
        self.check_routing(&mut flaws);
        for (index, zone) in self.zones.iter().enumerate() {
            self.check_zone(zone, &format!("zones[{index}]"), &mut flaws);
        }
        flaws
    }

    /// Units for which nobody works: shown, and no reason to refuse.
    #[must_use]
    pub fn unstaffed(&self, has_people: impl Fn(&UnitCode) -> bool) -> Vec<Flaw> {
        let empty = self.units.iter().enumerate().filter(|(_, unit)| !has_people(&unit.code));
        empty.map(|(index, _)| Flaw::new(format!("units[{index}]"), FlawCode::NoPeople)).collect()
    }

    /// What a county may not lose: codes that cases, people and grants refer to.
    #[must_use]
    pub fn lost_since(&self, before: &Rulebook) -> Vec<Flaw> {
        let lost = |section: &str, code: String| Flaw::new(section, FlawCode::MustStay { code });
        let categories = before.categories.iter().filter(|one| self.category(&one.code).is_none());
        let units = before.units.iter().filter(|one| self.unit(&one.code).is_none());
        let divisions = before.divisions.iter().filter(|one| self.division(&one.code).is_none());
        categories
            .map(|one| lost("categories", one.code.to_string()))
            .chain(units.map(|one| lost("units", one.code.to_string())))
            .chain(divisions.map(|one| lost("divisions", one.code.to_string())))
            .collect()
    }

    fn check_names(&self, flaws: &mut Vec<Flaw>) {
        twice(self.categories.iter().map(|one| &one.code), "categories", "code", flaws);
        twice(self.units.iter().map(|one| &one.code), "units", "code", flaws);
        twice(self.divisions.iter().map(|one| &one.code), "divisions", "code", flaws);
        twice(self.grids.iter().map(|one| &one.code), "grids", "code", flaws);
        twice(self.templates.iter().map(|one| &one.code), "templates", "code", flaws);
        twice(self.zones.iter().map(|one| &one.name), "zones", "name", flaws);
        for (index, unit) in self.units.iter().enumerate() {
            let at = format!("units[{index}]");
            said(&[("code", &unit.code.0), ("name", &unit.name), ("name_en", &unit.name_en)], &at, flaws);
            if self.division(&unit.division).is_none() {
                flaws.push(Flaw::new(format!("{at}.division"), FlawCode::UnknownDivision));
            }
        }
        for (index, division) in self.divisions.iter().enumerate() {
            let at = format!("divisions[{index}]");
            said(&[("name", &division.name), ("name_en", &division.name_en)], &at, flaws);
            if !self.county.code.contains(&division.code) || division.code == self.county.code || self.is_astray(division) {
                flaws.push(Flaw::new(format!("{at}.code"), FlawCode::UnknownDivision));
            }
        }
    }

    /// A village of a township that is not there.
    fn is_astray(&self, division: &Division) -> bool {
        let township = division.code.township();
        township.is_some_and(|code| code != division.code && self.division(&code).is_none())
    }

    fn check_categories(&self, flaws: &mut Vec<Flaw>) {
        for (index, category) in self.categories.iter().enumerate() {
            let at = format!("categories[{index}]");
            said(&[("code", &category.code.0), ("name", &category.name), ("name_en", &category.name_en)], &at, flaws);
            within(i64::from(category.min_photos), (0, 9), format!("{at}.min_photos"), flaws);
            self.check_lead(category, &at, flaws);
            for (n, law) in category.legal.iter().enumerate() {
                if law.until.is_some_and(|until| until < law.from) {
                    flaws.push(Flaw::new(format!("{at}.legal[{n}]"), FlawCode::PeriodReversed));
                }
            }
        }
    }

    /// A unit that exists leads it, or every township has one of its own.
    fn check_lead(&self, category: &Category, at: &str, flaws: &mut Vec<Flaw>) {
        let path = format!("{at}.lead_unit");
        if let Some(unit) = &category.lead_unit {
            if self.unit(unit).is_none() {
                flaws.push(Flaw::new(path, FlawCode::UnknownUnit));
            }
            return;
        }
        let mut townships = self.divisions.iter().filter(|one| one.code.township().as_ref() == Some(&one.code));
        let led = |code: &DivisionCode| self.units.iter().any(|unit| unit.kind == UnitKind::Township && unit.division == *code);
        if let Some(township) = townships.find(|one| !led(&one.code)) {
            flaws.push(Flaw::new(path, FlawCode::NobodyLeads { division: township.code.clone() }));
        }
    }

    fn check_routing(&self, flaws: &mut Vec<Flaw>) {
        let places = self.routes.iter().map(|route| format!("{}/{:?}/{:?}", route.category, route.area, route.level));
        twice(places, "routing", "category", flaws);
        for (index, route) in self.routes.iter().enumerate() {
            let at = |part: &str| format!("routing[{index}].{part}");
            let known = self.category(&route.category).is_some();
            expect(known, at("category"), FlawCode::UnknownCategory, flaws);
            expect(self.unit(&route.unit).is_some(), at("unit"), FlawCode::UnknownUnit, flaws);
            let area = route.area.as_ref().is_none_or(|area| self.division(area).is_some());
            expect(area, at("area"), FlawCode::UnknownDivision, flaws);
        }
        for (index, grid) in self.grids.iter().enumerate() {
            let at = format!("grids[{index}]");
            said(&[("code", &grid.code), ("name", &grid.name)], &at, flaws);
            expect(!grid.divisions.is_empty(), format!("{at}.divisions"), FlawCode::Missing, flaws);
            for (n, code) in grid.divisions.iter().enumerate() {
                expect(self.division(code).is_some(), format!("{at}.divisions[{n}]"), FlawCode::UnknownDivision, flaws);
            }
        }
        for (index, template) in self.templates.iter().enumerate() {
            let at = format!("templates[{index}]");
            said(&[("code", &template.code), ("name", &template.name), ("text", &template.text)], &at, flaws);
            for (n, code) in template.categories.iter().enumerate() {
                expect(self.category(code).is_some(), format!("{at}.categories[{n}]"), FlawCode::UnknownCategory, flaws);
            }
            for field in template.fields().filter(|field| !TEMPLATE_FIELDS.contains(field)) {
                let field = field.chars().take(40).collect();
                flaws.push(Flaw::new(format!("{at}.text"), FlawCode::UnknownTemplateField { field }));
            }
        }
    }

    fn check_zone(&self, zone: &Zone, at: &str, flaws: &mut Vec<Flaw>) {
        said(&[("name", &zone.name)], at, flaws);
        let closed = zone.boundary.len() >= 4 && zone.boundary.first() == zone.boundary.last();
        expect(closed, format!("{at}.boundary"), FlawCode::NotClosed, flaws);
        let Some(county) = &self.county.boundary else { return };
        let inside = |corner: &Point| corner.is_possible() && area::ring_holds(county, *corner);
        for (n, _) in zone.boundary.iter().enumerate().filter(|(_, corner)| !inside(corner)) {
            flaws.push(Flaw::new(format!("{at}.boundary[{n}]"), FlawCode::OutsideCounty));
        }
    }
}

/// Every number of the clocks, with what makes sense.
fn check_numbers(numbers: &Numbers, flaws: &mut Vec<Flaw>) {
    let days = (1, MOST_DAYS);
    let hours = (1, 24 * 30);
    let by_class = &numbers.by_class;
    let all: [(&str, i64, (i64, i64)); 29] = [
        ("acceptance_wd", numbers.acceptance_wd.into(), (1, 30)),
        ("acceptance_emergency_h", numbers.acceptance_emergency_h.into(), hours),
        ("dispatch_h", numbers.dispatch_h.into(), hours),
        ("dispatch_emergency_h", numbers.dispatch_emergency_h.into(), hours),
        ("sign_for_wd", numbers.sign_for_wd.into(), (1, 30)),
        ("on_site_wd", numbers.on_site_wd.into(), (1, 60)),
        ("recheck_wd", numbers.recheck_wd.into(), (1, 60)),
        ("publication_wd", numbers.publication_wd.into(), (1, 120)),
        ("after_photo_radius_m", numbers.after_photo_radius_m.into(), (10, 10_000)),
        ("random_recheck_percent", numbers.random_recheck_percent.into(), (0, 100)),
        ("ask_reporter_max_days", numbers.ask_reporter_max_days.into(), (1, 60)),
        ("unmerge_days", numbers.unmerge_days.into(), days),
        ("merge_master_closed_days", numbers.merge_master_closed_days.into(), days),
        ("return_wd", numbers.return_wd.into(), (1, 30)),
        ("suspend_max_days", numbers.suspend_max_days.into(), days),
        ("reopen_days", numbers.reopen_days.into(), days),
        ("liaison_extension_days", numbers.liaison_extension_days.into(), days),
        ("extension_sum_days", numbers.extension_sum_days.into(), days),
        ("similar_radius_m", numbers.similar_radius_m.into(), (1, 10_000)),
        ("similar_days", numbers.similar_days.into(), days),
        ("work_from_h", numbers.work_from_h.into(), (0, 22)),
        ("work_to_h", numbers.work_to_h.into(), (i64::from(numbers.work_from_h.min(22)) + 1, 23)),
        ("by_class.emergency_h", by_class.emergency_h.into(), hours),
        ("by_class.simple_wd", by_class.simple_wd.into(), days),
        ("by_class.general_d", by_class.general_d.into(), days),
        ("by_class.complex_d", by_class.complex_d.into(), days),
        ("by_class.petition_like_d", by_class.petition_like_d.into(), days),
        ("by_class.emergency_sign_for_h", by_class.emergency_sign_for_h.into(), hours),
        ("by_class.emergency_on_site_h", by_class.emergency_on_site_h.into(), hours),
    ];
    for (name, number, bounds) in all {
        within(number, bounds, format!("clocks.{name}"), flaws);
    }
}

fn within(number: i64, (min, max): (i64, i64), path: String, flaws: &mut Vec<Flaw>) {
    expect((min..=max).contains(&number), path, FlawCode::OutOfRange { min, max }, flaws);
}

fn expect(holds: bool, path: String, code: FlawCode, flaws: &mut Vec<Flaw>) {
    if !holds {
        flaws.push(Flaw::new(path, code));
    }
}

fn said(parts: &[(&str, &String)], at: &str, flaws: &mut Vec<Flaw>) {
    for (name, _) in parts.iter().filter(|(_, text)| text.trim().is_empty()) {
        flaws.push(Flaw::new(format!("{at}.{name}"), FlawCode::Missing));
    }
}

fn twice(keys: impl Iterator<Item = impl Display>, section: &str, field: &str, flaws: &mut Vec<Flaw>) {
    let mut seen = BTreeSet::new();
    for (index, key) in keys.enumerate() {
        if !seen.insert(key.to_string()) {
            flaws.push(Flaw::new(format!("{section}[{index}].{field}"), FlawCode::Duplicate));
        }
    }
}
