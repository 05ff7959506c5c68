//! Where the next page of a list starts: opaque to those who carry it, and bound to the moment of the first page, so
//! that lines neither move between groups nor appear twice while somebody turns pages.

use crate::{
    error::{Error, Kind},
    storage::inbox::{Mark, Segment},
};
use data_encoding::BASE64URL_NOPAD;
use huiyin_domain::moment::Moment;
use serde::{Deserialize, Serialize};

/// A place in the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Cursor {
    /// When the first page was read.
    pub now: Moment,
    /// Which part comes next.
    pub segment: Segment,
    /// After which line of it; none is from its start.
    pub after: Option<Mark>,
}

impl Cursor {
    /// As text.
    ///
    /// # Errors
    /// None in practice: every part serialises.
    pub(super) fn write(&self) -> Result<String, Error> {
        Ok(BASE64URL_NOPAD.encode(&serde_json::to_vec(self)?))
    }

    /// From text. It only says where to go on reading within the reader's own scope, so it needs no signature.
    ///
    /// # Errors
    /// If it is not one of ours.
    pub(super) fn read(text: &str) -> Result<Self, Error> {
        let bad = || Error::new(Kind::BadCursor).field("after");
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| bad())?;
        serde_json::from_slice(&bytes).map_err(|_| bad())
    }
}
