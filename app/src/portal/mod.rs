//! The public door: complete HTML, no script.

pub mod views;
