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

/// Ways to the newest page and to the next older one.
#[component]
pub(super) fn Turning(
    /// Address of the newest page, if this is another one.
    newest: Option<String>,
    /// Address of the next older page, if there is one.
    older: Option<String>,
) -> impl IntoView {
    let words = &use_words().audit;
    view! {
        <p class="row">
            {newest.map(|href| view! {
                <a class="btn" data-kind="quiet" href=href>
                    {words.newest}
                </a>
            })}
            {older.map(|href| view! {
                <a class="btn" href=href>
                    {words.older}
                </a>
            })}
        </p>
    }
}
