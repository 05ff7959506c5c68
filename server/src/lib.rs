//! The county's server: it keeps the ledger, decides what phones and desks ask, and shows the public what is public.
//!
//! Services know neither axum nor SeaORM's query builder; `http` never touches `storage`; only `storage` knows SeaORM.

// The desk's views are deep types.
#![recursion_limit = "512"]

mod audit;
pub mod auth;
pub mod cases;
pub mod clockwork;
pub mod command;
pub mod config;
pub mod core;
pub mod demo;
mod dossier;
pub mod error;
pub mod http;
pub mod imports;
pub mod ledger;
pub mod media;
pub mod notices;
pub mod papers;
pub mod patrols;
mod people;
pub mod portal;
pub mod receipts;
pub mod rulebook;
pub mod sheet;
pub mod storage;
pub mod sync;
pub mod telemetry;
pub mod vault;
