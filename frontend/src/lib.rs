//! The browser's entry: one module that mounts the field door or brings the server-rendered desk to life. `boot.js`
//! calls the one that fits the address.

use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the field door into its static shell.
#[wasm_bindgen]
pub fn field() {
    huiyin_app::field::mount();
}

/// Takes over the desk as the server rendered it.
#[wasm_bindgen]
pub fn hydrate() {
    huiyin_app::desk::hydrate();
}
