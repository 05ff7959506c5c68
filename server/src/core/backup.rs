//! A backup: a folder that can take the place of the data folder as it is. Phones keep what they sent until the ledger says
//! that it is in one.

use crate::{
    config::Settings,
    storage::{self, Db, StorageError},
};
use huiyin_domain::moment::Moment;
use std::{
    fs, io,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

/// 1 January 2026: epochs count seconds from there when a backup is put back.
const EPOCHS_FROM_MS: i64 = 1_767_225_600_000;

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file cannot be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// PostgreSQL has tools of its own.
    #[error(
        "this database is PostgreSQL: copy it with pg_dump and the data folder with a tool of yours, then say up to which entry with --recorded"
    )]
    NotSqlite,
    /// There are not so many entries.
    #[error("the ledger has only {0} entries")]
    NotThatMany(u64),
    /// No county is in it.
    #[error("no county has been set up")]
    NotSetUp,
    /// The database failed.
    #[error(transparent)]
    Database(#[from] StorageError),
    /// The database failed.
    #[error(transparent)]
    Storage(#[from] crate::error::Error),
}

/// Copies database, original photos and keys into a folder, while the server works. A folder with an older backup is brought
/// up to date; at every moment it holds one whole backup. Answers the newest entry in it, which the ledger then tells the
/// phones.
///
/// # Errors
/// If anything cannot be copied; then the ledger tells nobody anything.
pub async fn back_up(settings: &Settings, db: &Db, folder: &Path) -> Result<u64, BackupError> {
    make_folder(folder)?;
    let aside = folder.join("huiyin.db.new");
    match fs::remove_file(&aside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(BackupError::File(aside, error)),
        _ => {}
    }
    if !storage::backup::copy(db.read(), &aside).await? {
        return Err(BackupError::NotSqlite);
    }
    let copy = Db::open(&format!("sqlite://{}", aside.display())).await?;
    let marked = mark(&copy).await;
    copy.close().await;
    let seq = marked?;
    // Photos that are whole in the copy of the database lay on the disk before it was made.
    copy_folder(&settings.data.join("keys"), &folder.join("keys"))?;
    copy_folder(&settings.data.join("photos").join("original"), &folder.join("photos").join("original"))?;
    let place = folder.join("huiyin.db");
    let moved = fs::File::open(&aside).and_then(|file| file.sync_all()).and_then(|()| fs::rename(&aside, &place));
    moved.and_then(|()| sync(folder)).map_err(|error| BackupError::File(place, error))?;
    recorded(db, seq).await?;
    Ok(seq)
}

/// Says in the copy that it is one; answers its newest entry.
async fn mark(copy: &Db) -> Result<u64, BackupError> {
    let head = storage::ledger::head(copy.read(), false).await?.ok_or(BackupError::NotSetUp)?;
    let db = copy.begin().await?;
    storage::ledger::mark_copy(&db).await?;
    db.commit().await.map_err(|error| BackupError::Storage(error.into()))?;
    Ok(head.seq)
}

/// A copy took the place of the ledger: raises the epoch, so that every phone sends again what it kept. By seconds, because
/// the same copy may be put back twice, and each time the epoch must be one that nobody has heard of.
///
/// # Errors
/// If the database fails.
pub async fn restored(db: &Db, now: Moment) -> Result<(), crate::error::Error> {
    let db = db.begin().await?;
    storage::ledger::unmark_copy(&db).await?;
    if let Some(head) = storage::ledger::head(&db, true).await? {
        let by_clock = (now.unix_ms() - EPOCHS_FROM_MS) / 1000;
        let epoch = u32::try_from(by_clock).unwrap_or(0).max(head.epoch + 1);
        storage::ledger::raise_epoch(&db, epoch).await?;
        tracing::warn!(epoch, "the ledger was put back from a backup; phones send again what they kept");
    }
    Ok(db.commit().await?)
}

/// Notices that the database is a copy that took the place of the ledger.
pub(super) async fn notice(db: &Db, now: Moment) -> Result<(), crate::error::Error> {
    if storage::ledger::is_copy(db.read()).await? { restored(db, now).await } else { Ok(()) }
}

/// Notes that entries up to this one are in a backup that another tool made.
///
/// # Errors
/// If there is no such entry, or the database fails.
pub async fn recorded(db: &Db, seq: u64) -> Result<(), BackupError> {
    let head = storage::ledger::head(db.read(), false).await?.ok_or(BackupError::NotSetUp)?;
    if seq > head.seq {
        return Err(BackupError::NotThatMany(head.seq));
    }
    let db = db.begin().await?;
    storage::county::backed_up(&db, seq).await?;
    db.commit().await.map_err(|error| BackupError::Storage(error.into()))
}

/// Copies what is not there yet. Originals never change, and neither do keys.
fn copy_folder(from: &Path, to: &Path) -> Result<(), BackupError> {
    make_folder(to)?;
    let entries = match fs::read_dir(from) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(BackupError::File(from.to_owned(), error)),
    };
    for entry in entries {
        let entry = entry.map_err(|error| BackupError::File(from.to_owned(), error))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy_folder(&source, &target)?;
        } else if !target.exists() && source.extension().is_none_or(|ending| ending != "part") {
            copy_file(&source, &target).map_err(|error| BackupError::File(source, error))?;
        }
    }
    sync(to).map_err(|error| BackupError::File(to.to_owned(), error))
}

/// The file appears whole or not at all, with the rights of its source.
fn copy_file(source: &Path, target: &Path) -> io::Result<()> {
    let unfinished = target.with_extension("part");
    fs::copy(source, &unfinished)?;
    fs::File::open(&unfinished)?.sync_all()?;
    fs::rename(&unfinished, target)
}

fn make_folder(folder: &Path) -> Result<(), BackupError> {
    let made = fs::create_dir_all(folder).and_then(|()| fs::set_permissions(folder, fs::Permissions::from_mode(0o700)));
    made.map_err(|error| BackupError::File(folder.to_owned(), error))
}

fn sync(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}
