//! A case on the phone: what it is, where it stands, what I may do.

mod due;
mod facts;
mod next;
mod photos;
mod timeline;

pub(crate) use due::DueWords;
pub(crate) use next::next_verb;
pub(crate) use photos::photos_with;

use super::{
    frame::{Back, Frame},
    naming,
    states::Nothing,
    words,
};
use crate::{
    components::{CaseState, Icon, ReplyBubble},
    field::{
        phone::{Phone, PhoneCase, Step},
        seen::Seen,
    },
    locales::{Words, use_language},
};
use facts::Facts;
use huiyin_domain::ids::CaseId;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use next::NextSteps;
use photos::Photos;
use timeline::Timeline;

/// The page.
#[component]
pub(crate) fn CasePage() -> impl IntoView {
    let words = words();
    let phone = Phone::here();
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("case").and_then(|id| id.parse::<CaseId>().ok()));
    let case = Memo::new(move |_| {
        let id = id.get()?;
        phone.cases().with(|cases| cases.iter().find(|case| case.case.id == id).cloned())
    });
    let title = Signal::derive(move || {
        let number = case.read().as_ref().and_then(|case| case.case.number.clone());
        number.map_or_else(|| words.case.case.to_owned(), |number| format!("{} {number}", words.case.case))
    });
    view! {
        <Frame title=title back=Back::today()>
            {move || match case.get() {
                None => view! { <Nothing title=words.case.not_here help=words.case.not_here_help /> }.into_any(),
                Some(case) => view! { <Body case=case /> }.into_any(),
            }}
        </Frame>
    }
}

#[component]
fn Body(case: PhoneCase) -> impl IntoView {
    let words = words();
    let matter = &case.case;
    // Reading the page is reading the news on it.
    expect_context::<Seen>().mark(&matter.id.to_string(), matter.seq);
    let reply = case.reply.clone().map(|said| {
        let unit = matter.lead_unit.as_ref().map(naming::unit).unwrap_or_default();
        view! { <ReplyBubble from=(words.replies.reply_of)(&unit) words=said /> }
    });
    view! {
        <OnlyHere id=matter.id />
        <section class="stack g-3" aria-labelledby="what">
            <h2 id="what">{naming::case_title(matter)}</h2>
            <p class="row">
                <CaseState case=matter />
                <DueWords case=matter />
            </p>
        </section>
        {reply}
        <NextSteps case=case.clone() />
        <Facts case=case.clone() />
        <Photos case=matter.clone() />
        <Timeline case=case.clone() />
    }
}

/// What I did here that the county has not got yet.
#[component]
fn OnlyHere(id: CaseId) -> impl IntoView {
    let acts = &words().acts;
    let language = use_language();
    let phone = Phone::here();
    let mine = Memo::new(move |_| {
        let waiting = |step: &Step| matches!(step, Step::OnPhone | Step::Sending);
        phone.outbox().get().into_iter().filter(|item| item.case == id && waiting(&item.step)).map(|item| item.verb).collect::<Vec<_>>()
    });
    move || {
        let mine = mine.get();
        (!mine.is_empty()).then(|| {
            view! {
                <div class="banner" data-tone="info" role="status">
                    <Icon name="phone" />
                    {mine.into_iter().map(|verb| view! { <strong>{(acts.stored)(verb.words(language))}</strong> }).collect_view()}
                    <span>{acts.stored_help}</span>
                </div>
            }
        })
    }
}
