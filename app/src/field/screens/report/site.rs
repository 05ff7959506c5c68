//! Which known place it concerns: the nearest ones, never a must.

use super::{
    super::{draft::Drafting, order, words},
    ReportContent,
};
use crate::{
    field::phone::Phone,
    locales::{Words, use_language},
};
use huiyin_domain::{ids::SiteId, site::Site};
use leptos::prelude::*;

/// How many are offered.
const SHOWN: usize = 4;
/// Farther than this none is offered, metres.
const NEAR_M: f64 = 3_000.0;

/// The nearest sites as choices.
#[component]
pub(super) fn SiteField(drafting: Drafting<ReportContent>) -> impl IntoView {
    let report = &words().report;
    let phone = Phone::here();
    let language = use_language();
    let point = drafting.part(|content| content.place.point());
    let chosen = drafting.part(|content| content.site);
    let near = Memo::new(move |_| {
        let (point, book) = (point.get()?, phone.book().get()?);
        let mut near: Vec<(f64, Site)> = book.sites.iter().map(|site| (site.place.distance_m(point), site.clone())).collect();
        // What was chosen before stays in sight, however far the position has moved.
        near.retain(|(m, site)| *m <= NEAR_M || Some(site.id) == chosen.get());
        let near = order::by_key(near, |(m, _)| *m);
        let kept: Vec<(f64, Site)> = near
            .iter()
            .enumerate()
            .filter(|(n, (_, site))| *n < SHOWN || Some(site.id) == chosen.get())
            .map(|(_, pair)| pair.clone())
            .collect();
        (!kept.is_empty()).then_some(kept)
    });
    let choice = move |id: Option<SiteId>, name: String, under: Option<String>| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="site"
                    prop:checked=move || chosen.get() == id
                    on:change=move |_| drafting.change("site", |content| content.site = id)
                />
                <span>
                    <span lang="zh-CN">{name}</span> {under.map(|under| view! { <br /> <span class="meta">{under}</span> })}
                </span>
            </label>
        }
    };
    move || {
        near.get().map(|near| {
            view! {
                <fieldset class="field" id="site">
                    <legend>
                        <h2>{report.site}</h2>
                    </legend>
                    <p class="hint">{report.site_hint}</p>
                    {near
                        .into_iter()
                        .map(|(m, site)| {
                            let under = format!("{} · {}", site.kind.words(language), (words().shell.metres)(m));
                            choice(Some(site.id), site.name, Some(under))
                        })
                        .collect_view()}
                    {choice(None, report.site_none.to_owned(), None)}
                </fieldset>
            }
        })
    }
}
