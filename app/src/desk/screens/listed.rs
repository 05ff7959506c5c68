//! Long lists that are read from the newest backwards, a page at a time: the ledger, the log, what was sent.

use crate::{components::Empty, desk::use_words};
use leptos::prelude::*;

/// A page of such a list as a table, or words that there is nothing.
#[component]
pub(super) fn Listed(
    /// What the list is.
    caption: &'static str,
    /// Heads of its columns.
    columns: Vec<&'static str>,
    /// Its lines.
    rows: Vec<AnyView>,
    /// What is said if there are none: in a few words, and more.
    empty: (&'static str, &'static str),
    /// The icon beside that.
    icon: &'static str,
) -> impl IntoView {
    if rows.is_empty() {
        return view! {
            <div class="card">
                <Empty title=empty.0 icon=icon>
                    {empty.1}
                </Empty>
            </div>
        }
        .into_any();
    }
    let heads = columns.into_iter().map(|column| view! { <th scope="col">{column}</th> }).collect_view();
    view! {
        <div class="card table">
            <table>
                <caption class="vh">{caption}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Ways to the first page and to the next one, and what else belongs into that line.
#[component]
pub(super) fn Turning(
    /// What the two are called.
    words: (&'static str, &'static str),
    /// Address of the first page, if this is another one.
    first: Option<String>,
    /// Address of the next page, if there is one.
    next: Option<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <p class="row">
            {first.map(|href| view! {
                <a class="btn" data-kind="quiet" href=href>
                    {words.0}
                </a>
            })}
            {next.map(|href| view! {
                <a class="btn" href=href>
                    {words.1}
                </a>
            })}
            {children.map(|children| children())}
        </p>
    }
}

/// What turning is called where the newest comes first.
pub(super) fn from_newest() -> (&'static str, &'static str) {
    let words = &use_words().audit;
    (words.newest, words.older)
}
