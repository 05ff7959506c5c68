//! Who asks: roles, the scope each is held in, the actor that the rules see, and who looks after whose account.

mod actor;
mod management;
mod placing;
mod role;
mod sign_in_name;

pub use actor::{Actor, PersonCard};
pub use management::{
    Objection, Post, audits, edits_rulebook, holds_at, is_last_admin, looks_after, manages, manages_unit, may_grant, objections, posts,
    reads_cases, same_roles,
};
pub use placing::{grants_at, unit_of, whole_county_only};
pub use role::{Grant, Role, Scope, UnitCode};
pub use sign_in_name::{NotASignInName, SignInName};
