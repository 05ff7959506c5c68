//! Talking to the server: one request at a time, given up only when nothing moves any more. A slow line that still moves
//! is a good line.

use js_sys::{Promise, Uint8Array};
use serde::de::DeserializeOwned;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{XmlHttpRequest, XmlHttpRequestResponseType};

use super::{device, phone::Trouble};
use crate::backend::Problem;

/// A line on which nothing moves for so long is dead.
const STILL_MS: u32 = 45_000;
const LOOK_EVERY_MS: u32 = 5_000;
/// Bodies below this gain nothing worth the work.
const WORTH_PACKING: usize = 512;

/// What is sent.
pub(super) enum Body {
    /// Nothing.
    None,
    /// JSON.
    Json(String),
    /// JSON that is made smaller on the way if the browser can.
    Packed(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// What came back, whatever its status.
pub(super) struct Answer {
    /// HTTP status.
    pub status: u16,
    /// What the server said about itself.
    pub content_type: String,
    /// When to come again, seconds.
    pub retry_after_s: Option<u32>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// Whether the server did what was asked.
    pub(super) fn is_good(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// Its JSON. A captive portal's page is none and counts as not reached.
    pub(super) fn json<T: DeserializeOwned>(&self) -> Result<T, Trouble> {
        self.read().ok_or(Trouble::Unreachable)
    }

    /// From text, as everywhere: a second way of reading JSON would double the code of every type.
    fn read<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(std::str::from_utf8(&self.bytes).ok()?).ok()
    }

    /// The problem, if it is one of our server's.
    pub(super) fn problem(&self) -> Option<Problem> {
        let ours = self.content_type.starts_with("application/problem+json");
        ours.then(|| self.read()).flatten()
    }

    /// What a screen shows of an answer that is not good.
    pub(super) fn trouble(&self) -> Trouble {
        self.problem().map_or(Trouble::Unreachable, |problem| Trouble::Problem(Box::new(problem)))
    }
}

/// Sends a request and waits for the answer as long as anything moves.
///
/// # Errors
/// [`Trouble::Unreachable`] if there was none.
pub(super) async fn ask(method: &str, path: &str, body: Body) -> Result<Answer, Trouble> {
    let request = XmlHttpRequest::new().map_err(|_| Trouble::Unreachable)?;
    request.open(method, path).map_err(|_| Trouble::Unreachable)?;
    request.set_response_type(XmlHttpRequestResponseType::Arraybuffer);
    let language = web_sys::window().and_then(|window| window.document()?.document_element()?.get_attribute("lang"));
    header(&request, "Accept-Language", &language.unwrap_or_else(|| "zh-CN".to_owned()))?;
    header(&request, "Accept", "application/json, application/problem+json, image/*;q=0.5")?;

    let moved = Rc::new(Cell::new(true));
    let on_move = {
        let moved = moved.clone();
        Closure::<dyn FnMut()>::new(move || moved.set(true))
    };
    request.set_onprogress(Some(on_move.as_ref().unchecked_ref()));
    request.set_onreadystatechange(Some(on_move.as_ref().unchecked_ref()));
    let upload = if matches!(body, Body::None) { None } else { request.upload().ok() };
    if let Some(upload) = &upload {
        upload.set_onprogress(Some(on_move.as_ref().unchecked_ref()));
    }
    let watched = request.clone();
    let still_ms = Cell::new(0);
    let watch = gloo_timers::callback::Interval::new(LOOK_EVERY_MS, move || {
        still_ms.set(if moved.replace(false) { 0 } else { still_ms.get() + LOOK_EVERY_MS });
        if still_ms.get() >= STILL_MS {
            drop(watched.abort());
        }
    });
    let ended = Promise::new(&mut |resolve, _| request.set_onloadend(Some(&resolve)));
    let smaller = match &body {
        Body::Packed(text) if text.len() > WORTH_PACKING => device::gzip(text.as_bytes()).await,
        _ => None,
    };
    let sent = match &body {
        Body::None => request.send(),
        Body::Json(text) | Body::Packed(text) => {
            header(&request, "Content-Type", "application/json")?;
            match &smaller {
                Some(bytes) => {
                    header(&request, "Content-Encoding", "gzip")?;
                    request.send_with_opt_js_u8_array(Some(&Uint8Array::from(bytes.as_slice())))
                }
                None => request.send_with_opt_str(Some(text)),
            }
        }
        Body::Bytes(bytes) => {
            header(&request, "Content-Type", "application/octet-stream")?;
            request.send_with_opt_js_u8_array(Some(&Uint8Array::from(bytes.as_slice())))
        }
    };
    let ended = match sent {
        Ok(()) => JsFuture::from(ended).await.map(drop),
        Err(error) => Err(error),
    };
    drop(watch);
    request.set_onprogress(None);
    request.set_onreadystatechange(None);
    if let Some(upload) = &upload {
        upload.set_onprogress(None);
    }
    drop(on_move);
    let status = ended.ok().and_then(|()| request.status().ok()).unwrap_or(0);
    if status == 0 {
        return Err(Trouble::Unreachable);
    }
    let told = |name: &str| request.get_response_header(name).ok().flatten();
    let bytes = request.response().ok().filter(|response| !response.is_null()).map(|response| Uint8Array::new(&response).to_vec());
    Ok(Answer {
        status,
        content_type: told("Content-Type").unwrap_or_default(),
        retry_after_s: told("Retry-After").and_then(|text| text.parse().ok()),
        bytes: bytes.unwrap_or_default(),
    })
}

fn header(request: &XmlHttpRequest, name: &str, value: &str) -> Result<(), Trouble> {
    request.set_request_header(name, value).map_err(|_| Trouble::Unreachable)
}
