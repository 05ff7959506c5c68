//! How every value of the outbox is stored, from the first day: `{alg, key_id, bytes}`. `alg` is `none` until the phone
//! encrypts; a version that meets another one must not guess.

use js_sys::{Object, Reflect, Uint8Array};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};

use crate::field::phone::Trouble;

/// Bytes in their envelope.
pub(super) fn seal(bytes: &[u8]) -> JsValue {
    let value = Object::new();
    let parts: [(&str, JsValue); 3] = [("alg", "none".into()), ("key_id", "".into()), ("bytes", Uint8Array::from(bytes).into())];
    for (name, part) in parts {
        // Setting a field of a fresh object cannot fail.
        drop(Reflect::set(&value, &name.into(), &part));
    }
    value.into()
}

/// A value as JSON in its envelope.
pub(super) fn seal_json(value: &impl Serialize) -> Result<JsValue, Trouble> {
    serde_json::to_vec(value).map(|bytes| seal(&bytes)).map_err(|error| Trouble::Storage(error.to_string()))
}

/// The bytes of an envelope.
pub(super) fn open(value: &JsValue) -> Result<Vec<u8>, Trouble> {
    let alg = Reflect::get(value, &"alg".into()).ok().and_then(|alg| alg.as_string());
    if alg.as_deref() != Some("none") {
        return Err(Trouble::Storage(format!("stored with an unknown method: {}", alg.unwrap_or_default())));
    }
    let bytes = Reflect::get(value, &"bytes".into()).ok().and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
    bytes.map(|bytes| bytes.to_vec()).ok_or_else(|| Trouble::Storage("a stored value has no bytes".to_owned()))
}

/// An envelope's JSON.
pub(super) fn open_json<T: DeserializeOwned>(value: &JsValue) -> Result<T, Trouble> {
    // From text, as everywhere: a second way of reading JSON would double the code of every type.
    let text = String::from_utf8(open(value)?).map_err(|error| Trouble::Storage(error.to_string()))?;
    serde_json::from_str(&text).map_err(|error| Trouble::Storage(error.to_string()))
}
