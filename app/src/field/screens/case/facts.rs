//! The facts of a case.

use super::super::{naming, words};
use crate::{
    field::phone::{Phone, PhoneCase},
    locales::{Words, dates, rules, use_language},
};
use huiyin_domain::{case::deadline, ids::PersonId, place::Point};
use leptos::prelude::*;

/// Rows of facts, and what was told.
#[component]
pub(super) fn Facts(case: PhoneCase) -> impl IntoView {
    let words = words();
    let language = use_language();
    let phone = Phone::here();
    let case = case.case;
    let me = phone.person().with_untracked(|person| person.as_ref().map(|signed_in| signed_in.person.id));
    let name =
        |id: PersonId| if Some(id) == me { words.case.me.to_owned() } else { naming::person(id).unwrap_or_else(|| "–".to_owned()) };
    let why: Vec<&str> = case_why(&case.id);
    let division = case.division.as_ref().and_then(naming::division);
    let place = match (division, case.place) {
        (Some(name), Some(point)) => Some(format!("{name} · {}", coordinates(point))),
        (Some(name), None) => Some(name),
        (None, point) => point.map(coordinates),
    };
    let due = deadline::next_due(&case).map(|due| {
        let explained = rules::explain(due, language);
        (dates::deadline(due.at, language), explained)
    });
    let rows = [
        (words.case.category, Some(naming::category(&case.category))),
        (words.case.place, place),
        (words.case.site, case.site.and_then(naming::site)),
        (words.case.severity, Some(case.severity.words(language).to_owned())),
        (words.case.lead_unit, case.lead_unit.as_ref().map(naming::unit)),
        (words.case.handler, case.handler.map(name)),
        (words.case.rechecker, case.rechecker.map(name)),
        (words.case.finding, case.finding.map(|finding| finding.words(language).to_owned())),
        (words.case.result, case.result.map(|result| result.words(language).to_owned())),
        (words.case.responsible_party, case.order.as_ref().map(|order| order.responsible_party.clone())),
        (words.case.measures, case.order.as_ref().map(|order| order.measures.clone())),
    ];
    view! {
        <section class="stack g-3" aria-labelledby="facts">
            <h2 id="facts">{words.case.facts}</h2>
            <div class="card">
                <div class="pad stack">
                    {(!why.is_empty()).then(|| view! { <p class="meta">{why.join(" · ")}</p> })}
                    <dl class="facts">
                        {rows
                            .into_iter()
                            .filter_map(|(name, value)| value.map(|value| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }))
                            .collect_view()}
                        {due
                            .map(|(at, explained)| {
                                view! {
                                    <div>
                                        <dt>{words.case.due}</dt>
                                        <dd>
                                            {at} <br /> <span class="meta">{explained}</span>
                                        </dd>
                                    </div>
                                }
                            })}
                    </dl>
                    {case.place.map(|point| view! { <Away point=point /> })}
                </div>
            </div>
            <h2>{words.case.told}</h2>
            {case
                .reports
                .iter()
                .map(|filed| {
                    view! {
                        <div class="card">
                            <div class="pad stack g-2">
                                <p>{filed.report.words.clone()}</p>
                                <p class="meta">{dates::moment(filed.made_at, language)}</p>
                            </div>
                        </div>
                    }
                })
                .collect_view()}
        </section>
    }
}

fn case_why(id: &huiyin_domain::ids::CaseId) -> Vec<&'static str> {
    let language = use_language();
    Phone::here().cases().with_untracked(|cases| {
        cases
            .iter()
            .find(|case| &case.case.id == id)
            .map(|case| case.why.iter().map(|why| why.words(language)).collect())
            .unwrap_or_default()
    })
}

fn coordinates(point: Point) -> String {
    format!("{:.5}, {:.5}", point.lat_deg, point.lon_deg)
}

/// How far I am from it, if the phone knows where I am, and a way to get there.
#[component]
fn Away(point: Point) -> impl IntoView {
    let words = words();
    let phone = Phone::here();
    let away = move || {
        let fix = phone.locating().read().fix()?;
        let m = fix.point.distance_m(point);
        let far = (words.shell.metres)(m);
        Some(if m <= fix.accuracy_m.max(100.0) { (words.case.on_site)(&far) } else { (words.case.away)(&far) })
    };
    view! {
        <p class="row">
            {move || away().map(|said| view! { <span class="tag">{said}</span> })}
            <a class="btn" data-kind="quiet" href=format!("geo:{0:.6},{1:.6}?q={0:.6},{1:.6}", point.lat_deg, point.lon_deg)>
                <crate::components::Icon name="route" />
                {words.case.navigate}
            </a>
        </p>
    }
}
