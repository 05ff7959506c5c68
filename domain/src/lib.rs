//! The rules of Huiyin: what a case is, who may do what with it, and by when.
//!
//! This crate is pure. It reads no clock, rolls no dice and does no IO; moments, random numbers and facts about the
//! rest of the world are arguments. The phone, the desk and the server all call it, so a rule is written once.

pub mod case;
pub mod command;
pub mod division;
pub mod document;
pub mod fieldpack;
pub mod figures;
pub mod hash;
pub mod ids;
pub mod iso;
pub mod moment;
pub mod notice;
pub mod patrol;
pub mod people;
pub mod photo;
pub mod place;
pub mod publication;
pub mod receipt;
pub mod refusal;
pub mod report;
pub mod rulebook;
pub mod site;
pub mod sync;
