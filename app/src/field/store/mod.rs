//! The phone's memory: two IndexedDB databases. `outbox` holds what only this phone has and never changes its version;
//! `replica` holds what the server can give again and may be thrown away.

mod database;
mod outbox;
mod pack;
mod parting;
mod replica;
mod sealed;

pub(super) use outbox::{Outbox, PersonRow, Plan, Shelf};
pub(super) use pack::{Luggage, fits};
pub(super) use replica::{Replica, ReplicaStore};
