//! What is known: matter, place, people, finding, order; and each report as it came in.

use crate::{
    backend::{CaseView, Me},
    components::ThemeTag,
    desk::{naming, use_words},
    locales::{Words, dates, rules, use_language},
};
use huiyin_domain::{
    case::{CoUnitOutcome, Filed, Reporter},
    ids::PersonId,
    place::Point,
    report::Whereabouts,
};
use leptos::prelude::*;

/// A name and what it is, if there is anything to say.
pub(in crate::desk) type Fact = Option<(&'static str, String)>;

/// The card of facts.
pub(super) fn facts(me: &Me, view: &CaseView) -> impl IntoView + use<> {
    let words = &use_words().case;
    let theme = naming::theme(&me.rulebook, &view.case.category);
    let lines = known(me, view)
        .into_iter()
        .flatten()
        .map(|(name, what)| {
            view! {
                <div>
                    <dt>{name}</dt>
                    <dd style="white-space:pre-line">{what}</dd>
                </div>
            }
        })
        .collect_view();
    let reports = view.case.reports.iter().map(|filed| report(me, view, filed)).collect_view();
    view! {
        <section class="card" aria-labelledby="facts">
            <header>
                <h2 id="facts">{words.facts}</h2>
                {theme.map(|theme| view! { <ThemeTag theme=theme /> })}
            </header>
            <div class="pad grid" style="--min:17rem">
                <dl class="facts">
                    {lines} <div>
                        <dt>{words.place}</dt>
                        <dd>{place(me, view)}</dd>
                    </div>
                    {zones(view)}
                </dl>
                {view.case.place.map(|_| map(view))}
            </div>
            <div class="pad stack g-3">
                <h3>{words.reports}</h3>
                <ul role="list" class="stack">
                    {reports}
                </ul>
            </div>
        </section>
    }
}

/// Everything that is known in one line each.
pub(in crate::desk) fn known(me: &Me, view: &CaseView) -> Vec<Fact> {
    let language = use_language();
    let words = &use_words().case;
    let case = &view.case;
    let unit = |code| naming::unit(&me.rulebook, code, language);
    let person = |id: PersonId| naming::person(&view.people, id);
    let order = case.order.as_ref();
    let co_units: Vec<String> = case
        .co_units
        .iter()
        .map(|co_unit| {
            let outcome = match co_unit.outcome {
                None => words.co_open,
                Some(CoUnitOutcome::Done) => words.co_done,
                Some(CoUnitOutcome::Released) => words.co_released,
            };
            format!("{} · {} · {outcome}", unit(&co_unit.unit), co_unit.task)
        })
        .collect();
    vec![
        Some((words.category, format!("{} · {}", naming::category(&me.rulebook, &case.category, language), case.severity.words(language)))),
        Some((words.risk, case.risk.words(language).to_owned())),
        Some((words.unit, case.lead_unit.as_ref().map_or(words.nobody_yet.to_owned(), unit))),
        case.about_unit.as_ref().map(|code| (words.about_unit, unit(code))),
        case.handler.and_then(person).map(|name| (words.handler, name)),
        case.rechecker.and_then(person).map(|name| (words.rechecker, name)),
        (!co_units.is_empty()).then(|| (words.co_units, co_units.join("\n"))),
        case.finding.map(|finding| (words.finding, finding.words(language).to_owned())),
        order.map(|order| (words.party, order.responsible_party.clone())),
        order.map(|order| (words.measures, order.measures.clone())),
        order.map(|order| (words.accepted_by, unit(&order.acceptance_unit))),
        order.and_then(|order| order.document_number.clone()).map(|number| (words.document, number)),
        case.result.map(|result| (words.result, result.words(language).to_owned())),
        case.disposal.as_ref().map(|disposal| (words.disposal, rules::disposal(disposal, language))),
        Some((words.publication, (&case.publication).words(language).to_owned())),
    ]
}

fn place(me: &Me, view: &CaseView) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().case;
    let division =
        view.case.division.as_ref().map_or(words.unknown_place.to_owned(), |code| naming::division(&me.rulebook, code, language));
    let first = view.case.reports.first().map(|filed| &filed.report.place);
    let accuracy = match first {
        Some(Whereabouts::Measured(fix)) if Some(fix.point) == view.case.place => {
            naming::aside(&format!("{} {:.0} {}", words.accuracy, fix.accuracy_m, words.metres), language)
        }
        _ => String::new(),
    };
    let reason = match first {
        Some(Whereabouts::Unknown { reason }) if view.case.place.is_none() => reason.clone(),
        _ => String::new(),
    };
    view! {
        {division}
        " "
        {match view.case.place {
            Some(at) => view! {
                <span class="meta">{format!("{:.5}, {:.5}{accuracy}", at.lat_deg, at.lon_deg)}</span>
                " "
                <a href=map_address(at) target="_blank" rel="external noreferrer noopener" class="nowrap">
                    {words.open_map}
                </a>
            }
            .into_any(),
            None => view! { <span class="meta">{words.no_position} " " {reason}</span> }.into_any(),
        }}
    }
}

/// A map of somebody else's, opened only by hand; it converts from WGS-84 itself.
fn map_address(at: Point) -> String {
    format!("https://uri.amap.com/marker?position={:.6},{:.6}&coordinate=wgs84&callnative=1", at.lon_deg, at.lat_deg)
}

/// Zones in which it lies, by name.
fn zones(view: &CaseView) -> Option<impl IntoView + use<>> {
    let language = use_language();
    if view.zones.is_empty() {
        return None;
    }
    let names = view
        .zones
        .iter()
        .map(|zone| view! { <li>{zone.name.clone()} <span class="meta">{naming::aside(zone.kind.words(language), language)}</span></li> });
    Some(view! {
        <div>
            <dt>{use_words().page.zones}</dt>
            <dd>
                <ul role="list">{names.collect_view()}</ul>
            </dd>
        </div>
    })
}

/// The county's own map around the case. A picture until the program has come that lets it be moved; the same in words and
/// links stands beside it and below.
fn map(view: &CaseView) -> impl IntoView + use<> {
    let words = &use_words().page;
    let number = view.case.number.clone().unwrap_or_default();
    let source = format!("/desk/cases/{number}/map.json");
    let picture = format!("/desk/cases/{number}/map.svg");
    view! {
        <figure class="case-map">
            <case-map
                data-source=source
                data-label=words.map_label
                data-zoom-in=words.map_zoom_in
                data-zoom-out=words.map_zoom_out
                data-here=words.map_here
                data-attribution=words.map_attribution
            >
                <img src=picture alt=words.map_label width="640" height="400" loading="lazy" />
            </case-map>
            <figcaption class="fine">{words.map_caption}</figcaption>
        </figure>
    }
}

fn report(me: &Me, view: &CaseView, filed: &Filed) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().case;
    let by = match &filed.reporter {
        Reporter::Staff { person } => naming::person(&view.people, *person).unwrap_or_default(),
        Reporter::Named => words.reporter_named.to_owned(),
        Reporter::Anonymous => words.reporter_anonymous.to_owned(),
        Reporter::Hidden => words.reporter_hidden.to_owned(),
    };
    let category = naming::category(&me.rulebook, &filed.report.category, language);
    let made = dates::moment_and_year(filed.made_at, language);
    let came = dates::moment(filed.received_at, language);
    view! {
        <li class="stack g-1">
            <p lang="zh-CN" style="white-space:pre-line">{filed.report.words.clone()}</p>
            <p class="meta">
                {format!("{by} · {category} · {} {made} · {} {came}", words.filed_at, words.arrived)}
                {filed.merged_from.map(|_| format!(" · {}", words.merged_in))}
                {filed.origin.as_ref().map(|origin| format!(" · {} {}", origin.source.words(language), origin.number))}
            </p>
        </li>
    }
}
