//! Row by row: what is wrong, and what became of it.

use crate::{
    backend::{ImportKind, RowEnd, RowFault, RowTaken},
    components::{Icon, Tag, Tone},
    desk::use_words,
    locales::{Words, use_language},
};
use leptos::prelude::*;
use uuid::Uuid;

/// Rows of each sort that a page shows.
const SHOWN: u32 = 100;

/// Rows that are left out, each with all that is wrong with it.
#[component]
pub fn Faults(
    /// The file.
    id: Uuid,
    /// The first faults.
    faults: Vec<RowFault>,
    /// How many rows have any.
    bad: u32,
) -> impl IntoView {
    let words = &use_words().imports;
    let some = bad > 0;
    let rows = faults.into_iter().map(fault).collect_view();
    view! {
        <section class="card table" aria-labelledby="faults">
            <header>
                <h2 id="faults">{format!("{} ({bad})", words.faults)}</h2>
                {some.then(|| view! {
                    <a class="btn" data-kind="quiet" href=format!("/desk/imports/{id}/faults.csv") rel="external" download="">
                        <Icon name="download" size="s" />
                        {words.faults_file}
                    </a>
                })}
            </header>
            {if some {
                view! {
                    <table>
                        <caption class="vh">{words.faults}</caption>
                        <thead>
                            <tr>
                                <th scope="col" class="n">{words.row}</th>
                                <th scope="col">{words.column}</th>
                                <th scope="col">{words.stands_there}</th>
                                <th scope="col">{words.what}</th>
                                <th scope="col">{words.how}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                    {(bad > SHOWN).then(|| view! { <p class="pad meta">{words.first_ones}</p> })}
                }
                .into_any()
            } else {
                view! { <p class="pad meta">{words.no_faults}</p> }.into_any()
            }}
        </section>
    }
}

fn fault(fault: RowFault) -> impl IntoView {
    let words = &use_words().imports;
    let language = use_language();
    let said = fault.fault.said(language);
    let named = fault.column.or_else(|| fault.field.map(|field| field.words(language).to_owned()));
    view! {
        <tr>
            <td class="n" data-label=words.row>{fault.row}</td>
            <td data-label=words.column>{named}</td>
            <td class="meta" data-label=words.stands_there style="overflow-wrap:anywhere">{fault.text}</td>
            <td data-main="">{said.what}</td>
            <td class="meta">{said.how}</td>
        </tr>
    }
}

/// Rows that ended, each with its case.
#[component]
pub fn Taken(
    /// The file.
    id: Uuid,
    /// What the file holds.
    kind: ImportKind,
    /// The first ones.
    taken: Vec<RowTaken>,
) -> impl IntoView {
    let words = &use_words().imports;
    let made = if kind == ImportKind::People { words.account } else { words.number };
    let more = taken.len() >= SHOWN as usize;
    let rows = taken.into_iter().map(row).collect_view();
    view! {
        <section class="card table" aria-labelledby="taken">
            <header>
                <h2 id="taken">{words.taken}</h2>
                <a class="btn" data-kind="quiet" href=format!("/desk/imports/{id}/rows.csv") rel="external" download="">
                    <Icon name="download" size="s" />
                    {words.taken_file}
                </a>
            </header>
            <table>
                <caption class="vh">{words.taken}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="n">{words.row}</th>
                        <th scope="col">{words.there}</th>
                        <th scope="col">{made}</th>
                        <th scope="col">{words.end}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {more.then(|| view! { <p class="pad meta">{words.first_ones}</p> })}
        </section>
    }
}

fn row(row: RowTaken) -> impl IntoView {
    let words = &use_words().imports;
    let language = use_language();
    let tone = match row.end {
        RowEnd::Taken => Some(Tone::Done),
        RowEnd::Known => None,
        RowEnd::Refused => Some(Tone::Late),
    };
    let case = row.number.map(|number| {
        view! {
            <a class="code" href=format!("/desk/cases/{number}")>
                {number.clone()}
            </a>
        }
    });
    let account = row.person.map(|person| view! { <a href=format!("/desk/people/{person}")>{use_words().people.to_account}</a> });
    view! {
        <tr>
            <td class="n" data-label=words.row>{row.row}</td>
            <td data-main="" style="overflow-wrap:anywhere">{row.there}</td>
            <td>{case} {account}</td>
            <td>
                <Tag tone=tone>{row.end.words(language)}</Tag>
            </td>
        </tr>
    }
}
