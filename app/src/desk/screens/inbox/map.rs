//! The page's cases on the county's map. The list with the same numbers stands beside it.

use super::rows::timeliness;
use crate::{
    backend::{InboxRow, Land},
    components::{CountyMap, Spot, Timeliness},
    desk::{naming, use_words},
    locales::{Words, dates, use_language},
};
use huiyin_domain::{moment::Moment, rulebook::Rulebook};
use leptos::prelude::*;

/// The map of a page.
#[component]
pub fn Around<'a>(
    /// The page.
    rows: &'a [InboxRow],
    /// The county's boundaries.
    land: &'a Land,
    /// Names of categories.
    rulebook: &'a Rulebook,
    /// The server's clock.
    now: Option<Moment>,
) -> impl IntoView + use<> {
    let words = &use_words().inbox;
    let spots: Vec<Spot> = rows.iter().zip(1..).filter_map(|(row, number)| spot(row, number, rulebook, now)).collect();
    let unplaced = rows.len() - spots.len();
    let nothing = spots.is_empty();
    let drawn = Rulebook { county: land.county.clone(), divisions: land.townships.clone(), ..rulebook.clone() };
    view! {
        <section class="card" aria-labelledby="map">
            <header>
                <h2 id="map">{words.map}</h2>
            </header>
            <div class="pad stack g-2">
                <CountyMap rulebook=&drawn spots=spots />
                <p class="meta">{if nothing { words.map_none } else { words.map_hint }}</p>
                {(unplaced > 0 && !nothing).then(|| view! { <p class="meta">{format!("{unplaced} {}", words.map_unplaced)}</p> })}
            </div>
        </section>
    }
}

fn spot(row: &InboxRow, number: usize, rulebook: &Rulebook, now: Option<Moment>) -> Option<Spot> {
    let language = use_language();
    let late = row.due_at.filter(|_| row.state.is_open());
    let how = timeliness(row.group).or_else(|| late.zip(now).map(|(due, now)| Timeliness::of(due, now)));
    let due = match how {
        Some(Timeliness::Overdue) => Some("late"),
        Some(Timeliness::DueSoon) => Some("soon"),
        _ => None,
    };
    let mut label = vec![number.to_string(), row.number.clone(), naming::category(rulebook, &row.category, language)];
    label.push(row.state.words(language).to_owned());
    label.extend(late.map(|due| dates::deadline(due, language)));
    Some(Spot {
        at: row.place?,
        href: Some(format!("/desk/cases/{}", row.number)),
        label: label.join(" · "),
        text: number.to_string(),
        due,
        done: !row.state.is_open(),
    })
}
