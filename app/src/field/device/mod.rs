//! The phone's senses: clock and dice, position, camera, room for what it keeps.

mod clock;
mod picture;
mod position;
mod room;

pub(super) use clock::{mint_id, now, salt, zone_min};
pub(super) use picture::{object_url, revoke, shrink};
pub(super) use position::{GOOD_ENOUGH_M, Watch};
pub(super) use room::{ask_to_keep, estimate};
