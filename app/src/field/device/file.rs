//! Files that a person hands over or takes away.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use crate::field::phone::Trouble;

/// The bytes of a file.
pub(in crate::field) async fn bytes_of(file: &File) -> Result<Vec<u8>, Trouble> {
    let unreadable = |what: &str| Trouble::Storage(format!("the file cannot be read: {what}"));
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| unreadable("the browser said no"))?;
    let buffer: ArrayBuffer = buffer.dyn_into().map_err(|_| unreadable("no bytes"))?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// Hands a file over to the browser's downloads. The parts are taken one by one, so that they need not be joined here.
pub(in crate::field) fn save_as(name: &str, parts: &[Vec<u8>]) -> Result<(), Trouble> {
    let failed = || Trouble::Storage("the browser does not save files".to_owned());
    let options = BlobPropertyBag::new();
    options.set_type("application/octet-stream");
    let parts: Array = parts.iter().map(|part| Uint8Array::from(part.as_slice())).collect();
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(|_| failed())?;
    let address = Url::create_object_url_with_blob(&blob).map_err(|_| failed())?;
    let link = web_sys::window()
        .and_then(|window| window.document()?.create_element("a").ok()?.dyn_into::<HtmlAnchorElement>().ok())
        .ok_or_else(failed)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser holds the bytes by now or soon; the address is freed when the page goes.
    Ok(())
}
