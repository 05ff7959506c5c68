//! Administrative divisions by GB/T 2260 and GB/T 10114: county 6 digits, township 9, village 12.

use serde::{Deserialize, Deserializer, Serialize, de::Error};
use std::{fmt, str::FromStr};

/// A county, township or village. A scope is a prefix of codes.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(transparent)]
pub struct DivisionCode(String);

/// Text that is not a division code.
#[derive(Debug, thiserror::Error)]
#[error("a division code has 6, 9 or 12 digits")]
pub struct NotADivision;

impl DivisionCode {
    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `other` is this division or lies in it.
    #[must_use]
    pub fn contains(&self, other: &DivisionCode) -> bool {
        other.0.starts_with(&self.0)
    }

    /// The township this is or lies in; `None` for a county.
    #[must_use]
    pub fn township(&self) -> Option<DivisionCode> {
        self.0.get(..9).map(|code| DivisionCode(code.to_owned()))
    }

    /// The county this is or lies in.
    #[must_use]
    pub fn county(&self) -> DivisionCode {
        DivisionCode(self.0[..6].to_owned())
    }
}

impl fmt::Display for DivisionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for DivisionCode {
    type Err = NotADivision;
    fn from_str(text: &str) -> Result<Self, NotADivision> {
        let fits = matches!(text.len(), 6 | 9 | 12) && text.bytes().all(|b| b.is_ascii_digit());
        fits.then(|| DivisionCode(text.to_owned())).ok_or(NotADivision)
    }
}

impl<'de> Deserialize<'de> for DivisionCode {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        String::deserialize(input)?.parse().map_err(D::Error::custom)
    }
}
