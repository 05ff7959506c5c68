//! Invitations: a link with which a person sets a password, once, within some days. Whoever made the account never learns
//! the password.

use super::{
    password::{hash_password, is_weak},
    session::token_hash,
};
use crate::{
    core::Core,
    error::{Error, Kind},
    storage::{self, Connection, access_log::LogRow, invitations::InvitationRow},
};
use data_encoding::BASE64URL_NOPAD;
use huiyin_domain::{ids::PersonId, moment::Moment};
use time::Duration;

/// How long a link works.
const LASTS: Duration = Duration::days(7);

/// Who was invited, for the page that the link leads to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Invited {
    /// The name colleagues know.
    pub name: String,
    /// The name that is typed to sign in.
    pub sign_in_name: String,
}

/// Invites a person: the password and the links so far no longer work, and all sessions end. The answer is the token and
/// until when it works.
///
/// # Errors
/// If the database fails.
pub async fn invite(core: &Core, db: &impl Connection, person: PersonId, by: PersonId) -> Result<(String, Moment), Error> {
    let mut secret = [0; 32];
    core.ids.fill(&mut secret);
    let token = BASE64URL_NOPAD.encode(&secret);
    let hash = token_hash(&token).ok_or_else(|| Error::internal("a token that cannot be read back"))?;
    let (made_at, expires_at) = (core.now(), core.now() + LASTS);
    storage::people::set_password(db, person, "").await?;
    storage::invitations::put(db, &hash, &InvitationRow { person, made_by: by, made_at, expires_at, used_at: None }).await?;
    Ok((token, expires_at))
}

/// Whom this token invites.
///
/// # Errors
/// `InvitationUnknown`, `InvitationUsed`, `InvitationExpired`.
pub async fn invited(core: &Core, token: &str) -> Result<Invited, Error> {
    open(core, token).await.map(|(_, _, invited)| invited)
}

/// Sets the password of the person whom this token invites. The token has then done its work.
///
/// # Errors
/// As [`invited`], and `WeakPassword` or `PasswordsDiffer`.
pub async fn accept(core: &Core, token: &str, password: &str, again: &str) -> Result<Invited, Error> {
    let (hash, person, invited) = open(core, token).await?;
    if is_weak(password, &invited.sign_in_name) {
        return Err(Error::new(Kind::WeakPassword).field("password"));
    }
    if password != again {
        return Err(Error::new(Kind::PasswordsDiffer).field("again"));
    }
    let password_hash = hash_password(password).await?;
    let db = core.db.begin().await?;
    if !storage::invitations::used(&db, &hash, core.now()).await? {
        return Err(Error::new(Kind::InvitationUsed).field("token"));
    }
    storage::people::set_password(&db, person, &password_hash).await?;
    storage::sessions::clear_attempts_about(&db, person).await?;
    storage::access_log::put(&db, &LogRow::of(core, person, "password_set").about(person)).await?;
    db.commit().await?;
    Ok(invited)
}

async fn open(core: &Core, token: &str) -> Result<([u8; 32], PersonId, Invited), Error> {
    let unknown = || Error::new(Kind::InvitationUnknown).field("token");
    let hash = token_hash(token).ok_or_else(unknown)?;
    let row = storage::invitations::get(core.db.read(), &hash).await?.ok_or_else(unknown)?;
    if row.used_at.is_some() {
        return Err(Error::new(Kind::InvitationUsed).field("token"));
    }
    if row.expires_at <= core.now() {
        return Err(Error::new(Kind::InvitationExpired).field("token"));
    }
    let account = storage::people::row(core.db.read(), row.person).await?.filter(|account| account.closed_at.is_none());
    let account = account.ok_or_else(unknown)?;
    Ok((hash, row.person, Invited { name: account.card.name, sign_in_name: account.sign_in_name }))
}
