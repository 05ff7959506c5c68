//! One of the two cases: what was told, what was seen, what has happened.

use crate::{
    backend::{CaseView, Me},
    components::{CaseState, Photo, Timeline},
    desk::{
        naming,
        photos::shown,
        screens::case::{happened::newest, photos::shot},
        use_words,
    },
    locales::{dates, use_language},
};
use leptos::prelude::*;

/// Photos that a column has room for.
const PHOTOS: usize = 4;
/// The newest of what happened.
const STEPS: usize = 4;

/// The column of a case.
pub(super) fn beside(me: &Me, view: &CaseView, name: &'static str) -> impl IntoView + use<> {
    let language = use_language();
    let all = use_words();
    let (words, facts) = (&all.merge, &all.case);
    let case = &view.case;
    let number = case.number.clone().unwrap_or_default();
    let category = naming::category(&me.rulebook, &case.category, language);
    let place = case.division.as_ref().map_or(facts.unknown_place.to_owned(), |code| naming::division(&me.rulebook, code, language));
    let unit = case.lead_unit.as_ref().map_or(facts.nobody_yet.to_owned(), |unit| naming::unit(&me.rulebook, unit, language));
    let lines = [
        (facts.category, category.clone()),
        (facts.place, place),
        (facts.unit, unit),
        (facts.received, dates::moment_and_year(case.opened_at, language)),
    ];
    let lines = lines.map(|(name, what)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{what}</dd>
            </div>
        }
    });
    let photos: Vec<_> = shown(case).into_iter().filter(|photo| view.photos_here.contains(&photo.hash)).take(PHOTOS).collect();
    let photos = photos.iter().map(|photo| view! { <li><Photo shot=shot(photo, &category) /></li> }).collect_view();
    let any = !photos.is_empty();
    let reports = case
        .reports
        .iter()
        .map(|filed| {
            view! {
                <li class="stack g-1">
                    <p lang="zh-CN" style="white-space:pre-line">{filed.report.words.clone()}</p>
                    <p class="meta">{dates::moment_and_year(filed.received_at, language)}</p>
                </li>
            }
        })
        .collect_view();
    let id = format!("case-{number}");
    view! {
        <section class="card" aria-labelledby=id.clone()>
            <header>
                <h2 id=id.clone()>
                    {format!("{name} · ")}
                    <a class="code" href=format!("/desk/cases/{number}")>
                        {number.clone()}
                    </a>
                </h2>
                <CaseState case=case />
            </header>
            <div class="pad stack g-3">
                <dl class="facts">{lines}</dl>
                {if any {
                    view! {
                        <ul class="photos" role="list" style="--min:8rem">
                            {photos}
                        </ul>
                    }
                    .into_any()
                } else {
                    view! { <p class="meta">{facts.no_photos}</p> }.into_any()
                }}
                <h3>{format!("{} · {}", words.reports, case.reports.len())}</h3>
                <ul role="list" class="stack g-3">
                    {reports}
                </ul>
                <h3>{words.newest}</h3>
                <Timeline steps=newest(me, view, STEPS) />
            </div>
        </section>
    }
}
