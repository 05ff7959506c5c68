//! Pull: what changed for this person since the cursor, newest state only, in pages. Cases, and patrols beside them.

use super::{
    cursor::{Cursor, Seen},
    memory,
    patrols::for_phone,
};
use crate::{
    auth::Session,
    core::Core,
    error::{Error, Kind},
    storage,
};
use huiyin_domain::{
    case::{Ask, Case, Event, Reporter, permission::is_reporter},
    ids::{CaseId, PatrolId, PersonId},
    sync::message::{Acknowledged, CaseForPhone, Pulled, Why},
};
use std::collections::HashMap;

/// Most bytes of cases in one page.
const PAGE_BYTES: usize = 500_000;
/// Most cases in one page.
const PAGE_CASES: u64 = 200;
/// Most verdicts in one page.
const PAGE_VERDICTS: u64 = 500;

/// The next page after this cursor; without one, from the beginning.
///
/// # Errors
/// `BadCursor` if it is not this person's on this device; `Restored` if the ledger has forgotten what it speaks of.
pub async fn pull(core: &Core, session: &Session, cursor: Option<&str>) -> Result<Pulled, Error> {
    let (person, device) = (session.person.id, session.device);
    let from = match cursor {
        Some(text) if !text.is_empty() => Cursor::open(text, &core.keys, person, device)?,
        _ => Cursor::default(),
    };
    let county = &session.county;
    // One snapshot: nothing is written between these reads in their eyes, so nothing can be skipped.
    let db = core.db.snapshot().await?;
    let head = storage::ledger::head(&db, false).await?.ok_or_else(|| Error::new(Kind::NotSetUp))?;
    if let Some(seen) = from.seen.filter(|seen| seen.seq > 0)
        && !memory::is_there(&db, seen.seq, &seen.hash).await?
    {
        db.rollback().await?;
        return Err(memory::forgotten(core, seen.epoch).await?);
    }
    let changes = storage::changes::after(&db, person, from.seq, from.case, PAGE_CASES).await?;
    let present: Vec<CaseId> = changes.iter().filter(|change| change.present).map(|change| change.case).collect();
    let mut cases = storage::cases::load(&db, &present).await?;
    // What is no case is a patrol: both stand in one order of changes, so that neither is skipped.
    let others: Vec<PatrolId> = present.iter().filter(|id| !cases.contains_key(id)).map(|id| PatrolId::from(*id)).collect();
    let mut patrols = for_phone(&db, &others).await?;
    let mut replies = replies(&db, &cases, person).await?;
    let entries = storage::ledger::of_device(&db, device, from.verdicts, head.seq, PAGE_VERDICTS).await?;
    db.commit().await?;

    let (mut put, mut walks, mut drop, mut bytes, mut taken) = (Vec::new(), Vec::new(), Vec::new(), 0, 0);
    for change in &changes {
        if bytes > PAGE_BYTES {
            break;
        }
        taken += 1;
        if let Some(patrol) = patrols.remove(&change.case.into()).filter(|known| change.present && known.patrol.is_assigned(person)) {
            bytes += serde_json::to_vec(&patrol)?.len();
            walks.push(patrol);
            continue;
        }
        let known = cases.remove(&change.case).filter(|_| change.present);
        match known.and_then(|case| case.reaching(&session.person, &county.rulebook)) {
            Some(case) => {
                let reply = replies.remove(&change.case);
                let case = CaseForPhone { why: why(&case, person), reply, case: case.for_phone(person) };
                bytes += serde_json::to_vec(&case)?.len();
                put.push(case);
            }
            None => drop.push(change.case),
        }
    }
    let more_cases = taken < changes.len() || changes.len() as u64 == PAGE_CASES;
    let more_verdicts = entries.len() as u64 == PAGE_VERDICTS;
    let last = changes[..taken].last();
    let (seq, case) = match (more_cases, last) {
        (true, Some(last)) => (last.seq, Some(last.case)),
        _ => (head.seq, None),
    };
    let verdicts_seq = entries.last().filter(|_| more_verdicts).map_or(head.seq, |entry| entry.seq);
    let verdicts = entries.into_iter().map(|entry| Acknowledged {
        number: entry.number,
        command: entry.command,
        hash: entry.command_hash,
        seq: entry.seq,
        verdict: entry.verdict,
    });
    let seen = Some(Seen { epoch: head.epoch, seq: head.seq, hash: head.hash });
    Ok(Pulled {
        cursor: Cursor { seq, case, verdicts: verdicts_seq, seen }.seal(&core.keys, person, device)?,
        more: more_cases || more_verdicts,
        epoch: head.epoch,
        seq: head.seq,
        rulebook: county.rulebook.version,
        put,
        drop,
        patrols: walks,
        verdicts: verdicts.collect(),
        server_time: core.now(),
        backup_seq: county.backup_seq,
    })
}

/// Why a case is on this person's phone.
fn why(case: &Case, person: PersonId) -> Vec<Why> {
    let reasons = [
        (Why::Reported, is_reporter(case, person)),
        (Why::Handling, case.handler == Some(person)),
        (Why::Rechecking, case.rechecker == Some(person)),
    ];
    reasons.into_iter().filter_map(|(why, holds)| holds.then_some(why)).collect()
}

/// What the person was told last about own reports.
async fn replies(db: &impl storage::Connection, cases: &HashMap<CaseId, Case>, person: PersonId) -> Result<HashMap<CaseId, String>, Error> {
    let mut replies = HashMap::new();
    for case in cases.values() {
        let own = case.reports.iter().find(|filed| filed.reporter == Reporter::Staff { person });
        let Some(own) = own.filter(|filed| filed.reply.is_some()) else { continue };
        for row in storage::ledger::events_of_case(db, case.id).await? {
            let events: Vec<Event> = row.body.as_deref().map(serde_json::from_str).transpose()?.unwrap_or_default();
            for event in events {
                if let Event::Did { ask } = event
                    && let Ask::Reply(reply) = *ask
                    && reply.report.is_none_or(|report| report == own.id)
                {
                    replies.insert(case.id, reply.words);
                }
            }
        }
    }
    Ok(replies)
}
