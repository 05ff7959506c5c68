//! Changing one's own password. All sessions of the person end with it, on phones too: what a phone holds stays there and
//! is sent after the next sign-in.

use super::{
    password::{hash_password, verify_password},
    sign_in::{MAX_PASSWORD_BYTES, slowed},
};
use crate::{
    core::Core,
    error::{Error, Kind},
    storage::{self, sessions::Attempts},
};
use huiyin_app::backend::PasswordChange;
use huiyin_domain::ids::PersonId;
use std::collections::BTreeSet;

/// Fewest characters of a password: NIST SP 800-63B asks for eight at least; a sentence in Chinese has ten soon.
const FEWEST_CHARACTERS: usize = 10;
/// Fewest different characters.
const FEWEST_DIFFERENT: usize = 3;

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
        storage::sessions::set_attempts(&db, &who, Attempts { failures, last_at: now }).await?;
        db.commit().await?;
        return Err(Error::new(Kind::WrongPassword).field("present"));
    }
    if is_weak(change, &account.sign_in_name) {
        return Err(Error::new(Kind::WeakPassword).field("new"));
    }
    let hash = hash_password(&change.new).await?;
    storage::sessions::clear_attempts(&db, &who).await?;
    storage::people::set_password(&db, person, &hash).await?;
    Ok(db.commit().await?)
}

fn is_weak(change: &PasswordChange, sign_in_name: &str) -> bool {
    let new = &change.new;
    let different: BTreeSet<char> = new.chars().collect();
    new.chars().count() < FEWEST_CHARACTERS
        || new.len() > MAX_PASSWORD_BYTES
        || different.len() < FEWEST_DIFFERENT
        || new == &change.present
        || new.to_lowercase().contains(sign_in_name)
}

#[cfg(test)]
mod tests {
    use super::is_weak;
    use huiyin_app::backend::PasswordChange;

    #[test]
    fn what_is_easy_to_guess_is_not_taken() {
        let weak = |new: &str| is_weak(&PasswordChange { present: "正在使用的密码一二三".into(), new: new.into() }, "patroller");
        for new in ["", "短短的密码", "aaaaaaaaaaaaaa", "ababababababab", "my-Patroller-2026", "正在使用的密码一二三", &"长".repeat(500)]
        {
            assert!(weak(new), "{new}");
        }
        assert!(!weak("石桥下的水二零二六年清"));
        assert!(!weak("correct horse battery"));
    }
}
