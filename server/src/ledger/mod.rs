//! The ledger (台账): the only way a case changes. Commands of phones, desks, the public and the clock are submitted
//! here, judged by the rules, written in groups and answered only once they are durable.

mod attempt;
pub mod chain;
mod committer;
mod draft;
mod draws;
mod group;
mod judge;
mod patrols;
mod photos;
mod public;
mod receipt;
mod similar;
mod submission;
pub mod verify;

pub use committer::Committer;
pub use photos::photos_of;
pub use public::{day_file, signed_head};
pub use receipt::acknowledged;
pub use similar::similar;
pub use submission::{CLOCK_DEVICE, Committed, PUBLIC_DEVICE, Papers, Sealed, Sender, Settled, Submission};
