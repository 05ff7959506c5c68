//! The list itself: a table that becomes cards where there is no room.

use super::{
    chips::{count, name},
    picked::Picked,
};
use crate::{
    backend::{InboxGroup, InboxRow},
    components::{DueTag, StateBadge, Tag, ThemeTag, Timeliness, Tone},
    desk::{naming, use_words},
    locales::use_language,
};
use huiyin_domain::{case::State, moment::Moment, rulebook::Rulebook};
use leptos::prelude::*;

/// Rows in the order given, under the heads of their groups.
#[component]
pub fn Rows<'a>(
    /// The page.
    rows: Vec<InboxRow>,
    /// How many there are in each group.
    counts: Vec<(InboxGroup, u32)>,
    /// Names of categories, units and places.
    rulebook: &'a Rulebook,
    /// The server's clock.
    now: Option<Moment>,
    /// Where lines are picked, if there is anything to do with them.
    #[prop(optional_no_strip)]
    picked: Option<Picked>,
    /// Whether lines carry the numbers that the map has.
    #[prop(optional)]
    numbered: bool,
) -> impl IntoView + use<> {
    let words = &use_words().inbox;
    let mut number = 0;
    let columns = if picked.is_some() { "5" } else { "4" };
    let bodies = rows
        .chunk_by(|a, b| a.group == b.group)
        .map(|rows| {
            let group = rows[0].group;
            let head = format!("{} · {} {}", name(group, words), count(&counts, group), words.items);
            let mut one = |line: &InboxRow| {
                number += 1;
                row(line, rulebook, now, picked, numbered.then_some(number))
            };
            let rows = rows.iter().map(&mut one).collect_view();
            view! {
                <tbody>
                    <tr class="group">
                        <th colspan=columns scope="rowgroup">
                            {head}
                        </th>
                    </tr>
                    {rows}
                </tbody>
            }
        })
        .collect_view();
    view! {
        <div class="card table" id="cases">
            <table>
                <caption class="vh">{words.list}</caption>
                <thead>
                    <tr>
                        {picked.map(|_| view! {
                            <th scope="col">
                                <span class="vh">{words.pick}</span>
                            </th>
                        })}
                        <th scope="col">{words.column_case}</th>
                        <th scope="col">{words.column_progress}</th>
                        <th scope="col">{words.column_due}</th>
                        <th scope="col">{words.column_unit}</th>
                    </tr>
                </thead>
                {bodies}
            </table>
        </div>
    }
}

/// How a case of this group stands.
pub(in crate::desk::screens) fn timeliness(group: InboxGroup) -> Option<Timeliness> {
    match group {
        InboxGroup::Overdue => Some(Timeliness::Overdue),
        InboxGroup::DueSoon => Some(Timeliness::DueSoon),
        InboxGroup::OnTime => Some(Timeliness::OnTime),
        InboxGroup::Paused => Some(Timeliness::Paused),
        InboxGroup::Mine | InboxGroup::Closed => None,
    }
}

fn row(line: &InboxRow, rulebook: &Rulebook, now: Option<Moment>, picked: Option<Picked>, number: Option<usize>) -> impl IntoView + use<> {
    let language = use_language();
    let words = &use_words().inbox;
    let category = naming::category(rulebook, &line.category, language);
    let place = line.division.as_ref().map_or(words.unknown_place.to_owned(), |code| naming::division(rulebook, code, language));
    let unit = line.lead_unit.as_ref().map(|unit| naming::unit(rulebook, unit, language));
    let who = match (unit, line.handler.clone()) {
        (Some(unit), Some(handler)) => Some(format!("{unit} · {handler}")),
        (unit, handler) => unit.or(handler),
    };
    let reports = (line.reports > 1).then(|| format!("{} {}", line.reports, words.reports));
    let level = (line.supervision_level > 0).then(|| format!("{} {}", words.level, line.supervision_level));
    let group = timeliness(line.group);
    let due = line
        .due_at
        .filter(|_| line.state.is_open())
        .map(|due| view! { <DueTag due=due now=now.unwrap_or(line.opened_at) timeliness=group /> });
    let (id, unread) = (line.id, line.unread);
    let pick = picked.map(|picked| {
        let (line, label) = (line.clone(), format!("{} {}", words.pick, line.number));
        view! {
            <td>
                <label class="pick">
                    <input
                        type="checkbox"
                        disabled=move || !picked.ready.get()
                        prop:checked=move || picked.holds(id)
                        on:change=move |event| picked.set(&line, event_target_checked(&event))
                    />
                    <span class="vh">{label}</span>
                </label>
            </td>
        }
    });
    view! {
        <tr aria-selected=move || picked.filter(|picked| picked.holds(id)).map(|_| "true")>
            {pick}
            <td data-main="">
                <a class="title" lang="zh-CN" href=format!("/desk/cases/{}", line.number) style=unread.then_some("font-weight:var(--bold)")>
                    {number.map(|number| format!("{number}. "))}
                    {line.words.clone()}
                </a>
                {unread.then(|| view! {
                    " "
                    <Tag tone=Tone::Info>{words.unread}</Tag>
                })}
                <br />
                <span class="meta">
                    {naming::theme(rulebook, &line.category).map(|theme| view! { <ThemeTag theme=theme /> " · " })}
                    {category}
                    " · "
                    {place}
                    " · "
                    <span class="code">{line.number.clone()}</span>
                    {reports.map(|words| format!(" · {words}"))}
                </span>
                {level.map(|words| view! {
                    " "
                    <Tag tone=Tone::Late icon="flag">
                        {words}
                    </Tag>
                })}
            </td>
            <td>
                <StateBadge state=line.state answered=matches!(line.state, State::Closed | State::Declined) />
            </td>
            <td>{due}</td>
            <td data-label=words.column_unit>
                {match who {
                    Some(who) => who.into_any(),
                    None => view! { <span class="quiet">{words.nobody_yet}</span> }.into_any(),
                }}
            </td>
        </tr>
    }
}
