//! 日志: who looked at what is kept apart, and who did what with accounts.

use super::log_lines::row;
use crate::{
    backend::{LogPage, LogQuery, Me},
    desk::{
        Asking, calls,
        query::{text, with_query},
        screens::{
            Bones, DemoNote, Failed,
            listed::{Listed, Turning, from_newest},
        },
        use_words,
    },
};
use huiyin_domain::iso::read_day;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::{components::Form, hooks::use_query_map, params::ParamsMap};
use time::Date;

fn from_params(params: &ParamsMap) -> LogQuery {
    LogQuery {
        person: text(params, "person").and_then(|id| id.parse().ok()),
        from: text(params, "from").and_then(|day| read_day(&day)),
        to: text(params, "to").and_then(|day| read_day(&day)),
        after: text(params, "after"),
    }
}

fn log_address(query: &LogQuery) -> String {
    let parts = [
        ("person", query.person.map(|id| id.to_string())),
        ("from", query.from.as_ref().map(Date::to_string)),
        ("to", query.to.as_ref().map(Date::to_string)),
        ("after", query.after.clone()),
    ];
    let parts: Vec<_> = parts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    with_query("/desk/log", &parts)
}

/// The log.
#[component]
pub fn Log() -> impl IntoView {
    let words = &use_words().audit;
    let Asking(me) = expect_context::<Asking>();
    let params = use_query_map();
    let query = Memo::new(move |_| params.with(from_params));
    let page = Resource::new_blocking(move || query.get(), calls::log);
    view! {
        <Title text=words.log_tab_title />
        <div class="top">
            <h1>{words.log_title}</h1>
        </div>
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, page.await) {
                    (Ok(me), Ok(page)) => shown(&me, page, &query.get_untracked()).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                }
            })}
        </Transition>
    }
}

fn shown(me: &Me, page: LogPage, query: &LogQuery) -> impl IntoView + use<> {
    let words = &use_words().audit;
    let older = page.next.clone().map(|after| log_address(&LogQuery { after: Some(after), ..query.clone() }));
    let newest = query.after.is_some().then(|| log_address(&LogQuery { after: None, ..query.clone() }));
    let filters = view! { <Filters page=&page query=query.clone() /> };
    let rows = page.lines.into_iter().map(|line| row(line, &me.rulebook).into_any()).collect();
    let columns = vec![words.column_what, words.column_who, words.column_subject, words.column_detail, words.column_when];
    view! {
        <div class="stack">
            <DemoNote demo=me.demo />
            <p class="meta">{words.log_lead}</p>
            {filters}
            <Listed
                caption=words.log_list
                columns=columns
                rows=rows
                empty=(words.log_empty, words.log_empty_text)
                icon="history"
            />
            <Turning words=from_newest() first=newest next=older />
        </div>
    }
}

/// Person and days: an ordinary form with an address.
#[component]
fn Filters<'a>(page: &'a LogPage, query: LogQuery) -> impl IntoView + use<> {
    let words = &use_words().audit;
    let filtered = LogQuery { after: None, ..query.clone() } != LogQuery::default();
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let (from, to) = (day(query.from), day(query.to));
    let nobody = query.person.is_none();
    let people = page
        .people
        .iter()
        .map(|person| {
            let chosen = query.person == Some(person.id);
            view! {
                <option value=person.id.to_string() selected=chosen prop:selected=chosen>
                    {person.name.clone()}
                </option>
            }
        })
        .collect_view();
    view! {
        <Form method="GET" action="/desk/log" attr:class="row" attr:aria-label=words.filters>
            <label class="row g-1" for="log-person">
                {words.person}
                <select class="input" id="log-person" name="person" style="inline-size:auto">
                    <option value="" selected=nobody prop:selected=nobody>{words.everybody}</option>
                    {people}
                </select>
            </label>
            <label class="row g-1" for="log-from">
                {words.from}
                <input class="input" id="log-from" name="from" type="date" value=from.clone() prop:value=from style="inline-size:auto" />
            </label>
            <label class="row g-1" for="log-to">
                {words.to}
                <input class="input" id="log-to" name="to" type="date" value=to.clone() prop:value=to style="inline-size:auto" />
            </label>
            <button class="btn" type="submit">
                {words.show}
            </button>
            {filtered.then(|| view! {
                <a class="btn" data-kind="quiet" href="/desk/log">
                    {words.clear}
                </a>
            })}
        </Form>
    }
}
