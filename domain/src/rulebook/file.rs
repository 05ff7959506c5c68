//! The rulebook as one file (JSON), and as the sections of a draft: what a county reads, edits, carries away and brings
//! back. Described in `docs/rulebook-file.md`.
//!
//! A section of a draft is JSON that may still be wrong; [`assemble`] says everything that is, with its place.

use super::{
    Category, CategoryCode, Division, Grid, LegalBasis, Numbers, ReplyTemplate, Route, Rulebook, RulebookVersion, Zone,
    calendar::{Calendar, IsoDay, SpecialDay},
    check::{Flaw, FlawCode},
};
use crate::document::{self, DocumentKind, Template};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use time::Date;

/// What stands in `format` of a file: its kind and version.
pub const FORMAT: &str = "huiyin-rulebook/1";

/// A part of the rulebook that is edited by itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// What may be reported.
    Categories,
    /// Times and other numbers.
    Clocks,
    /// Who handles matters.
    Units,
    /// Townships and villages.
    Divisions,
    /// Exceptions from a category's own unit.
    Routing,
    /// Named lists of villages.
    Grids,
    /// Areas with rules of their own.
    Zones,
    /// Rest days and make-up workdays, by year.
    Calendar,
    /// Laws, with the categories that rest on them.
    Legal,
    /// Texts that replies start from.
    Templates,
    /// The wording of papers.
    Papers,
}

impl Section {
    /// All of them, in the order of the file.
    pub const ALL: [Section; 11] = [
        Section::Categories,
        Section::Clocks,
        Section::Units,
        Section::Divisions,
        Section::Routing,
        Section::Grids,
        Section::Zones,
        Section::Calendar,
        Section::Legal,
        Section::Templates,
        Section::Papers,
    ];

    /// Its name in the file.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Section::Categories => "categories",
            Section::Clocks => "clocks",
            Section::Units => "units",
            Section::Divisions => "divisions",
            Section::Routing => "routing",
            Section::Grids => "grids",
            Section::Zones => "zones",
            Section::Calendar => "calendar",
            Section::Legal => "legal",
            Section::Templates => "templates",
            Section::Papers => "papers",
        }
    }

    /// The section of this name.
    #[must_use]
    pub fn named(code: &str) -> Option<Section> {
        Section::ALL.into_iter().find(|section| section.code() == code)
    }
}

/// The sections of a rulebook or of a draft.
pub type Sections = BTreeMap<Section, Value>;

/// One year of the calendar, as its notice says it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Year {
    /// Which.
    pub year: i32,
    /// The notice it was entered from.
    pub source: String,
    /// Its days that differ from their weekday.
    #[serde(default)]
    pub days: Vec<Run>,
}

/// Days in a row that differ from their weekday in the same way.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Run {
    /// First day.
    #[serde(with = "crate::iso::day")]
    pub from: Date,
    /// Last day.
    #[serde(with = "crate::iso::day")]
    pub to: Date,
    /// Whether people work on them or rest.
    pub works: bool,
    /// The holiday's name.
    pub name: String,
}

/// A law with the categories that rest on it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Law {
    /// Name and article.
    pub title: String,
    /// In force from this day.
    #[serde(with = "crate::iso::day")]
    pub from: Date,
    /// In force to this day; open if none.
    #[serde(default, with = "crate::iso::day_option", skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Which categories.
    pub categories: Vec<CategoryCode>,
}

/// The sections of this rulebook.
#[must_use]
pub fn sections(book: &Rulebook) -> Sections {
    let mut categories = value(&book.categories);
    for category in categories.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        category.remove("legal");
    }
    let mut clocks = value(&book.numbers);
    clocks["by_class"] = value(&book.numbers.by_class);
    Sections::from([
        (Section::Categories, categories),
        (Section::Clocks, clocks),
        (Section::Units, value(&book.units)),
        (Section::Divisions, value(&book.divisions)),
        (Section::Routing, value(&book.routes)),
        (Section::Grids, value(&book.grids)),
        (Section::Zones, value(&book.zones)),
        (Section::Calendar, value(&years(&book.calendar))),
        (Section::Legal, value(&laws(&book.categories))),
        (Section::Templates, value(&book.templates)),
        (Section::Papers, value(&wording(book))),
    ])
}

fn value(part: &impl Serialize) -> Value {
    serde_json::to_value(part).unwrap_or_default()
}

/// Everything as one file. `edition` is for the reader: a file is not bound to what it was made from.
#[must_use]
pub fn file(book: &Rulebook, sections: &Sections) -> Value {
    let mut file = json!({ "format": FORMAT, "county": book.county.code, "edition": book.version });
    for section in Section::ALL {
        file[section.code()] = sections.get(&section).cloned().unwrap_or_default();
    }
    file
}

/// Reads a file for the county of this rulebook: what the sections of a draft become. A section that the file leaves out
/// stays as it is.
///
/// # Errors
/// Every flaw that must be mended first, with its place.
pub fn read(text: &str, base: &Rulebook, draft: &Sections) -> Result<Sections, Vec<Flaw>> {
    let whole = |code| vec![Flaw::new("", code)];
    let file: Value = serde_json::from_str(text).map_err(|error| whole(FlawCode::WrongShape { what: error.to_string() }))?;
    let Value::Object(parts) = file else { return Err(whole(FlawCode::WrongFormat)) };
    let mut flaws = Vec::new();
    if parts.get("format").and_then(Value::as_str) != Some(FORMAT) {
        flaws.push(Flaw::new("format", FlawCode::WrongFormat));
    }
    if parts.get("county").and_then(Value::as_str) != Some(base.county.code.as_str()) {
        flaws.push(Flaw::new("county", FlawCode::OtherCounty));
    }
    let mut sections = draft.clone();
    for (name, part) in parts {
        match Section::named(&name) {
            Some(section) => _ = sections.insert(section, part),
            None if ["format", "county", "edition"].contains(&name.as_str()) => {}
            None => flaws.push(Flaw::new(name, FlawCode::UnknownField)),
        }
    }
    let (_, more) = assemble(base, &sections, base.version);
    flaws.extend(more.into_iter().filter(|flaw| !flaw.is_warning()));
    if flaws.is_empty() { Ok(sections) } else { Err(flaws) }
}

/// The rulebook that these sections make of `base`, and everything that is wrong with it. No rulebook if a section cannot
/// be read.
#[must_use]
pub fn assemble(base: &Rulebook, sections: &Sections, version: RulebookVersion) -> (Option<Rulebook>, Vec<Flaw>) {
    let mut flaws = Vec::new();
    let mut book = base.clone();
    book.version = version;
    book.categories = list(Section::Categories, sections, &mut flaws);
    book.numbers = numbers(sections, &mut flaws);
    book.units = list(Section::Units, sections, &mut flaws);
    book.divisions = list::<Division>(Section::Divisions, sections, &mut flaws);
    book.routes = list::<Route>(Section::Routing, sections, &mut flaws);
    book.grids = list::<Grid>(Section::Grids, sections, &mut flaws);
    book.zones = list::<Zone>(Section::Zones, sections, &mut flaws);
    book.templates = list::<ReplyTemplate>(Section::Templates, sections, &mut flaws);
    book.papers = papers(base, sections, &mut flaws);
    let years: Vec<Year> = list(Section::Calendar, sections, &mut flaws);
    let laws: Vec<Law> = list(Section::Legal, sections, &mut flaws);
    let readable = !flaws.iter().any(|flaw| matches!(flaw.code, FlawCode::WrongShape { .. }));
    book.calendar = calendar(&years, &mut flaws);
    let mut of_laws = Vec::new();
    rest_on(&mut book.categories, &laws, &mut of_laws);
    flaws.extend(of_laws.into_iter().filter(|flaw| readable || flaw.code != FlawCode::UnknownCategory));
    // A part that cannot be read would be missed everywhere else.
    if readable {
        // Periods of laws were looked at where they stand in the file.
        flaws.extend(book.check().into_iter().filter(|flaw| flaw.code != FlawCode::PeriodReversed));
        flaws.extend(book.lost_since(base));
    }
    (readable.then_some(book), flaws)
}

/// The wording of papers, with everything that is wrong in it. A paper that is left out reads as every county starts with; one
/// that reads as it did stays as it was.
fn papers(base: &Rulebook, sections: &Sections, flaws: &mut Vec<Flaw>) -> Vec<Template> {
    // A draft from before papers stood in it changes none.
    let Some(given) = sections.get(&Section::Papers) else { return base.papers.clone() };
    let papers: Vec<Template> = list(Section::Papers, sections, flaws);
    for (index, paper) in papers.iter().enumerate() {
        let at = format!("{}[{index}]", Section::Papers.code());
        if papers[..index].iter().any(|other| other.kind == paper.kind) {
            flaws.push(Flaw::new(format!("{at}.kind"), FlawCode::Duplicate));
        }
        let text = |flaw: &document::Flaw| if flaw.english { "text_en" } else { "text" };
        flaws.extend(paper.check().into_iter().map(|flaw| Flaw::new(format!("{at}.{}", text(&flaw)), FlawCode::Paper { flaw })));
    }
    if *given == value(&wording(base)) { base.papers.clone() } else { papers }
}

/// Every paper as it would be printed.
fn wording(book: &Rulebook) -> [Template; DocumentKind::ALL.len()] {
    DocumentKind::ALL.map(|kind| book.paper(kind).into_owned())
}

/// Every item of a section that can be read; the others are flaws.
fn list<T: Serialize + DeserializeOwned>(section: Section, sections: &Sections, flaws: &mut Vec<Flaw>) -> Vec<T> {
    let at = section.code();
    let Some(items) = sections.get(&section).and_then(Value::as_array) else {
        flaws.push(Flaw::new(at, FlawCode::WrongShape { what: "not a list".to_owned() }));
        return Vec::new();
    };
    let read = |(index, item): (usize, &Value)| item_of::<T>(item, &format!("{at}[{index}]"), flaws);
    items.iter().enumerate().filter_map(read).collect()
}

fn item_of<T: Serialize + DeserializeOwned>(item: &Value, at: &str, flaws: &mut Vec<Flaw>) -> Option<T> {
    match serde_path_to_error::deserialize::<_, T>(item) {
        Ok(read) => {
            unknown(item, &value(&read), at, flaws);
            Some(read)
        }
        Err(error) => {
            flaws.push(misread(at, &error));
            None
        }
    }
}

fn misread(at: &str, error: &serde_path_to_error::Error<serde_json::Error>) -> Flaw {
    let within = error.path().to_string();
    let path = match within.as_str() {
        "." => at.to_owned(),
        within if within.starts_with('[') => format!("{at}{within}"),
        within => format!("{at}.{within}"),
    };
    Flaw::new(path, FlawCode::WrongShape { what: error.inner().to_string() })
}

/// Names in `given` that reading left aside. What is left out when it says nothing may be given all the same.
fn unknown(given: &Value, read: &Value, at: &str, flaws: &mut Vec<Flaw>) {
    match (given, read) {
        (Value::Object(given), Value::Object(read)) => {
            for (name, part) in given {
                match read.get(name) {
                    Some(read) => unknown(part, read, &format!("{at}.{name}"), flaws),
                    None if says_nothing(part) => {}
                    None => flaws.push(Flaw::new(format!("{at}.{name}"), FlawCode::UnknownField)),
                }
            }
        }
        (Value::Array(given), Value::Array(read)) => {
            for (index, (given, read)) in given.iter().zip(read).enumerate() {
                unknown(given, read, &format!("{at}[{index}]"), flaws);
            }
        }
        _ => {}
    }
}

fn says_nothing(part: &Value) -> bool {
    match part {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        _ => false,
    }
}

/// The numbers; each one that cannot be read is a flaw of its own.
fn numbers(sections: &Sections, flaws: &mut Vec<Flaw>) -> Numbers {
    let at = Section::Clocks.code();
    let mut given = sections.get(&Section::Clocks).cloned().unwrap_or_default();
    if !given.is_object() {
        flaws.push(Flaw::new(at, FlawCode::WrongShape { what: "not an object".to_owned() }));
        return Numbers::default();
    }
    loop {
        match serde_path_to_error::deserialize::<_, Numbers>(&given) {
            Ok(numbers) => {
                let mut known = value(&numbers);
                known["by_class"] = value(&numbers.by_class);
                unknown(&given, &known, at, flaws);
                return numbers;
            }
            Err(error) => {
                flaws.push(misread(at, &error));
                if !taken_out(&mut given, &error.path().to_string()) {
                    return Numbers::default();
                }
            }
        }
    }
}

/// Takes what stands at this path out, so that the rest can be read.
fn taken_out(object: &mut Value, path: &str) -> bool {
    let (parents, name) = path.rsplit_once('.').map_or((None, path), |(parents, name)| (Some(parents), name));
    let holder = match parents {
        Some(parent) => object.get_mut(parent),
        None => Some(object),
    };
    holder.and_then(Value::as_object_mut).and_then(|holder: &mut Map<String, Value>| holder.remove(name)).is_some()
}

fn years(calendar: &Calendar) -> Vec<Year> {
    let mut numbers = calendar.years.clone();
    numbers.sort_unstable();
    numbers.dedup();
    let of = |year: i32| {
        let mut days: Vec<Run> = Vec::new();
        for (IsoDay(day), special) in calendar.days.iter().filter(|(day, _)| day.0.year() == year) {
            match days.last_mut() {
                Some(run) if run.to.next_day() == Some(*day) && run.works == special.works && run.name == special.name => run.to = *day,
                _ => days.push(Run { from: *day, to: *day, works: special.works, name: special.name.clone() }),
            }
        }
        Year { year, source: calendar.sources.get(&year).cloned().unwrap_or_default(), days }
    };
    numbers.into_iter().map(of).collect()
}

fn calendar(years: &[Year], flaws: &mut Vec<Flaw>) -> Calendar {
    let mut calendar = Calendar::default();
    for (index, year) in years.iter().enumerate() {
        let at = format!("calendar[{index}]");
        if calendar.knows(year.year) {
            flaws.push(Flaw::new(format!("{at}.year"), FlawCode::Duplicate));
        }
        if year.source.trim().is_empty() {
            flaws.push(Flaw::new(format!("{at}.source"), FlawCode::Missing));
        }
        calendar.years.push(year.year);
        calendar.sources.insert(year.year, year.source.clone());
        for (n, run) in year.days.iter().enumerate() {
            enter(&mut calendar, run, year.year, &format!("{at}.days[{n}]"), flaws);
        }
    }
    calendar
}

fn enter(calendar: &mut Calendar, run: &Run, year: i32, at: &str, flaws: &mut Vec<Flaw>) {
    if run.to < run.from {
        return flaws.push(Flaw::new(at, FlawCode::PeriodReversed));
    }
    if run.from.year() != year || run.to.year() != year {
        return flaws.push(Flaw::new(at, FlawCode::DayOutside));
    }
    if run.name.trim().is_empty() {
        flaws.push(Flaw::new(format!("{at}.name"), FlawCode::Missing));
    }
    let mut day = run.from;
    while day <= run.to {
        let special = SpecialDay { works: run.works, name: run.name.clone() };
        if let Some(before) = calendar.days.insert(IsoDay(day), special) {
            flaws.push(Flaw::new(at, FlawCode::DayTwice { day, contradicts: before.works != run.works }));
        }
        let Some(next) = day.next_day() else { return };
        day = next;
    }
}

fn laws(categories: &[Category]) -> Vec<Law> {
    let mut laws: Vec<Law> = Vec::new();
    for (category, basis) in categories.iter().flat_map(|category| category.legal.iter().map(move |basis| (category, basis))) {
        let known = laws.iter_mut().find(|law| (&law.title, law.from, law.until) == (&basis.title, basis.from, basis.until));
        match known {
            Some(law) => law.categories.push(category.code.clone()),
            None => {
                let categories = vec![category.code.clone()];
                laws.push(Law { title: basis.title.clone(), from: basis.from, until: basis.until, categories });
            }
        }
    }
    laws
}

/// Gives every category the laws that name it, oldest first.
fn rest_on(categories: &mut [Category], laws: &[Law], flaws: &mut Vec<Flaw>) {
    for category in categories.iter_mut() {
        category.legal.clear();
    }
    for (index, law) in laws.iter().enumerate() {
        let at = format!("legal[{index}]");
        if law.title.trim().is_empty() {
            flaws.push(Flaw::new(format!("{at}.title"), FlawCode::Missing));
        }
        if law.until.is_some_and(|until| until < law.from) {
            flaws.push(Flaw::new(&at, FlawCode::PeriodReversed));
        }
        for (n, code) in law.categories.iter().enumerate() {
            match categories.iter_mut().find(|category| category.code == *code) {
                Some(category) => category.legal.push(LegalBasis { title: law.title.clone(), from: law.from, until: law.until }),
                None => flaws.push(Flaw::new(format!("{at}.categories[{n}]"), FlawCode::UnknownCategory)),
            }
        }
    }
    for category in categories.iter_mut() {
        category.legal.sort_by_key(|basis| basis.from);
    }
}
