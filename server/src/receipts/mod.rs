//! What the holder of a receipt is told. The key is not stored: it is computed again and compared in constant time.
//! Guessing is slowed for a matter from an address, so that nobody can lock the reporter out from elsewhere; an unknown
//! number costs the same work and gets the same answer as a wrong key.

mod found;
mod say;

pub use say::{Asked, say};

use crate::{
    core::{Core, County},
    error::Error,
    storage::{self, Connection, receipt_tries::Tries},
};
use data_encoding::HEXLOWER;
use found::found;
use huiyin_app::portal::views::ReceiptAnswer;
use huiyin_domain::{case::Case, ids::CommandId, moment::Moment, receipt::ReceiptNumber};
use time::Duration;

/// So many wrong keys cost nothing; then each doubles the wait.
const FREE_TRIES: u32 = 5;
/// The longest wait, seconds.
const LONGEST_WAIT_S: u32 = 300;
/// Wrong tries are forgotten after this.
const FORGET: Duration = Duration::days(1);

/// Looks a receipt number up. `address` is where the request came from.
///
/// # Errors
/// If the database fails.
pub async fn look_up(core: &Core, county: &County, typed: &str, address: &str) -> Result<ReceiptAnswer, Error> {
    match identify(core, typed, address).await? {
        Identified::Unknown(answer) => Ok(answer),
        Identified::Known(case, report) => Ok(ReceiptAnswer::Found(Box::new(found(core, county, *case, report).await?))),
    }
}

/// Whether somebody holds the receipt of a report.
enum Identified {
    /// They do: the case that their report opened, and the report.
    Known(Box<Case>, CommandId),
    /// They do not, and this is what they are told.
    Unknown(ReceiptAnswer),
}

/// Looks the report of a receipt number up, slowing whoever guesses.
async fn identify(core: &Core, typed: &str, address: &str) -> Result<Identified, Error> {
    let number: ReceiptNumber = match typed.parse() {
        Ok(number) => number,
        Err(error) => return Ok(Identified::Unknown(ReceiptAnswer::NotANumber(error))),
    };
    let now = core.now();
    let from = HEXLOWER.encode(&core.keys.mac("receipt-try", &[address.as_bytes()])[..12]);
    let name = format!("{} {from}", number.matter);
    let db = core.db.read();
    let before = storage::receipt_tries::get(db, &name).await?.filter(|tries| now - tries.last_at < FORGET);
    if let Some(retry_after_s) = before.and_then(|tries| wait_s(tries, now)) {
        return Ok(Identified::Unknown(ReceiptAnswer::TooMany { retry_after_s }));
    }
    let case = storage::cases::by_number(db, &number.matter).await?;
    let report = case.as_ref().and_then(|case| matching(core, case, &number));
    if case.is_none() {
        // The same work as for a number that exists.
        let nobody = core.keys.receipt_number(&number.matter, CommandId(uuid::Uuid::nil()));
        let _ = same(&nobody.key, &number.key);
    }
    let (Some(case), Some(report)) = (case, report) else {
        let wrong = before.map_or(0, |tries| tries.wrong).saturating_add(1);
        let db = core.db.begin().await?;
        storage::receipt_tries::put(&db, &name, Tries { wrong, last_at: now }, now - FORGET).await?;
        db.commit().await?;
        return Ok(Identified::Unknown(ReceiptAnswer::NotFound));
    };
    if before.is_some() {
        let db = core.db.begin().await?;
        storage::receipt_tries::clear(&db, &name).await?;
        db.commit().await?;
    }
    Ok(Identified::Known(Box::new(case), report))
}

/// The case that answers: the one that it was merged into, if it was.
async fn led(db: &impl Connection, case: &Case) -> Result<Case, Error> {
    let master = match case.merged_into {
        Some(id) => storage::cases::load(db, &[id]).await?.remove(&id),
        None => None,
    };
    Ok(master.unwrap_or_else(|| case.clone()))
}

/// The report of this case that the key belongs to. Every report is compared, whichever fits.
fn matching(core: &Core, case: &Case, number: &ReceiptNumber) -> Option<CommandId> {
    let own = case.reports.iter().filter(|filed| filed.merged_from.is_none());
    own.fold(None, |found, filed| {
        let command = CommandId(filed.id.0);
        let fits = same(&core.keys.receipt_number(&number.matter, command).key, &number.key);
        if fits { Some(command) } else { found }
    })
}

/// Whether two keys are the same, without saying by time where they differ.
fn same(one: &str, other: &str) -> bool {
    let differing = one.bytes().zip(other.bytes()).fold(0, |differing, (a, b)| differing | (a ^ b));
    std::hint::black_box(differing) == 0 && one.len() == other.len()
}

/// Seconds still to wait, if any.
fn wait_s(tries: Tries, now: Moment) -> Option<u32> {
    let over = tries.wrong.checked_sub(FREE_TRIES)?;
    let wait = 2u32.saturating_pow(over.min(16)).saturating_mul(2).min(LONGEST_WAIT_S);
    let left = i64::from(wait) - (now - tries.last_at).whole_seconds();
    u32::try_from(left).ok().filter(|left| *left > 0)
}

#[cfg(test)]
mod tests {
    use super::{Tries, same, wait_s};
    use huiyin_domain::moment::Moment;

    #[test]
    fn keys_are_compared_whole() {
        assert!(same("W6TK9QXH", "W6TK9QXH"));
        assert!(!same("W6TK9QXH", "W6TK9QXJ"));
        assert!(!same("W6TK9QXH", "W6TK9QX"));
    }

    #[test]
    fn guessing_gets_slower_and_never_stops_for_good() {
        let now = Moment::from_unix_ms(1_780_000_000_000).unwrap();
        let wait = |wrong| wait_s(Tries { wrong, last_at: now }, now);
        assert_eq!((wait(1), wait(4)), (None, None));
        assert_eq!((wait(5), wait(6), wait(7)), (Some(2), Some(4), Some(8)));
        assert_eq!((wait(20), wait(u32::MAX)), (Some(300), Some(300)));
        assert_eq!(wait_s(Tries { wrong: 20, last_at: now }, now + time::Duration::seconds(300)), None);
    }
}
