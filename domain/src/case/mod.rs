//! A case (案件): the desk's unit of work, from the report that opened it to the reply that closed it.
//!
//! It changes in one way: somebody asks (`Ask`), `decide` answers events or a refusal, `fold` makes them its state.

mod about;
mod ask;
pub mod deadline;
mod decide;
pub mod draw;
mod event;
mod fold;
mod guards;
pub mod lifecycle;
mod offer;
pub mod permission;
pub mod personal;
mod projection;
mod public_draft;
mod state;

pub use about::{belongs_to, is_kept_from, units_of};
pub use ask::*;
pub(crate) use decide::checks::Checks;
pub use decide::{World, beside, conflict, decide, reporter_until};
pub use draw::Draw;
pub use event::Event;
pub use fold::{Entry, fold};
pub use guards::{agree, asks_for_recheck, closing_unmet, closing_unmet_by};
pub use offer::{Offer, offers};
pub use permission::may_see;
pub use public_draft::{public_draft, public_steps};
pub use state::*;
