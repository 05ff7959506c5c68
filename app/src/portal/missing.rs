//! What is not there, and what did not work: always with a way on.

use super::{
    Setting,
    around::{Frame, Here, page},
};
use crate::{
    components::Empty,
    locales::portal::{MissingWords, PortalWords},
};
use leptos::prelude::*;

/// There is nothing at this address, or nothing that is public; never said which. `path` is without the language.
#[must_use]
pub fn missing(path: &str, setting: Setting<'_>) -> String {
    let words = &PortalWords::of(setting.language).missing;
    told(words.title, words.why.to_owned(), path, setting, words)
}

/// Something of ours failed.
#[must_use]
pub fn failed(path: &str, request_id: &str, setting: Setting<'_>) -> String {
    let words = &PortalWords::of(setting.language).missing;
    told(words.failed, (words.failed_more)(request_id), path, setting, words)
}

fn told(title: &'static str, more: String, path: &str, setting: Setting<'_>, words: &'static MissingWords) -> String {
    let around = &PortalWords::of(setting.language).around;
    let frame = Frame { title: (around.title)(title), description: None, path: path.to_owned(), here: Here::Elsewhere };
    let prefix = setting.language.prefix();
    page(setting, frame, || {
        view! {
            <main id="main" tabindex="-1" class="wrap stack g-5 page-pad column">
                <h1>{title}</h1>
                <Empty title=more icon="search">
                    <p class="row centre">
                        <a class="btn" data-kind="main" href=format!("{prefix}/")>{words.to_cases}</a>
                        <a class="btn" href=format!("{prefix}/receipt")>{words.to_receipt}</a>
                    </p>
                </Empty>
            </main>
        }
    })
}
