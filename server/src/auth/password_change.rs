//! Changing one's own password. All sessions of the person end with it, on phones too: what a phone holds stays there and
//! is sent after the next sign-in.

use super::{
    password::{MAX_PASSWORD_BYTES, hash_password, is_weak, verify_password},
    sign_in::slowed,
};
use crate::{
    core::Core,
    error::{Error, Kind},
    storage::{self, access_log::LogRow, sessions::Attempts},
};
use huiyin_app::backend::PasswordChange;
use huiyin_domain::ids::PersonId;

/// Changes this person's password.
///
/// # Errors
/// `WrongPassword` if the present one is not; `WeakPassword`; `TooManyTries` after some wrong ones.
pub async fn change_password(core: &Core, person: PersonId, change: &PasswordChange) -> Result<(), Error> {
    let now = core.now();
    let who = core.keys.mac("password-change", &[person.0.as_bytes()]);
    let before = storage::sessions::attempts(core.db.read(), &who).await?;
    slowed(before, now)?;
    let account = storage::people::account_of(core.db.read(), person).await?.ok_or_else(|| Error::new(Kind::NotSignedIn))?;
    let present = change.present.len() <= MAX_PASSWORD_BYTES && verify_password(&change.present, Some(&account.password_hash)).await?;
    let db = core.db.begin().await?;
    if !present {
        let failures = before.map_or(0, |attempts| attempts.failures) + 1;
        storage::sessions::set_attempts(&db, &who, Attempts { failures, last_at: now }, Some(person)).await?;
        db.commit().await?;
        return Err(Error::new(Kind::WrongPassword).field("present"));
    }
    if change.new == change.present || is_weak(&change.new, &account.sign_in_name) {
        return Err(Error::new(Kind::WeakPassword).field("new"));
    }
    let hash = hash_password(&change.new).await?;
    storage::sessions::clear_attempts(&db, &who).await?;
    storage::people::set_password(&db, person, &hash).await?;
    storage::access_log::put(&db, &LogRow::of(core, person, "password_changed").about(person)).await?;
    Ok(db.commit().await?)
}
