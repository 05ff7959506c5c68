//! Locking with a passphrase, by the browser's own cryptography: PBKDF2 makes the key, AES-GCM locks.

use huiyin_domain::fieldpack::{Header, nonce};
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use crate::field::phone::{PackTrouble, Trouble};

/// A key made of a passphrase, for one file.
pub(in crate::field) struct Lock {
    subtle: SubtleCrypto,
    key: CryptoKey,
    bound_to: Uint8Array,
}

impl Lock {
    /// Makes the key. Takes a second or two on an old phone, on purpose.
    pub(in crate::field) async fn new(passphrase: &str, header: &Header, bound_to: &[u8]) -> Result<Self, Trouble> {
        let unable = |_: JsValue| Trouble::Pack(PackTrouble::Unable);
        let subtle = subtle().ok_or(Trouble::Pack(PackTrouble::Unable))?;
        let secret = Uint8Array::from(passphrase.as_bytes());
        let raw = subtle.import_key_with_str("raw", &secret, "PBKDF2", false, &words(&["deriveKey"])).map_err(unable)?;
        let raw: CryptoKey = JsFuture::from(raw).await.map_err(unable)?.unchecked_into();
        let how = object(&[
            ("name", "PBKDF2".into()),
            ("hash", "SHA-256".into()),
            ("iterations", header.rounds.into()),
            ("salt", Uint8Array::from(header.salt.as_bytes()).into()),
        ]);
        let made = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
        let key = subtle.derive_key_with_object_and_object(&how, &raw, &made, false, &words(&["encrypt", "decrypt"])).map_err(unable)?;
        let key = JsFuture::from(key).await.map_err(unable)?.unchecked_into();
        Ok(Lock { subtle, key, bound_to: Uint8Array::from(bound_to) })
    }

    /// Locks the record at this place.
    pub(in crate::field) async fn close(&self, place: u32, plain: &[u8]) -> Result<Vec<u8>, Trouble> {
        let unable = |_: JsValue| Trouble::Pack(PackTrouble::Unable);
        let how = self.how(place);
        let locked = self.subtle.encrypt_with_object_and_buffer_source(&how, &self.key, &Uint8Array::from(plain)).map_err(unable)?;
        JsFuture::from(locked).await.map(|locked| bytes(&locked)).map_err(unable)
    }

    /// Opens the record at this place; none if the key does not fit or a byte is wrong.
    pub(in crate::field) async fn open(&self, place: u32, locked: &[u8]) -> Option<Vec<u8>> {
        let plain = self.subtle.decrypt_with_object_and_buffer_source(&self.how(place), &self.key, &Uint8Array::from(locked)).ok()?;
        JsFuture::from(plain).await.ok().map(|plain| bytes(&plain))
    }

    fn how(&self, place: u32) -> Object {
        let iv = Uint8Array::from(nonce(place).as_slice());
        object(&[("name", "AES-GCM".into()), ("iv", iv.into()), ("additionalData", self.bound_to.clone().into())])
    }
}

/// The browser's cryptography; absent outside secure origins.
pub(super) fn subtle() -> Option<SubtleCrypto> {
    let crypto = web_sys::window()?.crypto().ok()?;
    Reflect::get(&crypto, &"subtle".into()).ok()?.dyn_into().ok()
}

/// An object with these fields.
pub(super) fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        drop(Reflect::set(&object, &(*name).into(), value));
    }
    object
}

/// A list of words.
pub(super) fn words(words: &[&str]) -> JsValue {
    words.iter().map(|word| JsValue::from_str(word)).collect::<Array>().into()
}

fn bytes(buffer: &JsValue) -> Vec<u8> {
    buffer.dyn_ref::<ArrayBuffer>().map(|buffer| Uint8Array::new(buffer).to_vec()).unwrap_or_default()
}
