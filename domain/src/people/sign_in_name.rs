//! The name that is typed to sign in.

use std::fmt;

/// Letters, digits, `-`, `_` and `.`, in small letters: the same for whoever types it in capitals.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct SignInName(String);

/// Text that cannot be a sign-in name.
#[derive(Debug, thiserror::Error)]
#[error("a sign-in name has 2 to 40 letters, digits, hyphens, dots or underscores")]
pub struct NotASignInName;

impl SignInName {
    /// Fewest characters.
    const FEWEST: usize = 2;
    /// Most characters.
    pub const MOST: usize = 40;

    /// Reads what somebody typed.
    ///
    /// # Errors
    /// If it is too short, too long, or has other characters.
    pub fn read(typed: &str) -> Result<Self, NotASignInName> {
        let name = typed.trim().to_lowercase();
        let fits = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
        let count = name.chars().count();
        if fits && (Self::FEWEST..=Self::MOST).contains(&count) { Ok(SignInName(name)) } else { Err(NotASignInName) }
    }

    /// As it is stored and compared.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SignInName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::SignInName;

    #[test]
    fn what_people_type_is_one_name() {
        for (typed, name) in [("Patroller-100", "patroller-100"), (" 陈一禾 ", "陈一禾"), ("a.b_c", "a.b_c")] {
            assert_eq!(SignInName::read(typed).map(|name| name.to_string()).ok().as_deref(), Some(name), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_read_out_or_typed_is_none() {
        for typed in ["", "x", " ", "two words", "a@b", "a/b", "a\0b", "<script>", &"x".repeat(41)] {
            assert!(SignInName::read(typed).is_err(), "{typed:?}");
        }
    }
}
