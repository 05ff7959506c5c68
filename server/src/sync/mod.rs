//! What phones ask: push, pull, the book. Commands go up, state comes down.

mod book;
mod cursor;
mod elsewhere;
mod memory;
mod patrols;
mod photo;
mod pull;
mod push;
mod quota;

pub use book::{BookAnswer, book};
pub use elsewhere::{tell_of_others, watch_elsewhere};
pub(crate) use patrols::sites_of;
pub use photo::may_see_photo;
pub use pull::pull;
pub use push::push;
