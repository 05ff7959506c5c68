//! What the public pages read: published records, and the rows that figures are made of. Never a case.

use super::{Connection, entities, hash, moment, seq_from};
use crate::error::Error;
use entities::{case_file, publication, report};
use huiyin_domain::{
    figures::{Duty, Period},
    hash::Hash,
    moment::Moment,
    publication::PublicRecord,
};
use publication::Column as C;
use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Query};

/// Which records to list.
#[derive(Clone, Debug, Default)]
pub struct PublicFilter {
    /// Only this category.
    pub category: Option<String>,
    /// Only this township.
    pub township: Option<String>,
}

/// A record with its place in the ledger.
pub struct Published {
    /// What is public.
    pub record: PublicRecord,
    /// Where its publish command stands.
    pub seq: u64,
    /// The hash of that command's bytes.
    pub command_hash: Hash,
    /// When it was published.
    pub published_at: Moment,
    /// When it was taken down, if it was.
    pub withdrawn_at: Option<Moment>,
}

fn shown(filter: &PublicFilter) -> Condition {
    let mut all = Condition::all().add(C::WithdrawnAt.is_null());
    if let Some(category) = &filter.category {
        all = all.add(C::Category.eq(super::plain(category)));
    }
    if let Some(township) = &filter.township {
        all = all.add(C::Township.eq(super::plain(township)));
    }
    all
}

/// Records, newest first.
pub async fn page(db: &impl Connection, filter: &PublicFilter, skip: u64, most: u64) -> Result<Vec<PublicRecord>, Error> {
    let query =
        publication::Entity::find().filter(shown(filter)).order_by_desc(C::ClosedAt).order_by_desc(C::Number).offset(skip).limit(most);
    query.all(db).await?.into_iter().map(|row| Ok(serde_json::from_str(&row.record)?)).collect()
}

/// How many records match.
pub async fn count(db: &impl Connection, filter: &PublicFilter) -> Result<u32, Error> {
    Ok(u32::try_from(publication::Entity::find().filter(shown(filter)).count(db).await?).unwrap_or(u32::MAX))
}

/// How many records each township has.
pub async fn by_township(db: &impl Connection) -> Result<Vec<(String, u32)>, Error> {
    let rows: Vec<(String, i64)> = publication::Entity::find()
        .select_only()
        .column(C::Township)
        .column_as(C::Number.count(), "published")
        .filter(C::WithdrawnAt.is_null())
        .group_by(C::Township)
        .order_by_asc(C::Township)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(code, count)| (code, u32::try_from(count).unwrap_or(u32::MAX))).collect())
}

/// The record with this number, withdrawn or not.
pub async fn by_number(db: &impl Connection, number: &str) -> Result<Option<Published>, Error> {
    let Some(row) = publication::Entity::find_by_id(super::plain(number)).one(db).await? else { return Ok(None) };
    Ok(Some(Published {
        record: serde_json::from_str(&row.record)?,
        seq: seq_from(row.seq),
        command_hash: hash(&row.command_hash),
        published_at: moment(row.published_at),
        withdrawn_at: row.withdrawn_at.map(moment),
    }))
}

/// Reports received in the period.
pub async fn received(db: &impl Connection, period: Period) -> Result<u32, Error> {
    let within = report::Column::ReceivedAt.between(period.from.unix_ms(), period.to.unix_ms());
    Ok(u32::try_from(report::Entity::find().filter(within).count(db).await?).unwrap_or(u32::MAX))
}

/// Answers that fell due in the period. What was void never owed one.
pub async fn duties(db: &impl Connection, period: Period) -> Result<Vec<Duty>, Error> {
    let void =
        Query::select().column(case_file::Column::Id).from(case_file::Entity).and_where(case_file::Column::State.eq("void")).to_owned();
    let rows: Vec<(i64, Option<i64>)> = report::Entity::find()
        .select_only()
        .columns([report::Column::DueAt, report::Column::AnsweredAt])
        .filter(report::Column::DueAt.between(period.from.unix_ms(), period.to.unix_ms()))
        .filter(report::Column::CaseId.not_in_subquery(void))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(due, met)| Duty { due_at: moment(due), met_at: met.map(moment) }).collect())
}

/// When cases closed in the period came in and closed.
pub async fn closures(db: &impl Connection, period: Period) -> Result<Vec<(Moment, Moment)>, Error> {
    let rows: Vec<(i64, i64)> = case_file::Entity::find()
        .select_only()
        .columns([case_file::Column::OpenedAt, case_file::Column::ClosedAt])
        .filter(case_file::Column::Open.eq(false))
        .filter(case_file::Column::ClosedAt.between(period.from.unix_ms(), period.to.unix_ms()))
        .filter(case_file::Column::State.eq("closed"))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(opened, closed)| (moment(opened), moment(closed))).collect())
}

/// How many cases are open, and how many of those are past their due date.
pub async fn open(db: &impl Connection, now: Moment) -> Result<(u32, u32), Error> {
    let open = || case_file::Entity::find().filter(case_file::Column::Open.eq(true));
    let late = open().filter(case_file::Column::Paused.eq(false)).filter(case_file::Column::DueAt.lt(now.unix_ms()));
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok((number(open().count(db).await?), number(late.count(db).await?)))
}
