//! Which changes of which cases a person has seen.

use super::{
    Connection,
    entities::{case_file, case_seen, inbox_reader},
    seq_from, seq_to,
};
use crate::error::Error;
use huiyin_domain::ids::{CaseId, PersonId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait as _, OnConflict, Query},
};
use std::collections::HashMap;
use uuid::Uuid;

/// What a person has seen: everything up to one change, and single cases beyond it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seen {
    /// Who.
    pub person: PersonId,
    /// Up to which change all was called seen.
    pub up_to: u64,
}

/// How far this person has called everything seen.
pub async fn of(db: &impl Connection, person: PersonId) -> Result<Seen, Error> {
    let row = inbox_reader::Entity::find_by_id(person.0).one(db).await?;
    Ok(Seen { person, up_to: row.map_or(0, |row| seq_from(row.seen_up_to)) })
}

/// Up to which change each of these cases was seen, where it was opened at all.
pub async fn cases(db: &impl Connection, person: PersonId, ids: &[Uuid]) -> Result<HashMap<Uuid, u64>, Error> {
    let opened = case_seen::Entity::find()
        .filter(case_seen::Column::Person.eq(person.0))
        .filter(case_seen::Column::CaseId.is_in(ids.iter().copied()))
        .all(db)
        .await?;
    Ok(opened.into_iter().map(|row| (row.case_id, seq_from(row.seq))).collect())
}

/// Notes that a case was seen as it stands at this change; never less than before.
pub async fn note(db: &impl Connection, person: PersonId, case: CaseId, seq: u64) -> Result<(), Error> {
    let row = case_seen::ActiveModel { person: Set(person.0), case_id: Set(case.0), seq: Set(seq_to(seq)) };
    case_seen::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([case_seen::Column::Person, case_seen::Column::CaseId])
                .update_column(case_seen::Column::Seq)
                .action_and_where(Expr::cust("excluded.seq > case_seen.seq"))
                .to_owned(),
        )
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Notes that everything up to this change was seen. What was noted case by case is no longer needed.
pub async fn note_all(db: &impl Connection, person: PersonId, up_to: u64) -> Result<(), Error> {
    let row = inbox_reader::ActiveModel { person: Set(person.0), seen_up_to: Set(seq_to(up_to)) };
    inbox_reader::Entity::insert(row)
        .on_conflict(OnConflict::column(inbox_reader::Column::Person).update_column(inbox_reader::Column::SeenUpTo).to_owned())
        .exec_without_returning(db)
        .await?;
    case_seen::Entity::delete_many()
        .filter(case_seen::Column::Person.eq(person.0))
        .filter(case_seen::Column::Seq.lte(seq_to(up_to)))
        .exec(db)
        .await?;
    Ok(())
}

/// Cases that have changed since the person last looked.
pub(super) fn unseen(seen: Seen) -> Condition {
    use case_file::Column as C;
    use case_seen::Column as S;
    let looked = Query::select()
        .expr(Expr::value(1))
        .from(case_seen::Entity)
        .and_where(Expr::col((case_seen::Entity, S::Person)).eq(seen.person.0))
        .and_where(Expr::col((case_seen::Entity, S::CaseId)).equals((case_file::Entity, C::Id)))
        .and_where(Expr::col((case_seen::Entity, S::Seq)).gte(Expr::col((case_file::Entity, C::Seq))))
        .to_owned();
    Condition::all().add(C::Seq.gt(seq_to(seen.up_to))).add(Expr::exists(looked).not())
}

/// The change that a case stands at, without reading the case.
pub async fn standing(db: &impl Connection, case: CaseId) -> Result<Option<u64>, Error> {
    let seq: Option<i64> = case_file::Entity::find_by_id(case.0).select_only().column(case_file::Column::Seq).into_tuple().one(db).await?;
    Ok(seq.map(seq_from))
}
