//! The public text that waits for another person: exactly what will be public.

use super::workbench::Workbench;
use crate::{
    backend::CaseView,
    desk::{photos, use_words},
    locales::{Words, dates, use_language},
};
use huiyin_domain::{
    case::{Publication, VerbName},
    publication::{PublicPlace, PublicRecord},
};
use leptos::prelude::*;

/// Whether there is a public page.
pub(super) fn is_public(view: &CaseView) -> bool {
    matches!(view.case.publication, Publication::Published { .. })
}

/// The record that waits for a reviewer.
pub(super) fn under_review(view: &CaseView) -> Option<&PublicRecord> {
    match &view.case.publication {
        Publication::AwaitingReview { record, .. } => Some(record),
        _ => None,
    }
}

/// The record under review; while the reviewer has the form open, it stands there instead.
pub(super) fn publication(view: &CaseView, bench: Workbench) -> impl IntoView + use<> {
    let record = under_review(view).cloned();
    move || record.as_ref().filter(|_| bench.open.get() != Some(VerbName::Publish)).map(card)
}

fn card(record: &PublicRecord) -> impl IntoView + use<> {
    let words = &use_words().case;
    view! {
        <section class="card" aria-labelledby="public-text">
            <header>
                <h2 id="public-text">{words.publication}</h2>
                <span class="meta">{words.awaiting_review}</span>
            </header>
            <div class="pad">{text(record)}</div>
        </section>
    }
}

/// Every word and picture of it.
pub(super) fn text(record: &PublicRecord) -> impl IntoView + use<> {
    let language = use_language();
    let all = use_words();
    let place = match record.place {
        Some(PublicPlace::Exact { .. }) => all.fields.place_exact,
        Some(PublicPlace::Cell { .. }) => all.fields.place_cell,
        None => all.fields.place_township,
    };
    let steps: Vec<String> =
        record.timeline.iter().map(|step| format!("{} {}", dates::moment(step.at, language), step.what.words(language))).collect();
    let facts = [
        (all.fields.public_title, record.title.clone()),
        (all.fields.found, record.found.clone()),
        (all.fields.done, record.done.clone()),
        (all.fields.public_reply, record.reply.clone()),
        (all.case.unit, record.unit.clone()),
        (all.fields.public_place, place.to_owned()),
        (all.case.timeline, steps.join(language.pick("；", "; "))),
    ];
    let facts = facts
        .into_iter()
        .map(|(name, what)| view! { <div><dt>{name}</dt><dd style="white-space:pre-line">{what}</dd></div> })
        .collect_view();
    let pictures = record
        .photos
        .iter()
        .map(|photo| {
            let tag = if photo.after { all.case.after } else { all.case.before };
            view! {
                <li>
                    <figure class="photo">
                        <img src=photos::address(&photo.original) alt=photo.caption.clone() width="800" height="600" loading="lazy" />
                        <span class="tag">{tag}</span>
                        <figcaption>{photo.caption.clone()}</figcaption>
                    </figure>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="stack">
            <dl class="facts">{facts}</dl>
            <ul class="photos" role="list" style="--min:9rem">
                {pictures}
            </ul>
        </div>
    }
}
