//! Where the case stands now.

use crate::{
    backend::CaseView,
    components::{DueTag, Hui, Tag, Timeliness, Tone, hui_step},
    desk::{naming, use_words},
    locales::{Words, dates, rules, use_language},
};
use huiyin_domain::case::{Case, Clock, Due};
use leptos::prelude::*;

/// The due date that matters now: the first to come, of those that are not about publication.
pub(super) fn next_due(case: &Case) -> Option<&Due> {
    let open = case.state.is_open();
    case.dues.iter().filter(|due| open || due.clock == Clock::Publication).min_by_key(|due| due.at)
}

/// State, deadline, and what holds it up.
pub(super) fn standing(view: &CaseView) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().case;
    let case = &view.case;
    let answered = !case.reports.is_empty() && case.reports.iter().all(|report| report.reply.is_some());
    let step = hui_step(case.state, case.resume_to, answered);
    let due = next_due(case);
    let timeliness = due.map(|due| {
        if case.suspended.is_some() || case.asked_reporter.is_some() { Timeliness::Paused } else { Timeliness::of(due.at, view.now) }
    });
    let tone = match timeliness {
        Some(Timeliness::Overdue) => Some("late"),
        Some(Timeliness::DueSoon) => Some("soon"),
        _ => None,
    };
    let waits = case.awaits.as_ref().map(|waiting| naming::pair(words.waits, waiting.ask.name().words(language), language));
    let asked = case.asked_reporter.as_ref().map(|asked| format!("{} {}", words.asked, dates::deadline(asked.until, language)));
    let resting = case.suspended.as_ref().map(|rest| format!("{} {}", words.suspended_until, dates::deadline(rest.until, language)));
    let extension =
        case.extension_asked.as_ref().map(|asked| naming::pair(words.extension_asked, &format!("{} {}", asked.days, words.days), language));
    let notes = [waits, asked, resting, extension].into_iter().flatten().map(|note| view! { <p class="meta">{note}</p> }).collect_view();
    let level = (case.supervision_level > 0).then(|| format!("{} {}", words.supervision, case.supervision_level));
    view! {
        <section class="card" data-tone=tone aria-labelledby="now">
            <div class="pad stack g-3">
                <div class="row" style="flex-wrap:nowrap">
                    <Hui step=step size="l" />
                    <div>
                        <h2 id="now" style="font-size:var(--t-4)">
                            <span class="vh">{words.now} ": "</span>
                            {rules::state_now(case, language)}
                        </h2>
                        {notes}
                    </div>
                </div>
                {due.map(|due| view! {
                    <p class="row">
                        <DueTag due=due.at now=view.now timeliness=timeliness />
                        <span class="meta">
                            {format!("{} {}", due.clock.words(language), dates::deadline(due.at, language))}
                        </span>
                    </p>
                })}
                {level.map(|words| view! {
                    <p>
                        <Tag tone=Tone::Late icon="flag">
                            {words}
                        </Tag>
                    </p>
                })}
            </div>
        </section>
    }
}
