//! Papers to print, and the whole file to take away.

use crate::{
    backend::{CaseView, PaperState},
    components::Icon,
    desk::use_words,
    locales::{Words, rules, use_language},
};
use leptos::prelude::*;

/// The card; none for whoever does not read all of the case.
pub(super) fn papers(view: &CaseView) -> Option<impl IntoView + use<>> {
    let words = &use_words().page;
    if view.papers.is_empty() {
        return None;
    }
    let number = view.case.number.clone().unwrap_or_default();
    let lines = view.papers.iter().map(|paper| line(paper, &number)).collect_view();
    let file = view.may_take_file.then(|| file(&number, view.may_take_originals));
    Some(view! {
        <section class="card no-print" aria-labelledby="papers">
            <header>
                <h2 id="papers">{words.papers}</h2>
            </header>
            <div class="pad stack g-3">
                <p class="meta">{words.papers_hint}</p>
                <ul role="list" class="rows">
                    {lines}
                </ul>
                {file}
            </div>
        </section>
    })
}

fn line(paper: &PaperState, number: &str) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().page;
    let name = paper.kind.words(language);
    let address = format!("/desk/cases/{number}/documents/{}", paper.kind.code());
    let missing: Vec<&str> = paper.missing.iter().map(|field| field.words(language)).collect();
    let left = if missing.is_empty() {
        words.paper_complete.to_owned()
    } else {
        format!("{}{}{}", words.paper_missing, language.pick("：", ": "), missing.join(language.pick("、", ", ")))
    };
    let flaws: Vec<String> = paper.flaws.iter().map(|flaw| rules::paper_flaw(flaw, language)).collect();
    let doors = flaws.is_empty().then(|| {
        let file = format!("{address}.docx");
        view! {
            <p class="row">
                <a class="btn" href=address rel="external">
                    <Icon name="print" />
                    {words.paper_print}
                    <span class="vh">{name}</span>
                </a>
                <a class="btn" data-kind="quiet" href=file rel="external" download="">
                    <Icon name="download" />
                    {words.paper_file}
                    <span class="vh">{name}</span>
                </a>
            </p>
        }
    });
    let broken = (!flaws.is_empty()).then(|| {
        view! {
            <p class="error">
                <Icon name="alert" />
                <span>{words.paper_broken}</span>
            </p>
            <ul class="why">{flaws.into_iter().map(|flaw| view! { <li>{flaw}</li> }).collect_view()}</ul>
        }
    });
    view! {
        <li class="paper-line">
            <div>
                <h3 style="font-size:var(--t-3)">{name}</h3>
                <p class="meta">{left}</p>
                {broken}
            </div>
            {doors}
        </li>
    }
}

fn file(number: &str, originals: bool) -> impl IntoView + use<> {
    let words = &use_words().page;
    let address = format!("/desk/cases/{number}/file.zip");
    let with = format!("{address}?originals=true");
    view! {
        <h3 style="font-size:var(--t-3)">{words.file}</h3>
        <p class="meta">{words.file_hint}</p>
        <p class="row">
            <a class="btn" href=address rel="external" download="">
                <Icon name="download" />
                {words.file_take}
            </a>
            {originals.then(|| view! {
                <a class="btn" data-kind="quiet" href=with rel="external" download="">
                    <Icon name="image" />
                    {words.file_take_originals}
                </a>
            })}
        </p>
    }
}
