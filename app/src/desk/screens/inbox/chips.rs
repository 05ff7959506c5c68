//! Groups by deadline, with their counts: each one is a link.

use crate::{
    backend::{InboxGroup, InboxQuery},
    components::Icon,
    desk::{query::list_address, use_words},
    locales::desk::InboxWords,
};
use leptos::prelude::*;

/// Every group, the most urgent first.
pub(super) const GROUPS: [InboxGroup; 6] =
    [InboxGroup::Overdue, InboxGroup::DueSoon, InboxGroup::Mine, InboxGroup::OnTime, InboxGroup::Paused, InboxGroup::Closed];

/// What a group is called.
pub(super) fn name(group: InboxGroup, words: &InboxWords) -> &'static str {
    match group {
        InboxGroup::Overdue => words.overdue,
        InboxGroup::DueSoon => words.due_soon,
        InboxGroup::Mine => words.mine,
        InboxGroup::OnTime => words.on_time,
        InboxGroup::Paused => words.paused,
        InboxGroup::Closed => words.closed,
    }
}

fn icon(group: InboxGroup) -> Option<&'static str> {
    match group {
        InboxGroup::Overdue => Some("alert"),
        InboxGroup::DueSoon => Some("clock"),
        InboxGroup::Mine => Some("user"),
        InboxGroup::OnTime | InboxGroup::Paused | InboxGroup::Closed => None,
    }
}

/// How many there are in a group.
pub(super) fn count(counts: &[(InboxGroup, u32)], group: InboxGroup) -> u32 {
    counts.iter().find(|(known, _)| *known == group).map_or(0, |(_, count)| *count)
}

/// Links to each group.
#[component]
pub fn Chips(
    /// How many there are in each.
    counts: Vec<(InboxGroup, u32)>,
    /// The filters as they are.
    query: InboxQuery,
) -> impl IntoView {
    let words = &use_words().inbox;
    let all: u32 = counts.iter().map(|(_, count)| count).sum();
    let chip = |group: Option<InboxGroup>| {
        let href = list_address(&InboxQuery { group, after: None, ..query.clone() });
        let here = (query.group == group).then_some("page");
        let (name, count) = match group {
            None => (words.all, all),
            Some(group) => (name(group, words), count(&counts, group)),
        };
        view! {
            <a class="chip" href=href aria-current=here>
                {group.and_then(icon).map(|icon| view! { <Icon name=icon size="s" /> })}
                {name}
                " "
                <b>{count}</b>
            </a>
        }
    };
    let chips = std::iter::once(None).chain(GROUPS.map(Some)).map(chip).collect_view();
    view! {
        <nav aria-label=words.groups class="chips" data-bleed="">
            {chips}
        </nav>
    }
}
