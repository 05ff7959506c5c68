//! The phone's senses: clock and dice, position, camera, room for what it keeps.

mod cipher;
mod clock;
mod file;
mod gzip;
mod hint;
mod picture;
mod position;
mod reserve;
mod room;
mod signature;

pub(super) use cipher::Lock;
pub(super) use clock::{mint_id, now, salt, zone_min};
pub(super) use file::{bytes_of, save_as};
pub(super) use gzip::gzip;
pub(super) use hint::{OUTBOX, ask_for_a_hint, is_hidden, registration, workers};
pub(super) use picture::{object_url, revoke, shrink};
pub(super) use position::{GOOD_ENOUGH_M, Watch};
pub(super) use reserve::{give_back, set_aside, would_fit};
pub(super) use room::{ask_to_keep, estimate};
pub(super) use signature::{Checked, check};
