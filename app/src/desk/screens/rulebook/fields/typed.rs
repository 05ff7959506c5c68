//! What was typed in a control, as a value of the file.

use super::{Field, Kind};
use huiyin_domain::place::Point;
use serde_json::{Value, json};

/// What was typed as a value; none if the field is then not in the file.
pub(in crate::desk::screens::rulebook) fn to_value(field: Field, text: &str) -> Option<Value> {
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
