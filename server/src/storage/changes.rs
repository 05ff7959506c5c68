//! Which cases changed for whom: the newest change of each case for each reader, so that catching up costs what changed.

use super::{Connection, entities, lots, seq_from, seq_to};
use crate::error::Error;
use entities::case_change;
use huiyin_domain::ids::{CaseId, PersonId};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict};
use std::collections::BTreeMap;

/// A case changed for a person.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Change {
    /// Which case.
    pub case: CaseId,
    /// At which entry.
    pub seq: u64,
    /// Whether it is the person's to see since then.
    pub present: bool,
}

/// What one statement may name at once; SQLite takes some tens of thousands.
const NAMED_AT_ONCE: usize = 1000;

fn key(person: PersonId) -> String {
    format!("person:{person}")
}

/// Notes changes; a later one of the same case takes the place of an earlier one.
pub async fn put(db: &impl Connection, changes: &BTreeMap<(PersonId, CaseId), (u64, bool)>) -> Result<(), Error> {
    let rows = changes.iter().map(|((person, case), (seq, present))| case_change::ActiveModel {
        scope_key: Set(key(*person)),
        case_id: Set(case.0),
        seq: Set(seq_to(*seq)),
        present: Set(*present),
    });
    let mut known = OnConflict::columns([case_change::Column::ScopeKey, case_change::Column::CaseId]);
    known.update_columns([case_change::Column::Seq, case_change::Column::Present]);
    lots::insert(db, rows, Some(known)).await
}

/// Changes for a person after a place in the order of (entry, case), at most `limit`.
pub async fn after(db: &impl Connection, person: PersonId, seq: u64, case: Option<CaseId>, limit: u64) -> Result<Vec<Change>, Error> {
    let later = case_change::Column::Seq.gt(seq_to(seq));
    let place = match case {
        None => Condition::all().add(later),
        // The first part alone lets the index begin at the place; an alternative alone does not.
        Some(case) => Condition::all().add(case_change::Column::Seq.gte(seq_to(seq))).add(
            Condition::any()
                .add(later)
                .add(Condition::all().add(case_change::Column::Seq.eq(seq_to(seq))).add(case_change::Column::CaseId.gt(case.0))),
        ),
    };
    let rows = case_change::Entity::find()
        .filter(case_change::Column::ScopeKey.eq(key(person)))
        .filter(place)
        .order_by_asc(case_change::Column::Seq)
        .order_by_asc(case_change::Column::CaseId)
        .limit(limit)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|row| Change { case: row.case_id.into(), seq: seq_from(row.seq), present: row.present }).collect())
}

/// Which of these people have a change after this entry.
pub async fn touched(db: &impl Connection, people: &[PersonId], seq: u64) -> Result<Vec<PersonId>, Error> {
    let mut touched = Vec::new();
    for some in people.chunks(NAMED_AT_ONCE) {
        let keys: BTreeMap<String, PersonId> = some.iter().map(|person| (key(*person), *person)).collect();
        let found: Vec<String> = case_change::Entity::find()
            .select_only()
            .column(case_change::Column::ScopeKey)
            .distinct()
            .filter(case_change::Column::ScopeKey.is_in(keys.keys()))
            .filter(case_change::Column::Seq.gt(seq_to(seq)))
            .into_tuple()
            .all(db)
            .await?;
        touched.extend(found.iter().filter_map(|key| keys.get(key).copied()));
    }
    Ok(touched)
}
