//! Sessions: 32 random bytes in a cookie, stored hashed; they slide as long as they are used.

use crate::{
    core::{Core, County},
    error::Error,
    storage,
};
use data_encoding::BASE64URL_NOPAD;
use huiyin_domain::{hash::Hash, ids::DeviceId, moment::Moment, people::PersonCard};
use std::sync::Arc;
use time::Duration;

/// A session ends this long after its last use…
pub(super) const IDLE: Duration = Duration::days(30);
/// …and this long after it began, whatever happens.
const LONGEST: Duration = Duration::days(180);
/// Its end is moved at most this often.
const STEP: Duration = Duration::hours(6);

/// Who is asking.
#[derive(Clone)]
pub struct Session {
    /// The person, with the roles held now.
    pub person: PersonCard,
    /// The person's queue on this phone, or the person's desk.
    pub device: DeviceId,
    /// When it ends.
    pub expires_at: Moment,
    /// The county as it was when this was asked.
    pub county: Arc<County>,
}

/// How a token is looked up.
pub(super) fn token_hash(token: &str) -> Option<[u8; 32]> {
    let bytes = BASE64URL_NOPAD.decode(token.as_bytes()).ok()?;
    (bytes.len() == 32).then(|| Hash::of(&bytes).0)
}

/// The session with this token, if it is open and so is the person's account.
///
/// # Errors
/// If the database fails.
pub async fn find(core: &Core, token: &str) -> Result<Option<Session>, Error> {
    let Some(hash) = token_hash(token) else { return Ok(None) };
    let Some((row, county)) = storage::sessions::get(core.db.read(), &hash).await? else { return Ok(None) };
    let now = core.now();
    if row.expires_at <= now {
        return Ok(None);
    }
    let county = core.shelf.at(county, core.db.read()).await?;
    let Some(person) = county.people.get(row.person) else { return Ok(None) };
    let end = (now + IDLE).min(row.created_at + LONGEST);
    if end - row.expires_at >= STEP {
        let db = core.db.begin().await?;
        storage::sessions::prolong(&db, &hash, end).await?;
        db.commit().await?;
    }
    let (person, expires_at) = (person.clone(), end.max(row.expires_at));
    Ok(Some(Session { person, device: row.device, expires_at, county }))
}

/// Ends the session with this token.
///
/// # Errors
/// If the database fails.
pub async fn end(core: &Core, token: &str) -> Result<(), Error> {
    let Some(hash) = token_hash(token) else { return Ok(()) };
    let db = core.db.begin().await?;
    storage::sessions::end(&db, &hash).await?;
    Ok(db.commit().await?)
}

/// The last number the server has of the session's device.
///
/// # Errors
/// If the database fails.
pub async fn last_number(core: &Core, session: &Session) -> Result<u64, Error> {
    Ok(storage::devices::get(core.db.read(), session.device).await?.map_or(0, |row| row.last_number))
}
