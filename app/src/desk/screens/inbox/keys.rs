//! The list by keyboard. Whoever is typing is left alone.

use crate::{
    components::Icon,
    desk::{screens::use_ready, use_words},
};
use leptos::prelude::*;

/// Listens, and says which keys there are.
#[component]
pub fn Keys() -> impl IntoView {
    let words = &use_words().inbox;
    let (help, ready) = (RwSignal::new(false), use_ready());
    #[cfg(feature = "browser")]
    Effect::new(move |_| {
        let listener = window_event_listener(leptos::ev::keydown, move |event| browser::pressed(&event, help));
        on_cleanup(move || listener.remove());
    });
    let keys = [
        ("j ↓", words.keys_next),
        ("k ↑", words.keys_previous),
        ("Enter", words.keys_open),
        ("x", words.keys_pick),
        ("?", words.keys_help),
    ];
    let lines = keys.map(|(key, what)| {
        view! {
            <div>
                <dt>
                    <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
            </div>
        }
    });
    view! {
        <button
            class="btn"
            data-kind="quiet"
            type="button"
            disabled=move || !ready.get()
            aria-expanded=move || help.get().to_string()
            aria-controls="keys"
            on:click=move |_| help.update(|help| *help = !*help)
        >
            <Icon name="info" size="s" />
            {words.keys}
        </button>
        <div id="keys" role="status" hidden=move || !help.get() style="flex-basis:100%">
            <dl class="facts card pad">{lines}</dl>
        </div>
    }
}

#[cfg(feature = "browser")]
mod browser {
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

    pub(super) fn pressed(event: &KeyboardEvent, help: RwSignal<bool>) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() || target.as_ref().is_some_and(writes) {
            return;
        }
        let in_list = target.as_ref().is_some_and(|element| element.closest("#cases").ok().flatten().is_some());
        let done = match event.key().as_str() {
            "j" => step(1),
            "k" => step(-1),
            // Elsewhere the arrows scroll the page.
            "ArrowDown" if in_list => step(1),
            "ArrowUp" if in_list => step(-1),
            "x" => pick(),
            "?" => {
                help.update(|help| *help = !*help);
                true
            }
            "Escape" if help.get_untracked() => {
                help.set(false);
                true
            }
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    }

    /// Whether keys go into this element as text.
    fn writes(element: &Element) -> bool {
        match element.tag_name().as_str() {
            "TEXTAREA" | "SELECT" => true,
            "INPUT" => element.dyn_ref::<HtmlInputElement>().is_none_or(|input| !matches!(input.type_().as_str(), "checkbox" | "radio")),
            _ => element.closest("[contenteditable]").ok().flatten().is_some(),
        }
    }

    fn titles() -> Vec<HtmlElement> {
        let Ok(found) = document().query_selector_all("#cases a.title") else { return Vec::new() };
        (0..found.length()).filter_map(|n| found.item(n)?.dyn_into().ok()).collect()
    }

    /// The line that has the focus, from the top.
    fn at(titles: &[HtmlElement]) -> Option<usize> {
        let here = document().active_element()?.closest("tr").ok()??;
        titles.iter().position(|title| title.closest("tr").ok().flatten().is_some_and(|row| row == here))
    }

    fn step(by: isize) -> bool {
        let titles = titles();
        let next = match at(&titles) {
            Some(here) => here.saturating_add_signed(by).min(titles.len().saturating_sub(1)),
            None => 0,
        };
        titles.get(next).is_some_and(|title| title.focus().is_ok())
    }

    fn pick() -> bool {
        let titles = titles();
        let row = at(&titles).and_then(|here| titles.get(here)?.closest("tr").ok()?);
        let Some(tick) = row.and_then(|row| row.query_selector("input[type=checkbox]").ok()?) else { return false };
        tick.dyn_into::<HtmlElement>().is_ok_and(|tick| {
            tick.click();
            true
        })
    }
}
