//! Lean figures: how many came in, how many were answered in time, how long it took, what is late. A rate shows its count.

use crate::{
    components::{Tag, Tone},
    locales::{Language, portal::PortalWords},
    portal::views::HomeFigures,
};
use leptos::prelude::*;

/// The section with the figures.
pub(super) fn figures(figures: &HomeFigures, language: Language) -> impl IntoView + use<> {
    let words = &PortalWords::of(language).home;
    let answered = match rate(figures.answered_in_time, figures.due) {
        Some(percent) => (percent, "%", (words.answered_of)(figures.answered_in_time, figures.due)),
        None => ("—".to_owned(), "", words.answered_none.to_owned()),
    };
    let median = match figures.median_days {
        Some(days) => (days.to_string(), (words.days)(days), words.median_of),
        None => ("—".to_owned(), "", words.median_none),
    };
    let late = (figures.overdue > 0).then(|| (words.open_late)(figures.overdue));
    let open = match late {
        Some(late) => view! { <Tag tone=Tone::Late icon="alert">{late}</Tag> }.into_any(),
        None => words.open_on_time.into_any(),
    };
    view! {
        <section aria-labelledby="figures" class="stack g-5">
            <h2 id="figures">{words.figures}</h2>
            <dl class="stats four">
                {stat(words.received, figures.received.to_string(), words.matters, words.received_of.into_any())}
                {stat(words.answered, answered.0, answered.1, answered.2.into_any())}
                {stat(words.median, median.0, median.1, median.2.into_any())}
                {stat(words.open, figures.open.to_string(), words.matters, open)}
            </dl>
        </section>
    }
}

fn stat(name: &'static str, number: String, unit: &'static str, of: AnyView) -> impl IntoView {
    view! {
        <div class="stat">
            <dt>{name}</dt>
            <dd class="big">{number}<small>{unit}</small></dd>
            <dd class="of">{of}</dd>
        </div>
    }
}

/// Percent with one place, rounded down so that 100 % means all of them.
fn rate(met: u32, of: u32) -> Option<String> {
    let permille = (u64::from(met) * 1000).checked_div(u64::from(of))?;
    Some(if permille % 10 == 0 { format!("{}", permille / 10) } else { format!("{}.{}", permille / 10, permille % 10) })
}

#[cfg(test)]
mod tests {
    use super::rate;

    #[test]
    fn a_hundred_percent_means_all() {
        assert_eq!(rate(389, 412).as_deref(), Some("94.4"));
        assert_eq!(rate(9999, 10_000).as_deref(), Some("99.9"));
        assert_eq!(rate(7, 7).as_deref(), Some("100"));
        assert_eq!(rate(0, 0), None);
    }
}
