//! Choosing some of many: ticks with a line to find them by.

use super::sending::field_id;
use crate::{
    components::{FieldError, described_by},
    desk::use_words,
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// One that can be chosen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Item {
    /// What stands for it.
    pub(super) key: String,
    /// Its name.
    pub(super) name: String,
    /// What tells it from others of the same name.
    pub(super) under: String,
}

/// From so many on there is a line to find them by.
const FIND_FROM: usize = 8;

/// The ticks.
#[component]
pub(super) fn Choose(
    /// The field's name in the command.
    name: &'static str,
    /// Its label.
    label: &'static str,
    /// How to fill it in.
    hint: &'static str,
    /// All that can be chosen.
    items: Vec<Item>,
    /// What is chosen.
    chosen: RwSignal<BTreeSet<String>>,
    /// What is wrong with it.
    error: Signal<Option<String>>,
) -> impl IntoView {
    let words = &use_words().patrols;
    let id = field_id(name);
    let (hint_id, error_id, find_id) = (format!("{id}-h"), format!("{id}-e"), format!("{id}-find"));
    let find = RwSignal::new(String::new());
    let long = items.len() >= FIND_FROM;
    let finder = long.then(|| {
        view! {
            <label class="vh" for=find_id.clone()>
                {format!("{} · {label}", words.find)}
            </label>
            <input
                class="input"
                id=find_id
                type="search"
                autocomplete="off"
                placeholder=words.find
                prop:value=move || find.get()
                on:input=move |event| find.set(event_target_value(&event))
            />
        }
    });
    let all = StoredValue::new(items.clone());
    let none = move || long && all.with_value(|items| !items.iter().any(|item| fits(item, &find.read())));
    let ticks = items.into_iter().map(|item| tick(item, find, chosen)).collect_view();
    let described = id.clone();
    view! {
        <fieldset
            class="field"
            id=id
            tabindex="-1"
            aria-invalid=move || error.get().map(|_| "true")
            aria-describedby=move || described_by(&described, true, error.get().is_some())
        >
            <legend>
                {label} " " <span class="opt" role="status">{move || format!("{} {}", chosen.read().len(), words.chosen)}</span>
            </legend>
            <p class="hint" id=hint_id>
                {hint}
            </p>
            {move || error.get().map(|words| view! { <FieldError id=error_id.clone() words=words /> })}
            {finder}
            <div class="stack g-1" style="max-block-size:18rem;overflow-y:auto">
                {ticks}
                {move || none().then(|| view! { <p class="quiet">{words.none_found}</p> })}
            </div>
        </fieldset>
    }
}

/// Whether an item has the text in its name or beside it.
fn fits(item: &Item, text: &str) -> bool {
    let text = text.trim().to_lowercase();
    text.is_empty() || item.name.to_lowercase().contains(&text) || item.under.to_lowercase().contains(&text)
}

fn tick(item: Item, find: RwSignal<String>, chosen: RwSignal<BTreeSet<String>>) -> impl IntoView {
    let (own, key, known) = (item.clone(), item.key.clone(), item.key.clone());
    let start = chosen.with_untracked(|chosen| chosen.contains(&item.key));
    view! {
        // What is chosen stays in sight, whatever is looked for.
        <label class="check" hidden=move || !fits(&own, &find.read()) && !chosen.read().contains(&own.key)>
            <input
                type="checkbox"
                checked=start
                prop:checked=move || chosen.read().contains(&known)
                on:change=move |event| {
                    let ticked = event_target_checked(&event);
                    chosen.update(|chosen| {
                        if ticked {
                            chosen.insert(key.clone());
                        } else {
                            chosen.remove(&key);
                        }
                    });
                }
            />
            <span>
                {item.name} " " <span class="meta">{item.under}</span>
            </span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::{Item, fits};

    #[test]
    fn names_are_found_by_any_part() {
        let item = Item { key: "1".to_owned(), name: "河口堆场".to_owned(), under: "Bailu · yard".to_owned() };
        for text in ["", " ", "堆场", "bailu", "YARD"] {
            assert!(fits(&item, text), "{text}");
        }
        assert!(!fits(&item, "猪"));
    }
}
