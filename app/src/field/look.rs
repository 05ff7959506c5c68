//! Language, theme and text size: chosen by the person, kept on the phone, shown as attributes of `<html>`.

use crate::{
    locales::Language,
    shell::{Look, Shade, TextSize},
};
use leptos::prelude::*;

const LANGUAGE_KEY: &str = "huiyin.language";
const THEME_KEY: &str = "huiyin.theme";
const TEXT_KEY: &str = "huiyin.text";

/// What the person chose. Copy it freely.
#[derive(Clone, Copy)]
pub(crate) struct Chosen {
    /// What they read.
    pub(crate) language: RwSignal<Language>,
    /// Theme and text size.
    pub(crate) look: RwSignal<Look>,
}

impl Chosen {
    /// Reads what was chosen last and keeps `<html>` and the phone in step from now on. Called before anything is drawn.
    pub(crate) fn restore() -> Chosen {
        let read = |key: &str| storage().and_then(|storage| storage.get_item(key).ok().flatten()).unwrap_or_default();
        let language = RwSignal::new(Language::from_tag(&read(LANGUAGE_KEY)).unwrap_or_default());
        let look = RwSignal::new(Look::read(&read(THEME_KEY), &read(TEXT_KEY)));
        let chosen = Chosen { language, look };
        provide_context(chosen);
        // Kept in the door's owner, which lives as long as the page.
        StoredValue::new_local(RenderEffect::new(move |_| show(language.get(), look.get())));
        chosen
    }
}

fn show(language: Language, look: Look) {
    let theme = look.shade.map_or("", Shade::attribute);
    let text = look.text.map_or("", TextSize::attribute);
    if let Some(root) = document().document_element() {
        set(&root, "lang", language.tag());
        set(&root, "data-theme", theme);
        set(&root, "data-text", text);
    }
    if let Some(storage) = storage() {
        // A phone that keeps no settings still shows them until the page is closed.
        let _ = storage.set_item(LANGUAGE_KEY, language.tag());
        let _ = storage.set_item(THEME_KEY, theme);
        let _ = storage.set_item(TEXT_KEY, text);
    }
}

fn set(root: &web_sys::Element, name: &str, value: &str) {
    let _ = if value.is_empty() { root.remove_attribute(name) } else { root.set_attribute(name, value) };
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
