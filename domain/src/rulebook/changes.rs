//! What differs between two rulebooks, item by item and field by field: what somebody reads before a draft is put in
//! force. Values stay as they are in the file; words are the screens'.

use super::file::{Section, Sections};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One item that differs.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Change {
    /// In which section.
    pub section: Section,
    /// Its code or name; empty for the numbers, which are one item.
    pub item: String,
    /// What became of it.
    pub kind: ChangeKind,
}

/// What became of an item.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// These fields differ.
    Changed {
        /// Which.
        fields: Vec<FieldChange>,
    },
}

/// One field that differs. None: it is not there.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct FieldChange {
    /// Its name in the file, as `by_class.simple_wd`.
    pub field: String,
    /// Before.
    pub before: Option<Value>,
    /// After.
    pub after: Option<Value>,
}

/// Everything that differs, by section in the order of the file.
#[must_use]
pub fn changes(before: &Sections, after: &Sections) -> Vec<Change> {
    Section::ALL.into_iter().flat_map(|section| of_section(section, before.get(&section), after.get(&section))).collect()
}

fn of_section(section: Section, before: Option<&Value>, after: Option<&Value>) -> Vec<Change> {
    if section == Section::Clocks {
        let fields = fields(before.unwrap_or(&Value::Null), after.unwrap_or(&Value::Null));
        let changed = Change { section, item: String::new(), kind: ChangeKind::Changed { fields: fields.clone() } };
        return if fields.is_empty() { Vec::new() } else { vec![changed] };
    }
    let (before, after) = (keyed(section, before), keyed(section, after));
    let mut changes = Vec::new();
    for (key, item) in &before {
        let kind = match after.iter().find(|(other, _)| other == key) {
            None => ChangeKind::Removed,
            Some((_, now)) => match fields(item, now) {
                fields if fields.is_empty() => continue,
                fields => ChangeKind::Changed { fields },
            },
        };
        changes.push(Change { section, item: key.clone(), kind });
    }
    let new = after.iter().filter(|(key, _)| !before.iter().any(|(other, _)| other == key));
    changes.extend(new.map(|(key, _)| Change { section, item: key.clone(), kind: ChangeKind::Added }));
    changes
}

/// Items by what names them. A second one of the same name is told apart, so that it does not hide.
fn keyed(section: Section, items: Option<&Value>) -> Vec<(String, &Value)> {
    let mut keyed: Vec<(String, &Value)> = Vec::new();
    for item in items.and_then(Value::as_array).into_iter().flatten() {
        let mut key = name(section, item);
        while keyed.iter().any(|(known, _)| *known == key) {
            key.push('′');
        }
        keyed.push((key, item));
    }
    keyed
}

/// What names an item.
#[must_use]
pub fn name(section: Section, item: &Value) -> String {
    let text = |field: &str| match item.get(field) {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    match section {
        Section::Categories | Section::Units | Section::Divisions | Section::Grids | Section::Templates => text("code"),
        Section::Papers => text("kind"),
        Section::Zones => text("name"),
        Section::Calendar => text("year"),
        Section::Legal => [text("title"), text("from")].join(" "),
        Section::Routing => [text("category"), text("area"), text("level")].join(" ").trim().to_owned(),
        Section::Clocks => String::new(),
    }
}

fn fields(before: &Value, after: &Value) -> Vec<FieldChange> {
    let (before, after) = (flat(before), flat(after));
    let mut names: Vec<&String> = before.keys().chain(after.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let of = |name: &String| {
        let (before, after) = (before.get(name), after.get(name));
        (before != after).then(|| FieldChange { field: name.clone(), before: before.cloned(), after: after.cloned() })
    };
    names.into_iter().filter_map(of).collect()
}

/// Fields with those of an object within as `outer.inner`; what says nothing is left out.
fn flat(item: &Value) -> Map<String, Value> {
    let mut flat = Map::new();
    for (name, part) in item.as_object().into_iter().flatten() {
        match part {
            Value::Object(inner) => flat.extend(inner.iter().map(|(inner, part)| (format!("{name}.{inner}"), part.clone()))),
            Value::Null => {}
            Value::Array(items) if items.is_empty() => {}
            part => _ = flat.insert(name.clone(), part.clone()),
        }
    }
    flat
}
