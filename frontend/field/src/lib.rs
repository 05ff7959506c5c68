//! The phone's program: the field door, mounted into its static shell. `boot.js` calls it on `/field`.

// The types of nested views are as deep as the views.
#![recursion_limit = "512"]

use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the field door into its static shell.
#[wasm_bindgen]
pub fn field() {
    huiyin_app::field::mount();
}
