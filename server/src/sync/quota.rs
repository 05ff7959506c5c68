//! How much one device may send in a day: far more than a person can do, far less than it takes to fill a disk.

use crate::{
    core::Core,
    error::{Error, Kind},
    ledger::Sealed,
    storage,
};
use huiyin_domain::ids::DeviceId;
use time::Duration;

/// The longest wait that is asked for, so that a phone looks again now and then.
const LONGEST_WAIT_S: i64 = 3600;

/// Nothing, unless a day's worth of commands before the last of these is younger than a day. Numbers have no holes, so one
/// look at one entry tells.
pub(super) async fn commands(core: &Core, device: DeviceId, sealed: &[Sealed]) -> Result<(), Error> {
    let last = sealed.iter().map(Sealed::number).max().unwrap_or(0);
    let Some(before) = last.checked_sub(core.settings.commands_per_day).filter(|number| *number > 0) else { return Ok(()) };
    let Some(entry) = storage::ledger::of_number(core.db.read(), device, before).await? else { return Ok(()) };
    // What is known already is answered again, however much it is.
    let new = storage::ledger::of_number(core.db.read(), device, last).await?.is_none();
    let free_at = entry.received_at + Duration::days(1);
    let wait_s = (free_at - core.now()).whole_seconds();
    if !new || wait_s <= 0 {
        return Ok(());
    }
    let wait_s = u32::try_from(wait_s.min(LONGEST_WAIT_S)).unwrap_or(1);
    Err(Error::new(Kind::TooManyToday).field("commands").retry_after(wait_s))
}
