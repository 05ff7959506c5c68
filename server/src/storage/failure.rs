//! Which failures of the database pass by themselves, and which are ours: only the first are worth another try.

use crate::error::{Error, Kind};
use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// Seconds after which another try makes sense.
const RETRY_AFTER_S: u32 = 2;

/// A disk takes a person to make room on.
const RETRY_WHEN_FULL_S: u32 = 60;

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        if is_full(&error) {
            return Error::new(Kind::DiskFull).retry_after(RETRY_WHEN_FULL_S).because(error);
        }
        if passes(&error) { Error::new(Kind::Busy).retry_after(RETRY_AFTER_S).because(error) } else { Error::internal(error) }
    }
}

/// Whether the same statements may succeed later: the database was away, full, or chose us to break a tie.
fn passes(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
        DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause)) => match &**cause {
            SqlxError::Io(_) | SqlxError::PoolTimedOut | SqlxError::PoolClosed | SqlxError::WorkerCrashed => true,
            SqlxError::Database(told) => told.code().is_some_and(|code| match code.parse::<u32>() {
                // PostgreSQL's codes have five characters, SQLite's are small numbers.
                Ok(number) if code.len() < 5 => sqlite_passes(number),
                _ => postgres_passes(&code),
            }),
            _ => false,
        },
        _ => false,
    }
}

/// Whether there is no room: SQLite says so, or that a file could not grow; PostgreSQL has a code for it.
fn is_full(error: &DbErr) -> bool {
    let (DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause))) = error else { return false };
    match &**cause {
        SqlxError::Database(told) => told.code().is_some_and(|code| matches!(&*code, "13" | "778" | "53100")),
        _ => false,
    }
}

/// Busy, locked, interrupted, an error of the disk, full, not to be opened: the low byte of the extended code.
fn sqlite_passes(code: u32) -> bool {
    matches!(code & 0xff, 5 | 6 | 9 | 10 | 13 | 14)
}

/// By class: connection, transaction rolled back, out of resources, stopped by an operator, system error; and what a
/// standby says to a write.
fn postgres_passes(code: &str) -> bool {
    ["08", "40", "53", "57", "58"].iter().any(|class| code.starts_with(class)) || matches!(code, "55P03" | "25006")
}

#[cfg(test)]
mod tests {
    use super::{postgres_passes, sqlite_passes};

    #[test]
    fn what_passes_is_told_from_what_is_ours() {
        assert!(sqlite_passes(5) && sqlite_passes(517) && sqlite_passes(13) && sqlite_passes(778));
        assert!(!sqlite_passes(1) && !sqlite_passes(19) && !sqlite_passes(1555) && !sqlite_passes(2067));
        assert!(postgres_passes("40P01") && postgres_passes("53100") && postgres_passes("57P01") && postgres_passes("08006"));
        assert!(!postgres_passes("23505") && !postgres_passes("42703") && !postgres_passes("22021"));
    }
}
