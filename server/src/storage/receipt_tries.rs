//! Wrong guesses of receipt keys, by matter and a keyed hash of where they came from.

use super::{Connection, entities::receipt_try, moment};
use crate::error::Error;
use huiyin_domain::moment::Moment;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::OnConflict};

/// How often, and when last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tries {
    /// Wrong guesses.
    pub wrong: u32,
    /// The last one.
    pub last_at: Moment,
}

/// Guesses under this name.
pub async fn get(db: &impl Connection, name: &str) -> Result<Option<Tries>, Error> {
    let row = receipt_try::Entity::find_by_id(name.to_owned()).one(db).await?;
    Ok(row.map(|row| Tries { wrong: u32::try_from(row.wrong).unwrap_or(0), last_at: moment(row.last_at) }))
}

/// Notes guesses, and forgets those from before `forget`.
pub async fn put(db: &impl Connection, name: &str, tries: Tries, forget: Moment) -> Result<(), Error> {
    receipt_try::Entity::delete_many().filter(receipt_try::Column::LastAt.lt(forget.unix_ms())).exec(db).await?;
    let row = receipt_try::ActiveModel {
        number: Set(name.to_owned()),
        wrong: Set(i32::try_from(tries.wrong).unwrap_or(i32::MAX)),
        last_at: Set(tries.last_at.unix_ms()),
    };
    receipt_try::Entity::insert(row)
        .on_conflict(
            OnConflict::column(receipt_try::Column::Number)
                .update_columns([receipt_try::Column::Wrong, receipt_try::Column::LastAt])
                .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Forgets guesses under this name: the right key came.
pub async fn clear(db: &impl Connection, name: &str) -> Result<(), Error> {
    receipt_try::Entity::delete_by_id(name.to_owned()).exec(db).await?;
    Ok(())
}
