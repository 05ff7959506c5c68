//! A form field: label, hint, error, then the input; wired so that a screen reader hears all of it.

use super::icon::Icon;
use leptos::prelude::*;

/// The ids that an input must carry: `id`, and `aria-describedby` from [`described_by`].
#[must_use]
pub fn described_by(id: &str, hint: bool, error: bool) -> Option<String> {
    let hint = hint.then(|| format!("{id}-h"));
    let error = error.then(|| format!("{id}-e"));
    match (hint, error) {
        (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
        (one, other) => one.or(other),
    }
}

/// A field around an input that the caller gives. The input must have `id`, `aria-describedby` ([`described_by`]) and,
/// with an error, `aria-invalid="true"`.
#[component]
pub fn Field(
    /// Id of the input.
    #[prop(into)]
    id: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// Said beside the label of what may be left empty.
    #[prop(optional, into)]
    optional: Option<String>,
    /// How to fill it in.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with it; a signal, so that it can come and go.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The input.
    children: Children,
) -> impl IntoView {
    let (hint_id, error_id) = (format!("{id}-h"), format!("{id}-e"));
    view! {
        <div class="field" aria-invalid=move || error.get().map(|_| "true")>
            <label for=id>{label} {optional.map(|words| view! { <span class="opt">" "{words}</span> })}</label>
            {hint.map(|words| view! { <p class="hint" id=hint_id>{words}</p> })}
            {move || error.get().map(|words| view! { <FieldError id=error_id.clone() words=words /> })}
            {children()}
        </div>
    }
}

/// What is wrong with a field.
#[component]
pub fn FieldError(
    /// Its id, which the input names in `aria-describedby`.
    #[prop(into)]
    id: String,
    /// What is wrong, and how to mend it.
    #[prop(into)]
    words: String,
) -> impl IntoView {
    view! {
        <p class="error" id=id>
            <Icon name="alert" />
            <span>{words}</span>
        </p>
    }
}
