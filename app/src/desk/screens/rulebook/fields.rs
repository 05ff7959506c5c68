//! The fields of each section's items as data: how each is edited, and how its text becomes a value of the file and back.
//! What cannot be read stays as the text that was typed, and the check names it.

use crate::{
    backend::SectionChoices,
    desk::{
        codes::{code_of, from_code},
        use_words,
    },
    locales::{Language, Words},
};
use huiyin_domain::{
    document::DocumentKind,
    place::Point,
    report::Severity,
    rulebook::{
        ClockClass, Ending, RecheckRule, Risk, Theme, UnitKind, ZoneKind,
        file::{Run, Section},
    },
};
use serde_json::{Map, Value, json};

/// How a field is edited.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// One line.
    Line,
    /// Several lines.
    Area,
    /// A number.
    Number,
    /// A day.
    Day,
    /// Yes or no.
    Tick,
    /// One of the codes of an enum, with words.
    One(Codes),
    /// A unit.
    Unit,
    /// A category.
    Category,
    /// A division.
    Division,
    /// Several categories.
    Categories,
    /// Several divisions.
    Divisions,
    /// Several of the codes of an enum, with words.
    Several(Codes),
    /// A list of texts, one a line.
    Lines,
    /// Corners, one a line.
    Points,
    /// Days of a year, one run a line.
    Runs,
}

/// An enum whose codes may be chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Codes {
    Theme,
    Clock,
    Risk,
    Recheck,
    UnitKind,
    ZoneKind,
    Severity,
    Ending,
    Paper,
}

/// One field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Field {
    /// Its name in the file, as `by_class.simple_wd`.
    pub(super) name: &'static str,
    /// How it is edited.
    pub(super) kind: Kind,
    /// Whether it may be left empty; then it is not in the file.
    pub(super) optional: bool,
}

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
pub(super) fn fields(section: Section) -> &'static [Field] {
    match section {
        Section::Categories => CATEGORIES,
        Section::Clocks => CLOCKS,
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

impl Codes {
    /// Each code with its words.
    pub(super) fn choices(self, language: Language) -> Vec<(String, String)> {
        match self {
            Codes::Theme => said(&Theme::ALL, language),
            Codes::Clock => said(
                &[ClockClass::Emergency, ClockClass::Simple, ClockClass::General, ClockClass::Complex, ClockClass::PetitionLike],
                language,
            ),
            Codes::Risk => said(&[Risk::Low, Risk::Medium, Risk::High, Risk::Critical], language),
            Codes::Recheck => said(&[RecheckRule::Always, RecheckRule::OnDemand], language),
            Codes::UnitKind => said(&[UnitKind::Department, UnitKind::Township, UnitKind::Contractor], language),
            Codes::ZoneKind => said(
                &[
                    ZoneKind::WaterSourceLevel1,
                    ZoneKind::WaterSourceLevel2,
                    ZoneKind::NoBreeding,
                    ZoneKind::RestrictedBreeding,
                    ZoneKind::NoSandMining,
                    ZoneKind::NoBurning,
                    ZoneKind::EcologicalRedline,
                ],
                language,
            ),
            Codes::Paper => said(&DocumentKind::ALL, language),
            Codes::Ending => said(&Ending::ALL, language),
            Codes::Severity => said(&[Severity::Ordinary, Severity::Serious, Severity::Urgent], language),
        }
    }
}

fn said<T: Words + serde::Serialize>(all: &[T], language: Language) -> Vec<(String, String)> {
    all.iter().map(|one| (code_of(one), one.words(language).to_owned())).collect()
}

/// What may be chosen in a field: code and words. Empty if it is typed.
pub(super) fn choices(kind: Kind, from: &SectionChoices, language: Language) -> Vec<(String, String)> {
    let named = |list: &[(String, String, String)]| {
        list.iter().map(|(code, zh, en)| (code.clone(), format!("{} ({code})", language.pick(zh, en)))).collect()
    };
    match kind {
        Kind::One(codes) | Kind::Several(codes) => codes.choices(language),
        Kind::Unit => named(&from.units),
        Kind::Category | Kind::Categories => named(&from.categories),
        Kind::Division | Kind::Divisions => named(&from.divisions),
        _ => Vec::new(),
    }
}

/// What stands in an item under this name.
pub(super) fn part<'a>(item: &'a Value, name: &str) -> Option<&'a Value> {
    name.split('.').try_fold(item, |inner, name| inner.get(name))
}

/// Puts a value into an item, or takes it out.
pub(super) fn put(item: &mut Value, name: &str, part: Option<Value>) {
    let (outer, name) = name.split_once('.').map_or((None, name), |(outer, inner)| (Some(outer), inner));
    if !item.is_object() {
        *item = Value::Object(Map::new());
    }
    let holder = match outer {
        Some(outer) => &mut item[outer],
        None => item,
    };
    if !holder.is_object() {
        *holder = Value::Object(Map::new());
    }
    let Some(holder) = holder.as_object_mut() else { return };
    match part {
        Some(part) => drop(holder.insert(name.to_owned(), part)),
        None => drop(holder.remove(name)),
    }
}

/// A value as its control shows it.
pub(super) fn to_text(kind: Kind, value: Option<&Value>) -> String {
    let Some(value) = value else { return String::new() };
    let each = |line: &dyn Fn(&Value) -> String| match value {
        Value::Array(items) => items.iter().map(line).collect::<Vec<_>>().join("\n"),
        other => plain(other),
    };
    match kind {
        Kind::Points => each(&point_text),
        Kind::Runs => each(&run_text),
        Kind::Lines | Kind::Categories | Kind::Divisions | Kind::Several(_) => each(&plain),
        Kind::Tick => if value == &Value::Bool(true) { "on" } else { "" }.to_owned(),
        _ => plain(value),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn point_text(value: &Value) -> String {
    match (value.get("lat_deg").and_then(Value::as_f64), value.get("lon_deg").and_then(Value::as_f64)) {
        (Some(lat), Some(lon)) => format!("{lat}, {lon}"),
        _ => plain(value),
    }
}

fn run_text(value: &Value) -> String {
    match serde_json::from_value::<Run>(value.clone()) {
        Ok(run) => format!("{} {} {} {}", run.from, run.to, if run.works { "上班" } else { "放假" }, run.name),
        Err(_) => plain(value),
    }
}

/// What was typed as a value; none if the field is then not in the file.
pub(super) fn to_value(field: Field, text: &str) -> Option<Value> {
    let trimmed = text.trim();
    if trimmed.is_empty() && field.optional {
        return None;
    }
    let lines = |one: &dyn Fn(&str) -> Value| Value::Array(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(one).collect());
    Some(match field.kind {
        Kind::Number => trimmed.parse::<i64>().map_or_else(|_| json!(trimmed), |number| json!(number)),
        Kind::Tick => json!(text == "on"),
        Kind::Lines | Kind::Categories | Kind::Divisions | Kind::Several(_) => lines(&|line| json!(line)),
        Kind::Points => lines(&point),
        Kind::Runs => lines(&run),
        Kind::Area => json!(text),
        _ => json!(trimmed),
    })
}

fn point(line: &str) -> Value {
    let numbers: Vec<f64> = line.split([',', '，', ' ']).filter(|part| !part.is_empty()).filter_map(|part| part.parse().ok()).collect();
    match numbers[..] {
        [lat_deg, lon_deg] => serde_json::to_value(Point { lat_deg, lon_deg }).unwrap_or_default(),
        _ => json!(line),
    }
}

fn run(line: &str) -> Value {
    let parts: Vec<&str> = line.splitn(4, char::is_whitespace).map(str::trim).collect();
    let works = |word: &str| match word {
        "上班" | "work" => Some(true),
        "放假" | "rest" | "off" => Some(false),
        _ => None,
    };
    match parts[..] {
        [from, to, kind, name] => match works(kind) {
            Some(works) => json!({ "from": from, "to": to, "works": works, "name": name }),
            None => json!(line),
        },
        _ => json!(line),
    }
}

/// A value in words, for readers.
pub(super) fn in_words(field: Option<Field>, value: Option<&Value>, from: &SectionChoices, language: Language) -> String {
    let words = &use_words().rulebook;
    let (Some(field), Some(value)) = (field, value) else { return value.map(plain).unwrap_or_default() };
    if field.kind == Kind::Tick {
        return if value == &Value::Bool(true) { words.yes } else { words.no }.to_owned();
    }
    let text = to_text(field.kind, Some(value));
    let known = choices(field.kind, from, language);
    if known.is_empty() {
        return text;
    }
    let name = |code: &str| known.iter().find(|(known, _)| known == code).map_or_else(|| code.to_owned(), |(_, words)| words.clone());
    text.lines().map(name).collect::<Vec<_>>().join(language.pick("、", ", "))
}

/// A new item: what must be there is there, and empty.
pub(super) fn blank(section: Section, language: Language) -> Value {
    let mut item = Value::Object(Map::new());
    for field in fields(section).iter().filter(|field| !field.optional) {
        let first = match field.kind {
            Kind::One(codes) => codes.choices(language).into_iter().next().map(|(code, _)| json!(code)),
            Kind::Number => Some(json!(0)),
            _ => to_value(*field, if field.name == "icon" { "c-other" } else { "" }),
        };
        put(&mut item, field.name, first);
    }
    item
}

/// The section named in an address.
pub(super) fn section_of(code: &str) -> Option<Section> {
    from_code(code)
}

#[cfg(test)]
mod tests {
    use super::{Kind, blank, fields, in_words, part, put, to_text, to_value};
    use crate::{
        backend::SectionChoices,
        locales::{Language, rules},
    };
    use huiyin_domain::rulebook::{
        file::{Section, sections},
        seed,
    };
    use serde_json::{Value, json};

    fn items(body: &Value) -> Vec<Value> {
        body.as_array().cloned().unwrap_or_else(|| vec![body.clone()])
    }

    #[test]
    fn every_value_of_a_county_survives_its_control() {
        let map = include_str!("../../../../../server/seed/county.geojson");
        let book = seed::rulebook(map, include_str!("../../../../../server/seed/calendar.csv")).unwrap();
        for (section, body) in sections(&book) {
            for item in items(&body) {
                let mut again = json!({});
                for field in fields(section) {
                    put(&mut again, field.name, to_value(*field, &to_text(field.kind, part(&item, field.name))));
                }
                let mut item = item.clone();
                // A list that may be left out is written when it is empty.
                if section == Section::Divisions && item["boundary"].is_null() {
                    item.as_object_mut().unwrap().remove("boundary");
                }
                assert_eq!(again, item, "{section:?}");
            }
        }
    }

    #[test]
    fn what_cannot_be_read_stays_as_it_was_typed() {
        let of = |section: Section, name: &str| *fields(section).iter().find(|field| field.name == name).unwrap();
        let typed = [
            (of(Section::Clocks, "dispatch_h"), "soon"),
            (of(Section::Calendar, "days"), "2027-10-01 国庆"),
            (of(Section::Zones, "boundary"), "here and there"),
        ];
        for (field, text) in typed {
            assert_eq!(to_text(field.kind, to_value(field, text).as_ref()), text);
        }
        assert_eq!(to_value(of(Section::Legal, "until"), " "), None);
    }

    #[test]
    fn every_field_has_a_name_in_both_languages() {
        for section in Section::ALL {
            for field in fields(section) {
                let [zh, en] = [Language::Zh, Language::En].map(|language| rules::rule_field(field.name, language).unwrap());
                assert_ne!(zh, en, "{}", field.name);
            }
            let blank = blank(section, Language::Zh);
            let asked = fields(section).iter().filter(|field| !field.optional && !field.name.contains('.')).count();
            assert!(blank.as_object().unwrap().len() >= asked, "{section:?}");
        }
        assert!(matches!(fields(Section::Calendar)[2].kind, Kind::Runs));
    }

    #[test]
    fn codes_are_told_by_their_names() {
        let from = SectionChoices {
            units: vec![("ecology".into(), "生态环境局".into(), "Ecology Bureau".into())],
            ..SectionChoices::default()
        };
        let lead = fields(Section::Categories).iter().find(|field| field.name == "lead_unit").copied();
        assert_eq!(in_words(lead, Some(&json!("ecology")), &from, Language::En), "Ecology Bureau (ecology)");
        assert_eq!(in_words(lead, Some(&json!("gone")), &from, Language::Zh), "gone");
    }
}
