//! Taking over files: the list with the upload, and one file on its way from columns to cases.

mod columns;
mod invitations;
mod progress;
mod rows;
mod trial;
mod upload;

use super::{Bones, DemoNote, Failed};
use crate::{
    backend::{ImportColumns, ImportKind, ImportLine, ImportStage, ImportView, ImportsPage, Me, Problem},
    components::{Banner, Empty, Tone},
    desk::{Asking, calls, screens::failed::said, use_words},
    locales::{Words, dates, use_language},
};
use columns::Columns;
use invitations::Invitations;
use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_params_map;
use progress::Progress;
use rows::{Faults, Taken};
use trial::Trial;
use upload::Upload;
use uuid::Uuid;

/// What is done to a file.
#[derive(Clone)]
enum Step {
    /// Tries every row with these columns.
    Check(ImportColumns),
    /// Takes rows in.
    Start(Uuid),
    /// Stops, or gives it up.
    Stop(Uuid),
}

/// What the page of one file does to it.
#[derive(Clone, Copy)]
struct Bench(Action<Step, Result<ImportView, Problem>>);

impl Bench {
    /// Asks again for the page whenever something was done.
    fn new(page: Resource<Result<ImportView, Problem>>) -> Self {
        let action = Action::new(|step: &Step| {
            let step = step.clone();
            async move {
                match step {
                    Step::Check(columns) => calls::check_import(columns).await,
                    Step::Start(id) => calls::start_import(id).await,
                    Step::Stop(id) => calls::stop_import(id).await,
                }
            }
        });
        Effect::new(move || {
            if action.value().get().is_some_and(|answer| answer.is_ok()) {
                page.refetch();
            }
        });
        Bench(action)
    }

    /// One thing at a time.
    fn take(self, step: Step) {
        if !self.0.pending().get_untracked() {
            self.0.dispatch(step);
        }
    }

    fn busy(self) -> bool {
        self.0.pending().get()
    }

    /// Why the last thing was not done.
    fn problem(self) -> Option<Problem> {
        self.0.value().get().and_then(Result::err)
    }
}

/// The list of files, with the upload above.
#[component]
pub fn Imports() -> impl IntoView {
    let words = &use_words().imports;
    let Asking(me) = expect_context::<Asking>();
    let page = Resource::new_blocking(|| (), |()| calls::imports());
    view! {
        <Title text=words.tab_title />
        <div class="top">
            <h1>{words.title}</h1>
        </div>
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, page.await) {
                    (Ok(me), Ok(page)) => list(&me, page).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem /> }.into_any(),
                }
            })}
        </Transition>
    }
}

fn list(me: &Me, page: ImportsPage) -> impl IntoView + use<> {
    let words = &use_words().imports;
    let rows = page.imports.into_iter().map(line).collect_view();
    let empty = rows.is_empty();
    view! {
        <div class="stack g-6">
            <DemoNote demo=me.demo />
            <p class="prose">{words.lead}</p>
            <Upload kinds=page.kinds />
            <section class="card table" aria-labelledby="earlier">
                <header>
                    <h2 id="earlier">{words.earlier}</h2>
                </header>
                {if empty {
                    view! { <Empty title=words.none icon="upload">{words.none_text}</Empty> }.into_any()
                } else {
                    view! {
                        <table>
                            <thead>
                                <tr>
                                    <th scope="col">{words.file}</th>
                                    <th scope="col">{words.stage}</th>
                                    <th scope="col" class="n">{words.rows}</th>
                                    <th scope="col">{words.when}</th>
                                </tr>
                            </thead>
                            <tbody>{rows}</tbody>
                        </table>
                    }
                    .into_any()
                }}
            </section>
        </div>
    }
}

fn line(line: ImportLine) -> impl IntoView {
    let words = &use_words().imports;
    let language = use_language();
    view! {
        <tr>
            <td data-main="">
                <a class="title" href=format!("/desk/imports/{}", line.id)>
                    {called(&line, language)}
                </a>
                <p class="meta">{line.kind.words(language)}</p>
            </td>
            <td>{line.stage.words(language)}</td>
            <td class="n" data-label=words.rows>{line.rows}</td>
            <td class="meta">{dates::moment_and_year(line.at, language)}</td>
        </tr>
    }
}

/// A file's name; what it holds if it came without.
fn called(line: &ImportLine, language: crate::locales::Language) -> String {
    if line.file.is_empty() { line.kind.words(language).to_owned() } else { line.file.clone() }
}

/// One file.
#[component]
pub fn ImportScreen() -> impl IntoView {
    let Asking(me) = expect_context::<Asking>();
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")).and_then(|text| text.parse().ok()).unwrap_or(Uuid::nil()));
    let page = Resource::new_blocking(move || id.get(), calls::import);
    let bench = Bench::new(page);
    progress::keep_looking(page);
    view! {
        <Transition fallback=Bones>
            {move || Suspend::new(async move {
                match (me.await, page.await) {
                    (Ok(me), Ok(view)) => one(&me, view, bench).into_any(),
                    (Err(problem), _) | (_, Err(problem)) => view! { <Failed problem=problem heads=true /> }.into_any(),
                }
            })}
        </Transition>
    }
}

fn one(me: &Me, import: ImportView, bench: Bench) -> impl IntoView + use<> {
    let all = use_words();
    let words = &all.imports;
    let language = use_language();
    let line = import.line.clone();
    let name = called(&line, language);
    let (id, stage) = (line.id, line.stage);
    let waits = matches!(stage, ImportStage::Columns | ImportStage::Checked);
    let ended = matches!(stage, ImportStage::Done | ImportStage::Stopped);
    let invites = line.kind == ImportKind::People && ended && import.counts.taken > 0;
    view! {
        <Title text=format!("{name} · {}", words.tab_title) />
        <nav aria-label=all.case.breadcrumb>
            <ol class="crumb" role="list">
                <li>
                    <a href="/desk/imports">{words.title}</a>
                </li>
                <li aria-hidden="true">"/"</li>
                <li>{line.kind.words(language)}</li>
            </ol>
        </nav>
        <div class="top">
            <h1 style="overflow-wrap:anywhere">{name}</h1>
        </div>
        <div class="stack g-6">
            <DemoNote demo=me.demo />
            <p class="meta">
                {format!("{} · {} {} · {}", line.stage.words(language), line.rows, words.rows, dates::moment_and_year(line.at, language))}
            </p>
            <div role="alert">
                {move || bench.problem().map(|problem| {
                    let (title, detail) = said(&problem);
                    view! { <Banner tone=Tone::Late title=title>{detail}</Banner> }
                })}
            </div>
            {(stage == ImportStage::Checked).then(|| view! { <Trial import=&import bench=bench /> })}
            {(!waits).then(|| view! { <Progress import=&import bench=bench /> })}
            {(stage != ImportStage::Columns).then(|| view! { <Faults id=id faults=import.faults.clone() bad=import.counts.bad /> })}
            {invites.then(|| view! { <Invitations id=id /> })}
            {(!import.taken.is_empty()).then(|| view! { <Taken id=id kind=line.kind taken=import.taken.clone() /> })}
            {waits.then(|| view! { <Columns import=&import bench=bench /> })}
        </div>
    }
}
