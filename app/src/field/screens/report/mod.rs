//! 上报: the report form. Photo first: evidence drives away.

mod about_unit;
mod category;
mod content;
mod on_patrol;
mod on_spot;
mod severity;
mod site;

pub(crate) use content::{How, Place, ReportContent};

use super::{
    draft::Drafting,
    form::{Dock, ErrorSummary, PhotoStrip, PlaceField, TextField, keeping_line},
    frame::{Back, Frame},
    states::Nothing,
    words,
};
use crate::{
    components::Icon,
    field::phone::{Draft, Phone},
};
use about_unit::AboutUnitField;
use category::CategoryField;
use huiyin_domain::{
    ids::CaseId,
    photo::{MAX_PER_COMMAND, Purpose},
    report::MIN_WORDS_CHARS,
};
use leptos::{prelude::*, task::spawn_local};
use leptos_router::{
    NavigateOptions,
    hooks::{use_navigate, use_params_map},
};
use on_patrol::OnPatrol;
use on_spot::OnSpotField;
use severity::SeverityField;
use site::SiteField;

/// Ids of the fields, in the order of the page.
const FIELDS: &[&str] = &["photos", "category", "place", "site", "words", "severity", "done", "about_unit"];

/// A report that is being written. Its address names the case it will open.
#[component]
pub(crate) fn ReportForm() -> impl IntoView {
    let phone = Phone::here();
    let params = use_params_map();
    let case = Memo::new(move |_| params.read().get("case").and_then(|id| id.parse::<CaseId>().ok()));
    move || {
        let case = case.get()?;
        let draft = phone.drafts().with_untracked(|drafts| drafts.iter().find(|draft| draft.case == case && !draft.discarded).cloned());
        Some(match draft {
            Some(draft) => view! { <Writing draft=draft /> }.into_any(),
            None => view! { <Gone case=case /> }.into_any(),
        })
    }
}

/// The draft is not here any more: filed or thrown away.
#[component]
fn Gone(case: CaseId) -> impl IntoView {
    let report = &words().report;
    view! {
        <Frame title=report.title.to_owned() back=Back::today()>
            <Nothing title=report.draft_gone help=report.draft_gone_help>
                <div class="row">
                    <a class="btn" href=format!("/field/filed/{case}")>
                        {report.to_outbox}
                    </a>
                    <a class="btn" data-kind="main" href="/field/new">
                        {report.another}
                    </a>
                </div>
            </Nothing>
        </Frame>
    }
}

#[component]
fn Writing(draft: Draft) -> impl IntoView {
    let report = &words().report;
    let form = &words().form;
    let phone = Phone::here();
    let drafting = Drafting::<ReportContent>::take_up(phone, &draft);
    let navigate = use_navigate();
    let go = navigate.clone();
    let file = Callback::new(move |()| {
        let ask = drafting.form.with_untracked(|content| content.ask(drafting.all_photos(), phone.book().get_untracked().as_deref()));
        let blank = drafting.form.with_untracked(|content| if content.category.is_none() { vec!["category"] } else { Vec::new() });
        drafting.blank.set_value(blank);
        let (go, case) = (go.clone(), drafting.case);
        let then = Callback::new(move |()| go(&format!("/field/filed/{case}"), NavigateOptions { replace: true, ..Default::default() }));
        drafting.file(Ok(ask), then);
    });
    let discard = move |_| {
        let navigate = navigate.clone();
        spawn_local(async move {
            if phone.discard_draft(drafting.id).await.is_ok() {
                navigate("/field", Default::default());
            }
        });
    };
    let least = Memo::new(move |_| {
        let code = drafting.form.with(|content| content.category.clone());
        phone.book().with(|book| {
            code.as_ref().and_then(|code| book.as_ref()?.rulebook.category(code).map(|category| category.min_photos)).unwrap_or(0)
        })
    });
    let dock = move || {
        view! {
            <Dock sheet=drafting.sheet online=form.file offline=form.to_outbox icon="send" file=file leave_to="/field" />
        }
    };
    let set_words = Callback::new(move |text| drafting.change("words", |content| content.words = text));
    let set_place = Callback::new(move |place| drafting.change("place", |content| content.place = place));
    view! {
        <Frame title=report.title.to_owned() context=keeping_line(drafting.keeping) back=Back::today() dock=dock class="stack g-8">
            <ErrorSummary sheet=drafting.sheet fields=FIELDS />
            <OnPatrol drafting=drafting />
            <PhotoStrip
                sheet=drafting.sheet
                purpose=Purpose::Before
                title=form.photos
                hint=Signal::derive(move || (report.photos_hint)(least.get(), MAX_PER_COMMAND))
                id="photos"
                unmet=drafting.unmet_of("photos")
            />
            <CategoryField drafting=drafting />
            <PlaceField title=report.place place=drafting.part(|content| content.place.clone()) set=set_place unmet=drafting.unmet_of("place") />
            <SiteField drafting=drafting />
            <TextField
                id="words"
                label=report.words
                hint=report.words_hint
                phrases=report.phrases
                min=MIN_WORDS_CHARS
                heading=true
                value=drafting.part(|content| content.words.clone())
                set=set_words
                unmet=drafting.unmet_of("words")
            />
            <SeverityField drafting=drafting />
            <OnSpotField drafting=drafting />
            <AboutUnitField drafting=drafting />
            <button class="btn" data-kind="quiet" type="button" on:click=discard>
                <Icon name="trash" />
                {report.discard}
            </button>
        </Frame>
    }
}
