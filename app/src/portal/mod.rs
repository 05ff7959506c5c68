//! The public door: complete HTML, no script. Every page is a function from what it shows to its text.

mod around;
mod case;
mod home;
mod missing;
mod naming;
mod receipt;
mod receipt_says;
pub mod views;

pub use case::case;
pub use home::home;
pub use missing::{failed, missing};
pub use receipt::{RECEIPT_FIELD, receipt};
pub use receipt_says::{SAYING_FIELD, WORDS_FIELD};

use crate::{locales::Language, shell::Assets};
use views::Around;

/// What every page is made with besides what it shows.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// For whom.
    pub language: Language,
    /// Where the built files are.
    pub assets: &'a Assets,
    /// What stands around it.
    pub around: &'a Around,
}
