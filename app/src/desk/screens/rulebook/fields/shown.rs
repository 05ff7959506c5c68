//! A value of the file as its control shows it.

use super::Kind;
use huiyin_domain::rulebook::file::Run;
use serde_json::Value;

/// A value as its control shows it.
pub(in crate::desk::screens::rulebook) fn to_text(kind: Kind, value: Option<&Value>) -> String {
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

pub(super) fn plain(value: &Value) -> String {
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
