//! Smaller bodies for thin lines, where the browser can.

use js_sys::{Array, ArrayBuffer, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response};

/// The bytes as gzip; none if this browser cannot.
pub(in crate::field) async fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let maker: Function = Reflect::get(&js_sys::global(), &"CompressionStream".into()).ok()?.dyn_into().ok()?;
    let compressor: Object = Reflect::construct(&maker, &Array::of1(&"gzip".into())).ok()?.into();
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).ok()?;
    let stream = call(&blob, "stream", &Array::new())?;
    let packed = call(&stream, "pipeThrough", &Array::of1(&compressor))?;
    let made: Function = Reflect::get(&js_sys::global(), &"Response".into()).ok()?.dyn_into().ok()?;
    let response: Response = Reflect::construct(&made, &Array::of1(&packed)).ok()?.dyn_into().ok()?;
    let buffer: ArrayBuffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn call(on: &JsValue, method: &str, arguments: &Array) -> Option<JsValue> {
    let method: Function = Reflect::get(on, &method.into()).ok()?.dyn_into().ok()?;
    Reflect::apply(&method, on, arguments).ok()
}
