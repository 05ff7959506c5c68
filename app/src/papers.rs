//! Papers as pages to print: complete without script, A4, the same lines as the file for a word processor.

use crate::{
    backend::{Paper, Problem},
    components::Icon,
    locales::{Language, Words, desk::desk},
    shell::{Page, document},
};
use huiyin_domain::document::{Line, Run};
use leptos::prelude::*;

/// The page of a paper; around it stands what is not printed: the way back, the file, the other language, and what is left
/// to the pen.
#[must_use]
pub fn paper_page(paper: &Paper, page: &Page) -> String {
    let language = page.language;
    let words = &desk(language).page;
    let address = format!("/desk/cases/{}/documents/{}", paper.number, paper.kind.code());
    let file = format!("{address}.docx?language={}", paper.language.tag());
    let other = paper.language.other();
    let other_address = format!("{address}?language={}", other.tag());
    let missing: Vec<&str> = paper.filled.missing.iter().map(|field| field.words(language)).collect();
    let all_known = missing.is_empty();
    let missing = missing.join(language.pick("、", ", "));
    document(page, move || {
        view! {
            <nav class="paper-bar" aria-label=words.papers>
                {back(&paper.number, language)}
                <a class="btn" href=file download="">
                    <Icon name="download" />
                    {words.paper_file}
                </a>
                <a class="btn" data-kind="quiet" href=other_address hreflang=other.tag() lang=other.tag()>
                    {other.pick("中文", "English")}
                </a>
            </nav>
            <main id="main" tabindex="-1" class="stack">
                <div class="paper-notes stack g-2">
                    <p class="meta">{words.paper_print_hint}</p>
                    {(!all_known).then(|| view! {
                        <p>
                            <strong>{words.paper_missing}</strong>
                            {language.pick("：", ": ")}
                            {missing}
                        </p>
                    })}
                    {(paper.language == Language::En).then(|| view! { <p class="meta">{words.paper_translation}</p> })}
                </div>
                <article class="paper" lang=paper.language.tag()>
                    {lines(&paper.filled.lines)}
                </article>
            </main>
        }
    })
}

/// The page instead of a paper that cannot be shown.
#[must_use]
pub fn paper_failed(problem: &Problem, number: &str, page: &Page) -> String {
    let language = page.language;
    let (title, detail) = (problem.title.clone(), problem.detail.clone());
    let places: Vec<String> = match problem.code.as_str() {
        "template_broken" => problem.field.iter().flat_map(|places| places.split(language.pick("；", "; "))).map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    document(page, move || {
        view! {
            <nav class="paper-bar" aria-label=desk(language).page.papers>
                {back(number, language)}
            </nav>
            <main id="main" tabindex="-1" class="wrap stack page-pad">
                <h1>{title}</h1>
                <p>{detail}</p>
                <ul>{places.into_iter().map(|place| view! { <li>{place}</li> }).collect_view()}</ul>
            </main>
        }
    })
}

fn back(number: &str, language: Language) -> impl IntoView + use<> {
    let address = format!("/desk/cases/{number}");
    view! {
        <a class="btn" data-kind="quiet" href=address>
            <Icon name="left" />
            {desk(language).page.paper_back}
        </a>
    }
}

/// Rows that follow each other are one table.
fn lines(lines: &[Line<Run>]) -> Vec<AnyView> {
    let mut drawn = Vec::new();
    let mut headings = 0;
    let mut rest = lines;
    while let Some(line) = rest.first() {
        let rows = rest.iter().take_while(|line| matches!(line, Line::Row(..))).count();
        if rows > 0 {
            let (table, after) = rest.split_at(rows);
            let rows = table.iter().filter_map(row).collect_view();
            drawn.push(view! { <table><tbody>{rows}</tbody></table> }.into_any());
            rest = after;
            continue;
        }
        rest = &rest[1..];
        drawn.push(match line {
            Line::Heading(content) => {
                headings += 1;
                // The name of the paper is the last heading; whose it is stands above it.
                if headings > 1 || !rest.iter().any(|line| matches!(line, Line::Heading(_))) {
                    view! { <h1>{runs(content)}</h1> }.into_any()
                } else {
                    view! { <p class="whose">{runs(content)}</p> }.into_any()
                }
            }
            Line::Right(content) => view! { <p class="right">{runs(content)}</p> }.into_any(),
            Line::Paragraph(content) | Line::Row(content, _) => view! { <p>{runs(content)}</p> }.into_any(),
        });
    }
    drawn
}

fn row(line: &Line<Run>) -> Option<impl IntoView + use<>> {
    let Line::Row(name, content) = line else { return None };
    Some(view! {
        <tr>
            <th scope="row">{runs(name)}</th>
            <td>{runs(content)}</td>
        </tr>
    })
}

fn runs(runs: &[Run]) -> Vec<AnyView> {
    let one = |run: &Run| match run {
        Run::Words(words) => view! { <span class="said">{words.clone()}</span> }.into_any(),
        Run::Blank => view! { <span class="pen"></span> }.into_any(),
    };
    runs.iter().map(one).collect()
}
