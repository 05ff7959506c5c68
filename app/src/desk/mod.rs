//! The desk door.
