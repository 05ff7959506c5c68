//! The places of a patrol, the nearest first when the position is known; each with what was found there and two buttons.

use super::{
    super::{naming, order, when, words},
    Asking,
};
use crate::{
    components::Icon,
    field::phone::{Locating, Phone, PhonePatrol},
    locales::{Words, use_language},
};
use huiyin_domain::{
    ids::PatrolId,
    patrol::{Found, PatrolAsk, SiteVisit, Visit},
    place::Point,
    site::Site,
};
use leptos::prelude::*;

/// The list.
#[component]
pub(super) fn Sites(known: PhonePatrol, asking: Asking) -> impl IntoView {
    let patrol = &words().patrol;
    let phone = Phone::here();
    let count = (patrol.visited)(known.patrol.visited_of(&known.sites), known.sites.len());
    let none = known.sites.is_empty();
    let many = known.sites.len() > 1;
    let here = Memo::new(move |_| phone.locating().read().fix().map(|fix| fix.point));
    let searching = move || matches!(*phone.locating().read(), Locating::Searching);
    let failed = move || matches!(*phone.locating().read(), Locating::Failed(_));
    on_cleanup(move || phone.stop_locating());
    let list = move || {
        let sites = known.sites.clone();
        let sites = match here.get() {
            Some(here) => order::by_key(sites, |site| site.place.distance_m(here)),
            None => sites,
        };
        sites.into_iter().map(|site| one(site, &known, here.get(), asking)).collect_view()
    };
    view! {
        <section aria-labelledby="sites">
            <div class="sect">
                <h2 id="sites">{patrol.sites} " " <span class="count">{count}</span></h2>
                {move || (many && here.read().is_none()).then(|| view! {
                    <button class="btn" data-kind="quiet" type="button" on:click=move |_| phone.start_locating()>
                        <Icon name="gps" />
                        {move || if searching() { patrol.locating } else { patrol.nearest }}
                    </button>
                })}
            </div>
            {move || (failed() && many).then(|| view! { <p class="meta" role="status">{patrol.no_position}</p> })}
            {if none {
                view! { <super::Nothing title=patrol.no_sites help=patrol.no_sites_help /> }.into_any()
            } else {
                view! { <ul class="stack" role="list">{list}</ul> }.into_any()
            }}
        </section>
    }
}

fn one(site: Site, known: &PhonePatrol, here: Option<Point>, asking: Asking) -> impl IntoView + use<> {
    let language = use_language();
    let place = naming::division(&site.division);
    let far = here.map(|here| (words().shell.metres)(site.place.distance_m(here)));
    let under: Vec<String> = [Some(site.kind.words(language).to_owned()), place, far].into_iter().flatten().collect();
    let visits: Vec<AnyView> = known.patrol.visits_of(site.id).map(|visit| found(visit, known).into_any()).collect();
    let been = !visits.is_empty();
    let state = if been { visits.into_any() } else { view! { <span class="quiet">{words().patrol.not_yet}</span> }.into_any() };
    let open = known.patrol.state.is_open();
    view! {
        <li class="card">
            <div class="pad stack g-3">
                <div class="head">
                    <span class="glyph" data-g=been.then_some("done")>
                        <Icon name=if been { "check-c" } else { "pin" } />
                    </span>
                    <div>
                        <h3>{site.name.clone()}</h3>
                        <p class="meta">{under.join(" · ")}</p>
                        <p class="under">{state}</p>
                    </div>
                </div>
                {open.then(|| buttons(known.patrol.id, &site, been, asking))}
            </div>
        </li>
    }
}

/// What somebody found, and when.
fn found(visit: &Visit, known: &PhonePatrol) -> impl IntoView + use<> {
    let patrol = &words().patrol;
    let (tone, what) = match visit.found {
        Found::Nothing => ("done", patrol.nothing_found),
        Found::Problem { .. } => ("soon", patrol.problem),
    };
    let who = naming::person(visit.by);
    let by: Vec<String> = [who, Some(when::stamp(visit.at))].into_iter().flatten().collect();
    let only_here = known.only_here.contains(&visit.command);
    view! {
        <span class="tag" data-tone=tone>
            {what}
        </span>
        " "
        <span>{by.join(" · ")}</span>
        {only_here.then(|| view! { " " <span class="tag" data-tone="soon">{patrol.only_here}</span> })}
    }
}

/// Nothing found, in two taps; or a report with place and patrol filled in.
fn buttons(id: PatrolId, site: &Site, been: bool, asking: Asking) -> impl IntoView + use<> {
    let patrol = &words().patrol;
    let sure = RwSignal::new(false);
    let (place, name) = (site.id, site.name.clone());
    let nothing = move |_| {
        sure.set(false);
        asking.ask(id, PatrolAsk::Visit(SiteVisit { site: place, words: String::new() }));
    };
    let (nothing_at, report_at) = ((patrol.nothing_at)(&name), (patrol.report_at)(&name));
    move || {
        if sure.get() {
            view! {
                <div class="row">
                    <button class="btn" data-kind="main" type="button" aria-disabled=move || asking.busy().then_some("true") on:click=nothing>
                        <Icon name="check" />
                        {patrol.nothing_sure}
                    </button>
                    <button class="btn" data-kind="quiet" type="button" on:click=move |_| sure.set(false)>
                        {patrol.not_sure}
                    </button>
                </div>
            }
            .into_any()
        } else {
            view! {
                <div class="row">
                    <button class="btn" data-kind=been.then_some("quiet") type="button" aria-label=nothing_at.clone() on:click=move |_| sure.set(true)>
                        <Icon name="check" />
                        {patrol.nothing}
                    </button>
                    <a class="btn" data-kind=been.then_some("quiet") href=format!("/field/new?patrol={id}&site={place}") aria-label=report_at.clone()>
                        <Icon name="camera" />
                        {patrol.report}
                    </a>
                </div>
            }
            .into_any()
        }
    }
}
