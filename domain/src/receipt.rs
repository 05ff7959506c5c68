//! The receipt number a person can read out: `CX26-0379-W6TK-9QXH`.
//!
//! The matter number in front is public; the last two groups are the reporter's key: seven secret characters and a
//! check character, never in the ledger, never published. The alphabet is Crockford's base 32 (no I, L, O, U).

use std::{fmt, str::FromStr};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A matter number with the reporter's key.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptNumber {
    /// The public number, as `CX26-0379`.
    pub matter: String,
    /// The key, eight characters.
    pub key: String,
}

/// Text that is not a receipt number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotAReceipt {
    /// Not of the form at all.
    #[error("a receipt number looks like CX26-0379-W6TK-9QXH")]
    Form,
    /// A character is wrong: the check character does not fit.
    #[error("a character is mistyped")]
    Check,
}

impl ReceiptNumber {
    /// Makes the number from secret bytes (35 bits are used).
    #[must_use]
    pub fn new(matter: &str, secret: [u8; 5]) -> Self {
        let bits = secret.iter().fold(0u64, |bits, byte| (bits << 8) | u64::from(*byte));
        let digits: Vec<usize> = (0..7).map(|n| ((bits >> (5 * n)) & 31) as usize).collect();
        let mut key: String = digits.iter().map(|&digit| ALPHABET[digit] as char).collect();
        key.push(ALPHABET[check(matter, &digits)] as char);
        ReceiptNumber { matter: matter.to_owned(), key }
    }
}

/// Sum weighted by odd numbers, so that a mistyped character and most swaps of neighbours are noticed (mod 32).
fn check(matter: &str, digits: &[usize]) -> usize {
    let head: usize = matter.bytes().enumerate().map(|(n, byte)| (2 * n + 1) * usize::from(byte)).sum();
    let tail: usize = digits.iter().enumerate().map(|(n, digit)| (2 * n + 3) * digit).sum();
    (head + tail) % 32
}

impl fmt::Display for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.matter, &self.key[..4], &self.key[4..])
    }
}

impl fmt::Debug for ReceiptNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-****-****", self.matter)
    }
}

impl FromStr for ReceiptNumber {
    type Err = NotAReceipt;

    /// Forgives case, spaces, missing hyphens in the key, and O, I, L for 0 and 1.
    fn from_str(text: &str) -> Result<Self, NotAReceipt> {
        let plain: String =
            text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '－')).map(|c| c.to_ascii_uppercase()).collect();
        if !plain.is_ascii() || plain.len() < 2 + 2 + 4 + 8 || plain.len() > 24 {
            return Err(NotAReceipt::Form);
        }
        let (front, key) = plain.split_at(plain.len() - 8);
        let letters = front.bytes().take_while(u8::is_ascii_alphabetic).count();
        let digits = &front[letters..];
        if letters == 0 || digits.len() < 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAReceipt::Form);
        }
        let matter = format!("{}{}-{}", &front[..letters], &digits[..2], &digits[2..]);
        let key: String = key
            .chars()
            .map(|c| match c {
                'O' => '0',
                'I' | 'L' => '1',
                c => c,
            })
            .collect();
        let values: Option<Vec<usize>> = key.bytes().map(|b| ALPHABET.iter().position(|a| *a == b)).collect();
        let values = values.ok_or(NotAReceipt::Form)?;
        if check(&matter, &values[..7]) != values[7] {
            return Err(NotAReceipt::Check);
        }
        Ok(ReceiptNumber { matter, key })
    }
}
