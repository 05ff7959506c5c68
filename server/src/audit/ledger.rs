//! The ledger as an auditor reads it: which entry, when, who, what, about which case, with what verdict, and the chain's hash.
//! Never what was said.

use crate::{
    cases::Asking,
    core::Core,
    error::Error,
    storage::{self, ledger::EntryRow},
};
use huiyin_app::backend::{LedgerLine, LedgerPage, LedgerQuery, VerdictName};
use huiyin_domain::{ids::CaseId, sync::message::Verdict};
use std::collections::HashMap;

/// Lines of one page.
const PAGE: usize = 100;

/// A page of the ledger, newest first.
pub(super) async fn ledger(core: &Core, asking: &Asking, query: LedgerQuery) -> Result<LedgerPage, Error> {
    let db = core.db.snapshot().await?;
    let newest = storage::ledger::head(&db, false).await?.map_or(0, |head| head.seq);
    let mut rows = storage::ledger::upto(&db, query.upto.unwrap_or(newest).min(newest), PAGE as u64 + 1).await?;
    let next = rows.get(PAGE).map(|row| row.seq);
    rows.truncate(PAGE);
    let cases: Vec<CaseId> = rows.iter().filter_map(|row| row.case).collect();
    let numbers = storage::cases::numbers(&db, &cases).await?;
    db.commit().await?;
    Ok(LedgerPage { lines: rows.into_iter().map(|row| line(row, asking, &numbers)).collect(), newest, next })
}

fn line(row: EntryRow, asking: &Asking, numbers: &HashMap<CaseId, String>) -> LedgerLine {
    LedgerLine {
        seq: row.seq,
        at: row.received_at,
        by: row.person.and_then(|person| asking.county.people.name(person)).map(str::to_owned),
        verb: row.kind,
        case: row.case.and_then(|case| numbers.get(&case).cloned()),
        verdict: match row.verdict {
            Verdict::Applied => VerdictName::Applied,
            Verdict::Conflict { .. } => VerdictName::Conflict,
            Verdict::Refused { .. } => VerdictName::Refused,
            Verdict::Held { .. } => VerdictName::Held,
        },
        hash: row.hash,
    }
}
