//! A picture of the camera becomes evidence that fits through a thin line: at most 1600 pixels and about 400 kB, as
//! JPEG, without metadata (a canvas writes none), upright.

use js_sys::{Array, ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, File, HtmlCanvasElement, ImageBitmap, ImageBitmapOptions, ImageOrientation, Url,
};

use crate::field::phone::Trouble;

/// Most pixels along the longer edge.
const LONG_EDGE_PX: u32 = 1600;
/// What a picture should weigh at most.
const GOAL_BYTES: usize = 400 * 1024;
/// Qualities tried in turn until it is light enough; the last one counts in any case.
const QUALITIES: [f64; 4] = [0.82, 0.72, 0.6, 0.45];

/// A picture ready to be kept.
pub(in crate::field) struct Picture {
    /// JPEG.
    pub bytes: Vec<u8>,
    /// Pixels across.
    pub width_px: u32,
    /// Pixels down.
    pub height_px: u32,
}

/// Shrinks whatever picture this browser can decode.
pub(in crate::field) async fn shrink(file: &File) -> Result<Picture, Trouble> {
    let window = web_sys::window().ok_or(Trouble::PhotoUnreadable)?;
    let options = ImageBitmapOptions::new();
    options.set_image_orientation(ImageOrientation::FromImage);
    let decoding = window.create_image_bitmap_with_blob_and_image_bitmap_options(file, &options).map_err(|_| Trouble::PhotoUnreadable)?;
    let bitmap: ImageBitmap = JsFuture::from(decoding).await.map_err(|_| Trouble::PhotoUnreadable)?.unchecked_into();
    let (width_px, height_px) = fitting(bitmap.width(), bitmap.height());
    let drawn = draw(&bitmap, width_px, height_px);
    bitmap.close();
    let canvas = drawn.ok_or(Trouble::PhotoUnreadable)?;
    let mut bytes = Vec::new();
    for quality in QUALITIES {
        bytes = encode(&canvas, quality).await?;
        if bytes.len() <= GOAL_BYTES {
            break;
        }
    }
    // Gives the memory back at once; old phones have little.
    canvas.set_width(0);
    canvas.set_height(0);
    if bytes.is_empty() { Err(Trouble::PhotoUnreadable) } else { Ok(Picture { bytes, width_px, height_px }) }
}

fn fitting(width_px: u32, height_px: u32) -> (u32, u32) {
    let longer = width_px.max(height_px);
    if longer <= LONG_EDGE_PX {
        return (width_px, height_px);
    }
    let scaled = |edge: u32| u32::try_from(u64::from(edge) * u64::from(LONG_EDGE_PX) / u64::from(longer)).unwrap_or(1).max(1);
    (scaled(width_px), scaled(height_px))
}

fn draw(bitmap: &ImageBitmap, width_px: u32, height_px: u32) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width_px);
    canvas.set_height(height_px);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, f64::from(width_px), f64::from(height_px)).ok()?;
    Some(canvas)
}

async fn encode(canvas: &HtmlCanvasElement, quality: f64) -> Result<Vec<u8>, Trouble> {
    let made = Promise::new(&mut |resolve, reject| {
        let take = Closure::once_into_js(move |blob: JsValue| {
            // Calling a promise's own function cannot fail.
            drop(resolve.call1(&JsValue::NULL, &blob));
        });
        if canvas.to_blob_with_type_and_encoder_options(take.unchecked_ref(), "image/jpeg", &quality.into()).is_err() {
            drop(reject.call0(&JsValue::NULL));
        }
    });
    let blob: Blob = JsFuture::from(made).await.ok().and_then(|blob| blob.dyn_into().ok()).ok_or(Trouble::PhotoUnreadable)?;
    let buffer: ArrayBuffer = JsFuture::from(blob.array_buffer())
        .await
        .map_err(|_| Trouble::PhotoUnreadable)?
        .dyn_into()
        .map_err(|_| Trouble::PhotoUnreadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// An address under which an `<img>` finds these bytes.
pub(in crate::field) fn object_url(bytes: &[u8]) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type("image/jpeg");
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

/// Gives the memory behind an address back.
pub(in crate::field) fn revoke(url: &str) {
    drop(Url::revoke_object_url(url));
}
