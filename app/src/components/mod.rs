//! Pieces of screens that talk to no server. They find [`Assets`](crate::shell::Assets) and
//! [`Language`](crate::locales::Language) in the context of the page.

mod hui;
mod icon;

pub use hui::{Hui, HuiProps, hui_step};
pub use icon::{Icon, IconProps, Logo};
