//! What an auditor reads: who did what with accounts and names, and the ledger without its content.

use super::Problem;
use async_trait::async_trait;
use huiyin_domain::{
    hash::Hash,
    ids::PersonId,
    iso,
    moment::Moment,
    people::{Grant, UnitCode},
    sync::message::PersonName,
};
use serde::{Deserialize, Serialize};
use time::Date;

/// Reading for auditors. Who may is checked inside.
#[async_trait]
pub trait AuditDesk: Send + Sync {
    /// A page of the log, newest first.
    async fn log(&self, query: LogQuery) -> Result<LogPage, Problem>;
    /// A page of the ledger's entries, newest first.
    async fn ledger(&self, query: LedgerQuery) -> Result<LedgerPage, Problem>;
}

/// Which part of the log.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct LogQuery {
    /// Only what this person did, or what was done with their account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// First day.
    #[serde(default, with = "iso::day_option", skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// Last day.
    #[serde(default, with = "iso::day_option", skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// Where the next page starts, as the last page gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// A page of the log.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct LogPage {
    /// The page.
    pub lines: Vec<LogLine>,
    /// Where the next page starts, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Everybody who ever had an account, by name: to choose from.
    pub people: Vec<PersonName>,
}

/// One line of the log.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LogLine {
    /// When.
    pub at: Moment,
    /// Who, by name.
    pub by: String,
    /// What, as a stable code.
    pub what: String,
    /// With whose account, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// About which case, by number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// Why, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What became different. Never a secret.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Changed>,
}

/// One thing of an account that became different.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Changed {
    /// The sign-in name of a new account.
    SignInName(String),
    /// The name.
    Name {
        /// Before.
        from: String,
        /// Now.
        to: String,
    },
    /// The unit.
    Unit {
        /// Before.
        from: UnitCode,
        /// Now.
        to: UnitCode,
    },
    /// The certificate.
    Certificate {
        /// Before.
        from: Option<String>,
        /// Now.
        to: Option<String>,
    },
    /// The roles.
    Roles {
        /// Before.
        from: Vec<Grant>,
        /// Now.
        to: Vec<Grant>,
    },
    /// The label of a device.
    Device(String),
}

/// Which part of the ledger.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct LedgerQuery {
    /// Entries up to this number; without it, the newest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upto: Option<u64>,
}

/// A page of the ledger.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
pub struct LedgerPage {
    /// The page, newest first.
    pub lines: Vec<LedgerLine>,
    /// The newest number there is.
    pub newest: u64,
    /// Where the next page starts, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// One entry, without its content.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct LedgerLine {
    /// Its number.
    pub seq: u64,
    /// When it was received.
    pub at: Moment,
    /// Who, by name; none for reporters and the clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The verb's stable name, or `unknown`.
    pub verb: String,
    /// About which case, by number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// What became of it.
    pub verdict: VerdictName,
    /// The chain's hash here.
    pub hash: Hash,
}

/// What became of an entry, without the reasons.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerdictName {
    /// It took effect.
    Applied,
    /// Somebody else acted first.
    Conflict,
    /// The rules said no.
    Refused,
    /// Kept, judged later.
    Held,
}
