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
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
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
    Ok(Some((to_row(&row), county.into())))
}

fn to_row(row: &session::Model) -> SessionRow {
    SessionRow {
        person: row.person_id.into(),
        device: row.device_id.into(),
        created_at: moment(row.created_at),
        expires_at: moment(row.expires_at),
    }
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

/// Sessions of a person that have not expired, the newest first, by the hash of their token.
pub async fn of_person(db: &impl Connection, person: PersonId, now: Moment) -> Result<Vec<(Vec<u8>, SessionRow)>, Error> {
    let query = session::Entity::find()
        .filter(session::Column::PersonId.eq(person.0))
        .filter(session::Column::ExpiresAt.gt(now.unix_ms()))
        .order_by_desc(session::Column::CreatedAt)
        .order_by_asc(session::Column::TokenHash);
    Ok(query.all(db).await?.into_iter().map(|row| (row.token_hash.clone(), to_row(&row))).collect())
}

/// Ends all sessions on a device.
pub async fn end_all_on(db: &impl Connection, device: DeviceId) -> Result<(), Error> {
    session::Entity::delete_many().filter(session::Column::DeviceId.eq(device.0)).exec(db).await?;
    Ok(())
}

/// Failed tries about an account, from wherever.
pub async fn attempts_about(db: &impl Connection, person: PersonId) -> Result<Vec<Attempts>, Error> {
    let rows = sign_in_attempt::Entity::find().filter(sign_in_attempt::Column::PersonId.eq(person.0)).all(db).await?;
    Ok(rows.iter().map(to_attempts).collect())
}

/// Forgets failed tries about an account, from wherever.
pub async fn clear_attempts_about(db: &impl Connection, person: PersonId) -> Result<(), Error> {
    sign_in_attempt::Entity::delete_many().filter(sign_in_attempt::Column::PersonId.eq(person.0)).exec(db).await?;
    Ok(())
}

/// Failed sign-ins of this name and address.
pub async fn attempts(db: &impl Connection, who_hash: &[u8]) -> Result<Option<Attempts>, Error> {
    let row = sign_in_attempt::Entity::find_by_id(who_hash.to_vec()).one(db).await?;
    Ok(row.as_ref().map(to_attempts))
}

fn to_attempts(row: &sign_in_attempt::Model) -> Attempts {
    Attempts { failures: u32::try_from(row.failures).unwrap_or(0), last_at: moment(row.last_at) }
}

/// Notes failed sign-ins, and whose account they were about if there is one of that name.
pub async fn set_attempts(db: &impl Connection, who_hash: &[u8], attempts: Attempts, about: Option<PersonId>) -> Result<(), Error> {
    let row = sign_in_attempt::ActiveModel {
        who_hash: Set(who_hash.to_vec()),
        failures: Set(i32::try_from(attempts.failures).unwrap_or(i32::MAX)),
        last_at: Set(attempts.last_at.unix_ms()),
        person_id: Set(about.map(|person| person.0)),
    };
    sign_in_attempt::Entity::insert(row)
        .on_conflict(
            OnConflict::column(sign_in_attempt::Column::WhoHash)
                .update_columns([sign_in_attempt::Column::Failures, sign_in_attempt::Column::LastAt, sign_in_attempt::Column::PersonId])
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
