//! One part of an item: found by its name, put in, taken out.

use serde_json::{Map, Value};

/// What stands in an item under this name.
pub(in crate::desk::screens::rulebook) fn part<'a>(item: &'a Value, name: &str) -> Option<&'a Value> {
    name.split('.').try_fold(item, |inner, name| inner.get(name))
}

/// Puts a value into an item, or takes it out.
pub(in crate::desk::screens::rulebook) fn put(item: &mut Value, name: &str, part: Option<Value>) {
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
