//! The browser may say when a network is back, even to a page that nobody looks at. A hint and nothing more: Safari and Firefox
//! have no such thing, and the queue never waits for it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, VisibilityState};

/// What the hint is called; the service worker knows it by this name and says it to the pages.
pub(in crate::field) const OUTBOX: &str = "outbox";

/// The service workers of this browser, where there are any.
pub(in crate::field) fn workers() -> Option<ServiceWorkerContainer> {
    let navigator = web_sys::window()?.navigator();
    let known = Reflect::get(&navigator, &"serviceWorker".into()).is_ok_and(|workers| workers.is_object());
    known.then(|| navigator.service_worker())
}

/// Whether nobody looks at this page just now.
pub(in crate::field) fn is_hidden() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|document| document.visibility_state() == VisibilityState::Hidden)
}

/// This door's registration, once it is there.
pub(in crate::field) async fn registration() -> Option<ServiceWorkerRegistration> {
    JsFuture::from(workers()?.get_registration_with_document_url("/")).await.ok()?.dyn_into().ok()
}

/// Asks for the hint, where the browser gives one.
pub(in crate::field) async fn ask_for_a_hint() {
    let Some(registration) = registration().await else { return };
    if let Some(asked) = ask(&registration) {
        // Refused, for example to save the battery: then the queue tries by its own clock, as it does anyway.
        drop(JsFuture::from(asked).await);
    }
}

fn ask(registration: &ServiceWorkerRegistration) -> Option<Promise> {
    let hints = Reflect::get(registration, &"sync".into()).ok()?;
    let register: Function = Reflect::get(&hints, &"register".into()).ok()?.dyn_into().ok()?;
    register.call1(&hints, &JsValue::from_str(OUTBOX)).ok()?.dyn_into().ok()
}
