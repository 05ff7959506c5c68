//! A patrol (巡查): one outing, planned and assigned, so that a phone has tasks; and what was found on it.
//!
//! It is a small aggregate of its own beside the case. It changes in the same way: somebody asks ([`PatrolAsk`], inside a
//! command like any other), [`decide`] answers events or a refusal, [`fold`] makes them its state.

mod ask;
mod decide;
mod event;
mod fold;
mod kind;
mod sight;
mod state;

pub use ask::{PatrolAsk, Plan, SiteVisit};
pub use decide::{MAX_PLACES, PatrolWorld, decide, may_change, may_plan, reported};
pub use event::PatrolEvent;
pub use fold::fold;
pub use kind::PatrolKind;
pub use sight::{covers_place, holders, is_hidden, may_see};
pub use state::{Found, Patrol, PatrolState, Visit};
