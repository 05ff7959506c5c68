//! 并案: two cases side by side, and which of them stays.

mod beside;
mod choose;
mod decide;

use super::{Bones, DemoNote, Failed};
use crate::{
    backend::{CaseView, Land, Me, Problem},
    components::{CountyMap, Spot},
    desk::{Asking, calls, use_words},
};
use beside::beside;
use choose::choose;
use decide::Decide;
use huiyin_domain::rulebook::Rulebook;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde::{Deserialize, Serialize};

/// What is shown: one case, the other one, and what a map is drawn from.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
struct Pair {
    one: CaseView,
    other: Option<Result<CaseView, Problem>>,
    land: Option<Land>,
}

async fn fetched((number, with): (String, Option<String>)) -> Result<Pair, Problem> {
    let one = calls::case(number).await?;
    let other = match with {
        Some(number) => Some(calls::case(number).await),
        None => None,
    };
    let land = match &other {
        Some(Ok(_)) => Some(calls::land().await?),
        _ => None,
    };
    Ok(Pair { one, other, land })
}

/// Two cases side by side.
#[component]
pub fn MergeScreen() -> impl IntoView {
    let Asking(me) = expect_context::<Asking>();
    let (params, query) = (use_params_map(), use_query_map());
    let asked = Memo::new(move |_| {
        let number = params.with(|params| params.get("number").unwrap_or_default());
        let with = query.with(|query| query.get("with")).map(|with| with.trim().to_uppercase()).filter(|with| !with.is_empty());
        (number, with)
    });
    let pair = Resource::new_blocking(move || asked.get(), fetched);
    view! {
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, pair.await) {
                    (Ok(me), Ok(pair)) => page(&me, pair).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem heads=true /> }.into_any(),
                }
            })}
        </Transition>
    }
}

fn page(me: &Me, pair: Pair) -> impl IntoView + use<> {
    let all = use_words();
    let words = &all.merge;
    let Pair { one, other, land } = pair;
    let number = one.case.number.clone().unwrap_or_default();
    let body = match other {
        None => choose(me, &one, None).into_any(),
        Some(Err(problem)) => choose(me, &one, Some(problem)).into_any(),
        Some(Ok(other)) => view! {
            <div class="grid" style="--min:20rem;align-items:start">
                {beside(me, &one, words.first)}
                {beside(me, &other, words.second)}
            </div>
            {land.map(|land| apart(me, &one, &other, &land))}
            <Decide one=&one other=&other />
            <p>
                <a class="btn" data-kind="quiet" href=format!("/desk/cases/{number}/merge")>
                    {words.other_choice}
                </a>
            </p>
        }
        .into_any(),
    };
    view! {
        <Title text=format!("{} · {number} · {}", words.title, all.case.room) />
        <nav aria-label=all.case.breadcrumb>
            <ol class="crumb" role="list">
                <li>
                    <a href="/desk">{all.inbox.title}</a>
                </li>
                <li aria-hidden="true">"/"</li>
                <li>
                    <a class="code" href=format!("/desk/cases/{number}")>
                        {number.clone()}
                    </a>
                </li>
            </ol>
        </nav>
        <div class="top">
            <h1>{words.title}</h1>
        </div>
        <div class="stack g-6">
            <DemoNote demo=me.demo />
            {body}
        </div>
    }
}

/// How far they are from each other, in metres and days, and where on the map.
fn apart(me: &Me, one: &CaseView, other: &CaseView, land: &Land) -> impl IntoView + use<> {
    let all = use_words();
    let words = &all.merge;
    let days = (one.case.opened_at - other.case.opened_at).abs().whole_days();
    let metres = one.case.place.zip(other.case.place).map(|(one, other)| one.distance_m(other));
    let distance = metres.map_or(words.distance_unknown.to_owned(), |metres| format!("{} {metres:.0} {}", words.distance, all.case.metres));
    let spots: Vec<Spot> = [(one, words.first), (other, words.second)]
        .into_iter()
        .filter_map(|(view, name)| {
            let number = view.case.number.clone().unwrap_or_default();
            Some(Spot {
                at: view.case.place?,
                href: Some(format!("/desk/cases/{number}")),
                label: format!("{name} · {number}"),
                text: name.to_owned(),
                due: None,
                done: !view.case.state.is_open(),
            })
        })
        .collect();
    let drawn = Rulebook { county: land.county.clone(), divisions: land.townships.clone(), ..me.rulebook.clone() };
    view! {
        <section class="card" aria-labelledby="apart">
            <div class="pad stack g-3">
                <h2 id="apart" style="font-size:var(--t-4)">
                    {distance}
                </h2>
                <p class="meta">{format!("{} {days} {}", words.days, words.day_unit)}</p>
                {(!spots.is_empty()).then(|| view! {
                    <div style="max-inline-size:32rem" role="group" aria-label=words.map>
                        <CountyMap rulebook=&drawn spots=spots />
                    </div>
                })}
            </div>
        </section>
    }
}
