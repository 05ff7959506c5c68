//! A patrol on the phone: its places, what was found, and that it is done. All of it without network.

mod asking;
mod ending;
mod sites;
mod tasks;

pub(crate) use tasks::PatrolTasks;

use super::{
    frame::{Back, Frame},
    naming,
    states::Nothing,
    words,
};
use crate::{
    components::Icon,
    field::phone::{Phone, PhonePatrol},
    locales::{Words, dates, use_language},
};
use asking::Asking;
use ending::Ending;
use huiyin_domain::{ids::PatrolId, moment::Moment, patrol::is_hidden};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use sites::Sites;
use time::Date;

/// The page.
#[component]
pub(crate) fn PatrolPage() -> impl IntoView {
    let patrol = &words().patrol;
    let phone = Phone::here();
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("patrol").and_then(|id| id.parse::<PatrolId>().ok()));
    let known = Memo::new(move |_| {
        let id = id.get()?;
        phone.patrols().with(|patrols| patrols.iter().find(|known| known.patrol.id == id).cloned())
    });
    let title =
        Signal::derive(move || known.read().as_ref().map_or_else(|| patrol.patrol.to_owned(), |known| known.patrol.plan.title.clone()));
    let asking = Asking::new(phone);
    view! {
        <Frame title=title back=Back::today()>
            {asking.told()}
            {move || match known.get() {
                None => view! { <Nothing title=patrol.not_here help=patrol.not_here_help /> }.into_any(),
                Some(known) => view! { <Body known=known asking=asking /> }.into_any(),
            }}
        </Frame>
    }
}

#[component]
fn Body(known: PhonePatrol, asking: Asking) -> impl IntoView {
    let patrol = &words().patrol;
    let language = use_language();
    let plan = &known.patrol.plan;
    let secret = is_hidden(&known.patrol).then(|| {
        view! {
            <div class="banner" data-tone="info">
                <Icon name="lock" />
                <strong>{patrol.hidden}</strong>
                <span>{patrol.hidden_help}</span>
            </div>
        }
    });
    let people: Vec<String> = plan.people.iter().copied().filter_map(naming::person).collect();
    let facts = [(patrol.people, people.join(language.pick("、", ", "))), (patrol.notes, plan.notes.clone())];
    let facts = facts
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
        {secret}
        <section class="stack g-3">
            <p class="row">
                {plan.kind.words(language)} " " <Days from=plan.from to=plan.to />
            </p>
            <dl class="facts">{facts}</dl>
        </section>
        <Sites known=known.clone() asking=asking />
        <Ending known=known asking=asking />
    }
}

/// Its last day, and whether that is over.
#[component]
fn Days(from: Date, to: Date) -> impl IntoView {
    let patrol = &words().patrol;
    let language = use_language();
    let today = Phone::here().now().map(Moment::day);
    let late = today.is_some_and(|today| to < today);
    let soon = !late && today == Some(to);
    let tone = if late { Some("late") } else { soon.then_some("soon") };
    let words = if late {
        format!("{} · {}", dates::day(to, language), patrol.late)
    } else if from == to {
        dates::day(to, language)
    } else {
        (patrol.until)(&dates::day(to, language))
    };
    view! {
        <span class="due" data-due=tone>
            <Icon name=if late { "alert" } else { "calendar" } size="s" />
            {words}
        </span>
    }
}
