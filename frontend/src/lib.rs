//! The desk's program: takes over the desk as the server rendered it. `boot.js` calls it on `/desk`.

// The types of nested views are as deep as the views.
#![recursion_limit = "512"]

use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over the desk as the server rendered it.
#[wasm_bindgen]
pub fn hydrate() {
    huiyin_app::desk::hydrate();
}
