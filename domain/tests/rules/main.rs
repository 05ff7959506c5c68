//! The rules, tried from outside as phone and server use them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod about;
mod bench;
mod calendar;
mod clocks;
mod conflicts;
mod docs;
mod figures;
mod golden;
mod guards;
mod invariants;
mod management;
mod notices;
mod papers;
mod patrols;
mod permissions;
mod personal;
mod projections;
mod refusals;
mod samples;
mod story;
mod table;
