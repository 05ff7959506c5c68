//! The rulebook (规则库): the versioned data that a county may change without a programmer.

mod area;
pub mod calendar;
mod category;
mod changes;
mod check;
pub mod file;
mod intervals;
mod reply;
mod routing;
pub mod seed;

pub use area::{Division, River, Unit, UnitKind, Zone, ZoneKind};
pub use category::{Category, CategoryCode, ClockClass, LegalBasis, RecheckRule, Risk, Theme};
pub use changes::{Change, ChangeKind, FieldChange, changes, name};
pub use check::{Flaw, FlawCode};
pub use intervals::VisitIntervals;
pub use reply::{Ending, ReplyTemplate, TEMPLATE_FIELDS};
pub use routing::{Grid, Route};

use crate::{
    division::DivisionCode,
    document::{DocumentKind, Template},
    people::UnitCode,
    place::Point,
    report::Severity,
};
use calendar::Calendar;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Which edition of the rulebook.
pub type RulebookVersion = u32;

/// Everything a county may decide for itself. Every decision records the version it used.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Rulebook {
    /// Which edition.
    pub version: RulebookVersion,
    /// The county.
    pub county: Division,
    /// Letters before a matter's number, as `CX` in `CX26-0379`.
    pub number_prefix: String,
    /// Townships and villages.
    pub divisions: Vec<Division>,
    /// Departments and townships that handle matters.
    pub units: Vec<Unit>,
    /// What may be reported.
    pub categories: Vec<Category>,
    /// Areas with rules of their own.
    pub zones: Vec<Zone>,
    /// Rivers, for maps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rivers: Vec<River>,
    /// The wording of papers; where there is none, the one that every county starts with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<Template>,
    /// Rest days and make-up workdays.
    pub calendar: Calendar,
    /// The county's own numbers.
    pub numbers: Numbers,
    /// Exceptions from a category's own unit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Route>,
    /// Named lists of villages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grids: Vec<Grid>,
    /// Texts that replies start from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub templates: Vec<ReplyTemplate>,
    /// How often inspected places are to be seen.
    #[serde(default, skip_serializing_if = "VisitIntervals::is_default")]
    pub visit_intervals: VisitIntervals,
}

/// The numbers of `rules.md` that a county may change.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct Numbers {
    /// From received to accepted or declined, working days.
    pub acceptance_wd: u16,
    /// The same for an emergency, hours.
    pub acceptance_emergency_h: u16,
    /// From accepted to dispatched, hours.
    pub dispatch_h: u16,
    /// The same for an emergency, hours.
    pub dispatch_emergency_h: u16,
    /// From dispatched to signed for, working days.
    pub sign_for_wd: u16,
    /// From signed for to verified on site, working days.
    pub on_site_wd: u16,
    /// From recheck claimed to rechecked, working days.
    pub recheck_wd: u16,
    /// From closed to published, working days.
    pub publication_wd: u16,
    /// How far from the case an after-photo may be taken, metres.
    pub after_photo_radius_m: u32,
    /// Share of fast-path closures drawn for a recheck, percent.
    pub random_recheck_percent: u8,
    /// Longest pause while a reporter is asked, days.
    pub ask_reporter_max_days: u16,
    /// Time to undo a merge, days.
    pub unmerge_days: u16,
    /// How long after closing a master may still take in others, days.
    pub merge_master_closed_days: u16,
    /// Time to return a matter, working days.
    pub return_wd: u16,
    /// Longest suspension, days.
    pub suspend_max_days: u16,
    /// Time for a reporter to ask for it to be done again, days.
    pub reopen_days: u16,
    /// What a liaison may extend, days.
    pub liaison_extension_days: u16,
    /// Most extension of one case, days.
    pub extension_sum_days: u16,
    /// A report looks like another one within this distance, metres.
    pub similar_radius_m: u32,
    /// ... and within this time, days.
    pub similar_days: u16,
    /// What depends on the class of a case. Left out as long as it is what it always was.
    #[serde(skip_serializing_if = "ClassTimes::is_default")]
    pub by_class: ClassTimes,
    /// Working hours begin, hour of the day: telephones and mailboxes are left alone outside them.
    pub work_from_h: u16,
    /// Working hours end, hour of the day.
    pub work_to_h: u16,
}

/// Times that depend on the class of a case: from accepted to closed, and the haste of an emergency.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct ClassTimes {
    /// Class A (emergency): from accepted to closed, hours.
    pub emergency_h: u16,
    /// Class B (simple): from accepted to closed, working days.
    pub simple_wd: u16,
    /// Class C (general): from accepted to closed, days.
    pub general_d: u16,
    /// Class D (complex): from accepted to closed, days.
    pub complex_d: u16,
    /// Class E (like a petition): from accepted to closed, days.
    pub petition_like_d: u16,
    /// Class A: from dispatched to signed for, hours.
    pub emergency_sign_for_h: u16,
    /// Class A: from signed for to verified on site, hours.
    pub emergency_on_site_h: u16,
}

impl Default for ClassTimes {
    fn default() -> Self {
        ClassTimes {
            emergency_h: 24,
            simple_wd: 5,
            general_d: 15,
            complex_d: 30,
            petition_like_d: 60,
            emergency_sign_for_h: 1,
            emergency_on_site_h: 2,
        }
    }
}

impl ClassTimes {
    fn is_default(&self) -> bool {
        *self == ClassTimes::default()
    }
}

impl Default for Numbers {
    fn default() -> Self {
        Numbers {
            acceptance_wd: 2,
            acceptance_emergency_h: 1,
            dispatch_h: 24,
            dispatch_emergency_h: 1,
            sign_for_wd: 1,
            on_site_wd: 2,
            recheck_wd: 5,
            publication_wd: 20,
            after_photo_radius_m: 200,
            random_recheck_percent: 20,
            ask_reporter_max_days: 5,
            unmerge_days: 7,
            merge_master_closed_days: 30,
            return_wd: 1,
            suspend_max_days: 60,
            reopen_days: 30,
            liaison_extension_days: 5,
            extension_sum_days: 30,
            similar_radius_m: 300,
            similar_days: 30,
            by_class: ClassTimes::default(),
            work_from_h: 8,
            work_to_h: 18,
        }
    }
}

impl Rulebook {
    /// The category with this code.
    #[must_use]
    pub fn category(&self, code: &CategoryCode) -> Option<&Category> {
        self.categories.iter().find(|category| &category.code == code)
    }

    /// The unit with this code.
    #[must_use]
    pub fn unit(&self, code: &UnitCode) -> Option<&Unit> {
        self.units.iter().find(|unit| &unit.code == code)
    }

    /// The county, township or village with this code.
    #[must_use]
    pub fn division(&self, code: &DivisionCode) -> Option<&Division> {
        std::iter::once(&self.county).chain(&self.divisions).find(|division| &division.code == code)
    }

    /// The smallest known division whose boundary holds this point.
    #[must_use]
    pub fn division_at(&self, point: Point) -> Option<&Division> {
        std::iter::once(&self.county)
            .chain(&self.divisions)
            .filter(|division| division.boundary.as_ref().is_some_and(|ring| area::ring_holds(ring, point)))
            .max_by_key(|division| division.code.as_str().len())
    }

    /// The zones that hold this point.
    pub fn zones_at(&self, point: Point) -> impl Iterator<Item = &Zone> {
        self.zones.iter().filter(move |zone| zone.holds(point))
    }

    /// The wording of this paper.
    #[must_use]
    pub fn paper(&self, kind: DocumentKind) -> Cow<'_, Template> {
        let own = self.papers.iter().find(|template| template.kind == kind);
        own.map_or_else(|| Cow::Owned(seed::paper(kind)), Cow::Borrowed)
    }

    /// Who handles an ordinary matter of this category there.
    #[must_use]
    pub fn lead_unit(&self, category: &Category, division: &DivisionCode) -> Option<&Unit> {
        self.lead_unit_at(category, division, Severity::Ordinary)
    }

    /// Who handles this category there at that severity: by the exception that fits most closely, else the category's own
    /// unit, else the township's.
    #[must_use]
    pub fn lead_unit_at(&self, category: &Category, division: &DivisionCode, severity: Severity) -> Option<&Unit> {
        let fits = self.routes.iter().filter_map(|route| Some((route.fit(&category.code, division, severity)?, route)));
        if let Some((_, route)) = fits.max_by_key(|(fit, _)| *fit) {
            return self.unit(&route.unit);
        }
        match &category.lead_unit {
            Some(code) => self.unit(code),
            None => {
                let township = division.township()?;
                self.units.iter().find(|unit| unit.kind == UnitKind::Township && unit.division == township)
            }
        }
    }
}
