//! Whether a receipt is the county's own, where the browser knows Ed25519. Where it does not, the receipt is kept as
//! evidence all the same and can be checked elsewhere.

use huiyin_domain::sync::message::Receipt;
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;

use super::cipher::{subtle, words};

/// What the browser says of a signature.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::field) enum Checked {
    /// It fits.
    Good,
    /// It does not.
    Wrong,
    /// This browser cannot tell.
    Unable,
}

/// Checks a receipt against the key that the county named at sign-in.
pub(in crate::field) async fn check(receipt: &Receipt, county_key: &str) -> Checked {
    if receipt.key != county_key {
        return Checked::Wrong;
    }
    let (Some(key), Some(signature)) = (county_key.strip_prefix("ed25519:").and_then(hex), base64(&receipt.signature)) else {
        return Checked::Wrong;
    };
    let Some(subtle) = subtle() else { return Checked::Unable };
    let key = Uint8Array::from(key.as_slice());
    let Ok(importing) = subtle.import_key_with_str("raw", &key, "Ed25519", false, &words(&["verify"])) else { return Checked::Unable };
    let Ok(key) = JsFuture::from(importing).await else { return Checked::Unable };
    let (signature, body) = (Uint8Array::from(signature.as_slice()), Uint8Array::from(receipt.body.as_bytes()));
    let asked = subtle.verify_with_str_and_buffer_source_and_buffer_source("Ed25519", &key.into(), &signature, &body);
    let Ok(asked) = asked else { return Checked::Unable };
    match JsFuture::from(asked).await.ok().and_then(|answer| answer.as_bool()) {
        Some(true) => Checked::Good,
        Some(false) => Checked::Wrong,
        None => Checked::Unable,
    }
}

fn hex(text: &str) -> Option<Vec<u8>> {
    text.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

fn base64(text: &str) -> Option<Vec<u8>> {
    // The browser gives each byte as a character below 256.
    let characters = web_sys::window()?.atob(text).ok()?;
    characters.chars().map(|character| u8::try_from(u32::from(character)).ok()).collect()
}
