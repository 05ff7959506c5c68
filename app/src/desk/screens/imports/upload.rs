//! Choosing a file and sending it as it is.

use crate::{
    backend::{ImportKind, Problem},
    components::{Banner, Field, Icon, Tone, described_by},
    desk::{
        codes::{code_of, from_code},
        screens::{failed::said, use_ready},
        use_words,
    },
    locales::{Language, Words, use_language},
};
use leptos::{ev, html, prelude::*};

/// What the table holds, the file, and away.
#[component]
pub fn Upload(
    /// What I may take over.
    kinds: Vec<ImportKind>,
) -> impl IntoView {
    let words = &use_words().imports;
    let language = use_language();
    let first = kinds.first().copied().unwrap_or(ImportKind::Hotline);
    let kind = RwSignal::new(first);
    let ready = use_ready();
    let input = NodeRef::<html::Input>::new();
    let (busy, problem, missing) = (RwSignal::new(false), RwSignal::new(None::<Problem>), RwSignal::new(false));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            send(kind.get_untracked(), input, language, busy, problem, missing);
        }
    };
    let error = Signal::derive(move || missing.get().then(|| words.no_file.to_owned()));
    let options = kinds
        .into_iter()
        .map(|one| {
            let chosen = one == first;
            view! {
                <option value=code_of(&one) selected=chosen>
                    {one.words(language)}
                </option>
            }
        })
        .collect_view();
    view! {
        <form class="card" method="post" on:submit=submit aria-labelledby="upload">
            <fieldset class="pad stack" disabled=move || !ready.get()>
                <h2 class="vh" id="upload">
                    {words.upload}
                </h2>
                {move || problem.get().map(|problem| {
                    let (title, detail) = told(&problem, language);
                    view! { <div role="alert"><Banner tone=Tone::Late title=title>{detail}</Banner></div> }
                })}
                <Field id="import-kind" label=words.kind>
                    <select
                        class="input"
                        id="import-kind"
                        on:change=move |event| {
                            if let Some(chosen) = from_code(&event_target_value(&event)) {
                                kind.set(chosen);
                            }
                        }
                    >
                        {options}
                    </select>
                </Field>
                <Field id="import-file" label=words.file hint=words.file_hint error=error>
                    <input
                        class="input"
                        id="import-file"
                        type="file"
                        accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                        node_ref=input
                        aria-describedby=move || described_by("import-file", true, error.get().is_some())
                        aria-invalid=move || error.get().map(|_| "true")
                        on:change=move |_| missing.set(false)
                    />
                </Field>
                <p class="meta row g-1">
                    <Icon name="shield" size="s" />
                    " "
                    {move || match kind.get() {
                        ImportKind::Hotline => words.privacy,
                        ImportKind::Ledger => words.open_only,
                        ImportKind::Sites => words.sites_text,
                        ImportKind::People => words.people_hint,
                    }}
                </p>
                <p class="row">
                    <button class="btn" data-kind="main" type="submit" aria-disabled=move || busy.get().to_string() aria-busy=move || busy.get().to_string()>
                        <Icon name="upload" />
                        {move || if busy.get() { words.uploading } else { words.upload }}
                    </button>
                </p>
            </fieldset>
        </form>
    }
}

/// The words of a problem, with the line of the file it is about.
fn told(problem: &Problem, language: Language) -> (String, String) {
    let (title, detail) = said(problem);
    let line = problem.field.as_deref().and_then(|field| field.strip_prefix("file."));
    match line {
        Some(line) => (language.pick(format!("第 {line} 行：{title}"), format!("Line {line}: {title}")), detail),
        None => (title, detail),
    }
}

/// Sends the file and goes to its page. What was chosen stays chosen if it fails.
#[cfg(feature = "browser")]
fn send(
    kind: ImportKind,
    input: NodeRef<html::Input>,
    language: Language,
    busy: RwSignal<bool>,
    problem: RwSignal<Option<Problem>>,
    missing: RwSignal<bool>,
) {
    let file = input.get_untracked().and_then(|input| input.files()).and_then(|files| files.get(0));
    let Some(file) = file else {
        missing.set(true);
        return;
    };
    let go = leptos_router::hooks::use_navigate();
    busy.set(true);
    problem.set(None);
    leptos::task::spawn_local(async move {
        let answer = sent(kind, &file, language).await;
        busy.set(false);
        match answer {
            Ok(import) => go(&format!("/desk/imports/{}", import.line.id), leptos_router::NavigateOptions::default()),
            Err(failed) => problem.set(Some(failed)),
        }
    });
}

#[cfg(not(feature = "browser"))]
fn send(
    kind: ImportKind,
    input: NodeRef<html::Input>,
    language: Language,
    busy: RwSignal<bool>,
    problem: RwSignal<Option<Problem>>,
    missing: RwSignal<bool>,
) {
    // Only a browser has files.
    let _ = (kind, input, language, busy, problem, missing);
}

#[cfg(feature = "browser")]
async fn sent(kind: ImportKind, file: &web_sys::File, language: Language) -> Result<crate::backend::ImportView, Problem> {
    use crate::desk::{calls, query::with_query};
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;
    let address = with_query("/api/v1/imports", &[("kind", code_of(&kind)), ("file", file.name())]);
    let unreachable = |_| calls::unreachable();
    let headers = web_sys::Headers::new().map_err(unreachable)?;
    headers.set("accept-language", language.tag()).map_err(unreachable)?;
    let init = web_sys::RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(file);
    let answer = JsFuture::from(window().fetch_with_str_and_init(&address, &init)).await.map_err(unreachable)?;
    let response: web_sys::Response = answer.dyn_into().map_err(unreachable)?;
    let text = JsFuture::from(response.text().map_err(unreachable)?).await.map_err(unreachable)?.as_string().unwrap_or_default();
    if response.ok() {
        return serde_json::from_str(&text).map_err(|_| calls::misunderstood(response.status()));
    }
    Err(serde_json::from_str(&text).unwrap_or_else(|_| calls::misunderstood(response.status())))
}
