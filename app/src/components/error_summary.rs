//! The summary above a form that was not accepted: every reason, linked to its field.

use super::icon::Icon;
use leptos::prelude::*;

/// One line of the summary.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ErrorLine {
    /// Id of the input, if it is about one.
    pub input: Option<String>,
    /// What is wrong, and how to mend it.
    pub words: String,
}

/// All that stands in the way, said aloud once.
#[component]
pub fn ErrorSummary(
    /// What happened, in a few words.
    #[prop(into)]
    title: String,
    /// Each reason.
    lines: Vec<ErrorLine>,
) -> impl IntoView {
    let lines = lines
        .into_iter()
        .map(|line| match line.input {
            Some(input) => view! { <li><a href=format!("#{input}")>{line.words}</a></li> }.into_any(),
            None => view! { <li>{line.words}</li> }.into_any(),
        })
        .collect_view();
    view! {
        <div class="banner" data-tone="late" role="alert" tabindex="-1">
            <Icon name="alert" />
            <strong>{title}</strong>
            <ul>{lines}</ul>
        </div>
    }
}
