//! What the public may hold against us later: the signed head, and a file of hashes for each day.

use crate::{
    core::Core,
    error::{Error, Kind},
    storage,
};
use huiyin_domain::{moment::Moment, sync::message::Receipt};
use std::fmt::Write as _;
use time::Date;

/// The head of the ledger, signed.
///
/// # Errors
/// If the county has not been set up, or the database fails.
pub async fn signed_head(core: &Core) -> Result<Receipt, Error> {
    let head = storage::ledger::head(core.db.read(), false).await?.ok_or_else(|| Error::new(Kind::NotSetUp))?;
    core.keys.signed_head(&head, core.now())
}

/// One line an entry received on this day in Asia/Shanghai: number, the chain before it, hash of its content, the chain after it. Each hash of
/// the chain is the SHA-256 of the one before it, a line feed, the content's hash and a line feed.
///
/// # Errors
/// If the database fails.
pub async fn day_file(core: &Core, day: Date) -> Result<String, Error> {
    let next = day.next_day().ok_or_else(|| Error::new(Kind::BadAddress).field("date"))?;
    let entries = storage::ledger::received_between(core.db.read(), Moment::start_of(day), Moment::start_of(next)).await?;
    let mut text = String::new();
    for entry in entries {
        writeln!(text, "{} {} {} {}", entry.seq, entry.prev_hash, entry.content_hash, entry.hash).map_err(Error::internal)?;
    }
    Ok(text)
}
