//! What is wrong with rows, and what became of them, as tables to take away.

use super::{
    page::{ENDED, ended, faults},
    table::MAX_ROWS,
};
use crate::{
    cases::Desk,
    error::Error,
    sheet::{Cell, Sheet},
    storage::imports::{Stand, rows},
};
use huiyin_app::{
    backend::{ImportField, RowFault},
    locales::{Words, desk::desk},
};
use uuid::Uuid;

impl Desk {
    /// Every fault of every row that cannot be taken in: where, what, and how to mend it.
    ///
    /// # Errors
    /// If there is no such file for this person, or the database fails.
    pub async fn faults_sheet(&self, id: Uuid) -> Result<Sheet, Error> {
        self.job(id).await?;
        let (language, words) = (self.language, &desk(self.language).imports);
        let line = |fault: RowFault| {
            let said = fault.fault.said(language);
            let named = fault.column.or_else(|| fault.field.map(|field: ImportField| field.words(language).to_owned()));
            vec![Cell::Number(fault.row), Cell::words(named), Cell::words(Some(fault.text)), Cell::Text(said.what), Cell::Text(said.how)]
        };
        let bad = rows(self.core.db.read(), id, &[Stand::Bad], MAX_ROWS as u64).await?;
        let head = [words.row, words.column, words.stands_there, words.what, words.how];
        Ok(Sheet {
            name: words.faults.to_owned(),
            head: head.map(str::to_owned).to_vec(),
            rows: faults(bad)?.into_iter().map(line).collect(),
        })
    }

    /// What became of every row that was taken in or was here already.
    ///
    /// # Errors
    /// If there is no such file for this person, or the database fails.
    pub async fn taken_sheet(&self, id: Uuid) -> Result<Sheet, Error> {
        let (_, job) = self.job(id).await?;
        let (language, words) = (self.language, &desk(self.language).imports);
        let rows = rows(self.core.db.read(), id, &ENDED, MAX_ROWS as u64).await?;
        let line = |row| {
            let row = ended(job.line.kind, row);
            vec![
                Cell::Number(row.row),
                Cell::words(Some(row.there)),
                Cell::words(row.number),
                Cell::Text(row.end.words(language).to_owned()),
            ]
        };
        let head = [words.row, words.there, words.number, words.end];
        Ok(Sheet { name: words.taken.to_owned(), head: head.map(str::to_owned).to_vec(), rows: rows.into_iter().map(line).collect() })
    }
}
