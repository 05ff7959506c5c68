//! What happened, newest first, with who and when; what had no effect is marked and kept.

use crate::{
    backend::{CaseView, Me, TimelineEntry},
    components::{Mark, Step, Tag, Timeline, Tone},
    desk::{asked::details, naming, use_words},
    locales::{Language, Words, dates, desk::CaseWords, rules, use_language},
};
use huiyin_domain::{
    case::{Ask, Clock, Event, VerbName},
    sync::message::Verdict,
};
use leptos::prelude::*;

/// When the device and the server differ by more than this, both are shown.
const SHOW_BOTH: time::Duration = time::Duration::minutes(2);

/// The timeline.
pub(super) fn happened(me: &Me, view: &CaseView) -> impl IntoView + use<> {
    let words = &use_words().case;
    let steps: Vec<Step> = view.timeline.iter().rev().map(|entry| step(me, view, entry)).collect();
    let count = steps.len();
    view! {
        <section class="card" aria-labelledby="timeline">
            <header>
                <h2 id="timeline">{words.timeline}</h2>
                <span class="meta">{format!("{count} · {}", words.timeline_hint)}</span>
            </header>
            <div class="pad">
                <Timeline steps=steps />
            </div>
        </section>
    }
}

/// The newest of what happened.
pub(in crate::desk::screens) fn newest(me: &Me, view: &CaseView, most: usize) -> Vec<Step> {
    view.timeline.iter().rev().take(most).map(|entry| step(me, view, entry)).collect()
}

/// One entry, as a step of the timeline.
pub(in crate::desk) fn step(me: &Me, view: &CaseView, entry: &TimelineEntry) -> Step {
    let language = use_language();
    let words = &use_words().case;
    let ask = entry.events.iter().find_map(|event| match event {
        Event::Did { ask } | Event::AwaitsConfirmation { ask, .. } => Some(ask.as_ref()),
        _ => None,
    });
    let side: Vec<String> = entry.events.iter().filter_map(|event| beside(event, words, language)).collect();
    let what = match ask {
        Some(Ask::Recheck(recheck)) => {
            naming::pair(rules::done(VerbName::Recheck, language), if recheck.passed { words.passed } else { words.failed }, language)
        }
        Some(ask) => rules::done(ask.name(), language).to_owned(),
        None if entry.ineffective.is_some() => words.no_effect.to_owned(),
        None => side.first().cloned().unwrap_or_else(|| words.system.to_owned()),
    };
    let lines = ask.map(|ask| details(ask, &me.rulebook, &view.people, language)).unwrap_or_default();
    let beside: Vec<String> = if ask.is_some() { side } else { side.into_iter().skip(1).collect() };
    let mark = ask.map_or(Mark::Icon(if entry.ineffective.is_some() { "alert" } else { "clock" }), |ask| Mark::of_verb(ask.name()));
    let tagged = ask.is_some() && entry.ineffective.is_some();
    let body = body(lines, beside, entry.ineffective.as_ref(), tagged, language);
    Step {
        mark,
        what,
        more: None,
        by: by(entry, ask.is_none() && entry.ineffective.is_none(), words, language),
        at: Some(entry.at.to_string()),
        body: Some(body),
    }
}

/// Who and when. What nobody asked for, the clock noted.
fn by(entry: &TimelineEntry, by_clock: bool, words: &CaseWords, language: Language) -> String {
    let who = entry.by.clone().unwrap_or_else(|| if by_clock { words.system } else { words.public_side }.to_owned());
    let at = dates::moment_and_year(entry.at, language);
    if (entry.at - entry.made_at).abs() > SHOW_BOTH {
        let made = dates::moment(entry.made_at, language);
        format!("{who} · {} {made} · {} {at}", words.recorded, words.arrived)
    } else {
        format!("{who} · {at}")
    }
}

/// What follows from an entry, where it is more than the verb says.
fn beside(event: &Event, words: &CaseWords, language: Language) -> Option<String> {
    Some(match event {
        Event::Opened { .. } => words.opened.to_owned(),
        Event::Did { .. } | Event::DueMet { .. } | Event::Published { .. } | Event::Classified { .. } => return None,
        Event::ReporterAsked { until } => format!("{} {}", words.asked, dates::deadline(*until, language)),
        Event::ReporterWaitOver => words.wait_over.to_owned(),
        Event::Moved { to, .. } => naming::pair(words.state_from_to, to.words(language), language),
        Event::DueSet { due } => naming::pair(due.clock.words(language), &dates::deadline(due.at, language), language),
        Event::RecheckDrawn { drawn, share_percent, .. } => {
            let outcome = if drawn < share_percent { words.drawn_yes } else { words.drawn_no };
            naming::pair(words.recheck_drawn, &format!("{outcome} ({drawn} / {share_percent} %)"), language)
        }
        Event::TookIn { reports, .. } => format!("{} × {}", words.took_in, reports.len()),
        Event::GaveBack { reports, .. } => format!("{} × {}", words.gave_back, reports.len()),
        Event::Crossed { line } => {
            let (clock, what) = line.split_once(':')?;
            let how = match what {
                "due_soon" => words.crossed_soon,
                "overdue" => words.crossed_overdue,
                // Supervision itself says so.
                _ => return None,
            };
            naming::pair(Clock::named(clock)?.words(language), how, language)
        }
        Event::Supervised { level } => format!("{} {level}", words.supervision),
        Event::TakenAway { .. } => words.taken_away.to_owned(),
        Event::AwaitsConfirmation { .. } => words.waits.to_owned(),
        Event::RecheckKept { passed, differs } => {
            let verdict = if *passed { words.passed } else { words.failed };
            let differs = if *differs { naming::aside(words.kept_differs, language) } else { String::new() };
            naming::pair(words.kept, &format!("{verdict}{differs}"), language)
        }
    })
}

fn body(lines: Vec<String>, beside: Vec<String>, ineffective: Option<&Verdict>, tagged: bool, language: Language) -> AnyView {
    let words = &use_words().case;
    let why = match ineffective {
        Some(Verdict::Conflict { theirs, at, .. }) => {
            let what = format!("{} · {}", rules::done(*theirs, language), dates::moment(*at, language));
            vec![naming::pair(words.conflict_with, &what, language)]
        }
        Some(Verdict::Refused { refusal }) => refusal.unmet.iter().map(|unmet| rules::unmet(unmet, language).sentence(language)).collect(),
        Some(Verdict::Held { reason }) => vec![reason.words(language).to_owned()],
        Some(Verdict::Applied) | None => Vec::new(),
    };
    let paragraph = |line: String| view! { <p style="white-space:pre-line">{line}</p> };
    let small = |line: String| view! { <p class="meta">{line}</p> };
    view! {
        <div class="stack g-1" style="padding-block-start:var(--s-1)">
            {tagged.then(|| view! { <p><Tag tone=Tone::Soon icon="alert">{words.no_effect}</Tag></p> })}
            {why.into_iter().map(small).collect_view()}
            {lines.into_iter().map(paragraph).collect_view()}
            {beside.into_iter().map(small).collect_view()}
        </div>
    }
    .into_any()
}
