//! What happened to a command, what is safe, and what to do.

use super::super::{item::attention, naming, when, words};
use crate::{
    components::Icon,
    field::{
        phone::{OutboxItem, Phone, Step},
        seen::Seen,
    },
    locales::{Words, rules, use_language},
};
use huiyin_domain::case::VerbName;
use leptos::prelude::*;

/// The words and buttons under a command that needs a look; nothing otherwise.
#[component]
pub(super) fn Failure(item: OutboxItem) -> impl IntoView {
    let outbox = &words().outbox;
    let language = use_language();
    let (what, help) = match &item.step {
        Step::Conflict { theirs, by, at } => {
            let who = by.and_then(naming::person).unwrap_or_else(|| outbox.somebody.to_owned());
            ((outbox.conflict)(&who, theirs.words(language), &when::stamp(*at)), outbox.conflict_help)
        }
        Step::Refused(refusal) => {
            let said: Vec<String> = refusal.unmet.iter().map(|unmet| rules::unmet(unmet, language).sentence(language)).collect();
            (format!("{} {}", outbox.refused, said.join(" ")), outbox.refused_help)
        }
        Step::Held(reason) => (reason.words(language).to_owned(), ""),
        Step::SetAside { code } => (set_aside(code), outbox.safe),
        _ if !item.photo_problems.is_empty() => {
            (item.photo_problems.iter().map(|code| photo_problem(code)).collect::<Vec<_>>().join(" "), outbox.safe)
        }
        Step::OnPhone | Step::Sending | Step::Received => return ().into_any(),
    };
    let phone = Phone::here();
    let seen = expect_context::<Seen>();
    let (command, case) = (item.command, item.case);
    let again = move |_| phone.try_again(command);
    let understood = attention::can_be_understood(&item);
    view! {
        <p class="error">
            <Icon name="alert" />
            <span>{what} " " {help}</span>
        </p>
        <div class="row">
            {if understood {
                view! {
                    <button class="btn" type="button" on:click=move |_| seen.mark(&command.to_string(), 1)>
                        {outbox.understood}
                    </button>
                }
                    .into_any()
            } else {
                view! {
                    <button class="btn" data-kind="main" type="button" on:click=again>
                        <Icon name="retry" />
                        {outbox.try_now}
                    </button>
                }
                    .into_any()
            }}
            {(item.verb != VerbName::Submit)
                .then(|| {
                    let kind = if item.verb == VerbName::Patrol { "patrol" } else { "case" };
                    view! {
                        <a class="btn" data-kind="quiet" href=format!("/field/{kind}/{case}")>
                            {outbox.see_case}
                        </a>
                    }
                })}
        </div>
    }
    .into_any()
}

/// Why the server could not take a command at all.
fn set_aside(code: &str) -> String {
    let outbox = &words().outbox;
    match code {
        "fork" => outbox.forked.to_owned(),
        "too_large" | "payload_too_large" => outbox.too_large.to_owned(),
        _ => outbox.not_taken.to_owned(),
    }
}

/// Why a photo cannot be sent.
fn photo_problem(code: &str) -> String {
    let outbox = &words().outbox;
    match code {
        "lost_on_phone" => outbox.photo_lost.to_owned(),
        "unsupported_media_type" | "not_an_image" => outbox.photo_not_taken.to_owned(),
        _ => outbox.failed_server.to_owned(),
    }
}
