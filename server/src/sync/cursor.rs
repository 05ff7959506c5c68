//! The cursor of a pull: opaque, authenticated, bound to person and device.

use crate::{
    core::Keys,
    error::{Error, Kind},
};
use data_encoding::BASE64URL_NOPAD;
use huiyin_domain::{
    hash::Hash,
    ids::{CaseId, DeviceId, PersonId},
};
use serde::{Deserialize, Serialize};

/// Where a phone is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(super) struct Cursor {
    /// Changes of cases up to this entry are known…
    pub(super) seq: u64,
    /// …and at this entry up to this case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) case: Option<CaseId>,
    /// Verdicts of own commands up to this entry are known.
    pub(super) verdicts: u64,
    /// The ledger as it was then; none before the first page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) seen: Option<Seen>,
}

/// The newest entry when a cursor was given out: a ledger without it was put back to an earlier state.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Seen {
    pub(super) epoch: u32,
    pub(super) seq: u64,
    pub(super) hash: Hash,
}

impl Cursor {
    /// As text for this person and device only.
    pub(super) fn seal(&self, keys: &Keys, person: PersonId, device: DeviceId) -> Result<String, Error> {
        let body = serde_json::to_vec(self)?;
        let mac = mac(keys, person, device, &body);
        Ok(BASE64URL_NOPAD.encode(&[&mac[..], &body].concat()))
    }

    /// Reads what [`Cursor::seal`] wrote.
    pub(super) fn open(text: &str, keys: &Keys, person: PersonId, device: DeviceId) -> Result<Cursor, Error> {
        let bad = || Error::new(Kind::BadCursor).field("cursor");
        let bytes = BASE64URL_NOPAD.decode(text.as_bytes()).map_err(|_| bad())?;
        let (tag, body) = bytes.split_first_chunk::<16>().ok_or_else(bad)?;
        // Both sides of this comparison are keyed, so its timing tells nothing of use.
        if mac(keys, person, device, body) != *tag {
            return Err(bad());
        }
        serde_json::from_slice(body).map_err(|_| bad())
    }
}

fn mac(keys: &Keys, person: PersonId, device: DeviceId, body: &[u8]) -> [u8; 16] {
    let full = keys.mac("cursor", &[person.0.as_bytes(), device.0.as_bytes(), body]);
    let mut short = [0; 16];
    short.copy_from_slice(&full[..16]);
    short
}
