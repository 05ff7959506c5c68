//! What every service works with: database, media, clock, ids, keys and the ledger's committer.

mod backup;
mod clock;
mod county;
mod ids;
mod keys;
mod pokes;

pub use backup::{BackupError, back_up, recorded, restored};
pub use clock::{Clock, FixedClock, SystemClock};
pub use county::{County, CountyShelf, Edition, People};
pub use ids::{Ids, RandomIds};
pub use keys::{KeyError, Keys};
pub use pokes::{Follower, Listener, Pokes};

use crate::{
    config::Settings,
    error::Error,
    ledger::Committer,
    media::Media,
    storage::{Db, StorageError},
};
use huiyin_domain::moment::Moment;
use std::sync::Arc;

/// One running server's parts. Cheap to share behind an `Arc`.
pub struct Core {
    /// What the operator set.
    pub settings: Settings,
    /// The database.
    pub db: Db,
    /// Photos on disk.
    pub media: Media,
    /// The only clock.
    pub clock: Arc<dyn Clock>,
    /// The only source of ids and random bytes.
    pub ids: Arc<dyn Ids>,
    /// Secrets of this installation.
    pub keys: Arc<Keys>,
    /// The only way a case changes.
    pub ledger: Committer,
    /// Rulebook and people as last read.
    pub shelf: Arc<CountyShelf>,
    /// Who is told that something changed.
    pub pokes: Arc<Pokes>,
}

/// Why a server could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder cannot be made or written.
    #[error("the data folder {0} cannot be used: {1}")]
    DataFolder(String, std::io::Error),
    /// The database does not open or migrate.
    #[error("the database cannot be opened: {0}")]
    Database(#[from] StorageError),
    /// The ledger's state cannot be read or written.
    #[error("the ledger cannot be read: {0}")]
    Ledger(#[from] Error),
    /// The keys cannot be read or made.
    #[error("the keys cannot be used: {0}")]
    Keys(#[from] KeyError),
    /// The committer's thread did not start.
    #[error("the ledger's thread cannot be started: {0}")]
    Thread(std::io::Error),
}

impl Core {
    /// Opens the data folder, bringing database and keys up to date, with the real clock and real randomness.
    ///
    /// # Errors
    /// If folder, database or keys cannot be used.
    pub async fn open(settings: Settings) -> Result<Arc<Core>, StartError> {
        Core::open_with(settings, Arc::new(SystemClock), Arc::new(RandomIds)).await
    }

    /// Opens the data folder with a given clock and ids.
    ///
    /// # Errors
    /// If folder, database or keys cannot be used.
    pub async fn open_with(settings: Settings, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Result<Arc<Core>, StartError> {
        let folder = |error| StartError::DataFolder(settings.data.display().to_string(), error);
        std::fs::create_dir_all(&settings.data).map_err(folder)?;
        let media = Media::open(&settings.data.join("photos")).map_err(folder)?;
        let keys = Arc::new(Keys::open(&settings.data.join("keys"), ids.as_ref())?);
        let db = Db::open(&settings.database_url()).await?;
        db.migrate().await?;
        backup::notice(&db, clock.now()).await?;
        let shelf = Arc::new(CountyShelf::default());
        let pokes = Arc::new(Pokes::default());
        let ledger = Committer::start(&settings.database_url(), Arc::clone(&clock), Arc::clone(&shelf), Arc::clone(&pokes))
            .map_err(StartError::Thread)?;
        Ok(Arc::new(Core { settings, db, media, clock, ids, keys, ledger, shelf, pokes }))
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// The county as it is now: rulebook and people. Costs one small read; the rest is remembered until it changes.
    ///
    /// # Errors
    /// If the county has not been set up, or the database fails.
    pub async fn county(&self) -> Result<Arc<County>, Error> {
        self.shelf.current(self.db.read()).await
    }

    /// Lets the committer finish what it holds and closes the database.
    pub async fn close(&self) {
        self.pokes.end();
        self.ledger.close().await;
        self.db.close().await;
    }
}
