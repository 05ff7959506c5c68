//! Who did what with the rulebook, newest first.

use super::edition;
use crate::{
    backend::{RulebookDeed, RulebookLogLine, RulebookPage},
    desk::use_words,
    locales::{Words, dates, use_language},
};
use leptos::prelude::*;

pub(super) fn log(content: &RulebookPage) -> impl IntoView + use<> {
    let words = &use_words().rulebook;
    let empty = content.log.is_empty();
    let lines = content.log.iter().map(line).collect_view();
    view! {
        <section class="stack g-2" aria-labelledby="log">
            <h2 id="log" style="font-size:var(--t-4)">{words.log}</h2>
            {empty.then(|| view! { <p class="meta">{words.log_empty}</p> })}
            <ul role="list" class="stack g-1">{lines}</ul>
        </section>
    }
}

fn line(line: &RulebookLogLine) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().rulebook;
    let did = match line.deed {
        RulebookDeed::Opened => words.did_open,
        RulebookDeed::Saved => words.did_save,
        RulebookDeed::Imported => words.did_import,
        RulebookDeed::Dropped => words.did_drop,
        RulebookDeed::InForce => words.did_force,
    };
    let what =
        line.section.map(|section| section.words(language).to_owned()).or_else(|| line.version.map(|version| edition(version, language)));
    view! {
        <li class="meta">
            <span class="num">{dates::moment_and_year(line.at, language)}</span>
            " · " {line.by.clone()} " " {did} " " {what}
        </li>
    }
}
