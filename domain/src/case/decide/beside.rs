//! What a command does to another case than its own: a merge hands reports over, undoing it hands them back.

use super::World;
use crate::{
    case::{Ask, Case, Event, Filed, ReplyOutcome, Reporter, State},
    ids::CaseId,
};
use std::collections::BTreeSet;

/// Separate reporters from whom on a matter is watched by the county (督办 level 2).
const MANY_REPORTERS: usize = 3;

/// Events for another case, to be folded into it with the same entry, if `ask` was applied to `case` (as it was before).
/// The caller holds both cases locked.
#[must_use]
pub fn beside(case: &Case, ask: &Ask, world: &World<'_>) -> Option<(CaseId, Vec<Event>)> {
    match ask {
        Ask::Merge(merge) => {
            let master = (world.other)(merge.master)?;
            let reports: Vec<Filed> = case.reports.iter().map(|filed| taken_in(case, &master, filed)).collect();
            let reporters = count_reporters(master.reports.iter().chain(&reports));
            let mut events = vec![Event::TookIn { from: case.id, reports }];
            if reporters >= MANY_REPORTERS && master.supervision_level < 2 && master.state.is_open() {
                events.push(Event::Supervised { level: 2 });
            }
            Some((master.id, events))
        }
        Ask::Unmerge(_) => {
            let reports = case.reports.iter().map(|filed| filed.id).collect();
            Some((case.merged_into?, vec![Event::GaveBack { to: case.id, reports }]))
        }
        _ => None,
    }
}

/// A closed master has its reply already: it stands under every receipt that joins it.
fn taken_in(case: &Case, master: &Case, filed: &Filed) -> Filed {
    let reply = match master.state {
        State::Closed => Some(filed.reply.clone().unwrap_or(ReplyOutcome::ReadableByReceipt)),
        _ => filed.reply.clone(),
    };
    Filed { reply, merged_from: Some(filed.merged_from.unwrap_or(case.id)), ..filed.clone() }
}

/// A colleague who reports twice is one reporter; members of the public cannot be told apart and count each.
fn count_reporters<'a>(reports: impl Iterator<Item = &'a Filed>) -> usize {
    let mut colleagues = BTreeSet::new();
    let mut others = 0;
    for filed in reports {
        match filed.reporter {
            Reporter::Staff { person } => {
                colleagues.insert(person);
            }
            Reporter::Named | Reporter::Anonymous | Reporter::Hidden => others += 1,
        }
    }
    colleagues.len() + others
}
