//! The list itself: a table that becomes cards where there is no room.

use super::chips::{count, name};
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
) -> impl IntoView + use<> {
    let words = &use_words().inbox;
    let bodies = rows
        .chunk_by(|a, b| a.group == b.group)
        .map(|rows| {
            let group = rows[0].group;
            let head = format!("{} · {} {}", name(group, words), count(&counts, group), words.items);
            let rows = rows.iter().map(|line| row(line, rulebook, now)).collect_view();
            view! {
                <tbody>
                    <tr class="group">
                        <th colspan="4" scope="rowgroup">
                            {head}
                        </th>
                    </tr>
                    {rows}
                </tbody>
            }
        })
        .collect_view();
    view! {
        <div class="card table">
            <table>
                <caption class="vh">{words.list}</caption>
                <thead>
                    <tr>
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
pub(super) fn timeliness(group: InboxGroup) -> Option<Timeliness> {
    match group {
        InboxGroup::Overdue => Some(Timeliness::Overdue),
        InboxGroup::DueSoon => Some(Timeliness::DueSoon),
        InboxGroup::OnTime => Some(Timeliness::OnTime),
        InboxGroup::Paused => Some(Timeliness::Paused),
        InboxGroup::Mine | InboxGroup::Closed => None,
    }
}

fn row(line: &InboxRow, rulebook: &Rulebook, now: Option<Moment>) -> impl IntoView + use<> {
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
    view! {
        <tr>
            <td data-main="">
                <a class="title" lang="zh-CN" href=format!("/desk/cases/{}", line.number)>
                    {line.words.clone()}
                </a>
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
