//! Pieces that all forms share. Each is one component; a form is a list of them.

mod dock;
mod errors;
mod photos;
mod place;
mod position;
mod text;

pub(crate) use dock::{Dock, keeping_line};
pub(crate) use errors::{ErrorSummary, FieldError};
pub(crate) use photos::PhotoStrip;
pub(crate) use place::PlaceField;
pub(crate) use position::PositionFinder;
pub(crate) use text::TextField;

use leptos::prelude::document;
use wasm_bindgen::JsCast;

/// Moves the focus to the element with this id, or to the first control in it.
pub(crate) fn focus(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let control = element.query_selector("input, textarea, select, button").ok().flatten();
    let target = if element.tag_name() == "FIELDSET" || element.tag_name() == "SECTION" { control.unwrap_or(element) } else { element };
    if let Ok(target) = target.dyn_into::<web_sys::HtmlElement>() {
        let _ = target.focus();
    }
}
