//! Says which figure the list is of, and leads back to all cases.

use crate::{
    backend::InboxQuery,
    components::Icon,
    desk::{naming, use_words},
    locales::{Words, dates, use_language},
};
use huiyin_domain::rulebook::Rulebook;
use leptos::prelude::*;

/// What came by a link from the figures.
#[component]
pub fn Listed<'a>(
    /// The filters as they are.
    query: &'a InboxQuery,
    /// Names of units.
    rulebook: &'a Rulebook,
) -> impl IntoView + use<> {
    let words = use_words();
    let language = use_language();
    let days = query.from.zip(query.to).map(|(from, to)| {
        let day = |day| dates::day_and_year(day, language);
        format!("{} – {}", day(from), day(to))
    });
    let without = query.without.map(|what| match what {
        huiyin_domain::figures::Grouping::Township => words.figures.no_township,
        huiyin_domain::figures::Grouping::Unit => words.figures.no_unit,
        _ => words.figures.no_theme,
    });
    let parts = [
        query.tally.map(|tally| tally.words(language).to_owned()),
        query.tally.and(days),
        query.unit.as_ref().map(|unit| naming::unit(rulebook, unit, language)),
        query.theme.map(|theme| theme.words(language).to_owned()),
        without.map(str::to_owned),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| {
        view! {
            <p class="row">
                <Icon name="chart" size="s" />
                <strong>{naming::pair(words.figures.listed, &parts.join(" · "), language)}</strong>
                <a class="btn" data-kind="quiet" href="/desk?view=all">
                    {words.figures.show_all}
                </a>
            </p>
        }
    })
}
