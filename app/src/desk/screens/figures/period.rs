//! Which days, and by what: an ordinary form with an address.

use super::links::control;
use crate::{
    backend::{FiguresPage, FiguresQuery},
    desk::{codes::code_of, query::figures_address, use_words},
    locales::{Words, use_language},
};
use huiyin_domain::figures::Grouping;
use leptos::prelude::*;
use leptos_router::components::Form;
use time::{Date, Month};

/// Days, grouping and the usual periods.
#[component]
pub fn Period<'a>(
    /// What is shown.
    page: &'a FiguresPage,
) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let language = use_language();
    let today = page.now.day();
    let by = page.by;
    let chips = usual(today)
        .into_iter()
        .zip([words.this_month, words.this_year, words.twelve_months])
        .map(|(from, name)| {
            let here = (page.from == from && page.to == today).then_some("page");
            let href = figures_address("/desk/figures", &FiguresQuery { from: Some(from), to: Some(today), by: Some(by) });
            view! {
                <a class="chip" href=href aria-current=here>
                    {name}
                </a>
            }
        })
        .collect_view();
    let options = Grouping::ALL
        .into_iter()
        .map(|one| {
            let chosen = one == by;
            view! {
                <option value=code_of(&one) selected=chosen prop:selected=chosen>
                    {one.words(language)}
                </option>
            }
        })
        .collect_view();
    let (from, to) = (control(page.from), control(page.to));
    let last = control(today);
    view! {
        <div class="stack g-3">
            <nav aria-label=words.quick class="chips" data-bleed="">
                {chips}
            </nav>
            <Form method="GET" action="/desk/figures" attr:class="row" attr:aria-label=words.choose>
                <label class="row g-1" for="figures-from">
                    {words.from}
                    <input class="input" id="figures-from" name="from" type="date" required max=last.clone() value=from.clone() prop:value=from style="inline-size:auto" />
                </label>
                <label class="row g-1" for="figures-to">
                    {words.to}
                    <input class="input" id="figures-to" name="to" type="date" required max=last value=to.clone() prop:value=to style="inline-size:auto" />
                </label>
                <label class="row g-1" for="figures-by">
                    {words.by}
                    <select class="input" id="figures-by" name="by" style="inline-size:auto">
                        {options}
                    </select>
                </label>
                <button class="btn" type="submit">
                    {words.show}
                </button>
            </Form>
        </div>
    }
}

/// First days of this month, this year and the last twelve months.
fn usual(today: Date) -> [Date; 3] {
    let first = today.replace_day(1).unwrap_or(today);
    let new_year = Date::from_calendar_date(today.year(), Month::January, 1).unwrap_or(first);
    // The first of the same month a year ago would make thirteen months of it: the one after it makes twelve.
    let year_ago = Date::from_calendar_date(today.year() - 1, today.month(), 1).unwrap_or(new_year);
    let next = year_ago + time::Duration::days(i64::from(year_ago.month().length(year_ago.year())));
    [first, new_year, next]
}

#[cfg(test)]
mod tests {
    use super::usual;
    use time::macros::date;

    #[test]
    fn twelve_months_are_twelve() {
        assert_eq!(usual(date!(2026 - 11 - 23)), [date!(2026 - 11 - 01), date!(2026 - 01 - 01), date!(2025 - 12 - 01)]);
        assert_eq!(usual(date!(2026 - 12 - 31))[2], date!(2026 - 01 - 01));
        assert_eq!(usual(date!(2024 - 02 - 29)), [date!(2024 - 02 - 01), date!(2024 - 01 - 01), date!(2023 - 03 - 01)]);
    }
}
