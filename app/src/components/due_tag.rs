//! How a due date stands: on time, due soon, overdue, or resting.

use super::icon::Icon;
use crate::locales::{dates, use_language};
use huiyin_domain::moment::Moment;
use leptos::prelude::*;
use time::Duration;

/// How a due date stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Timeliness {
    /// Time enough.
    OnTime,
    /// 临期
    DueSoon,
    /// 超期
    Overdue,
    /// The clock rests.
    Paused,
}

impl Timeliness {
    /// From the dates alone: overdue when the moment has passed; due soon within a day of it.
    /// Where the rules know better (three quarters of the time used, a working day left), give what they say.
    #[must_use]
    pub fn of(due: Moment, now: Moment) -> Self {
        if now > due {
            Timeliness::Overdue
        } else if due - now <= Duration::days(1) {
            Timeliness::DueSoon
        } else {
            Timeliness::OnTime
        }
    }
}

/// The tag of a due date: icon, word and fill, never a colour alone.
#[component]
pub fn DueTag(
    /// The last moment that is on time.
    due: Moment,
    /// Now, by the server's clock where it is known.
    now: Moment,
    /// What the rules say; none judges by the dates.
    #[prop(optional_no_strip, into)]
    timeliness: Option<Timeliness>,
) -> impl IntoView {
    let language = use_language();
    let (icon, data, words) = match timeliness.unwrap_or_else(|| Timeliness::of(due, now)) {
        Timeliness::OnTime => ("calendar", None, dates::day(due.day(), language)),
        Timeliness::DueSoon => ("clock", Some("soon"), dates::left(due, now, language)),
        Timeliness::Overdue => ("alert", Some("late"), dates::left(due, now, language)),
        Timeliness::Paused => ("stop", None, language.pick("计时暂停", "Clock paused").to_owned()),
    };
    view! {
        <span class="due" data-due=data title=dates::deadline(due, language)>
            <Icon name=icon size="s" />
            {words}
        </span>
    }
}
