//! Room that is set aside for words and receipts. Chromium since 138 tells every site the same made-up room (what is used and
//! 10 GiB), so a phone that is nearly full cannot be asked: it is found out by a write that fails. When one does, this file
//! is deleted, and the words have its room. It lies in the origin's private files, because there room is given back at once.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File};

const RESERVE: &str = "reserve";
const PROBE: &str = "probe";

/// Makes sure that so many bytes are set aside. None if this browser cannot: then what it says of its room has to do.
pub(in crate::field) async fn set_aside(bytes: u32) -> Option<bool> {
    let folder = folder().await?;
    if size_of(&folder, RESERVE).await == Some(bytes) {
        return Some(true);
    }
    write(&folder, RESERVE, bytes).await
}

/// Gives the room back. Whether there was any.
pub(in crate::field) async fn give_back() -> bool {
    let Some(folder) = folder().await else { return false };
    let had_some = size_of(&folder, RESERVE).await.is_some_and(|bytes| bytes > 0);
    had_some && remove(&folder, RESERVE).await
}

/// Whether so much would fit just now, found out by writing it. None if this browser cannot tell.
pub(in crate::field) async fn would_fit(bytes: u32) -> Option<bool> {
    let folder = folder().await?;
    let fits = write(&folder, PROBE, bytes).await;
    remove(&folder, PROBE).await;
    fits
}

async fn folder() -> Option<JsValue> {
    let manager = super::room::manager()?;
    call(&manager, "getDirectory", &[]).await.ok()
}

/// Writes a file of so many bytes. Only a lack of room says that it does not fit: whatever else fails means that this browser
/// does not write such files here, and must not keep anybody from taking photos.
async fn write(folder: &JsValue, name: &str, bytes: u32) -> Option<bool> {
    match try_to_write(folder, name, bytes).await {
        Ok(()) => Some(true),
        Err(error) => is_lack_of_room(&error).then_some(false),
    }
}

async fn try_to_write(folder: &JsValue, name: &str, bytes: u32) -> Result<(), JsValue> {
    let create = js_sys::Object::new();
    Reflect::set(&create, &"create".into(), &true.into())?;
    let file = call(folder, "getFileHandle", &[name.into(), create.into()]).await?;
    let stream = call(&file, "createWritable", &[]).await?;
    if let Err(error) = call(&stream, "write", &[filling(bytes)?]).await {
        // It leaves an empty file, which counts as none.
        drop(call(&stream, "abort", &[]).await);
        return Err(error);
    }
    call(&stream, "close", &[]).await.map(drop)
}

fn is_lack_of_room(error: &JsValue) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|name| name == "QuotaExceededError")
}

fn filling(bytes: u32) -> Result<JsValue, JsValue> {
    let piece = js_sys::Uint8Array::new_with_length(64 * 1024);
    let pieces: Array = (0..bytes.div_ceil(piece.length())).map(|_| JsValue::from(&piece)).collect();
    let whole = Blob::new_with_u8_array_sequence(&pieces)?;
    whole.slice_with_f64_and_f64(0.0, bytes.into()).map(JsValue::from)
}

async fn size_of(folder: &JsValue, name: &str) -> Option<u32> {
    let file = call(folder, "getFileHandle", &[name.into()]).await.ok()?;
    let file: File = call(&file, "getFile", &[]).await.ok()?.dyn_into().ok()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "this program wrote it, a few megabytes")]
    Some(file.size() as u32)
}

async fn remove(folder: &JsValue, name: &str) -> bool {
    call(folder, "removeEntry", &[name.into()]).await.is_ok()
}

/// Calls a method by its name: not every browser has it, and a missing one must be an answer, not the end of the program.
async fn call(target: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(target, &method.into())?.dyn_into()?;
    let promise = method.apply(target, &arguments.iter().collect::<Array>())?;
    JsFuture::from(Promise::resolve(&promise)).await
}
