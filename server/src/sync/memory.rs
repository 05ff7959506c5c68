//! What a restored server has forgotten. Whoever brings our own signature, or our own cursor, over an entry that the
//! ledger does not have proves that it was put back to an earlier state. That is said once, by a raised epoch; every phone
//! then sends again what it kept, and what is still known gets the receipt it had.

use crate::{
    core::Core,
    error::{Error, Kind},
    storage::{self, Connection},
};
use huiyin_domain::{
    hash::Hash,
    sync::message::{Receipt, ReceiptBody},
};

/// Nothing, if the ledger can reproduce this receipt. One that we did not sign proves nothing and is left alone.
///
/// # Errors
/// `Restored` if it cannot.
pub(super) async fn reproduce(core: &Core, receipt: &Receipt) -> Result<(), Error> {
    let Ok(body) = serde_json::from_str::<ReceiptBody>(&receipt.body) else { return Ok(()) };
    let Some(newest) = body.lines.iter().map(|line| line.seq).max() else { return Ok(()) };
    // Nearly always it is there, and then it does not matter who signed it: a look costs less than a signature's check.
    if is_there(core.db.read(), newest, &body.head).await? || !core.keys.is_signed(receipt) {
        return Ok(());
    }
    Err(forgotten(core, body.epoch).await?)
}

/// Whether the chain had this hash after this entry; then everything before it is the same too.
pub(super) async fn is_there(db: &impl Connection, seq: u64, hash: &Hash) -> Result<bool, Error> {
    Ok(storage::ledger::at(db, seq).await?.is_some_and(|entry| entry.hash == *hash))
}

/// Raises the epoch above the one in which something was said that is now forgotten, unless that was done already.
pub(super) async fn forgotten(core: &Core, said_in: u32) -> Result<Error, Error> {
    let db = core.db.begin().await?;
    let raised = storage::ledger::raise_epoch(&db, said_in.saturating_add(1)).await?;
    db.commit().await?;
    if raised {
        tracing::warn!(epoch = said_in.saturating_add(1), "the ledger was put back to an earlier state; phones send again what they kept");
    }
    Ok(Error::new(Kind::Restored))
}
