//! Sync: what phone and server say to each other, and the phone's queue as a machine without IO.
//!
//! Commands go up, state comes down. The protocol and its promises are in `docs/sync.md`.

pub mod message;
pub mod queue;
