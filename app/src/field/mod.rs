//! The field door.
