//! Patrols among today's tasks, grouped by the day from which they can be walked.

use super::{
    super::{naming, words},
    Days,
};
use crate::{
    components::Icon,
    field::phone::{Phone, PhonePatrol},
    locales::{Words, dates, use_language},
};
use huiyin_domain::{moment::Moment, patrol::is_hidden};
use leptos::prelude::*;
use std::collections::BTreeMap;
use time::Date;

/// Those that are still to be walked.
#[component]
pub(crate) fn PatrolTasks() -> impl IntoView {
    let phone = Phone::here();
    let days = Memo::new(move |_| {
        let today = phone.now().map(Moment::day);
        let mut days: BTreeMap<Option<Date>, Vec<PhonePatrol>> = BTreeMap::new();
        for known in phone.patrols().get().into_iter().filter(|known| known.patrol.state.is_open()) {
            // What may be walked today, or should have been by now, is today's.
            let later = Some(known.patrol.plan.from).filter(|from| today.is_none_or(|today| *from > today));
            days.entry(later).or_default().push(known);
        }
        days.into_iter().collect::<Vec<_>>()
    });
    move || days.get().into_iter().map(|(later, patrols)| section(later, patrols)).collect_view()
}

fn section(later: Option<Date>, patrols: Vec<PhonePatrol>) -> impl IntoView {
    let patrol = &words().patrol;
    let id = later.map_or_else(|| "patrols".to_owned(), |day| format!("patrols-{day}"));
    let heading = id.clone();
    let title = later.map_or_else(|| patrol.today.to_owned(), |day| (patrol.on_day)(&dates::day(day, use_language())));
    view! {
        <section aria-labelledby=heading>
            <div class="sect">
                <h2 id=id>{title} " " <span class="count">{(patrol.count)(patrols.len())}</span></h2>
            </div>
            <div class="card">
                <ul class="rows" role="list">
                    {patrols.into_iter().map(|known| view! { <li>{task(&known)}</li> }).collect_view()}
                </ul>
            </div>
        </section>
    }
}

fn task(known: &PhonePatrol) -> impl IntoView + use<> {
    let all = words();
    let patrol = &all.patrol;
    let plan = &known.patrol.plan;
    let kind = plan.kind.words(use_language());
    let title = use_language().pick(format!("{kind}：{}", plan.title), format!("{kind}: {}", plan.title));
    let places: Vec<String> = known.patrol.places.iter().filter_map(naming::division).take(2).collect();
    let visited = (patrol.visited)(known.patrol.visited_of(&known.sites), known.sites.len());
    let under: Vec<String> = places.into_iter().chain([visited]).collect();
    let secret = is_hidden(&known.patrol);
    view! {
        <a class="item" href=format!("/field/patrol/{}", known.patrol.id)>
            <span class="glyph">
                <Icon name="route" />
            </span>
            <span>
                <span class="title">{title}</span>
                <span class="under">
                    <span>{under.join(" · ")}</span>
                    <Days from=plan.from to=plan.to />
                    {secret.then(|| view! { <span class="tag" data-tone="info">{patrol.hidden}</span> })}
                    {(!known.only_here.is_empty()).then(|| view! { <span class="tag" data-tone="soon">{all.today.own_waiting}</span> })}
                </span>
            </span>
            <Icon name="right" />
        </a>
    }
}
