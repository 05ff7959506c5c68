//! Who asks: roles, the scope each is held in, and the actor that the rules see.

mod actor;
mod role;

pub use actor::{Actor, PersonCard};
pub use role::{Grant, Role, Scope, UnitCode};
