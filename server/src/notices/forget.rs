//! What is old enough is forgotten: a notice only points at a case, and the ledger keeps what happened.

use crate::{core::Core, error::Error, storage};
use time::Duration;

/// How long a notice stands in a list.
const NOTICES: Duration = Duration::days(365);
/// How long the log says what was sent.
const DELIVERIES: Duration = Duration::days(90);

/// Forgets what is old; answers how many rows that was.
///
/// # Errors
/// If the database fails.
pub async fn forget(core: &Core) -> Result<u64, Error> {
    let now = core.now();
    let db = core.db.begin().await?;
    let notices = storage::notices::forget(&db, now - NOTICES).await?;
    let deliveries = storage::deliveries::forget(&db, now - DELIVERIES).await?;
    db.commit().await?;
    Ok(notices + deliveries)
}
