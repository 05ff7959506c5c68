//! Words for everything the rules know. Every match is exhaustive: a new state, verb or refusal does not compile
//! until it can be said in both languages.

mod clock;
mod document;
mod figures;
mod matter;
mod notice;
mod outcome;
mod patrol;
mod people;
mod refusal;
mod rulebook;
mod state;
mod verb;

pub use clock::{explain, length, reckoning};
pub use document::{facts, paper_flaw};
pub use notice::{notice_due, notice_head, notice_path, notice_text};
pub use outcome::disposal;
pub use refusal::{Unmet, field, unmet};
pub use rulebook::{flaw, flaw_place, rule_field};
pub use state::{state_for_reporter, state_now};
pub use verb::{button, done};
