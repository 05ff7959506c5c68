//! `fold`: events become the state of a patrol. Total: it never refuses, whatever it is given.

use super::{Found, Patrol, PatrolEvent, PatrolState, Visit};
use crate::{
    case::Entry,
    ids::{PatrolId, PersonId, SiteId},
};

/// The patrol after these events. `None` before it was planned, and only then.
#[must_use]
pub fn fold(patrol: Option<Patrol>, entry: &Entry, events: &[PatrolEvent]) -> Option<Patrol> {
    let mut patrol = patrol;
    for event in events {
        match (&mut patrol, event) {
            (Some(patrol), event) => apply(patrol, entry, event),
            (None, PatrolEvent::Planned { plan, places, units }) => {
                patrol = entry.by.map(|by| Patrol {
                    id: PatrolId::from(entry.case),
                    state: PatrolState::Planned,
                    plan: (**plan).clone(),
                    places: places.clone(),
                    units: units.clone(),
                    formerly: Vec::new(),
                    planned_by: by,
                    planned_at: entry.at,
                    started_at: None,
                    ended_at: None,
                    ending: String::new(),
                    visits: Vec::new(),
                    seq: entry.seq,
                });
            }
            (None, _) => {}
        }
    }
    if let Some(patrol) = &mut patrol {
        patrol.seq = entry.seq;
    }
    patrol
}

fn apply(patrol: &mut Patrol, entry: &Entry, event: &PatrolEvent) {
    match event {
        PatrolEvent::Planned { .. } => {}
        PatrolEvent::Assigned { people, units } => assigned(patrol, people, units),
        PatrolEvent::Started => {
            patrol.state = PatrolState::UnderWay;
            patrol.started_at = Some(entry.at);
        }
        PatrolEvent::Visited { site, words } => visited(patrol, entry, Some(*site), Found::Nothing, words),
        PatrolEvent::Reported { site, case } => visited(patrol, entry, *site, Found::Problem { case: *case }, ""),
        PatrolEvent::Finished { words } => ended(patrol, entry, PatrolState::Done, words),
        PatrolEvent::Cancelled { words } => ended(patrol, entry, PatrolState::Cancelled, words),
    }
}

fn assigned(patrol: &mut Patrol, people: &[PersonId], units: &[crate::people::UnitCode]) {
    let before = std::mem::replace(&mut patrol.plan.people, people.to_vec());
    patrol.formerly.extend(before);
    patrol.formerly.retain(|person| !people.contains(person));
    patrol.formerly.sort_unstable();
    patrol.formerly.dedup();
    patrol.units = units.to_vec();
}

fn visited(patrol: &mut Patrol, entry: &Entry, site: Option<SiteId>, found: Found, words: &str) {
    if let Some(by) = entry.by {
        patrol.visits.push(Visit { command: entry.command, site, by, at: entry.made_at, found, words: words.to_owned() });
    }
}

fn ended(patrol: &mut Patrol, entry: &Entry, state: PatrolState, words: &str) {
    patrol.state = state;
    patrol.ended_at = Some(entry.at);
    words.clone_into(&mut patrol.ending);
}
