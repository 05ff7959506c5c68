//! Month by month, drawn where the page is made: two bars a month, told apart without colour, and their numbers.

use super::links::{Way, month};
use crate::{
    backend::FiguresPage,
    components::Icon,
    desk::use_words,
    locales::{Language, Words, dates, use_language},
};
use huiyin_domain::figures::{Group, Grouping, Tally};
use leptos::prelude::*;

/// Height of the bars, from the top line to the ground.
const HIGH: f64 = 168.0;
/// Where the ground is.
const GROUND: f64 = 190.0;
/// Where the first month starts, and how wide all of them are.
const LEFT: f64 = 36.0;
const WIDE: f64 = 600.0;
/// Months whose name has room.
const NAMED: usize = 12;

/// The drawing and the table behind it.
#[component]
pub fn Trend<'a>(
    /// What is shown.
    page: &'a FiguresPage,
) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let language = use_language();
    let top = top_of(page.months.iter().map(|month| month.figures.count(Tally::Received).max(month.figures.count(Tally::Closed))).max());
    let lines = (0..=4)
        .map(|n| {
            let y = GROUND - HIGH * f64::from(n) / 4.0;
            view! {
                <path class="axis" d=format!("M{LEFT} {y:.0}H636")></path>
                <text x=LEFT - 6.0 y=format!("{:.0}", y + 4.0) text-anchor="end">
                    {top / 4 * n}
                </text>
            }
        })
        .collect_view();
    let every = page.months.len().div_ceil(NAMED).max(1);
    let slot = WIDE / f64::from(u32::try_from(page.months.len().max(1)).unwrap_or(1));
    let mut x = LEFT;
    let bars = page
        .months
        .iter()
        .enumerate()
        .map(|(n, month)| {
            let bars = pair(month, x, slot, top, n.is_multiple_of(every).then_some(language));
            x += slot;
            bars
        })
        .collect_view();
    let rows = page.months.iter().map(|month| numbers(month, language)).collect_view();
    view! {
        <section class="card" aria-labelledby="trend">
            <header>
                <h2 id="trend">{words.trend}</h2>
            </header>
            <div class="pad stack g-3">
                <svg class="chart" viewBox="0 0 640 220" role="img" aria-label=words.trend_text>
                    {lines}
                    {bars}
                </svg>
                <ul class="legend" role="list">
                    <li>
                        <i data-hollow=""></i>
                        {Tally::Received.words(language)}
                    </li>
                    <li>
                        <i style="--c:var(--brand)"></i>
                        {Tally::Closed.words(language)}
                    </li>
                </ul>
                <details class="fold">
                    <summary>{words.numbers} <Icon name="down" /></summary>
                    <table data-keep="">
                        <thead>
                            <tr>
                                <th scope="col">{words.month}</th>
                                <th scope="col" class="n">{Tally::Received.words(language)}</th>
                                <th scope="col" class="n">{Tally::Closed.words(language)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </details>
            </div>
        </section>
    }
}

/// The number on the top line: the next one that four lines divide evenly.
fn top_of(most: Option<u32>) -> u32 {
    let most = most.unwrap_or(0).max(4);
    let mut step = 1;
    while step * 4 < most {
        step = match step.to_string().as_bytes().first() {
            Some(b'1') => step * 2,
            Some(b'2') => step / 2 * 5,
            _ => step * 2,
        };
    }
    step * 4
}

/// One month's bars, with its name where there is room.
fn pair(month: &Group, x: f64, slot: f64, top: u32, named: Option<Language>) -> impl IntoView + use<> {
    let width = (slot * 0.3).min(14.0);
    let bar = |class: &'static str, tally: Tally, x: f64| {
        let height = HIGH * f64::from(month.figures.count(tally)) / f64::from(top);
        view! {
            <rect
                class=class
                x=format!("{x:.1}")
                y=format!("{:.1}", GROUND - height)
                width=format!("{width:.1}")
                height=format!("{height:.1}")
                rx=(width / 4.0).min(height / 2.0)
            ></rect>
        }
    };
    let middle = x + slot / 2.0;
    let name = named.map(|language| {
        view! {
            <text x=format!("{middle:.0}") y="208" text-anchor="middle">
                {dates::month_of_year(month.from, language)}
            </text>
        }
    });
    view! {
        {bar("in", Tally::Received, middle - width - 1.0)}
        {bar("out", Tally::Closed, middle + 1.0)}
        {name}
    }
}

fn numbers(group: &Group, language: Language) -> impl IntoView + use<> {
    let way = Way::to_group((group.from, group.to), Grouping::Month, None);
    view! {
        <tr>
            <th scope="row">{month(group.from, language)}</th>
            <td class="n">{way.number(&group.figures, Tally::Received)}</td>
            <td class="n">{way.number(&group.figures, Tally::Closed)}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::top_of;

    #[test]
    fn the_top_line_is_round_and_not_far_above_the_highest_bar() {
        for (most, top) in [(0, 4), (4, 4), (5, 8), (9, 20), (21, 40), (52, 80), (81, 200), (399, 400), (401, 800)] {
            assert_eq!(top_of(Some(most)), top, "{most}");
        }
        assert_eq!(top_of(None), 4);
    }
}
