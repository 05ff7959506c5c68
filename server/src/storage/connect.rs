//! Opening the database: SQLite with a write-ahead log, full durability and one writer, or PostgreSQL.

use huiyin_migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode, SqlxError,
    Statement, TransactionOptions, TransactionTrait,
    sqlx::{
        Connection, SqliteConnection,
        sqlite::{SqliteJournalMode, SqliteSynchronous},
    },
};
use std::time::Duration;

/// A write transaction.
pub type Transaction = DatabaseTransaction;

/// The database failed.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct StorageError(#[from] DbErr);

impl From<StorageError> for crate::error::Error {
    fn from(error: StorageError) -> Self {
        error.0.into()
    }
}

/// Statements that a connection keeps as the database has prepared them: seven texts for each table that a group writes,
/// and those of the lists it reads.
const PREPARED: usize = 300;
/// Pages that SQLite keeps for the connection that writes the ledger: what its indexes need while they grow.
const LEDGER_CACHE_KIB: u32 = 65_536;
/// And for each other one, which forgets its pages whenever somebody else writes; the system keeps them anyway.
const SMALL_CACHE_KIB: u32 = 8192;
/// Connections for reading.
const READERS: u32 = 6;
/// Connections for writing beside the ledger: SQLite has one writer, PostgreSQL many.
const SIDE_WRITERS: u32 = 4;
/// Held while one process brings the schema up to date, so that others wait. Any number that nobody else uses.
const MIGRATING: i64 = 0x4855_4959;

/// One database: a connection for writing, and a pool for reading.
pub struct Db {
    write: DatabaseConnection,
    read: DatabaseConnection,
}

impl Db {
    /// Opens the database at this address, making the file if it is SQLite and absent.
    ///
    /// # Errors
    /// If it cannot be opened.
    pub async fn open(url: &str) -> Result<Db, StorageError> {
        let write = connect(url, if is_sqlite(url) { 1 } else { SIDE_WRITERS }, SMALL_CACHE_KIB).await?;
        let read = connect(url, READERS, SMALL_CACHE_KIB).await?;
        Ok(Db { write, read })
    }

    /// Opens the one connection that the committer writes with.
    pub(crate) async fn open_writer(url: &str) -> Result<Writer, StorageError> {
        Ok(Writer(connect(url, 1, LEDGER_CACHE_KIB).await?))
    }

    /// Brings the schema up to date. On PostgreSQL all or nothing, and one process at a time.
    ///
    /// # Errors
    /// If a step fails; it is then not applied.
    pub async fn migrate(&self) -> Result<(), StorageError> {
        if self.write.get_database_backend() == DbBackend::Postgres {
            let db = self.write.begin().await?;
            db.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATING})")).await?;
            Migrator::up(&db, None).await?;
            return Ok(db.commit().await?);
        }
        Ok(Migrator::up(&self.write, None).await?)
    }

    /// What the database promises of a commit that was lost with the power: nothing if it is set to be fast instead.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn is_durable(&self) -> Result<bool, StorageError> {
        if self.write.get_database_backend() == DbBackend::Sqlite {
            // Set on every connection when it is opened.
            return Ok(true);
        }
        for (setting, fast) in [("fsync", "off"), ("full_page_writes", "off"), ("synchronous_commit", "off")] {
            let row = self.write.query_one_raw(Statement::from_string(DbBackend::Postgres, format!("SHOW {setting}"))).await?;
            if row.map(|row| row.try_get_by_index::<String>(0)).transpose()?.as_deref() == Some(fast) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// How many steps of the schema are still to be done.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn pending_migrations(&self) -> Result<usize, StorageError> {
        Ok(Migrator::get_pending_migrations(&self.write).await?.len())
    }

    /// For reading.
    #[must_use]
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// A snapshot for several reads that must agree.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn snapshot(&self) -> Result<Transaction, StorageError> {
        let isolation = (self.read.get_database_backend() == DbBackend::Postgres).then_some(sea_orm::IsolationLevel::RepeatableRead);
        let options = TransactionOptions { isolation_level: isolation, ..TransactionOptions::default() };
        Ok(self.read.begin_with_options(options).await?)
    }

    /// A write transaction beside the ledger: sessions, photo chunks, set-up. Never for a case.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn begin(&self) -> Result<Transaction, StorageError> {
        Ok(begin_write(&self.write).await?)
    }

    /// Closes it.
    pub async fn close(&self) {
        for connection in [&self.read, &self.write] {
            if let Err(error) = connection.clone().close().await {
                tracing::warn!(%error, "the database did not close cleanly");
            }
        }
    }
}

/// The committer's own connection.
pub(crate) struct Writer(DatabaseConnection);

impl Writer {
    /// A write transaction.
    pub(crate) async fn begin(&self) -> Result<Transaction, StorageError> {
        Ok(begin_write(&self.0).await?)
    }

    /// Closes it.
    pub(crate) async fn close(self) {
        if let Err(error) = self.0.close().await {
            tracing::warn!(%error, "the ledger's connection did not close cleanly");
        }
    }
}

/// Begins a write transaction: on SQLite it takes the write lock at once, so that it never fails half-way.
async fn begin_write(connection: &DatabaseConnection) -> Result<Transaction, DbErr> {
    match connection.get_database_backend() {
        DbBackend::Sqlite => {
            let mode = Some(SqliteTransactionMode::Immediate);
            connection.begin_with_options(TransactionOptions { sqlite_transaction_mode: mode, ..TransactionOptions::default() }).await
        }
        _ => connection.begin().await,
    }
}

async fn connect(url: &str, most: u32, cache_kib: u32) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(most)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(30))
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_pool_opts(|pool| pool.after_release(|connection, _| Box::pin(is_at_rest(connection))))
        .map_sqlx_postgres_opts(|options| options.statement_cache_capacity(PREPARED))
        .map_sqlx_sqlite_opts(move |options| {
            options
                .statement_cache_capacity(PREPARED)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(20))
                .pragma("cache_size", format!("-{cache_kib}"))
                .pragma("temp_store", "memory")
        });
    if is_sqlite(url) {
        options.idle_timeout(None::<Duration>).max_lifetime(None::<Duration>);
    } else {
        // PostgreSQL may have been restarted since.
        options.test_before_acquire_if_idle_for(Duration::from_secs(5)).max_lifetime(None::<Duration>);
    }
    Database::connect(options).await
}

/// A full disk ends SQLite's transaction behind the back of its connection, which would then believe to be in one for
/// ever: it would open the next ones inside of it, and their commits would write nothing. Such a connection is closed.
async fn is_at_rest(connection: &mut SqliteConnection) -> Result<bool, SqlxError> {
    // A rollback may still be on its way to the connection's thread; this comes after it.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

fn is_sqlite(url: &str) -> bool {
    url.starts_with("sqlite:")
}
