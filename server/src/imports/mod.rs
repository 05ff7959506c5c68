//! Taking over what is kept elsewhere: work orders of the hotline, old ledgers, inspected places, people, as CSV or XLSX.
//!
//! A file is read within limits, its columns are named, every row is tried by the rules without effect, and only then
//! each good row becomes a command like any other. What a row becomes follows from where it comes from and its number
//! there, so that the same file twice changes nothing.

mod check;
mod dates;
mod guess;
mod matter;
mod names;
mod page;
mod person;
mod place;
mod posts;
mod read;
mod row;
mod sheet;
mod staff;
mod table;
mod take;
mod tried;

pub(crate) use table::MAX_BYTES;
pub use take::{forget_waiting, run, work};

use crate::{
    cases::{Asking, Desk},
    error::{Error, Kind},
    storage::{self, imports::Job},
};
use async_trait::async_trait;
use huiyin_app::backend::{
    ImportColumn, ImportColumns, ImportField, ImportKind, ImportLine, ImportStage, ImportView, ImportsDesk, ImportsPage, Problem,
    RowInvitation,
};
use huiyin_domain::hash::Hash;
use table::{Table, Unreadable};
use uuid::Uuid;

/// Longest name of a file, characters.
const MAX_FILE_CHARS: usize = 120;
/// Values shown under the head of a column.
const SAMPLES: usize = 3;
/// How much of a value is shown there.
const SAMPLE_CHARS: usize = 40;
/// Most people of one file: their links are made and shown in one piece. A county has some hundreds.
const MAX_PEOPLE: usize = 500;

impl Desk {
    /// Takes a file in and guesses what its columns tell. Nothing else happens yet.
    ///
    /// # Errors
    /// `NotAllowed` if it is not this person's work; otherwise what is wrong with the file.
    pub async fn bring_import(&self, kind: ImportKind, file: &str, bytes: Vec<u8>) -> Result<ImportView, Error> {
        let Asking { person, .. } = self.asking().await?;
        if !kind.is_for(&person) {
            return Err(Error::new(Kind::NotAllowed).field("kind"));
        }
        if bytes.len() > MAX_BYTES {
            return Err(Error::new(Kind::ImportTooLarge).field("file"));
        }
        let (table, bytes) = read(bytes).await?;
        if kind == ImportKind::People && table.rows.len() > MAX_PEOPLE {
            return Err(Error::new(Kind::ImportTooManyPeople).field("file"));
        }
        let db = self.core.db.begin().await?;
        let remembered = storage::imports::remembered(&db, heads(kind, &table.head)).await?;
        let fields = remembered.filter(|fields| fields.len() == table.head.len()).unwrap_or_else(|| guess::guess(kind, &table.head));
        let line = ImportLine {
            id: self.core.ids.uuid(),
            kind,
            file: file.chars().filter(|character| !character.is_control()).take(MAX_FILE_CHARS).collect(),
            at: self.core.now(),
            stage: ImportStage::Columns,
            rows: u32::try_from(table.rows.len()).unwrap_or(u32::MAX),
        };
        let job = Job { line, person: person.id, columns: columns(kind, &table, &fields) };
        storage::imports::add(&db, &job, bytes).await?;
        db.commit().await?;
        page::view(&self.core, job).await
    }

    /// The file with this id, if it is this person's work.
    async fn job(&self, id: Uuid) -> Result<(Asking, Job), Error> {
        let asking = self.asking().await?;
        let me = &asking.person;
        let sees = |job: &Job| job.line.kind.is_for(me) && (!job.line.kind.is_own() || job.person == me.id);
        let job = storage::imports::get(self.core.db.read(), id).await?.filter(sees);
        Ok((asking, job.ok_or_else(|| Error::new(Kind::NoSuchImport))?))
    }

    async fn listed(&self) -> Result<ImportsPage, Error> {
        let Asking { person, .. } = self.asking().await?;
        let kinds: Vec<ImportKind> = ImportKind::ALL.into_iter().filter(|kind| kind.is_for(&person)).collect();
        if kinds.is_empty() {
            return Err(Error::new(Kind::NotAllowed));
        }
        let (own, all): (Vec<ImportKind>, Vec<ImportKind>) = kinds.iter().copied().partition(|kind| kind.is_own());
        let imports = storage::imports::newest(self.core.db.read(), &all, &own, person.id, 30).await?;
        let max_rows = u32::try_from(table::MAX_ROWS).unwrap_or(u32::MAX);
        Ok(ImportsPage { kinds, imports, max_bytes: MAX_BYTES as u64, max_rows })
    }

    async fn checked(&self, named: ImportColumns) -> Result<ImportView, Error> {
        let (asking, job) = self.job(named.id).await?;
        if !matches!(job.line.stage, ImportStage::Columns | ImportStage::Checked) {
            return Err(Error::new(Kind::ImportUnderWay));
        }
        complete(job.line.kind, &job.columns, &named.fields)?;
        let bytes = storage::imports::bytes(self.core.db.read(), job.line.id).await?;
        let (table, _) = read(bytes).await?;
        let rows = tried::rows(&self.core, &asking, &job, table.clone(), named.fields.clone()).await?;
        let db = self.core.db.begin().await?;
        let columns = columns(job.line.kind, &table, &named.fields);
        storage::imports::checked(&db, job.line.id, &columns, rows).await?;
        storage::imports::remember(&db, heads(job.line.kind, &table.head), &named.fields).await?;
        storage::imports::advance(&db, job.line.id, job.line.stage, ImportStage::Checked).await?;
        db.commit().await?;
        self.seen(job.line.id).await
    }

    /// Moves a file on from one of these stages, or says where it stands.
    async fn moved(&self, id: Uuid, from: &[ImportStage], to: ImportStage) -> Result<ImportView, Error> {
        let (_, job) = self.job(id).await?;
        if !from.contains(&job.line.stage) {
            return Err(Error::new(Kind::ImportUnderWay));
        }
        let db = self.core.db.begin().await?;
        if storage::imports::advance(&db, id, job.line.stage, to).await? && to == ImportStage::Stopped {
            storage::imports::drop_waiting(&db, id).await?;
        }
        db.commit().await?;
        self.seen(id).await
    }

    async fn seen(&self, id: Uuid) -> Result<ImportView, Error> {
        let (_, job) = self.job(id).await?;
        page::view(&self.core, job).await
    }
}

#[async_trait]
impl ImportsDesk for Desk {
    async fn imports(&self) -> Result<ImportsPage, Problem> {
        self.told(self.listed().await)
    }

    async fn import(&self, id: Uuid) -> Result<ImportView, Problem> {
        self.told(self.seen(id).await)
    }

    async fn check_import(&self, columns: ImportColumns) -> Result<ImportView, Problem> {
        self.told(self.checked(columns).await)
    }

    async fn start_import(&self, id: Uuid) -> Result<ImportView, Problem> {
        self.told(self.moved(id, &[ImportStage::Checked], ImportStage::Running).await)
    }

    async fn stop_import(&self, id: Uuid) -> Result<ImportView, Problem> {
        let going = [ImportStage::Columns, ImportStage::Checked, ImportStage::Running];
        self.told(self.moved(id, &going, ImportStage::Stopped).await)
    }

    async fn invite_imported(&self, id: Uuid) -> Result<Vec<RowInvitation>, Problem> {
        self.told(self.handed_over(id).await)
    }
}

/// Reads a file aside: it may take a second. A reader that breaks down over it says that it is damaged.
async fn read(bytes: Vec<u8>) -> Result<(Table, Vec<u8>), Error> {
    let reading = tokio::task::spawn_blocking(move || (read::read(&bytes), bytes));
    match reading.await {
        Ok((Ok(table), bytes)) => Ok((table, bytes)),
        Ok((Err(unreadable), _)) => Err(error_of(unreadable)),
        Err(_) => Err(error_of(Unreadable::Damaged)),
    }
}

fn error_of(unreadable: Unreadable) -> Error {
    let (kind, line) = match unreadable {
        Unreadable::Empty => (Kind::ImportEmpty, None),
        Unreadable::NotATable => (Kind::ImportNotATable, None),
        Unreadable::OldOrLocked => (Kind::ImportOldOrLocked, None),
        Unreadable::Damaged => (Kind::ImportDamaged, None),
        Unreadable::Unpacks => (Kind::ImportUnpacks, None),
        Unreadable::Rows => (Kind::ImportTooManyRows, None),
        Unreadable::Columns => (Kind::ImportTooManyColumns, None),
        Unreadable::Mixed { line } => (Kind::ImportMixed, Some(line)),
        Unreadable::Encoding { line } => (Kind::ImportEncoding, Some(line)),
    };
    Error::new(kind).field(line.map_or_else(|| "file".to_owned(), |line| format!("file.{line}")))
}

/// What columns of these names are remembered by.
fn heads(kind: ImportKind, head: &[String]) -> Hash {
    Hash::of(format!("{kind:?}\n{}", head.join("\u{1f}")).as_bytes())
}

/// The columns with their first values. Of what is nobody's business here, not even those are shown.
fn columns(kind: ImportKind, table: &Table, fields: &[Option<ImportField>]) -> Vec<ImportColumn> {
    let samples = |column: usize| {
        let values = table.rows.iter().filter_map(|row| row.cells.get(column)).filter(|cell| !cell.is_empty());
        values.take(SAMPLES).map(|cell| cell.chars().take(SAMPLE_CHARS).collect()).collect()
    };
    let named = table.head.iter().enumerate().map(|(column, head)| ImportColumn {
        head: head.clone(),
        samples: if guess::is_hidden(kind, head) { Vec::new() } else { samples(column) },
        field: fields.get(column).copied().flatten(),
    });
    named.collect()
}

/// Whether the columns tell all that is needed, and nothing twice.
fn complete(kind: ImportKind, columns: &[ImportColumn], fields: &[Option<ImportField>]) -> Result<(), Error> {
    if fields.len() != columns.len() {
        return Err(Error::new(Kind::WrongShape).field("fields"));
    }
    let name = |field: &ImportField| storage::name_of(field).unwrap_or_default();
    for field in fields.iter().flatten() {
        if !kind.fields().contains(field) {
            return Err(Error::new(Kind::WrongShape).field(format!("fields.{}", name(field))));
        }
        if fields.iter().flatten().filter(|other| *other == field).count() > 1 {
            return Err(Error::new(Kind::ImportColumnTwice).field(format!("fields.{}", name(field))));
        }
    }
    let missing = kind.fields().iter().find(|field| kind.needs(**field) && !fields.contains(&Some(**field)));
    missing.map_or(Ok(()), |field| Err(Error::new(Kind::ImportColumnMissing).field(format!("fields.{}", name(field)))))
}
