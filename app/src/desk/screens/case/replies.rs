//! What reporters were told, as the only speech bubble in the product.

use crate::{
    backend::{CaseView, Me},
    components::ReplyBubble,
    desk::{naming, use_words},
    locales::{Words, dates, use_language},
};
use huiyin_domain::case::{Ask, Event};
use leptos::prelude::*;

/// Every reply, newest last.
pub(super) fn replies(me: &Me, view: &CaseView) -> Option<impl IntoView + use<>> {
    let language = use_language();
    let words = &use_words().case;
    let unit = view.case.lead_unit.as_ref().map(|unit| naming::unit(&me.rulebook, unit, language));
    let mut bubbles = Vec::new();
    for entry in view.timeline.iter().filter(|entry| entry.ineffective.is_none()) {
        for event in &entry.events {
            if let Event::Did { ask } = event
                && let Ask::Reply(reply) = ask.as_ref()
            {
                let from = unit.clone().or_else(|| entry.by.clone()).unwrap_or_default();
                let when = format!("{} · {}", dates::moment(entry.at, language), (&reply.outcome).words(language));
                let words = reply.words.clone();
                bubbles.push(view! { <ReplyBubble from=from when=when at=entry.at.to_string() words=words /> });
            }
        }
    }
    (!bubbles.is_empty()).then(|| {
        view! {
            <section class="card" aria-labelledby="replies">
                <header>
                    <h2 id="replies">{words.reply_done}</h2>
                </header>
                <div class="pad stack">{bubbles}</div>
            </section>
        }
    })
}
