//! Codes of the domain's enums, as addresses and form controls carry them: the same that JSON has.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// The code of a plain value; empty for one that has parts.
pub(super) fn code_of<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(code)) => code,
        _ => String::new(),
    }
}

/// The value of a code, if it is one.
pub(super) fn from_code<T: DeserializeOwned>(code: &str) -> Option<T> {
    serde_json::from_value(Value::String(code.to_owned())).ok()
}
