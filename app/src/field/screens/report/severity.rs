//! How bad it is, in the eyes of who reports.

use super::{
    super::{draft::Drafting, words},
    ReportContent,
};
use huiyin_domain::report::Severity;
use leptos::prelude::*;

/// Three choices with what they mean.
#[component]
pub(super) fn SeverityField(drafting: Drafting<ReportContent>) -> impl IntoView {
    let report = &words().report;
    let chosen = drafting.part(|content| content.severity);
    let choice = move |value: Severity, (name, meaning): (&'static str, &'static str)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="severity"
                    prop:checked=move || chosen.get() == value
                    on:change=move |_| drafting.change("severity", |content| content.severity = value)
                />
                <span>{name} <br /> <span class="meta">{meaning}</span></span>
            </label>
        }
    };
    view! {
        <fieldset class="field" id="severity">
            <legend>
                <h2>{report.severity}</h2>
            </legend>
            {choice(Severity::Ordinary, report.ordinary)}
            {choice(Severity::Serious, report.serious)}
            {choice(Severity::Urgent, report.urgent)}
        </fieldset>
    }
}
