//! Each place with what was found there, and the reports that came of it.

use crate::{
    backend::{Me, PatrolCase, PatrolView},
    components::{Empty, Icon, StateBadge, Tag, Tone},
    desk::{naming, use_words},
    locales::{Words, dates, use_language},
};
use huiyin_domain::{
    case::State,
    patrol::{Found, Visit},
};
use leptos::prelude::*;

/// Places in the order of the plan, then what was found beside the way.
pub(super) fn visits(me: &Me, view: &PatrolView) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let language = use_language();
    let lines = view.sites.iter().map(|site| {
        let under = format!("{} · {}", site.kind.words(language), naming::division(&me.rulebook, &site.division, language));
        let found: Vec<&Visit> = view.patrol.visits_of(site.id).collect();
        place(site.name.clone(), under, &found, view).into_any()
    });
    let known = |visit: &&Visit| !visit.site.is_some_and(|id| view.sites.iter().any(|site| site.id == id));
    let beside = view
        .patrol
        .visits
        .iter()
        .filter(known)
        .map(|visit| place(words.beside_the_way.to_owned(), String::new(), &[visit], view).into_any());
    let lines: Vec<AnyView> = lines.chain(beside).collect();
    let head = format!("{} · {} / {}", words.visits, view.patrol.visited_of(&view.sites), view.sites.len());
    let body = if lines.is_empty() {
        view! { <Empty title=words.no_places icon="pin" /> }.into_any()
    } else {
        view! {
            <ul class="rows" role="list">
                {lines}
            </ul>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="visits">
            <header>
                <h2 id="visits">{head}</h2>
            </header>
            {body}
        </section>
    }
}

fn place(name: String, under: String, found: &[&Visit], view: &PatrolView) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let lines = found.iter().map(|visit| line(visit, view)).collect_view();
    view! {
        <li>
            <div class="item">
                <Icon name=if found.is_empty() { "pin" } else { "check-c" } />
                <span class="stack g-1">
                    <span class="title" lang="zh-CN">
                        {name}
                    </span>
                    {(!under.is_empty()).then(|| view! { <span class="meta">{under}</span> })}
                    {found.is_empty().then(|| view! { <span class="quiet">{words.not_yet}</span> })}
                    {lines}
                </span>
            </div>
        </li>
    }
}

/// What somebody found, and who and when.
fn line(visit: &Visit, view: &PatrolView) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let language = use_language();
    let who = naming::person(&view.people, visit.by).unwrap_or_default();
    let by = format!("{who} · {}", dates::moment(visit.at, language));
    let what = match visit.found {
        Found::Nothing => view! {
            <Tag tone=Tone::Done icon="check">
                {words.nothing_found}
            </Tag>
        }
        .into_any(),
        Found::Problem { case } => {
            let number = view.cases.iter().find(|known| known.id == case).map(|known| known.number.clone());
            view! {
                <Tag tone=Tone::Soon icon="alert">
                    {words.problem}
                </Tag>
                {number.map(|number| view! {
                    " "
                    <a class="code" href=format!("/desk/cases/{number}")>
                        {number.clone()}
                    </a>
                })}
            }
            .into_any()
        }
    };
    view! {
        <span class="under">
            {what}
            " "
            <span>{by}</span>
            {(!visit.words.is_empty()).then(|| view! { " " <span lang="zh-CN">{visit.words.clone()}</span> })}
        </span>
    }
}

/// Reports that came of it.
pub(super) fn cases(me: &Me, view: &PatrolView) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let body = if view.cases.is_empty() {
        view! { <p class="pad quiet">{words.cases_none}</p> }.into_any()
    } else {
        let rows = view.cases.iter().map(|case| case_line(me, case)).collect_view();
        view! {
            <ul class="rows" role="list">
                {rows}
            </ul>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="cases">
            <header>
                <h2 id="cases">{words.cases}</h2>
            </header>
            {body}
        </section>
    }
}

fn case_line(me: &Me, case: &PatrolCase) -> impl IntoView + use<> {
    let category = naming::category(&me.rulebook, &case.category, use_language());
    let answered = matches!(case.state, State::Closed | State::Declined);
    view! {
        <li>
            <a class="item" href=format!("/desk/cases/{}", case.number)>
                <span>
                    <span class="title" lang="zh-CN">
                        {case.words.clone()}
                    </span>
                    <span class="under">
                        <span class="code">{case.number.clone()}</span>
                        " "
                        {category}
                        " "
                        <StateBadge state=case.state answered=answered />
                    </span>
                </span>
                <Icon name="right" />
            </a>
        </li>
    }
}
