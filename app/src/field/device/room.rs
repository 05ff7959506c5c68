//! Room for evidence, and whether the browser may delete it by itself.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use crate::field::phone::StorageState;

pub(super) fn manager() -> Option<StorageManager> {
    let navigator = web_sys::window()?.navigator();
    // Absent outside secure origins.
    let known = Reflect::get(&navigator, &"storage".into()).is_ok_and(|storage| storage.is_object());
    known.then(|| navigator.storage())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes of a disk fit and are positive")]
fn bytes(estimate: &JsValue, name: &str) -> Option<u64> {
    Reflect::get(estimate, &name.into()).ok()?.as_f64().map(|bytes| bytes as u64)
}

/// What the browser says about room. Chromium since 138 makes the quota up: see [`super::set_aside`].
pub(in crate::field) async fn estimate() -> StorageState {
    let Some(manager) = manager() else { return StorageState::default() };
    let estimate = match manager.estimate() {
        Ok(promise) => JsFuture::from(promise).await.unwrap_or(JsValue::UNDEFINED),
        Err(_) => JsValue::UNDEFINED,
    };
    let persisted = match manager.persisted() {
        Ok(promise) => JsFuture::from(promise).await.ok().and_then(|word| word.as_bool()),
        Err(_) => None,
    };
    StorageState { used: bytes(&estimate, "usage"), quota: bytes(&estimate, "quota"), persisted, ..StorageState::default() }
}

/// Asks for the promise not to delete by itself.
pub(in crate::field) async fn ask_to_keep() -> bool {
    let Some(promise) = manager().and_then(|manager| manager.persist().ok()) else { return false };
    JsFuture::from(promise).await.ok().and_then(|word| word.as_bool()).unwrap_or(false)
}
