//! What is overdue longest, by name.

use super::links::Way;
use crate::{
    backend::{FiguresPage, InboxRow},
    components::{DueTag, Empty, Hui, Icon, Timeliness, hui_step},
    desk::{naming, use_words},
    locales::{Words, use_language},
};
use huiyin_domain::{figures::Tally, moment::Moment, rulebook::Rulebook};
use leptos::prelude::*;

/// The first few, and the way to all of them.
#[component]
pub fn OverdueList<'a>(
    /// What is shown.
    page: &'a FiguresPage,
    /// Names of units.
    rulebook: &'a Rulebook,
) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let count = page.all.count(Tally::Overdue);
    let head = format!("{} · {count} {}", words.overdue_list, words.cases);
    let all = (count > 0).then(|| {
        view! {
            <a class="btn" data-kind="quiet" href=Way::of((page.from, page.to)).list(Tally::Overdue) aria-label=format!("{}: {}", words.all, Tally::Overdue.words(use_language()))>
                {words.all}
            </a>
        }
    });
    let body = if page.overdue.is_empty() {
        view! { <Empty title=words.nothing_overdue>{words.nothing_overdue_text}</Empty> }.into_any()
    } else {
        let rows = page.overdue.iter().map(|row| line(row, rulebook, page.now)).collect_view();
        view! {
            <ul class="rows" role="list" style="padding-block-start:.5rem">
                {rows}
            </ul>
        }
        .into_any()
    };
    view! {
        <section class="card" data-tone=(count > 0).then_some("late") aria-labelledby="overdue">
            <header>
                <h2 id="overdue">{head}</h2>
                {all}
            </header>
            {body}
        </section>
    }
}

fn line(row: &InboxRow, rulebook: &Rulebook, now: Moment) -> impl IntoView + use<> {
    let language = use_language();
    let unit = row.lead_unit.as_ref().map(|unit| naming::unit(rulebook, unit, language));
    let unit = unit.unwrap_or_else(|| use_words().inbox.nobody_yet.to_owned());
    let due = row.due_at.map(|due| view! { <DueTag due=due now=now timeliness=Some(Timeliness::Overdue) /> });
    view! {
        <li>
            <a class="item" href=format!("/desk/cases/{}", row.number)>
                <Hui step=hui_step(row.state, None, false) size="l" />
                <span>
                    <span class="title" lang="zh-CN">
                        {row.words.clone()}
                    </span>
                    <span class="under">{unit} " " {due}</span>
                </span>
                <Icon name="right" />
            </a>
        </li>
    }
}
