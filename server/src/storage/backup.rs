//! A copy of the whole database as it is at one moment.

use super::Connection;
use crate::error::Error;
use sea_orm::DbBackend;
use std::path::Path;

/// Writes a copy of an SQLite database to a file that is not there yet, while others go on writing. False if the database
/// is none of SQLite's, which brings its own tools. The copy is not yet durable.
pub async fn copy(db: &impl Connection, to: &Path) -> Result<bool, Error> {
    if db.get_database_backend() != DbBackend::Sqlite {
        return Ok(false);
    }
    let to = to.display().to_string().replace('\'', "''");
    db.execute_unprepared(&format!("VACUUM INTO '{to}'")).await?;
    Ok(true)
}
