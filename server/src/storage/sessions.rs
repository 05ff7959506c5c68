//! Sessions, by the hash of their token, and failed sign-ins.

use super::{Connection, county::CountyRow, entities, moment};
use crate::error::Error;
use entities::{county, session, sign_in_attempt};
use huiyin_domain::{
    ids::{DeviceId, PersonId},
    moment::Moment,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, OnConflict},
};

/// A session.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct SessionRow {
    /// Who.
    pub person: PersonId,
    /// With which device.
    pub device: DeviceId,
    /// Since when.
    pub created_at: Moment,
    /// Until when, unless it is used before.
    pub expires_at: Moment,
}

/// Failed sign-ins of one name from one address.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Attempts {
    /// How many in a row.
    pub failures: u32,
    /// When the last one was.
    pub last_at: Moment,
}

/// The session with this token, expired or not, and the county's row: in one read, because every request needs both.
pub async fn get(db: &impl Connection, token_hash: &[u8]) -> Result<Option<(SessionRow, CountyRow)>, Error> {
    let mut query = session::Entity::find_by_id(token_hash.to_vec()).select_also(county::Entity);
    // There is one county, so this pairs the session with it.
    QuerySelect::query(&mut query).from(county::Entity);
    let Some((row, Some(county))) = query.one(db).await? else { return Ok(None) };
    let session = SessionRow {
        person: row.person_id.into(),
        device: row.device_id.into(),
        created_at: moment(row.created_at),
        expires_at: moment(row.expires_at),
    };
    Ok(Some((session, county.into())))
}

/// Starts a session, and forgets those that have ended.
pub async fn start(db: &impl Connection, token_hash: &[u8], row: &SessionRow) -> Result<(), Error> {
    session::Entity::delete_many().filter(session::Column::ExpiresAt.lt(row.created_at.unix_ms())).exec(db).await?;
    session::ActiveModel {
        token_hash: Set(token_hash.to_vec()),
        person_id: Set(row.person.0),
        device_id: Set(row.device.0),
        created_at: Set(row.created_at.unix_ms()),
        expires_at: Set(row.expires_at.unix_ms()),
    }
    .insert(db)
    .await?;
    Ok(())
}

/// Moves a session's end.
pub async fn prolong(db: &impl Connection, token_hash: &[u8], until: Moment) -> Result<(), Error> {
    session::Entity::update_many()
        .col_expr(session::Column::ExpiresAt, Expr::value(until.unix_ms()))
        .filter(session::Column::TokenHash.eq(token_hash.to_vec()))
        .exec(db)
        .await?;
    Ok(())
}

/// Ends a session.
pub async fn end(db: &impl Connection, token_hash: &[u8]) -> Result<(), Error> {
    session::Entity::delete_by_id(token_hash.to_vec()).exec(db).await?;
    Ok(())
}

/// Ends all sessions of a person.
pub async fn end_all_of(db: &impl Connection, person: PersonId) -> Result<(), Error> {
    session::Entity::delete_many().filter(session::Column::PersonId.eq(person.0)).exec(db).await?;
    Ok(())
}

/// Failed sign-ins of this name and address.
pub async fn attempts(db: &impl Connection, who_hash: &[u8]) -> Result<Option<Attempts>, Error> {
    let row = sign_in_attempt::Entity::find_by_id(who_hash.to_vec()).one(db).await?;
    Ok(row.map(|row| Attempts { failures: u32::try_from(row.failures).unwrap_or(0), last_at: moment(row.last_at) }))
}

/// Notes failed sign-ins.
pub async fn set_attempts(db: &impl Connection, who_hash: &[u8], attempts: Attempts) -> Result<(), Error> {
    let row = sign_in_attempt::ActiveModel {
        who_hash: Set(who_hash.to_vec()),
        failures: Set(i32::try_from(attempts.failures).unwrap_or(i32::MAX)),
        last_at: Set(attempts.last_at.unix_ms()),
    };
    sign_in_attempt::Entity::insert(row)
        .on_conflict(
            OnConflict::column(sign_in_attempt::Column::WhoHash)
                .update_columns([sign_in_attempt::Column::Failures, sign_in_attempt::Column::LastAt])
                .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Forgets failed sign-ins, after one that worked.
pub async fn clear_attempts(db: &impl Connection, who_hash: &[u8]) -> Result<(), Error> {
    sign_in_attempt::Entity::delete_by_id(who_hash.to_vec()).exec(db).await?;
    Ok(())
}
