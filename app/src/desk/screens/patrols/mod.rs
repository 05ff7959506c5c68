//! 巡查: what is planned, what was found, and how well places are covered. Places are counted, never persons.

mod choose;
mod coverage;
mod facts;
mod filters;
mod patrol;
mod people;
mod plan;
mod rechecks;
mod rows;
mod sending;
mod sheet;
mod visits;

pub use patrol::PatrolScreen;
pub use plan::PatrolPlan;

use super::{Bones, DemoNote, Failed};
use crate::{
    backend::{Me, PatrolsPage},
    components::{Banner, Empty, Icon, Tone},
    desk::{Asking, calls, query::patrols_from_params, use_words},
};
use huiyin_domain::patrol::PatrolState;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

/// The list of patrols.
#[component]
pub fn Patrols() -> impl IntoView {
    let words = &use_words().patrols;
    let Asking(me) = expect_context::<Asking>();
    let params = use_query_map();
    let query = Memo::new(move |_| params.with(patrols_from_params));
    let page = Resource::new_blocking(move || query.get(), calls::patrols);
    view! {
        <Title text=words.tab_title />
        <div class="top">
            <h1>{words.title}</h1>
        </div>
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, page.await) {
                    (Ok(me), Ok(page)) => list(&me, &page, query.get_untracked().state).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                }
            })}
        </Transition>
    }
}

fn list(me: &Me, page: &PatrolsPage, state: Option<PatrolState>) -> impl IntoView + use<> {
    let words = &use_words().patrols;
    let plan = page.may_plan.then(|| {
        view! {
            <p class="row">
                <a class="btn" data-kind="main" href="/desk/patrols/new">
                    <Icon name="plus" />
                    {words.plan}
                </a>
            </p>
        }
    });
    let body = if page.rows.is_empty() {
        view! {
            <div class="card">
                <Empty title=words.empty icon="route">
                    {words.empty_text}
                </Empty>
            </div>
        }
        .into_any()
    } else {
        rows::rows(page).into_any()
    };
    view! {
        <div class="stack g-5">
            <DemoNote demo=me.demo />
            {plan}
            {filters::filters(page, state)}
            {page.more.then(|| view! { <Banner tone=Tone::Soon title=words.more /> })}
            {body}
            <div class="split" style="--aside:24rem">
                {rechecks::rechecks(page)}
                {coverage::coverage(page)}
            </div>
        </div>
    }
}
