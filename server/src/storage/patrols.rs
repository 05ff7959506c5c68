//! Patrols as they stand: written by the ledger only, in the transaction of the entry that changed them.

use super::{Connection, entities, moment, seq_to};
use crate::error::Error;
use entities::{patrol, patrol_visit};
use huiyin_domain::{
    ids::{PatrolId, SiteId},
    moment::Moment,
    patrol::{Found, Patrol},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, Iterable, QueryFilter, QueryOrder, QuerySelect, sea_query::OnConflict};
use std::collections::HashMap;
use time::Date;

/// These patrols, as far as there are any.
pub async fn load(db: &impl Connection, ids: &[PatrolId]) -> Result<HashMap<PatrolId, Patrol>, Error> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = patrol::Entity::find().filter(patrol::Column::Id.is_in(ids.iter().map(|id| id.0))).all(db).await?;
    rows.into_iter().map(|row| Ok((row.id.into(), serde_json::from_str(&row.body)?))).collect()
}

/// A batch of all patrols in order of id, for walks over everything.
pub async fn batch(db: &impl Connection, after: Option<PatrolId>, limit: u64) -> Result<Vec<Patrol>, Error> {
    let mut query = patrol::Entity::find();
    if let Some(after) = after {
        query = query.filter(patrol::Column::Id.gt(after.0));
    }
    let rows = query.order_by_asc(patrol::Column::Id).limit(limit).all(db).await?;
    rows.into_iter().map(|row| Ok(serde_json::from_str(&row.body)?)).collect()
}

/// Patrols whose days touch this period, the latest first, at most `limit`. Who may see them is for the caller to ask.
pub async fn between(db: &impl Connection, from: Date, to: Date, limit: u64) -> Result<Vec<Patrol>, Error> {
    let query = patrol::Entity::find()
        .filter(patrol::Column::ToDay.gte(from.to_string()))
        .filter(patrol::Column::FromDay.lte(to.to_string()))
        .order_by_desc(patrol::Column::ToDay)
        .order_by_desc(patrol::Column::Id);
    let rows = query.limit(limit).all(db).await?;
    rows.into_iter().map(|row| Ok(serde_json::from_str(&row.body)?)).collect()
}

/// When each inspected place was last seen on a patrol.
pub async fn last_visits(db: &impl Connection) -> Result<HashMap<SiteId, Moment>, Error> {
    let rows: Vec<(uuid::Uuid, i64)> = patrol_visit::Entity::find()
        .select_only()
        .column(patrol_visit::Column::SiteId)
        .column_as(patrol_visit::Column::At.max(), "last")
        .filter(patrol_visit::Column::SiteId.is_not_null())
        .group_by(patrol_visit::Column::SiteId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(id, at)| (SiteId(id), moment(at))).collect())
}

/// Writes patrols as they stand now, with their visits.
pub async fn put(db: &impl Connection, patrols: &[&Patrol]) -> Result<(), Error> {
    if patrols.is_empty() {
        return Ok(());
    }
    let rows = patrols.iter().map(|patrol| file(patrol)).collect::<Result<Vec<_>, _>>()?;
    let changing = patrol::Column::iter().filter(|column| !matches!(column, patrol::Column::Id));
    patrol::Entity::insert_many(rows)
        .on_conflict(OnConflict::column(patrol::Column::Id).update_columns(changing).to_owned())
        .exec_without_returning(db)
        .await?;
    let visits: Vec<_> = patrols.iter().flat_map(|patrol| visits(patrol)).collect();
    if visits.is_empty() {
        return Ok(());
    }
    // A visit is a fact: what is written once never changes.
    patrol_visit::Entity::insert_many(visits)
        .on_conflict(OnConflict::columns([patrol_visit::Column::PatrolId, patrol_visit::Column::N]).do_nothing().to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

fn file(patrol: &Patrol) -> Result<patrol::ActiveModel, Error> {
    Ok(patrol::ActiveModel {
        id: Set(patrol.id.0),
        kind: Set(super::name_of(&patrol.plan.kind)?),
        state: Set(super::name_of(&patrol.state)?),
        from_day: Set(patrol.plan.from.to_string()),
        to_day: Set(patrol.plan.to.to_string()),
        seq: Set(seq_to(patrol.seq)),
        body: Set(serde_json::to_string(patrol)?),
    })
}

fn visits(patrol: &Patrol) -> impl Iterator<Item = patrol_visit::ActiveModel> + '_ {
    (0..).zip(&patrol.visits).map(|(n, visit)| patrol_visit::ActiveModel {
        patrol_id: Set(patrol.id.0),
        n: Set(n),
        site_id: Set(visit.site.map(|site| site.0)),
        at: Set(visit.at.unix_ms()),
        case_id: Set(match visit.found {
            Found::Nothing => None,
            Found::Problem { case } => Some(case.0),
        }),
    })
}
