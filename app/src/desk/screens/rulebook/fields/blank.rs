//! A new item, before anything is typed.

use super::{Kind, part::put, sections::fields, typed::to_value};
use crate::locales::Language;
use huiyin_domain::rulebook::file::Section;
use serde_json::{Map, Value, json};

/// A new item: what must be there is there, and empty.
pub(in crate::desk::screens::rulebook) fn blank(section: Section, language: Language) -> Value {
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
