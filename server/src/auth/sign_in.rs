//! Signing in: by name and password; guessing is slowed for a name from an address, so that nobody can lock out the
//! rightful person from elsewhere; an unknown name costs the same work.

use super::{
    password::{MAX_PASSWORD_BYTES, verify_password},
    session::{IDLE, token_hash},
};
use crate::{
    core::Core,
    error::{Error, Kind},
    storage::{
        self, Connection,
        devices::{DeviceKind, DeviceRow},
        sessions::{Attempts, SessionRow},
    },
};
use data_encoding::BASE64URL_NOPAD;
use huiyin_domain::{
    ids::{DeviceId, PersonId},
    moment::Moment,
    sync::message::{SignIn, SignedIn},
};
use time::Duration;

/// So many failures cost nothing; then each doubles the wait.
const FREE_FAILURES: u32 = 5;
/// The longest wait, seconds.
const LONGEST_WAIT_S: u32 = 300;

/// Through which door somebody signs in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Door {
    /// A phone: gets a queue of its own.
    Field,
    /// A desk: one for each person, in whatever browser.
    Desk,
}

/// A session that has just begun.
pub struct NewSession {
    /// For the cookie; nobody else ever sees it.
    pub token: String,
    /// For the answer.
    pub signed_in: SignedIn,
}

/// Signs in; `address` is where the request came from.
///
/// # Errors
/// `WrongNameOrPassword`, `TooManyTries`, or a device that is another person's.
pub async fn sign_in(core: &Core, asked: &SignIn, door: Door, address: &str) -> Result<NewSession, Error> {
    let now = core.now();
    let name = asked.name.trim().to_lowercase();
    for (field, value) in [("name", &name), ("password", &asked.password)] {
        if value.is_empty() || value.len() > MAX_PASSWORD_BYTES {
            return Err(Error::new(Kind::WrongNameOrPassword).field(field));
        }
    }
    let who = core.keys.mac("sign-in", &[name.as_bytes(), address.as_bytes()]);
    let before = storage::sessions::attempts(core.db.read(), &who).await?;
    slowed(before, now)?;
    let account = storage::people::account(core.db.read(), &name).await?;
    let open = account.as_ref().filter(|account| account.open);
    let fits = verify_password(&asked.password, open.map(|account| account.password_hash.as_str())).await?;
    let db = core.db.begin().await?;
    let (Some(account), true) = (open, fits) else {
        let failures = before.map_or(0, |attempts| attempts.failures) + 1;
        let about = account.as_ref().map(|account| account.person);
        storage::sessions::set_attempts(&db, &who, Attempts { failures, last_at: now }, about).await?;
        db.commit().await?;
        return Err(Error::new(Kind::WrongNameOrPassword).field("password"));
    };
    storage::sessions::clear_attempts(&db, &who).await?;
    let device = device(core, &db, account.person, asked, door, now).await?;
    let mut secret = [0; 32];
    core.ids.fill(&mut secret);
    let token = BASE64URL_NOPAD.encode(&secret);
    let hash = token_hash(&token).ok_or_else(|| Error::internal("a token that cannot be read back"))?;
    let expires_at = now + IDLE;
    let row = SessionRow { person: account.person, device: device.id, created_at: now, expires_at };
    storage::sessions::start(&db, &hash, &row).await?;
    db.commit().await?;
    let county = core.county().await?;
    let person = county.people.get(account.person).ok_or_else(|| Error::new(Kind::WrongNameOrPassword))?.clone();
    let receipt_key = Some(core.keys.signer());
    Ok(NewSession { token, signed_in: SignedIn { person, device: device.id, have: device.last_number, expires_at, receipt_key } })
}

/// An error for as long as earlier failures make the next try wait.
pub(super) fn slowed(before: Option<Attempts>, now: Moment) -> Result<(), Error> {
    match before.and_then(|attempts| wait_s(attempts, now)) {
        Some(wait_s) => Err(Error::new(Kind::TooManyTries).retry_after(wait_s)),
        None => Ok(()),
    }
}

/// Seconds still to wait, if any.
fn wait_s(attempts: Attempts, now: Moment) -> Option<u32> {
    let left = i64::from(longest_wait_s(attempts)?) - (now - attempts.last_at).whole_seconds();
    u32::try_from(left).ok().filter(|left| *left > 0)
}

/// Until when failures make the next try wait; none if they are few.
pub fn waits_until(attempts: Attempts) -> Option<Moment> {
    longest_wait_s(attempts).map(|wait| attempts.last_at + Duration::seconds(wait.into()))
}

/// Seconds to wait after the last failure.
fn longest_wait_s(attempts: Attempts) -> Option<u32> {
    let over = attempts.failures.checked_sub(FREE_FAILURES)?;
    Some(2u32.saturating_pow(over.min(16)).min(LONGEST_WAIT_S))
}

async fn device(core: &Core, db: &impl Connection, person: PersonId, asked: &SignIn, door: Door, now: Moment) -> Result<DeviceRow, Error> {
    match (door, asked.device) {
        // A revoked one may sign in: what it still holds is taken, kept and held. One that was forgotten with a restored
        // backup starts anew.
        (_, Some(id)) => match storage::devices::get(db, id).await? {
            Some(row) if row.person == Some(person) => Ok(row),
            Some(_) => Err(Error::new(Kind::NotYourDevice).field("device")),
            None => storage::devices::add(db, id, Some(person), DeviceKind::Phone, &asked.label, now).await,
        },
        (Door::Field, None) => {
            let id = DeviceId(core.ids.uuid());
            storage::devices::add(db, id, Some(person), DeviceKind::Phone, &asked.label, now).await
        }
        (Door::Desk, None) => match storage::devices::desk_of(db, person).await? {
            Some(desk) => Ok(desk),
            None => storage::devices::add(db, DeviceId(core.ids.uuid()), Some(person), DeviceKind::Desk, "desk", now).await,
        },
    }
}
