//! 数据: figures of a period, each number a link to the cases that it counts.

pub mod beside;
pub mod cards;
pub mod groups;
pub mod links;
pub mod overdue;
pub mod period;
pub mod places;
pub mod themes;
pub mod trend;

use super::{Bones, DemoNote, Failed};
use crate::{
    backend::{FiguresPage, Me},
    components::{Empty, Icon},
    desk::{
        Asking, calls,
        query::{figures_address, figures_from_params},
        use_words,
    },
};
use beside::Beside;
use cards::Cards;
use groups::Groups;
use huiyin_domain::figures::Tally;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;
use overdue::OverdueList;
use period::Period;
use places::Places;
use themes::Themes;
use trend::Trend;

/// The figures.
#[component]
pub fn Figures() -> impl IntoView {
    let words = &use_words().figures;
    let Asking(me) = expect_context::<Asking>();
    let params = use_query_map();
    let query = Memo::new(move |_| params.with(figures_from_params));
    let page = Resource::new_blocking(move || query.get(), calls::figures);
    view! {
        <Title text=words.tab_title />
        <div class="top">
            <h1>{words.title}</h1>
        </div>
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, page.await) {
                    (Ok(me), Ok(page)) => shown(&me, &page).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                }
            })}
        </Transition>
    }
}

fn shown(me: &Me, page: &FiguresPage) -> impl IntoView + use<> {
    let words = &use_words().figures;
    let nothing = [Tally::Received, Tally::Open, Tally::Due, Tally::Closed, Tally::AnswersDue];
    let body = if nothing.iter().all(|tally| page.all.count(*tally) == 0) {
        view! {
            <div class="card">
                <Empty title=words.empty icon="chart">
                    {words.empty_text}
                </Empty>
            </div>
        }
        .into_any()
    } else {
        view! {
            <Cards page=page />
            <Themes page=page />
            <div class="split" style="--aside:26rem">
                <Places page=page rulebook=&me.rulebook />
                <OverdueList page=page rulebook=&me.rulebook />
            </div>
            <Groups page=page rulebook=&me.rulebook />
            <div class="split" style="--aside:26rem">
                <Trend page=page />
                <Beside page=page />
            </div>
        }
        .into_any()
    };
    let asked = crate::backend::FiguresQuery { from: Some(page.from), to: Some(page.to), by: Some(page.by) };
    view! {
        <div class="stack g-6">
            <DemoNote demo=me.demo />
            <Period page=page />
            {body}
            <p class="row">
                <a class="btn" href=figures_address("/desk/figures.csv", &asked) rel="external" download="">
                    <Icon name="download" size="s" />
                    {words.csv}
                </a>
                <a class="btn" href=figures_address("/desk/figures.xlsx", &asked) rel="external" download="">
                    <Icon name="download" size="s" />
                    {words.xlsx}
                </a>
            </p>
            <p class="fine">{words.never_persons}</p>
        </div>
    }
}
