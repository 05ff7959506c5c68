//! 应急文件: taking unsent work away in a locked file, and taking such a file in.

use super::super::{trouble, words};
use crate::{
    components::Icon,
    field::phone::{PackedIn, Phone, Trouble},
};
use leptos::{html, prelude::*, task::spawn_local};

/// Fewest characters of a passphrase. It guards people's words and photos against whoever finds the file.
const FEWEST: usize = 8;

/// What is told of the last export or import.
#[derive(Clone, PartialEq)]
enum Said {
    Working(u8),
    Done(String),
    Wrong(String),
}

/// The section.
#[component]
pub(super) fn PackSettings() -> impl IntoView {
    let pack = &words().pack;
    let phone = Phone::here();
    let passphrase = RwSignal::new(String::new());
    let said = RwSignal::new(None::<Said>);
    let chosen: NodeRef<html::Input> = NodeRef::new();
    let owner = StoredValue::new(Owner::current());
    let busy = move || matches!(*said.read(), Some(Said::Working(_)));
    let fails = move |trouble: &Trouble| {
        let words = owner.try_get_value().flatten().map_or_else(String::new, |owner| owner.with(|| trouble::said(trouble)));
        let _ = said.try_set(Some(Said::Wrong(words)));
    };
    let progress = move |percent| {
        let _ = said.try_set(Some(Said::Working(percent)));
    };
    let ready = move || {
        let long_enough = passphrase.read_untracked().chars().count() >= FEWEST;
        if !long_enough {
            said.set(Some(Said::Wrong((pack.passphrase_short)(FEWEST))));
        }
        long_enough && !matches!(*said.read_untracked(), Some(Said::Working(_)))
    };
    let export = move |_| {
        if phone.outbox().with_untracked(Vec::is_empty) {
            return said.set(Some(Said::Done(pack.nothing.to_owned())));
        }
        if !ready() {
            return;
        }
        progress(0);
        spawn_local(async move {
            match phone.export(passphrase.get_untracked(), progress).await {
                Ok(n) => drop(said.try_set(Some(Said::Done((pack.exported)(n))))),
                Err(trouble) => fails(&trouble),
            }
        });
    };
    let import = move |_| {
        let file = chosen.get_untracked().and_then(|input| input.files()).and_then(|files| files.get(0));
        let Some(file) = file else { return said.set(Some(Said::Wrong(pack.no_file.to_owned()))) };
        if !ready() {
            return;
        }
        progress(0);
        spawn_local(async move {
            match phone.import(file, passphrase.get_untracked(), progress).await {
                Ok(PackedIn { new, known }) => drop(said.try_set(Some(Said::Done((pack.imported)(new, known))))),
                Err(trouble) => fails(&trouble),
            }
        });
    };
    view! {
        <section class="stack g-3" aria-labelledby="pack">
            <h2 id="pack">{pack.title}</h2>
            <div class="card">
                <div class="pad stack">
                    <p class="hint">{pack.help}</p>
                    <div class="field">
                        <label for="pack-passphrase">{pack.passphrase}</label>
                        <input
                            class="input"
                            id="pack-passphrase"
                            type="password"
                            autocomplete="off"
                            autocapitalize="none"
                            spellcheck="false"
                            aria-describedby="pack-passphrase-help"
                            prop:value=passphrase
                            on:input:target=move |event| passphrase.set(event.target().value())
                        />
                        <p class="hint" id="pack-passphrase-help">
                            {pack.passphrase_help}
                        </p>
                    </div>
                    <button class="btn" data-wide="" type="button" disabled=busy on:click=export>
                        <Icon name="lock" />
                        {pack.export}
                    </button>
                    <div class="field">
                        <label for="pack-file">{pack.file}</label>
                        <input class="input" id="pack-file" type="file" accept=".fieldpack,application/octet-stream" node_ref=chosen />
                    </div>
                    <button class="btn" data-wide="" type="button" disabled=busy on:click=import>
                        <Icon name="sync" />
                        {pack.import}
                    </button>
                    <p role="status">
                        {move || match said.get() {
                            Some(Said::Working(percent)) => (pack.working)(percent),
                            Some(Said::Done(words)) => words,
                            Some(Said::Wrong(_)) | None => String::new(),
                        }}
                    </p>
                    {move || match said.get() {
                        Some(Said::Wrong(words)) => {
                            Some(
                                view! {
                                    <p class="error" role="alert">
                                        <Icon name="alert" />
                                        <span>{words}</span>
                                    </p>
                                },
                            )
                        }
                        _ => None,
                    }}
                </div>
            </div>
        </section>
    }
}
