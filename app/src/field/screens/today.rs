//! 今日: what waits for me, what I have begun, what came back.

use super::{
    case::{DueWords, next_verb},
    frame::Frame,
    naming, new_report, order,
    patrol::PatrolTasks,
    replies::{is_mine, news},
    states::Nothing,
    when, words,
};
use crate::{
    components::Icon,
    field::{
        network::Network,
        phone::{Draft, Phone, PhoneCase},
    },
    locales::{dates, use_language},
};
use huiyin_domain::{
    case::{VerbName, deadline},
    sync::message::Why,
};
use leptos::{prelude::*, task::spawn_local};

/// The first screen.
#[component]
pub(crate) fn Today() -> impl IntoView {
    let today = &words().today;
    let phone = Phone::here();
    let network = Network::here();
    let language = use_language();
    let tasks = move |why: Why| {
        Memo::new(move |_| {
            let mine: Vec<PhoneCase> =
                phone.cases().get().into_iter().filter(|case| case.why.contains(&why) && next_verb(phone, case).is_some()).collect();
            order::by_key(mine, |case| deadline::next_due(&case.case).map_or(f64::INFINITY, |due| order::moment(due.at)))
        })
    };
    let (handling, rechecking, fresh) = (tasks(Why::Handling), tasks(Why::Rechecking), news(phone));
    let drafts = Memo::new(move |_| {
        phone.drafts().get().into_iter().filter(|draft| draft.discarded || new_report::is_begun(draft)).collect::<Vec<_>>()
    });
    let walks = move || phone.patrols().with(|patrols| patrols.iter().any(|known| known.patrol.state.is_open()));
    let nothing = move || {
        !walks() && handling.read().is_empty() && rechecking.read().is_empty() && drafts.read().is_empty() && fresh.read().is_empty()
    };
    let context = Signal::derive(move || {
        let place = phone.person().with(|person| person.as_ref().map(|signed_in| naming::unit(&signed_in.person.unit)));
        [phone.now().map(|now| dates::day(now.day(), language)), place].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let last = move || phone.status().read().last_answer.map(|at| (today.last_sync)(&when::stamp(at)));
    view! {
        <Frame title=words().shell.today.to_owned() context=context>
            {move || {
                (!network.there())
                    .then(|| {
                        view! {
                            <div class="banner" data-tone="soon" role="status">
                                <Icon name="offline" />
                                <strong>{today.offline}</strong>
                                <span>{today.offline_help} {last}</span>
                            </div>
                        }
                    })
            }}
            {move || {
                phone
                    .storage()
                    .read()
                    .is_low()
                    .then(|| {
                        view! {
                            <div class="banner" data-tone="late" role="status">
                                <Icon name="disk" />
                                <span>{words().settings.nearly_full}</span>
                            </div>
                        }
                    })
            }}
            <PatrolTasks />
            <Tasks id="handle" title=today.to_handle cases=handling />
            <Tasks id="recheck" title=today.to_recheck cases=rechecking />
            <Tasks id="news" title=today.news cases=fresh />
            <Drafts drafts=drafts />
            {move || {
                nothing()
                    .then(|| {
                        if phone.book().read().is_none() {
                            view! { <Nothing title=today.never_synced help=today.never_synced_help /> }.into_any()
                        } else {
                            view! { <Nothing title=today.nothing help=today.nothing_help /> }.into_any()
                        }
                    })
            }}
        </Frame>
    }
}

#[component]
fn Tasks(id: &'static str, title: &'static str, cases: Memo<Vec<PhoneCase>>) -> impl IntoView {
    let today = &words().today;
    move || {
        let cases = cases.get();
        (!cases.is_empty()).then(|| {
            view! {
                <section aria-labelledby=id>
                    <div class="sect">
                        <h2 id=id>{title} " " <span class="count">{(today.count)(cases.len())}</span></h2>
                    </div>
                    <div class="card">
                        <ul class="rows" role="list">
                            {cases.into_iter().map(|case| view! { <li><Task case=case /></li> }).collect_view()}
                        </ul>
                    </div>
                </section>
            }
        })
    }
}

#[component]
fn Task(case: PhoneCase) -> impl IntoView {
    let today = &words().today;
    let matter = &case.case;
    let (icon, group) = naming::category_face(&matter.category);
    let what = naming::case_title(matter);
    let title = match next_verb(Phone::here(), &case) {
        Some(VerbName::SignFor) => (today.sign_for)(&what),
        Some(VerbName::Recheck) => (today.recheck)(&what),
        Some(_) => (today.handle)(&what),
        None => what,
    };
    let news = (is_mine(&case) && next_verb(Phone::here(), &case).is_none())
        .then(|| if case.reply.is_some() { today.replied } else { today.moved_on });
    view! {
        <a class="item" href=format!("/field/case/{}", matter.id)>
            <span class="glyph" data-g=group>
                <Icon name=icon />
            </span>
            <span>
                <span class="title">{title}</span>
                <span class="under">
                    {matter.number.clone().map(|number| view! { <span class="code">{number}</span> })}
                    {news.map(|news| view! { <span class="tag" data-tone="done">{news}</span> })}
                    <DueWords case=matter />
                    {(!case.only_here.is_empty()).then(|| view! { <span class="tag" data-tone="soon">{today.own_waiting}</span> })}
                </span>
            </span>
            <Icon name="right" />
        </a>
    }
}

#[component]
fn Drafts(drafts: Memo<Vec<Draft>>) -> impl IntoView {
    let today = &words().today;
    move || {
        let drafts = drafts.get();
        let kept = drafts.iter().filter(|draft| !draft.discarded).count();
        (!drafts.is_empty()).then(|| {
            view! {
                <section aria-labelledby="drafts">
                    <div class="sect">
                        <h2 id="drafts">
                            {today.drafts} " " <span class="count">{(today.draft_count)(kept)}</span>
                        </h2>
                    </div>
                    <div class="card">
                        <ul class="rows" role="list">
                            {drafts.into_iter().map(|draft| view! { <li><Begun draft=draft /></li> }).collect_view()}
                        </ul>
                    </div>
                </section>
            }
        })
    }
}

#[component]
fn Begun(draft: Draft) -> impl IntoView {
    let today = &words().today;
    let phone = Phone::here();
    if draft.discarded {
        let id = draft.id;
        let undo = move |_| {
            spawn_local(async move {
                // If it fails the row stays as it is, which says so.
                let _ = phone.restore_draft(id).await;
            });
        };
        return view! {
            <div class="item">
                <Icon name="trash" />
                <span class="quiet">{today.discarded}</span>
                <button class="btn" type="button" on:click=undo>
                    {today.undo}
                </button>
            </div>
        }
        .into_any();
    }
    let (href, title) = super::acts::address_and_title(&draft);
    let photos = (!draft.photos.is_empty()).then(|| (today.draft_photos)(draft.photos.len()));
    let face = match draft.photos.first() {
        Some(photo) => view! { <super::photo::Picture hash=photo.hash alt="" class="thumb" /> }.into_any(),
        None => view! {
            <span class="glyph">
                <Icon name="edit" />
            </span>
        }
        .into_any(),
    };
    view! {
        <a class="item" href=href>
            {face}
            <span>
                <span class="title">{title}</span>
                <span class="under">
                    {photos.map(|photos| view! { <span>{photos}</span> })}
                    <span>{(today.draft_saved)(&when::stamp(draft.changed_at))}</span>
                </span>
            </span>
            <Icon name="edit" />
        </a>
    }
    .into_any()
}
