//! What only the browser can do for the desk: mint an id, keep words over a sign-in, move the focus.

use crate::desk::forms::Answers;
use huiyin_domain::{case::VerbName, ids::CommandId};
use std::collections::BTreeMap;

/// A new id for what will be asked; none on the server, where nothing is asked by a page.
pub(in crate::desk::screens) fn command_id() -> Option<CommandId> {
    #[cfg(feature = "browser")]
    {
        // Milliseconds since 1970, positive and far below 2^53: nothing is cut off.
        let ms = js_sys::Date::now() as u64;
        let nanos = u32::try_from(ms % 1000).unwrap_or_default() * 1_000_000;
        let now = uuid::Timestamp::from_unix(uuid::NoContext, ms / 1000, nanos);
        Some(CommandId(uuid::Uuid::new_v7(now)))
    }
    #[cfg(not(feature = "browser"))]
    None
}

/// Moves the focus once the page has been drawn.
pub(in crate::desk::screens) fn focus(id: &'static str) {
    #[cfg(feature = "browser")]
    leptos::prelude::request_animation_frame(move || {
        use wasm_bindgen::JsCast;
        let element = leptos::prelude::document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(element) = element {
            let _ = element.focus();
        }
    });
    #[cfg(not(feature = "browser"))]
    let _ = id;
}

/// Keeps words until the person has signed in again; they die with the tab.
pub(super) fn keep(number: &str, verb: VerbName, drafts: &BTreeMap<VerbName, Answers>) {
    #[cfg(feature = "browser")]
    if let (Some(store), Ok(text)) = (store(), serde_json::to_string(&(verb, drafts))) {
        let _ = store.set_item(&name(number), &text);
    }
    #[cfg(not(feature = "browser"))]
    let _ = (number, verb, drafts);
}

/// Words that were kept.
pub(super) fn kept(number: &str) -> Option<(VerbName, BTreeMap<VerbName, Answers>)> {
    #[cfg(feature = "browser")]
    return serde_json::from_str(&store()?.get_item(&name(number)).ok()??).ok();
    #[cfg(not(feature = "browser"))]
    {
        let _ = number;
        None
    }
}

/// Forgets them.
pub(super) fn forget(number: &str) {
    #[cfg(feature = "browser")]
    if let Some(store) = store() {
        let _ = store.remove_item(&name(number));
    }
    #[cfg(not(feature = "browser"))]
    let _ = number;
}

#[cfg(feature = "browser")]
fn store() -> Option<web_sys::Storage> {
    leptos::prelude::window().session_storage().ok()?
}

#[cfg(feature = "browser")]
fn name(number: &str) -> String {
    format!("huiyin-desk:{number}")
}
