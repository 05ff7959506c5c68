//! Which fields the items of each section have.

use super::{Codes, Field, Kind};
use crate::desk::codes::from_code;
use huiyin_domain::rulebook::file::Section;

const fn must(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, optional: false }
}

const fn may(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, optional: true }
}

const CATEGORIES: &[Field] = &[
    must("code", Kind::Line),
    must("name", Kind::Line),
    must("name_en", Kind::Line),
    may("theme", Kind::One(Codes::Theme)),
    may("lead_unit", Kind::Unit),
    must("clock", Kind::One(Codes::Clock)),
    must("risk", Kind::One(Codes::Risk)),
    must("recheck", Kind::One(Codes::Recheck)),
    must("min_photos", Kind::Number),
    must("before_and_after", Kind::Tick),
    must("on_spot", Kind::Tick),
    must("sensitive", Kind::Tick),
    must("icon", Kind::Line),
    must("checklist", Kind::Lines),
];

const CLOCKS: &[Field] = &[
    must("acceptance_wd", Kind::Number),
    must("acceptance_emergency_h", Kind::Number),
    must("dispatch_h", Kind::Number),
    must("dispatch_emergency_h", Kind::Number),
    must("sign_for_wd", Kind::Number),
    must("by_class.emergency_sign_for_h", Kind::Number),
    must("on_site_wd", Kind::Number),
    must("by_class.emergency_on_site_h", Kind::Number),
    must("by_class.emergency_h", Kind::Number),
    must("by_class.simple_wd", Kind::Number),
    must("by_class.general_d", Kind::Number),
    must("by_class.complex_d", Kind::Number),
    must("by_class.petition_like_d", Kind::Number),
    must("recheck_wd", Kind::Number),
    must("publication_wd", Kind::Number),
    must("return_wd", Kind::Number),
    must("ask_reporter_max_days", Kind::Number),
    must("suspend_max_days", Kind::Number),
    must("liaison_extension_days", Kind::Number),
    must("extension_sum_days", Kind::Number),
    must("reopen_days", Kind::Number),
    must("unmerge_days", Kind::Number),
    must("merge_master_closed_days", Kind::Number),
    must("random_recheck_percent", Kind::Number),
    must("after_photo_radius_m", Kind::Number),
    must("similar_radius_m", Kind::Number),
    must("similar_days", Kind::Number),
    must("work_from_h", Kind::Number),
    must("work_to_h", Kind::Number),
];

const VISITS: &[Field] = &[
    may("enterprise", Kind::Number),
    may("construction_site", Kind::Number),
    may("building_material_plant", Kind::Number),
    may("stockpile_yard", Kind::Number),
    may("pig_farm", Kind::Number),
    may("sewage_facility", Kind::Number),
    may("quarry", Kind::Number),
    may("sand_reach", Kind::Number),
    may("waste_collection_point", Kind::Number),
    may("waste_transfer_station", Kind::Number),
    may("forest_plot", Kind::Number),
    may("water_section", Kind::Number),
    may("outfall", Kind::Number),
    may("small_boiler", Kind::Number),
    may("former_fifteen_small", Kind::Number),
];

const UNITS: &[Field] = &[
    must("code", Kind::Line),
    must("name", Kind::Line),
    must("name_en", Kind::Line),
    must("kind", Kind::One(Codes::UnitKind)),
    must("division", Kind::Division),
];

const DIVISIONS: &[Field] =
    &[must("code", Kind::Line), must("name", Kind::Line), must("name_en", Kind::Line), may("boundary", Kind::Points)];

const ROUTING: &[Field] =
    &[must("category", Kind::Category), may("area", Kind::Division), may("level", Kind::One(Codes::Severity)), must("unit", Kind::Unit)];

const GRIDS: &[Field] = &[must("code", Kind::Line), must("name", Kind::Line), must("divisions", Kind::Divisions)];

const ZONES: &[Field] = &[must("name", Kind::Line), must("kind", Kind::One(Codes::ZoneKind)), must("boundary", Kind::Points)];

const CALENDAR: &[Field] = &[must("year", Kind::Number), must("source", Kind::Line), must("days", Kind::Runs)];

const LEGAL: &[Field] =
    &[must("title", Kind::Line), must("from", Kind::Day), may("until", Kind::Day), must("categories", Kind::Categories)];

const TEMPLATES: &[Field] = &[
    must("code", Kind::Line),
    must("name", Kind::Line),
    must("categories", Kind::Categories),
    may("results", Kind::Several(Codes::Ending)),
    must("text", Kind::Area),
];

const PAPERS: &[Field] = &[must("kind", Kind::One(Codes::Paper)), must("text", Kind::Area), must("text_en", Kind::Area)];

/// The fields of a section's items, in reading order.
pub(in crate::desk::screens::rulebook) fn fields(section: Section) -> &'static [Field] {
    match section {
        Section::Categories => CATEGORIES,
        Section::Clocks => CLOCKS,
        Section::Visits => VISITS,
        Section::Units => UNITS,
        Section::Divisions => DIVISIONS,
        Section::Routing => ROUTING,
        Section::Grids => GRIDS,
        Section::Zones => ZONES,
        Section::Calendar => CALENDAR,
        Section::Legal => LEGAL,
        Section::Templates => TEMPLATES,
        Section::Papers => PAPERS,
    }
}

/// The section named in an address.
pub(in crate::desk::screens::rulebook) fn section_of(code: &str) -> Option<Section> {
    from_code(code)
}
