//! What people see of Huiyin: three doors, their components and their words.
//!
//! Doors never import each other. Components never talk to the server. The field door uses no server functions.

// The types of nested views are as deep as the views.
#![recursion_limit = "512"]

pub mod backend;
pub mod components;
pub mod desk;
#[cfg(feature = "browser")]
pub mod field;
pub mod locales;
#[cfg(feature = "ssr")]
pub mod papers;
#[cfg(feature = "ssr")]
pub mod portal;
pub mod shell;

#[cfg(feature = "browser")]
pub use field::mount as mount_field;
