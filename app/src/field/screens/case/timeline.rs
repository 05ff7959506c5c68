//! What the phone knows of what happened.

use super::super::{naming, order, words};
use crate::{
    components::{Hui, Icon},
    field::phone::PhoneCase,
    locales::{dates, use_language},
};
use huiyin_domain::moment::Moment;
use leptos::prelude::*;

/// One thing that happened.
struct Entry {
    icon: &'static str,
    what: String,
    more: String,
    at: Moment,
}

/// The timeline, oldest first.
#[component]
pub(super) fn Timeline(case: PhoneCase) -> impl IntoView {
    let words = words();
    let language = use_language();
    let waits = !case.only_here.is_empty();
    let case = case.case;
    let said = &words.case;
    let entry = |icon, what: &str, more: String, at| Entry { icon, what: what.to_owned(), more, at };
    let mut entries: Vec<Entry> = case.reports.iter().map(|filed| entry("edit", said.reported, String::new(), filed.made_at)).collect();
    entries.extend(case.accepted_at.map(|at| entry("inbox", said.accepted, String::new(), at)));
    entries.extend(case.dispatched_at.map(|at| {
        let unit = case.lead_unit.as_ref().map(naming::unit);
        let person = case.handler.and_then(naming::person);
        entry("assign", said.dispatched, [unit, person].into_iter().flatten().collect::<Vec<_>>().join(" · "), at)
    }));
    entries.extend(case.rectified_at.map(|at| entry("check", said.rectified, String::new(), at)));
    entries.extend(case.rechecks.iter().map(|recheck| {
        let what = if recheck.passed { said.recheck_passed } else { said.recheck_failed };
        entry("eye", what, recheck.words.clone(), recheck.at)
    }));
    let entries = order::by_key(entries, |entry| order::moment(entry.at));
    let closed = case.closed_at.map(|at| {
        view! {
            <li>
                <Hui step=4 />
                <p>
                    <strong>{said.closed}</strong>
                </p>
                <p class="by">{dates::moment(at, language)}</p>
            </li>
        }
    });
    view! {
        <section class="stack g-3" aria-labelledby="timeline">
            <h2 id="timeline">{said.timeline}</h2>
            <div class="card">
                <div class="pad">
                    <ol class="tl">
                        {entries
                            .into_iter()
                            .map(|entry| {
                                view! {
                                    <li>
                                        <Icon name=entry.icon />
                                        <p>
                                            <strong>{entry.what}</strong>
                                            {(!entry.more.is_empty()).then(|| format!(" {}", entry.more))}
                                        </p>
                                        <p class="by">{dates::moment(entry.at, language)}</p>
                                    </li>
                                }
                            })
                            .collect_view()}
                        {closed}
                        {waits
                            .then(|| {
                                view! {
                                    <li>
                                        <Icon name="phone" />
                                        <p>{said.own_waiting}</p>
                                    </li>
                                }
                            })}
                    </ol>
                </div>
            </div>
        </section>
    }
}
