//! Photos: before and after in one frame, then all of them.

use crate::{
    backend::{CaseView, Me},
    components::{BeforeAfter, Photo, Shot},
    desk::{
        naming,
        photos::{Shown, address, shown},
        use_words,
    },
    locales::{Words, dates, use_language},
};
use leptos::prelude::*;

/// The card of photos.
pub(super) fn photos(me: &Me, view: &CaseView) -> impl IntoView + use<> {
    let words = &use_words().case;
    let category = naming::category(&me.rulebook, &view.case.category, use_language());
    let all = shown(&view.case);
    let (here, coming): (Vec<Shown>, Vec<Shown>) = all.into_iter().partition(|photo| view.photos_here.contains(&photo.hash));
    let before = here.iter().find(|photo| !photo.after).cloned();
    let after = here.iter().rev().find(|photo| photo.after).cloned();
    let (pair, rest): (Option<(Shown, Shown)>, Vec<Shown>) = match (before, after) {
        (Some(before), Some(after)) => {
            let rest = here.iter().filter(|photo| photo.hash != before.hash && photo.hash != after.hash).cloned().collect();
            (Some((before, after)), rest)
        }
        _ => (None, here),
    };
    let nothing = pair.is_none() && rest.is_empty() && coming.is_empty();
    let rest: Vec<_> = rest.iter().map(|photo| shot(photo, &category)).collect();
    let waiting = coming.len();
    view! {
        <section class="card" aria-labelledby="photos">
            <header>
                <h2 id="photos">{words.photos}</h2>
                {(waiting > 0).then(|| view! { <span class="meta">{format!("{} × {waiting}", words.photo_coming)}</span> })}
            </header>
            <div class="pad stack">
                {nothing.then(|| view! { <p class="meta">{words.no_photos}</p> })}
                {pair.map(|(before, after)| view! { <BeforeAfter before=shot(&before, &category) after=shot(&after, &category) /> })}
                {(!rest.is_empty()).then(|| view! {
                    <ul class="photos" role="list" style="--min:9rem">
                        {rest.into_iter().map(|shot| view! { <li><Photo shot=shot /></li> }).collect_view()}
                    </ul>
                })}
            </div>
        </section>
    }
}

pub(in crate::desk::screens) fn shot(photo: &Shown, category: &str) -> Shot {
    let language = use_language();
    let tag = photo.purpose.words(language);
    let when = dates::moment(photo.taken_at, language);
    Shot {
        src: address(&photo.hash),
        alt: format!("{tag} · {category} · {when}"),
        tag: Some(tag.to_owned()),
        after: photo.after,
        caption: Some(when),
    }
}
