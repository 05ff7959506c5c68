//! Verify this record: where it stands in the ledger, its hashes, and how anyone checks them.

use crate::{
    components::Icon,
    locales::{dates, portal::PortalWords},
    portal::{Setting, views::CasePage},
};
use huiyin_domain::hash::Hash;
use leptos::prelude::*;

/// The card.
pub(super) fn verify(case: &CasePage, setting: Setting<'_>) -> impl IntoView + use<> {
    let language = setting.language;
    let words = &PortalWords::of(language).case;
    let published = (words.published)(&dates::moment_and_year(case.published_at, language));
    let day = case.published_at.day().to_string();
    let steps = (words.verify_steps)(&day).map(|step| view! { <li>{step}</li> });
    view! {
        <section class="card" aria-labelledby="verify">
            <div class="pad stack g-3">
                <h2 id="verify" class="row whole done-head"><Icon name="shield" />{words.verify}</h2>
                <p class="meta">{(words.verify_what)(case.seq)}" "{published}</p>
                <details class="fold">
                    <summary>{words.verify_how}<Icon name="down" /></summary>
                    <div class="stack g-3">
                        <ol class="meta">{steps.into_iter().collect_view()}</ol>
                        {proof(words.hash_command, case.command_hash)}
                        {proof(words.hash_entry, case.entry_hash)}
                    </div>
                </details>
            </div>
        </section>
    }
}

fn proof(name: &'static str, hash: Hash) -> impl IntoView {
    view! { <p class="proof">{name}<br />{hash.to_string()}</p> }
}
