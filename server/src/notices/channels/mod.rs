//! Ways to reach people and programs. What goes wrong is a stable code that the log keeps; it never holds an address.

pub(super) mod mail;
pub(super) mod sms;
mod target;
pub(super) mod webhook;
mod wire;

pub(super) use wire::Wire;

use std::borrow::Cow;

/// Taken by the other side, or why not.
pub(super) type Outcome = Result<(), Cow<'static, str>>;
