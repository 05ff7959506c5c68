//! The photos of a case: before, after, recheck.

use super::super::{order, photo::Picture, words};
use crate::locales::{Words, dates, use_language};
use huiyin_domain::{
    case::Case,
    photo::{Photo, Purpose},
};
use leptos::prelude::*;

/// All photos of a case that the phone knows of, in the order they were taken.
fn of_case(case: &Case) -> Vec<Photo> {
    let told = case.reports.iter().flat_map(|filed| &filed.photos);
    let rechecked = case.rechecks.iter().flat_map(|recheck| &recheck.photos);
    let mut photos: Vec<Photo> = Vec::new();
    for photo in told.chain(&case.evidence).chain(rechecked) {
        if photos.iter().all(|known| known.hash != photo.hash) {
            photos.push(photo.clone());
        }
    }
    order::by_key(photos, |photo| order::moment(photo.taken_at))
}

/// The gallery.
#[component]
pub(super) fn Photos(case: Case) -> impl IntoView {
    let words = words();
    let language = use_language();
    let photos = of_case(&case);
    (!photos.is_empty()).then(|| {
        view! {
            <section class="stack g-3" aria-labelledby="photos">
                <h2 id="photos">{words.case.photos}</h2>
                <div class="ba">
                    {photos
                        .into_iter()
                        .enumerate()
                        .map(|(n, photo)| {
                            let name = photo.purpose.words(language);
                            let tone = matches!(photo.purpose, Purpose::After | Purpose::Recheck).then_some("done");
                            view! {
                                <figure class="photo">
                                    <Picture hash=photo.hash alt=format!("{name} {}", n + 1) />
                                    <span class="tag" data-tone=tone>
                                        {name}
                                    </span>
                                    <figcaption>{dates::moment(photo.taken_at, language)}</figcaption>
                                </figure>
                            }
                        })
                        .collect_view()}
                </div>
            </section>
        }
    })
}

/// Photos with one purpose.
pub(crate) fn photos_with(case: &Case, purpose: Purpose) -> Vec<Photo> {
    of_case(case).into_iter().filter(|photo| photo.purpose == purpose).collect()
}
