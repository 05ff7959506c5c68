//! 蓝天、碧水、净土: what came in of each, and how much of what was due is closed.

use super::links::{Way, percent};
use crate::{
    backend::FiguresPage,
    components::{Icon, theme_attribute, theme_icon},
    desk::use_words,
    locales::{Words, use_language},
};
use huiyin_domain::{
    figures::{Figures, Grouping, Measure, Tally},
    rulebook::Theme,
};
use leptos::prelude::*;

/// Three cards, whether there is anything in them or not.
#[component]
pub fn Themes<'a>(
    /// What is shown.
    page: &'a FiguresPage,
) -> impl IntoView + use<> {
    let nothing = Figures::default();
    let cards = Theme::ALL
        .map(|theme| {
            let group = page.themes.iter().find(|group| group.key.as_deref() == Some(theme.code()));
            card(theme, page, group.map_or(&nothing, |group| &group.figures))
        })
        .into_iter()
        .collect_view();
    view! {
        <section aria-labelledby="themes">
            <h2 id="themes" class="vh">
                {Grouping::Theme.words(use_language())}
            </h2>
            <div class="grid" style="--min:11rem">{cards}</div>
        </section>
    }
}

fn card(theme: Theme, page: &FiguresPage, figures: &Figures) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let language = use_language();
    let way = Way::to_group((page.from, page.to), Grouping::Theme, Some(theme.code()));
    let colour = theme_attribute(Some(theme));
    let share = percent(figures.rate(Measure::Closure));
    let meter = share.clone().map(|percent| {
        view! {
            <span class="meter" style=format!("--v:{percent}%")>
                <span></span>
            </span>
        }
    });
    view! {
        <div class="card">
            <div class="pad stack g-3" data-g=colour>
                <h3 class="row" style=format!("color:var(--{})", colour.unwrap_or("ink"))>
                    <Icon name=theme_icon(theme) />
                    {theme.words(language)}
                </h3>
                <div class="stat">
                    <span class="big">{way.number(figures, Tally::Received)} <small>{words.cases}</small></span>
                    <span class="of">
                        {format!("{} ", Measure::Closure.words(language))} {share.map(|percent| format!("{percent}% · "))}
                        {way.number(figures, Tally::DueClosed)} " / " {way.number(figures, Tally::Due)}
                    </span>
                </div>
                {meter}
            </div>
        </div>
    }
}
