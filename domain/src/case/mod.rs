//! A case (案件): the desk's unit of work, from the report that opened it to the reply that closed it.
//!
//! It changes in one way: somebody asks (`Ask`), `decide` answers events or a refusal, `apply` folds the events in.

mod ask;
mod event;
mod state;

pub use ask::*;
pub use event::Event;
pub use state::*;

mod decide;
mod fold;
mod offer;

pub use decide::{World, conflict, decide};
pub use fold::{Entry, fold};
pub use offer::{Offer, offers};
