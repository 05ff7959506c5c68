//! One notice: what waits, of which case, by when. Following it is reading it.

use super::Marking;
use crate::{
    backend::{MarkRead, NoticeLine},
    components::{Icon, Tag, Tone},
    desk::use_words,
    locales::{dates, rules, use_language},
};
use huiyin_domain::notice::Kind;
use leptos::prelude::*;

pub(super) fn line(notice: NoticeLine, marking: Marking) -> impl IntoView {
    let words = &use_words().notices;
    let language = use_language();
    let mark = MarkRead::One { seq: notice.seq, kind: notice.about.kind };
    let head = rules::notice_head(&notice.about, language);
    let title = match &notice.about.number {
        Some(number) => view! { <span class="code">{number.clone()}</span>" "{head.clone()} }.into_any(),
        None => head.clone().into_any(),
    };
    let tags = view! {
        {(!notice.read).then(|| view! { <Tag tone=Tone::Info>{words.new}</Tag> })}
        {notice.about.kind.is_urgent().then(|| view! { <Tag tone=Tone::Late icon="alert">{words.urgent}</Tag> })}
    };
    let label = format!("{} {head} {}", notice.about.number.clone().unwrap_or_default(), words.mark);
    let read = notice.read;
    let seen = move || {
        if !read {
            marking.dispatch(mark);
        }
    };
    view! {
        <li class="item" data-unread=(!read).then_some("")>
            <Icon name=icon(notice.about.kind) />
            <span>
                <a class="title" href=rules::notice_path(&notice.about) on:click=move |_| seen()>
                    {title}
                </a>
                <span class="under">
                    {tags}
                    {rules::notice_due(&notice.about, language).map(|due| view! { <span>{due}</span> })}
                    <time datetime=notice.at.to_string()>{dates::moment(notice.at, language)}</time>
                    {(!read).then(|| view! {
                        <button class="btn" data-kind="quiet" type="button" aria-label=label on:click=move |_| seen()>
                            <Icon name="check" size="s" />
                            {words.mark}
                        </button>
                    })}
                </span>
            </span>
        </li>
    }
}

fn icon(kind: Kind) -> &'static str {
    match kind {
        Kind::Emergency | Kind::Overdue => "alert",
        Kind::Assigned | Kind::Reopened | Kind::CoUnitTask => "assign",
        Kind::Returned | Kind::SentBack => "undo",
        Kind::DueSoon => "clock",
        Kind::Supervised => "flag",
        Kind::RecheckToAssign | Kind::RecheckAssigned => "compare",
        Kind::ApprovalAwaits | Kind::ConfirmationAwaits | Kind::ReviewAwaits => "check-c",
        Kind::ExtensionAsked => "calendar",
        Kind::ReplyDue | Kind::Replied => "reply",
        Kind::ReporterAnswered => "ask",
        Kind::NotSatisfied => "frown",
        Kind::ReopenAsked => "retry",
        Kind::Resumed => "play",
        Kind::RulebookAwaits => "doc",
    }
}
