//! What is planned: who goes, where, when, and what to look at.

use super::rows::days;
use crate::{
    backend::{Me, PatrolView},
    desk::{naming, use_words},
    locales::{dates, use_language},
};
use huiyin_domain::ids::PersonId;
use leptos::prelude::*;

/// The card of facts.
pub(super) fn facts(me: &Me, view: &PatrolView) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let language = use_language();
    let patrol = &view.patrol;
    let plan = &patrol.plan;
    let comma = language.pick("、", ", ");
    let person = |id: &PersonId| naming::person(&view.people, *id);
    let people: Vec<String> = plan.people.iter().filter_map(person).collect();
    let areas: Vec<String> = plan.areas.iter().map(|area| naming::division(&me.rulebook, area, language)).collect();
    let places = if plan.areas.is_empty() {
        patrol.places.iter().map(|place| naming::division(&me.rulebook, place, language)).collect()
    } else {
        areas
    };
    let units: Vec<String> = plan.co_units.iter().map(|unit| naming::unit(&me.rulebook, unit, language)).collect();
    let planned = person(&patrol.planned_by).map(|name| format!("{name} · {}", dates::moment(patrol.planned_at, language)));
    let facts = [
        (words.who, people.join(comma)),
        (words.where_to, places.join(comma)),
        (words.when, days(plan.from, plan.to, language)),
        (words.co_units, units.join(comma)),
        (words.notes, plan.notes.clone()),
        (words.planned_by, planned.unwrap_or_default()),
        (words.started, patrol.started_at.map(|at| dates::moment(at, language)).unwrap_or_default()),
        (words.ended, patrol.ended_at.map(|at| dates::moment(at, language)).unwrap_or_default()),
        (words.ending, patrol.ending.clone()),
    ];
    let lines = facts
        .into_iter()
        .filter(|(_, what)| !what.trim().is_empty())
        .map(|(name, what)| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd>{what}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="card" aria-labelledby="what">
            <header>
                <h2 id="what">{words.what}</h2>
            </header>
            <div class="pad">
                <dl class="facts">{lines}</dl>
            </div>
        </section>
    }
}
