//! Passwords: argon2id, off the async runtime, few at once.

use crate::error::Error;
use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use std::collections::BTreeSet;
use tokio::sync::Semaphore;

/// Fewest characters of a password: NIST SP 800-63B asks for eight at least; a sentence in Chinese has ten soon.
const FEWEST_CHARACTERS: usize = 10;
/// Fewest different characters.
const FEWEST_DIFFERENT: usize = 3;
/// Longer passwords are not hashed.
pub(super) const MAX_PASSWORD_BYTES: usize = 1024;

/// One hash takes 19 MiB and tens of milliseconds: few at once, so that guessing does not take the server down.
static TURNS: Semaphore = Semaphore::const_new(4);

/// What a sign-in with an unknown name is compared with, so that it takes as long as with a known one.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$aHVpeWluLW5vYm9keS1oZXJl$fMe2GO4Ea1mr0GbVMtb9Bm8MNPC8VS4VKHzgZ1OYTpY";

/// The hash of a password, as a PHC string.
///
/// # Errors
/// If hashing fails.
pub async fn hash_password(password: &str) -> Result<String, Error> {
    let password = password.to_owned();
    let _turn = TURNS.acquire().await.map_err(Error::internal)?;
    let work = tokio::task::spawn_blocking(move || {
        Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(|error| error.to_string())
    });
    work.await.map_err(Error::internal)?.map_err(Error::internal)
}

/// Whether this is the password; with no hash, or one that nobody has set, never, after the same work.
///
/// # Errors
/// If the stored hash cannot be read.
pub async fn verify_password(password: &str, hash: Option<&str>) -> Result<bool, Error> {
    let hash = hash.filter(|hash| !hash.is_empty());
    let (password, known) = (password.to_owned(), hash.is_some());
    let hash = hash.unwrap_or(NOBODY).to_owned();
    let _turn = TURNS.acquire().await.map_err(Error::internal)?;
    let work = tokio::task::spawn_blocking(move || {
        let hash = PasswordHash::new(&hash).map_err(|error| error.to_string())?;
        Ok::<_, String>(Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    });
    let fits = work.await.map_err(Error::internal)?.map_err(Error::internal)?;
    Ok(fits && known)
}

/// Whether a new password is too easy to guess for somebody who signs in by that name.
pub(super) fn is_weak(new: &str, sign_in_name: &str) -> bool {
    let different: BTreeSet<char> = new.chars().collect();
    new.chars().count() < FEWEST_CHARACTERS
        || new.len() > MAX_PASSWORD_BYTES
        || different.len() < FEWEST_DIFFERENT
        || new.to_lowercase().contains(sign_in_name)
}

#[cfg(test)]
mod tests {
    use super::is_weak;

    #[test]
    fn what_is_easy_to_guess_is_not_taken() {
        for new in ["", "短短的密码", "aaaaaaaaaaaaaa", "ababababababab", "my-Patroller-2026", &"长".repeat(500)] {
            assert!(is_weak(new, "patroller"), "{new}");
        }
        assert!(!is_weak("石桥下的水二零二六年清", "patroller"));
        assert!(!is_weak("correct horse battery", "patroller"));
    }
}
