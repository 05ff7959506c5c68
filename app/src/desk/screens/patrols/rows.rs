//! The list: a table that becomes cards where there is no room.

use crate::{
    backend::{PatrolRow, PatrolsPage},
    components::{Tag, Tone},
    desk::use_words,
    locales::{Language, Words, dates, use_language},
};
use huiyin_domain::patrol::PatrolState;
use leptos::prelude::*;
use time::Date;

/// Patrols in the order given.
pub(super) fn rows(page: &PatrolsPage) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let lines = page.rows.iter().map(row).collect_view();
    view! {
        <div class="card table">
            <table>
                <caption class="vh">{words.list}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.column_patrol}</th>
                        <th scope="col">{words.state}</th>
                        <th scope="col">{words.column_days}</th>
                        <th scope="col" class="n">
                            {words.column_visited}
                        </th>
                        <th scope="col" class="n">
                            {words.column_problems}
                        </th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
}

fn row(line: &PatrolRow) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().patrols;
    view! {
        <tr>
            <td data-main="">
                <a class="title" lang="zh-CN" href=format!("/desk/patrols/{}", line.id)>
                    {line.title.clone()}
                </a>
                <br />
                <span class="meta">{line.kind.words(language)}</span>
                {line.hidden.then(|| view! {
                    " "
                    <Tag tone=Tone::Info icon="lock">
                        {words.hidden}
                    </Tag>
                })}
            </td>
            <td>{standing(line.state)}</td>
            <td data-label=words.column_days>{days(line.from, line.to, language)}</td>
            <td class="n" data-label=words.column_visited>
                {format!("{} / {}", line.visited, line.sites)}
            </td>
            <td class="n" data-label=words.column_problems>
                {line.problems}
            </td>
        </tr>
    }
}

/// Where a patrol stands, in words first.
pub(super) fn standing(state: PatrolState) -> impl IntoView {
    let (tone, icon) = match state {
        PatrolState::Planned => (Tone::Info, "calendar"),
        PatrolState::UnderWay => (Tone::Soon, "play"),
        PatrolState::Done => (Tone::Done, "check-c"),
        PatrolState::Cancelled => return view! { <span class="quiet">{state.words(use_language())}</span> }.into_any(),
    };
    view! {
        <Tag tone=tone icon=icon>
            {state.words(use_language())}
        </Tag>
    }
    .into_any()
}

/// One day, or from one to another.
pub(super) fn days(from: Date, to: Date, language: Language) -> String {
    let day = |day| dates::day(day, language);
    if from == to { day(from) } else { format!("{} – {}", day(from), day(to)) }
}
