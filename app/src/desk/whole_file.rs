//! The pages inside a case's file (一案一档): they stand by themselves, without server, script or style sheet.

use super::{
    naming, photos,
    screens::case::{facts, happened},
    words,
};
use crate::{
    backend::{CaseView, Me},
    locales::{Language, Words, dates},
    shell::{Assets, finished},
};
use huiyin_domain::{hash::Hash, moment::Moment, photo::Purpose};
use leptos::prelude::*;

const STYLE: &str = "body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}\
dl{display:grid;grid-template-columns:max-content 1fr;gap:.4rem 1rem}dl>div{display:contents}dt{color:#555}dd{margin:0;white-space:pre-line}\
.meta,.by{color:#555;margin:0}li{margin-block:.8rem}li p{margin:0}svg{display:none}img{max-width:20rem;height:auto}\
table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top}\
td.hash{font-family:monospace;font-size:.8em;overflow-wrap:anywhere}@media print{body{margin:0}}";

/// A photo of the file.
pub struct FilePhoto {
    /// Which.
    pub hash: Hash,
    /// What it shows.
    pub purpose: Purpose,
    /// When it was taken.
    pub taken_at: Moment,
}

/// Photos that this view may show, each with its path in the file.
#[must_use]
pub fn photos_of(view: &CaseView) -> Vec<(String, FilePhoto)> {
    let path = |(n, photo): (usize, photos::Shown)| {
        let name = serde_json::to_value(photo.purpose).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default();
        let path = format!("photos/{:02}-{name}.jpg", n + 1);
        (path, FilePhoto { hash: photo.hash, purpose: photo.purpose, taken_at: photo.taken_at })
    };
    photos::shown(&view.case).into_iter().enumerate().map(path).collect()
}

/// Facts, reports, photos and the timeline, to read.
#[must_use]
pub fn case_page(me: &Me, view: &CaseView, language: Language) -> String {
    let number = view.case.number.clone().unwrap_or_default();
    standing(language, number.clone(), || {
        let all = words(language);
        let state = view.case.state.words(language);
        let place = view.case.division.as_ref().map(|code| naming::division(&me.rulebook, code, language));
        let point = view.case.place.map(|at| format!("{:.5}, {:.5}", at.lat_deg, at.lon_deg));
        let place = [place, point].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let known = facts::known(me, view).into_iter().flatten();
        let known = known.chain([(all.case.place, place)]).map(|(name, what)| view! { <div><dt>{name}</dt><dd>{what}</dd></div> });
        let reports = view.case.reports.iter().map(|filed| {
            let came = dates::moment_and_year(filed.received_at, language);
            view! {
                <li>
                    <p lang="zh-CN" style="white-space:pre-line">{filed.report.words.clone()}</p>
                    <p class="meta">{format!("{} {came}", all.case.arrived)}</p>
                </li>
            }
        });
        let pictures = photos_of(view).into_iter().filter(|(_, photo)| view.photos_here.contains(&photo.hash)).map(|(path, photo)| {
            let words = format!("{} · {}", photo.purpose.words(language), dates::moment_and_year(photo.taken_at, language));
            view! {
                <li>
                    <img src=path alt=words.clone() />
                    <p class="meta">{words}</p>
                </li>
            }
        });
        let steps = view.timeline.iter().map(|entry| {
            let step = happened::step(me, view, entry);
            view! {
                <li>
                    <p>
                        <strong>{step.what}</strong>
                    </p>
                    <p class="by">{format!("{} · {}", entry.seq, step.by)}</p>
                    {step.body}
                </li>
            }
        });
        view! {
            <h1>{format!("{number} · {state}")}</h1>
            <h2>{all.case.facts}</h2>
            <dl>{known.collect_view()}</dl>
            <h2>{all.case.reports}</h2>
            <ul>{reports.collect_view()}</ul>
            <h2>{all.case.photos}</h2>
            <ul>{pictures.collect_view()}</ul>
            <h2>{all.case.timeline}</h2>
            <ol>{steps.collect_view()}</ol>
        }
    })
}

/// One line of the index.
pub struct IndexLine {
    /// Where it is.
    pub path: String,
    /// What it is, in words.
    pub what: String,
    /// Its length.
    pub bytes: usize,
    /// Its SHA-256; none if it has not arrived.
    pub hash: Option<Hash>,
}

/// The index, to read.
#[must_use]
pub fn index_page(number: &str, at: Moment, lines: &[IndexLine], language: Language) -> String {
    standing(language, number.to_owned(), || {
        let page = &words(language).page;
        let rows = lines.iter().map(|line| match line.hash {
            Some(hash) => view! {
                <tr>
                    <td>
                        <a href=line.path.clone()>{line.path.clone()}</a>
                    </td>
                    <td>{line.what.clone()}</td>
                    <td>{line.bytes}</td>
                    <td class="hash">{hash.to_string()}</td>
                </tr>
            }
            .into_any(),
            None => view! {
                <tr>
                    <td>{line.path.clone()}</td>
                    <td>{line.what.clone()}</td>
                    <td></td>
                    <td>{page.file_absent}</td>
                </tr>
            }
            .into_any(),
        });
        view! {
            <h1>{format!("{} · {number}", page.file)}</h1>
            <p class="meta">{format!("{} {}", page.file_packed, dates::moment_and_year(at, language))}</p>
            <p>
                <a href="README.txt">"README.txt"</a>
            </p>
            <table>
                <thead>
                    <tr>
                        <th>{page.file_path}</th>
                        <th>{page.file_what}</th>
                        <th>{page.file_bytes}</th>
                        <th>"SHA-256"</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        }
    })
}

/// A page that needs nothing besides itself.
fn standing<V: IntoView>(language: Language, title: String, body: impl FnOnce() -> V) -> String {
    Owner::new_root(None).with(|| {
        provide_context(language);
        provide_context(Assets {
            css: String::new(),
            icons: String::new(),
            logo: String::new(),
            boot: String::new(),
            js: String::new(),
            wasm: String::new(),
        });
        finished(view! {
            <!DOCTYPE html>
            <html lang=language.tag()>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <title>{title}</title>
                    <style>{STYLE}</style>
                </head>
                <body>{body()}</body>
            </html>
        })
    })
}
