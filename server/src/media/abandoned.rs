//! Chunks of photos that nobody goes on sending.

use crate::{core::Core, error::Error, storage};
use time::Duration;

/// So long may a photo rest half-way. The phone keeps its own copy until the whole photo is here.
const REST: Duration = Duration::days(30);

/// Forgets what rested too long; how many photos that were.
///
/// # Errors
/// If the database fails.
pub async fn forget_abandoned(core: &Core) -> Result<usize, Error> {
    let db = core.db.begin().await?;
    let count = storage::photos::drop_abandoned(&db, core.now() - REST).await?;
    db.commit().await?;
    Ok(count)
}
