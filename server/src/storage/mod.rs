//! The database: the only room that knows SeaORM. Plain functions on a connection; services bring the connection.

mod about;
pub mod access_log;
pub mod backup;
pub mod cases;
pub mod changes;
mod connect;
pub mod contacts;
pub mod copy;
pub mod county;
pub mod deliveries;
pub mod devices;
mod entities;
pub mod facts;
mod failure;
pub mod imports;
pub mod inbox;
pub mod invitations;
pub mod ledger;
mod lots;
pub mod notices;
pub mod patrols;
pub mod people;
pub mod photos;
pub mod public;
pub mod publications;
pub mod receipt_tries;
pub mod rulebook;
mod search;
pub mod seen;
pub mod sessions;
pub mod vault;
pub mod views;

pub(crate) use connect::Writer;
pub use connect::{Db, StorageError, Transaction};

/// A connection or a transaction: what query functions take.
pub trait Connection: sea_orm::ConnectionTrait {}
impl<T: sea_orm::ConnectionTrait> Connection for T {}

/// Numbers of the ledger are counted in 63 bits by databases.
fn seq_from(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// Numbers of the ledger are counted in 63 bits by databases.
fn seq_to(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A moment as stored. Databases hold only what [`huiyin_domain::moment::Moment::unix_ms`] wrote.
fn moment(ms: i64) -> huiyin_domain::moment::Moment {
    use huiyin_domain::moment::Moment;
    Moment::from_unix_ms(ms).unwrap_or_else(|| Moment::new(time::OffsetDateTime::UNIX_EPOCH))
}

/// Text that people wrote, as both databases can hold it: PostgreSQL takes every character but NUL.
fn plain(text: &str) -> String {
    text.replace('\0', "")
}

/// A hash as stored.
fn hash(bytes: &[u8]) -> huiyin_domain::hash::Hash {
    use huiyin_domain::hash::Hash;
    bytes.try_into().map_or(Hash::ZERO, Hash)
}

/// The stable name of a unit variant, as its JSON writes it.
pub(crate) fn name_of<T: serde::Serialize>(value: &T) -> Result<String, crate::error::Error> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(name) => Ok(name),
        other => Err(crate::error::Error::internal(format!("not a name: {other}"))),
    }
}

/// The unit variant with this stable name. An unknown name is an error, never a default.
fn value_of<T: serde::de::DeserializeOwned>(name: &str) -> Result<T, crate::error::Error> {
    Ok(serde_json::from_value(serde_json::Value::String(name.to_owned()))?)
}
