//! Out as one file, and in again: all of it, or nothing with every reason.

use super::{Page, refusal};
use crate::{
    backend::{DraftOutcome, DraftRevision, Problem, RulebookImport, RulebookPage},
    components::{Banner, Icon, Tone, described_by},
    desk::{calls, use_words},
};
use leptos::{html, prelude::*, task::spawn_local};

/// What an import came to.
#[derive(Clone)]
pub(super) enum Said {
    /// No file was chosen.
    NoFile,
    /// The server's answer.
    Answer(Result<DraftOutcome, Problem>),
}

pub(super) fn transfer(content: &RulebookPage, page: Page, said: RwSignal<Option<Said>>) -> impl IntoView + use<> {
    let words = &use_words().rulebook;
    let import = content.may_edit.then(|| match &content.draft {
        Some(head) => import(head.at, page, said).into_any(),
        None => view! { <p class="meta">{words.import_needs_draft}</p> }.into_any(),
    });
    view! {
        <section class="card" aria-labelledby="transfer">
            <div class="pad stack g-3">
                <h2 id="transfer" style="font-size:var(--t-4)">{words.transfer}</h2>
                <p class="row">
                    <a class="btn" href="/desk/rulebook.json" rel="external" download="">
                        <Icon name="download" size="s" />
                        {words.export}
                    </a>
                    <span class="meta">{words.export_hint}</span>
                </p>
                {import}
            </div>
        </section>
    }
}

fn import(at: DraftRevision, page: Page, said: RwSignal<Option<Said>>) -> impl IntoView {
    let words = &use_words().rulebook;
    let file = NodeRef::<html::Input>::new();
    let busy = RwSignal::new(false);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let now = match read(file).await {
                None => Said::NoFile,
                Some(text) => Said::Answer(calls::import_rulebook(RulebookImport { at, text }).await),
            };
            if busy.try_set(false).is_some() {
                return;
            }
            // A refused file leaves the draft as it was: nothing on the page is to be fetched anew.
            let taken = matches!(now, Said::Answer(Ok(DraftOutcome::Done { .. })));
            said.set(Some(now));
            if taken {
                page.refetch();
            }
        });
    };
    view! {
        <form class="stack g-3" method="post" on:submit=submit>
            <div class="field">
                <label for="rulebook-file">{words.import}</label>
                <p class="hint" id="rulebook-file-h">{words.import_hint}</p>
                <input class="input" type="file" id="rulebook-file" accept="application/json,.json" node_ref=file aria-describedby=described_by("rulebook-file", true, false) />
            </div>
            <div role="status">
                {move || said.get().map(|said| match said {
                    Said::NoFile => view! { <Banner tone=Tone::Soon title=words.import_none /> }.into_any(),
                    Said::Answer(Ok(DraftOutcome::Done { .. })) => view! { <Banner tone=Tone::Done title=words.imported /> }.into_any(),
                    Said::Answer(outcome) => refusal(&outcome),
                })}
            </div>
            <p class="row">
                <button class="btn" type="submit" aria-disabled=move || busy.get().to_string()>
                    <Icon name="upload" size="s" />
                    {words.import_go}
                </button>
            </p>
        </form>
    }
}

/// The text of the chosen file.
#[cfg(feature = "browser")]
async fn read(input: NodeRef<html::Input>) -> Option<String> {
    let file = input.get_untracked()?.files()?.get(0)?;
    wasm_bindgen_futures::JsFuture::from(file.text()).await.ok()?.as_string()
}

/// On the server no file is read.
#[cfg(not(feature = "browser"))]
async fn read(_: NodeRef<html::Input>) -> Option<String> {
    None
}
