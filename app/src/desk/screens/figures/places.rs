//! Where open cases are: the county's townships, shaded by how many, and the same as a list.

use super::{groups::name, links::Way};
use crate::{
    backend::FiguresPage,
    components::{CountyMap, Icon, Spot, county_map::middle},
    desk::use_words,
    locales::{Words, use_language},
};
use huiyin_domain::{
    division::DivisionCode,
    figures::{Group, Grouping, Tally},
    rulebook::Rulebook,
};
use leptos::prelude::*;

/// The map and its list.
#[component]
pub fn Places<'a>(
    /// What is shown.
    page: &'a FiguresPage,
    /// Names of townships.
    rulebook: &'a Rulebook,
) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let language = use_language();
    let days = (page.from, page.to);
    let open: Vec<&Group> = page.townships.iter().filter(|group| group.figures.count(Tally::Open) > 0).collect();
    let most = open.iter().map(|group| group.figures.count(Tally::Open)).max().unwrap_or(0);
    let code = |group: &Group| group.key.as_deref().and_then(|code| code.parse::<DivisionCode>().ok());
    let shades = open.iter().filter_map(|group| Some((code(group)?, shade(group.figures.count(Tally::Open), most)))).collect();
    let spots = open.iter().filter_map(|group| {
        let code = code(group)?;
        let township = page.land.townships.iter().find(|township| township.code == code)?;
        let (count, late) = (group.figures.count(Tally::Open), group.figures.count(Tally::Overdue));
        let label = format!(
            "{} · {count} {} · {late} {}",
            name(group, Grouping::Township, rulebook, language),
            Tally::Open.words(language),
            Tally::Overdue.words(language)
        );
        Some(Spot {
            at: middle(township)?,
            href: Some(Way::to_group(days, Grouping::Township, group.key.as_deref()).list(Tally::Open)),
            label,
            text: count.to_string(),
            due: (late > 0).then_some("late"),
            done: false,
        })
    });
    let drawn = Rulebook { county: page.land.county.clone(), divisions: page.land.townships.clone(), ..rulebook.clone() };
    let rows = open
        .iter()
        .map(|group| {
            let way = Way::to_group(days, Grouping::Township, group.key.as_deref());
            view! {
                <tr>
                    <th scope="row">{name(group, Grouping::Township, rulebook, language)}</th>
                    <td class="n">{way.number(&group.figures, Tally::Open)}</td>
                    <td class="n">{way.number(&group.figures, Tally::Overdue)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="card" aria-labelledby="places">
            <header>
                <h2 id="places">{words.where_open}</h2>
            </header>
            <div class="pad stack g-3">
                <CountyMap rulebook=&drawn spots=spots.collect() shades=shades />
                <ul class="legend" role="list">
                    <li>
                        <Icon name="alert" size="s" />
                        <i style="--c:var(--late-mark)"></i>
                        {words.has_overdue}
                    </li>
                    <li>
                        <i data-hollow=""></i>
                        {words.none_overdue}
                    </li>
                </ul>
                <details class="fold">
                    <summary>{words.as_list} <Icon name="down" /></summary>
                    <table data-keep="">
                        <thead>
                            <tr>
                                <th scope="col">{Grouping::Township.words(language)}</th>
                                <th scope="col" class="n">{Tally::Open.words(language)}</th>
                                <th scope="col" class="n">{Tally::Overdue.words(language)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </details>
            </div>
        </section>
    }
}

/// One of four shades, by quarters of the most there is.
fn shade(count: u32, most: u32) -> u8 {
    u8::try_from((count * 4).div_ceil(most.max(1))).unwrap_or(4).clamp(1, 4)
}

#[cfg(test)]
mod tests {
    use super::shade;

    #[test]
    fn shades_are_quarters() {
        assert_eq!([1, 2, 3, 4, 5, 8].map(|count| shade(count, 8)), [1, 1, 2, 2, 3, 4]);
        assert_eq!(shade(1, 1), 4);
    }
}
