//! Words in a form, with their count and phrases that one press adds.

use super::{super::words, FieldError};
use huiyin_domain::{refusal::Unmet, report::MAX_WORDS_CHARS};
use leptos::prelude::*;

/// A text of several lines.
#[component]
pub(crate) fn TextField(
    /// Its id, also the last part of its path in the command.
    id: &'static str,
    /// Its label.
    label: &'static str,
    /// What to write.
    #[prop(optional)]
    hint: &'static str,
    /// Phrases that one press adds.
    #[prop(optional)]
    phrases: &'static [&'static str],
    /// Fewest characters, said below.
    #[prop(optional)]
    min: usize,
    /// Whether it may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Whether one line is enough.
    #[prop(optional)]
    short: bool,
    /// Whether the label is a heading.
    #[prop(optional)]
    heading: bool,
    /// What it says.
    #[prop(into)]
    value: Signal<String>,
    /// Takes a change.
    set: Callback<String>,
    /// What is unmet.
    #[prop(into, optional)]
    unmet: Option<Signal<Vec<Unmet>>>,
) -> impl IntoView {
    let form = &words().form;
    let bad = move || unmet.is_some_and(|unmet| !unmet.read().is_empty());
    let count = move || value.read().trim().chars().count();
    let label = view! {
        <label for=id>
            {label}
            {optional.then(|| view! { " " <span class="opt">{form.optional}</span> })}
        </label>
    };
    let add = move |phrase: &'static str| {
        let mut text = value.get_untracked();
        if !text.is_empty() && !text.ends_with(char::is_whitespace) {
            text.push_str(if text.is_ascii() || text.ends_with('.') { " " } else { "，" });
        }
        text.push_str(phrase);
        set.run(text);
    };
    view! {
        <div class="field">
            {if heading { view! { <h2>{label}</h2> }.into_any() } else { label.into_any() }}
            {(!hint.is_empty())
                .then(|| {
                    view! {
                        <p class="hint" id=format!("{id}-hint")>
                            {hint}
                        </p>
                    }
                })}
            {unmet.map(|unmet| view! { <FieldError id=id unmet=unmet /> })}
            {if short {
                view! {
                    <input
                        class="input"
                        id=id
                        aria-describedby=format!("{id}-hint {id}-error")
                        aria-invalid=move || bad().then_some("true")
                        prop:value=value
                        on:input:target=move |event| set.run(event.target().value())
                    />
                }
                    .into_any()
            } else {
                view! {
                    <textarea
                        class="input"
                        id=id
                        aria-describedby=format!("{id}-hint {id}-error {id}-count")
                        aria-invalid=move || bad().then_some("true")
                        prop:value=value
                        on:input:target=move |event| set.run(event.target().value())
                    ></textarea>
                    <p class="meta num" id=format!("{id}-count")>
                        {move || (form.characters)(count(), MAX_WORDS_CHARS)}
                        {move || (count() < min).then(|| format!(" · {}", (form.characters_min)(min)))}
                    </p>
                }
                    .into_any()
            }}
            {(!phrases.is_empty())
                .then(|| {
                    view! {
                        <div class="chips" data-bleed="" role="group" aria-label=form.phrases>
                            {phrases
                                .iter()
                                .map(|phrase| {
                                    view! {
                                        <button class="chip" type="button" on:click=move |_| add(phrase)>
                                            {*phrase}
                                        </button>
                                    }
                                })
                                .collect_view()}
                        </div>
                    }
                })}
        </div>
    }
}
