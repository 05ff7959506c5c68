//! Figures side by side: townships, units, categories, themes or months. Never persons, and no comparison of few.

use super::links::{Way, month, percent};
use crate::{
    backend::FiguresPage,
    components::Tag,
    desk::{codes::from_code, naming, use_words},
    locales::{Language, Words, use_language},
};
use huiyin_domain::{
    figures::{Group, Grouping, Measure, Rate, Tally},
    rulebook::{Rulebook, Theme},
};
use leptos::prelude::*;

/// The table.
#[component]
pub fn Groups<'a>(
    /// What is shown.
    page: &'a FiguresPage,
    /// Names of townships, units and categories.
    rulebook: &'a Rulebook,
) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let language = use_language();
    let mut groups: Vec<&Group> = page.groups.iter().collect();
    if page.by != Grouping::Month {
        groups.sort_by_key(|group| (std::cmp::Reverse(group.figures.count(Tally::Received)), group.key.clone()));
    }
    let rows = groups.into_iter().map(|group| row(group, page.by, &name(group, page.by, rulebook, language))).collect_view();
    let column = |tally: Tally| view! { <th scope="col" class="n">{tally.words(language)}</th> };
    let of_now = (page.by != Grouping::Month).then(|| [column(Tally::Open), column(Tally::Overdue)]);
    view! {
        <section class="card" aria-labelledby="by-group">
            <header>
                <h2 id="by-group">{page.by.words(language)}</h2>
                <span class="meta">{words.order_hint}</span>
            </header>
            <div class="scroll table" tabindex="0" role="region" aria-label=format!("{}{}", words.table, naming::aside(words.table_hint, language))>
                <table data-keep="">
                    <thead>
                        <tr>
                            <th scope="col">{words.group}</th>
                            {column(Tally::Received)}
                            {column(Tally::Closed)}
                            <th scope="col">{Measure::Closure.words(language)}</th>
                            <th scope="col">{Measure::OnTime.words(language)}</th>
                            <th scope="col">{words.answers}</th>
                            {of_now}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

/// What a group is called.
pub(super) fn name(group: &Group, by: Grouping, rulebook: &Rulebook, language: Language) -> String {
    let words = &crate::desk::words(language).figures;
    let code = group.key.as_deref();
    let named = match by {
        Grouping::Township => code.and_then(from_code).map(|code| naming::division(rulebook, &code, language)),
        Grouping::Unit => code.and_then(from_code).map(|code| naming::unit(rulebook, &code, language)),
        Grouping::Category => code.and_then(from_code).map(|code| naming::category(rulebook, &code, language)),
        Grouping::Theme => code.and_then(from_code::<Theme>).map(|theme| theme.words(language).to_owned()),
        Grouping::Month => Some(month(group.from, language)),
    };
    let nameless = match by {
        Grouping::Township => words.no_township,
        Grouping::Unit => words.no_unit,
        Grouping::Category | Grouping::Theme | Grouping::Month => words.no_theme,
    };
    named.unwrap_or_else(|| nameless.to_owned())
}

fn row(group: &Group, by: Grouping, name: &str) -> impl IntoView + use<> {
    let way = Way::to_group((group.from, group.to), by, group.key.as_deref());
    let figures = &group.figures;
    let number = |tally: Tally| view! { <td class="n">{way.number(figures, tally)}</td> };
    let of_now = (by != Grouping::Month).then(|| {
        let late = figures.count(Tally::Overdue);
        let overdue = if late == 0 {
            "0".into_any()
        } else {
            let language = use_language();
            view! {
                <a href=way.list(Tally::Overdue) aria-label=format!("{late} · {}", Tally::Overdue.words(language))>
                    <Tag tone=crate::components::Tone::Late icon="alert">
                        {late}
                    </Tag>
                </a>
            }
            .into_any()
        };
        view! {
            {number(Tally::Open)}
            <td class="n">{overdue}</td>
        }
    });
    view! {
        <tr>
            <th scope="row">{name.to_owned()}</th>
            {number(Tally::Received)}
            {number(Tally::Closed)}
            <td style="min-inline-size:9rem">
                {meter(figures.rate(Measure::Closure))}
                <span class="fine">{way.number(figures, Tally::DueClosed)} " / " {way.number(figures, Tally::Due)}</span>
            </td>
            <td>
                {percent(figures.rate(Measure::OnTime)).map(|percent| format!("{percent}% "))}
                <span class="fine">{way.number(figures, Tally::DueOnTime)} " / " {way.number(figures, Tally::Due)}</span>
            </td>
            <td>
                {percent(figures.answers).map(|percent| format!("{percent}% "))}
                <span class="fine">{format!("{} / {}", figures.answers.met, figures.answers.of)}</span>
            </td>
            {of_now}
        </tr>
    }
}

fn meter(rate: Rate) -> Option<impl IntoView> {
    percent(rate).map(|percent| {
        view! {
            <span class="row" style="flex-wrap:nowrap">
                <span class="meter" style=format!("--v:{percent}%;flex:1")>
                    <span></span>
                </span>
                <span class="num">{percent.clone()} "%"</span>
            </span>
        }
    })
}
