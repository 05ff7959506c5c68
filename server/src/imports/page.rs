//! One file as its page shows it.

use super::staff::person_of;
use crate::{
    core::Core,
    error::Error,
    storage::imports::{Job, JobRow, Stand, counts, rows},
};
use huiyin_app::backend::{ImportCounts, ImportKind, ImportStage, ImportView, RowEnd, RowFault, RowTaken};

/// Rows that a page shows of each sort.
const SHOWN: u64 = 100;
/// Rows that ended.
pub(super) const ENDED: [Stand; 3] = [Stand::Taken, Stand::Known, Stand::Refused];

/// The file with its first rows of each sort.
pub(super) async fn view(core: &Core, job: Job) -> Result<ImportView, Error> {
    let db = core.db.read();
    let (id, stage) = (job.line.id, job.line.stage);
    let at = counts(db, id).await?;
    let count = |stand: Stand| at.get(&stand).copied().unwrap_or(0);
    let mut faults = faults(rows(db, id, &[Stand::Bad], SHOWN).await?)?;
    faults.truncate(SHOWN as usize);
    let taken = if stage == ImportStage::Columns { Vec::new() } else { rows(db, id, &ENDED, SHOWN).await? };
    let waiting = matches!(stage, ImportStage::Columns | ImportStage::Checked);
    Ok(ImportView {
        counts: ImportCounts {
            good: count(Stand::Good),
            bad: count(Stand::Bad),
            known: count(Stand::Known),
            taken: count(Stand::Taken),
            refused: count(Stand::Refused),
        },
        columns: if waiting { job.columns } else { Vec::new() },
        faults,
        taken: taken.into_iter().map(|row| ended(job.line.kind, row)).collect(),
        line: job.line,
    })
}

/// Everything wrong with these rows, in order.
pub(super) fn faults(rows: Vec<JobRow>) -> Result<Vec<RowFault>, Error> {
    let mut faults = Vec::new();
    for body in rows.into_iter().filter_map(|row| row.body) {
        faults.extend(serde_json::from_str::<Vec<RowFault>>(&body)?);
    }
    Ok(faults)
}

/// A row that ended.
pub(super) fn ended(kind: ImportKind, row: JobRow) -> RowTaken {
    let end = match row.stand {
        Stand::Taken => RowEnd::Taken,
        Stand::Known => RowEnd::Known,
        Stand::Good | Stand::Bad | Stand::Refused => RowEnd::Refused,
    };
    if kind == ImportKind::People {
        return RowTaken { row: row.n, person: person_of(&row), there: row.there, number: None, end };
    }
    RowTaken { row: row.n, there: row.there, number: row.number, person: None, end }
}
