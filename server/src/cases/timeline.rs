//! What happened to a case, oldest first.

use super::Asking;
use crate::{error::Error, storage};
use huiyin_app::backend::TimelineEntry;
use huiyin_domain::{
    case::{Case, Event, Reporter, permission::Sight},
    sync::message::Verdict,
};
use std::collections::BTreeMap;

/// The timeline as this person may read it.
pub(super) async fn timeline(
    db: &impl storage::Connection,
    asking: &Asking,
    case: &Case,
    sight: Sight,
) -> Result<Vec<TimelineEntry>, Error> {
    let happened = storage::ledger::events_of_case(db, case.id).await?;
    let mut seqs: Vec<u64> = happened.iter().map(|row| row.seq).collect();
    seqs.dedup();
    let mut entries: BTreeMap<u64, storage::ledger::EntryRow> =
        storage::ledger::by_seq(db, &seqs).await?.into_iter().map(|entry| (entry.seq, entry)).collect();
    for entry in storage::ledger::of_case(db, case.id).await? {
        entries.entry(entry.seq).or_insert(entry);
    }
    let mut lines: BTreeMap<u64, Vec<Event>> = BTreeMap::new();
    for row in happened {
        let events = row.body.as_deref().map(serde_json::from_str::<Vec<Event>>).transpose()?.unwrap_or_default();
        lines.entry(row.seq).or_default().extend(events.into_iter().filter_map(|event| readable(event, sight)));
    }
    let entries = entries.into_values().filter_map(|entry| {
        let events = lines.remove(&entry.seq).unwrap_or_default();
        let ineffective = (entry.verdict != Verdict::Applied).then_some(entry.verdict);
        let worth_it = !events.is_empty() || (ineffective.is_some() && sight == Sight::Whole);
        worth_it.then(|| TimelineEntry {
            seq: entry.seq,
            by: entry.person.and_then(|id| asking.county.people.name(id)).map(str::to_owned),
            at: entry.received_at,
            made_at: entry.made_at,
            events,
            ineffective,
        })
    });
    Ok(entries.collect())
}

/// An event as this person may read it: members of the public are masked; a reviewer reads movements only.
fn readable(event: Event, sight: Sight) -> Option<Event> {
    if sight != Sight::Whole {
        return matches!(event, Event::Moved { .. } | Event::DueSet { .. } | Event::DueMet { .. } | Event::Published { .. })
            .then_some(event);
    }
    Some(match event {
        Event::Opened { number, reporter, division, place, site, clock, risk } => {
            Event::Opened { number, reporter: mask(reporter), division, place, site, clock, risk }
        }
        Event::TookIn { from, mut reports } => {
            for filed in &mut reports {
                filed.reporter = mask(filed.reporter.clone());
            }
            Event::TookIn { from, reports }
        }
        other => other,
    })
}

fn mask(reporter: Reporter) -> Reporter {
    match reporter {
        Reporter::Staff { .. } => reporter,
        Reporter::Named | Reporter::Anonymous | Reporter::Hidden => Reporter::Anonymous,
    }
}
