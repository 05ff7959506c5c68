//! What can go wrong on a phone. Screens say in words what happened, what is safe and what to do.

use huiyin_domain::refusal::Refusal;

use crate::backend::Problem;

/// Why something asked of the phone did not happen.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
pub enum Trouble {
    /// The server was not reached.
    #[error("the server was not reached")]
    Unreachable,
    /// The server answered with a problem; its words are in the reader's language.
    #[error("the server answered: {0}")]
    Problem(Box<Problem>),
    /// The rules say no, at once, on this phone.
    #[error("the rules say no")]
    Refused(Refusal),
    /// Nobody is signed in here.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// The rulebook is not on this phone yet: one visit with network is needed.
    #[error("no rulebook on this phone yet")]
    NoBook,
    /// Signing out would leave work behind that is only on this phone.
    #[error("{0} items are only on this phone")]
    Unsent(usize),
    /// The draft is gone (filed or discarded, perhaps in another tab).
    #[error("no such draft")]
    NoSuchDraft,
    /// The browser's storage is full.
    #[error("the phone's storage is full")]
    Full,
    /// The browser's storage failed; the text is the browser's own.
    #[error("storage: {0}")]
    Storage(String),
    /// The picture cannot be read (HEIC on a browser that cannot decode it, a broken file).
    #[error("not a picture this browser can read")]
    PhotoUnreadable,
    /// There are as many photos as one command may have.
    #[error("too many photos")]
    TooManyPhotos,
    /// The bytes of the photo are no longer on this phone.
    #[error("the photo is not on this phone")]
    PhotoGone,
    /// The person or the browser forbids to read the position.
    #[error("position is forbidden")]
    PositionForbidden,
    /// A receipt is not signed by the county: what it speaks of counts as not received.
    #[error("a receipt is not the county's")]
    ForgedReceipt,
    /// A file with unsent work cannot be made or taken in.
    #[error("fieldpack: {0}")]
    Pack(PackTrouble),
    /// No position can be had here and now.
    #[error("no position")]
    PositionUnavailable,
}

/// What can be wrong with a file of unsent work.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PackTrouble {
    /// It is something else.
    #[error("not a fieldpack")]
    NotAPack,
    /// A newer version wrote it.
    #[error("too new")]
    TooNew,
    /// Its end is missing.
    #[error("truncated")]
    Truncated,
    /// The passphrase does not open it, or its first bytes are damaged; nobody can tell which.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// It opens, but something inside is damaged.
    #[error("damaged")]
    Damaged,
    /// It is another person's.
    #[error("another person's")]
    Foreign,
    /// This browser has no cryptography here.
    #[error("the browser cannot lock files")]
    Unable,
}
