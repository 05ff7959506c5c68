//! The field door.

pub mod phone;
