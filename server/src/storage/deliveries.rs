//! Sending notices: what is to be sent by which channel, who sends it just now, what became of it.

use super::{Connection, Transaction, entities, moment, name_of, seq_from, seq_to, value_of};
use crate::error::Error;
use entities::notice_delivery;
use huiyin_domain::{
    ids::PersonId,
    moment::Moment,
    notice::{About, Kind},
};
use notice_delivery::Column as D;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use huiyin_app::backend::{Channel, DeliveryState};

/// Which sending: entry, kind, person, channel.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Key {
    /// The entry.
    pub seq: u64,
    /// What about.
    pub kind: Kind,
    /// To whom; none is a group.
    pub person: Option<PersonId>,
    /// By what.
    pub channel: Channel,
}

/// One sending.
#[derive(Clone, PartialEq, Debug)]
pub struct DeliveryRow {
    /// Which.
    pub key: Key,
    /// What it says.
    pub about: About,
    /// How it stands.
    pub state: DeliveryState,
    /// How often it was tried.
    pub tries: u32,
    /// When it was planned.
    pub made_at: Moment,
    /// Not before.
    pub next_try_at: Moment,
    /// A keyed hash of where it went.
    pub address_hash: Option<Vec<u8>>,
    /// Why it did not work the last time.
    pub error: Option<String>,
    /// When it ended.
    pub done_at: Option<Moment>,
}

/// What became of a try.
pub struct Tried {
    /// How it stands now.
    pub state: DeliveryState,
    /// Where it went.
    pub address_hash: Option<Vec<u8>>,
    /// Why it did not work.
    pub error: Option<String>,
    /// When to try again.
    pub next_try_at: Moment,
    /// Now.
    pub at: Moment,
}

/// Plans sendings; one that is planned already stays as it is.
pub async fn plan(db: &impl Connection, rows: &[DeliveryRow]) -> Result<(), Error> {
    if rows.is_empty() {
        return Ok(());
    }
    let rows = rows.iter().map(|row| {
        Ok(notice_delivery::ActiveModel {
            seq: Set(seq_to(row.key.seq)),
            kind: Set(name_of(&row.key.kind)?),
            person_id: Set(person_to(row.key.person)),
            channel: Set(name_of(&row.key.channel)?),
            body: Set(serde_json::to_string(&row.about)?),
            state: Set(name_of(&row.state)?),
            tries: Set(0),
            made_at: Set(row.made_at.unix_ms()),
            next_try_at: Set(row.next_try_at.unix_ms()),
            lease: Set(None),
            leased_until: Set(None),
            address_hash: Set(None),
            error: Set(None),
            done_at: Set(None),
        })
    });
    let rows = rows.collect::<Result<Vec<_>, Error>>()?;
    notice_delivery::Entity::insert_many(rows)
        .on_conflict(OnConflict::columns([D::Seq, D::Kind, D::PersonId, D::Channel]).do_nothing().to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Takes what is due on a channel for one sender until the lease ends. What another sender holds is left alone; whoever
/// dies loses its lease.
pub async fn claim(
    db: &Transaction,
    channel: Channel,
    lease: Uuid,
    now: Moment,
    until: Moment,
    limit: u64,
) -> Result<Vec<DeliveryRow>, Error> {
    let due = notice_delivery::Entity::find()
        .filter(D::Channel.eq(name_of(&channel)?))
        .filter(D::State.eq(name_of(&DeliveryState::Waiting)?))
        .filter(D::NextTryAt.lte(now.unix_ms()))
        .filter(free(now))
        .order_by_asc(D::NextTryAt)
        .limit(limit)
        .all(db)
        .await?;
    let mut claimed = Vec::with_capacity(due.len());
    for model in due {
        let row = row(model)?;
        let taken = notice_delivery::Entity::update_many()
            .col_expr(D::Lease, Expr::value(lease))
            .col_expr(D::LeasedUntil, Expr::value(until.unix_ms()))
            .filter(named(&row.key)?)
            .filter(D::State.eq(name_of(&DeliveryState::Waiting)?))
            .filter(free(now))
            .exec(db)
            .await?;
        if taken.rows_affected == 1 {
            claimed.push(row);
        }
    }
    Ok(claimed)
}

/// Writes down what became of a try, if the lease is still ours.
pub async fn tried(db: &impl Connection, key: &Key, lease: Uuid, tried: &Tried) -> Result<bool, Error> {
    let done_at = (tried.state != DeliveryState::Waiting).then_some(tried.at.unix_ms());
    let written = notice_delivery::Entity::update_many()
        .col_expr(D::State, Expr::value(name_of(&tried.state)?))
        .col_expr(D::Tries, Expr::col(D::Tries).add(1))
        .col_expr(D::NextTryAt, Expr::value(tried.next_try_at.unix_ms()))
        .col_expr(D::Lease, Expr::value(None::<Uuid>))
        .col_expr(D::LeasedUntil, Expr::value(None::<i64>))
        .col_expr(D::AddressHash, Expr::value(tried.address_hash.clone()))
        .col_expr(D::Error, Expr::value(tried.error.clone()))
        .col_expr(D::DoneAt, Expr::value(done_at))
        .filter(named(key)?)
        .filter(D::Lease.eq(lease))
        .exec(db)
        .await?;
    Ok(written.rows_affected == 1)
}

/// Sends one again from the start; false if there is none, or it is waiting anyway.
pub async fn again(db: &impl Connection, key: &Key, now: Moment) -> Result<bool, Error> {
    let written = notice_delivery::Entity::update_many()
        .col_expr(D::State, Expr::value(name_of(&DeliveryState::Waiting)?))
        .col_expr(D::Tries, Expr::value(0))
        .col_expr(D::NextTryAt, Expr::value(now.unix_ms()))
        .col_expr(D::Error, Expr::value(None::<String>))
        .col_expr(D::DoneAt, Expr::value(None::<i64>))
        .filter(named(key)?)
        .filter(D::State.ne(name_of(&DeliveryState::Waiting)?))
        .exec(db)
        .await?;
    Ok(written.rows_affected == 1)
}

/// Forgets what was planned before this moment; answers how many.
pub async fn forget(db: &impl Connection, before: Moment) -> Result<u64, Error> {
    Ok(notice_delivery::Entity::delete_many().filter(D::MadeAt.lt(before.unix_ms())).exec(db).await?.rows_affected)
}

/// The log, newest first, after a place in it; only those that failed, if asked.
pub async fn page(
    db: &impl Connection,
    after: Option<(Moment, Key)>,
    only: Option<DeliveryState>,
    limit: u64,
) -> Result<Vec<DeliveryRow>, Error> {
    let mut asked = notice_delivery::Entity::find();
    if let Some(state) = only {
        asked = asked.filter(D::State.eq(name_of(&state)?));
    }
    if let Some((made_at, key)) = after {
        asked = asked.filter(beyond(made_at, &key)?);
    }
    let rows = asked
        .order_by_desc(D::MadeAt)
        .order_by_desc(D::Seq)
        .order_by_asc(D::Kind)
        .order_by_asc(D::PersonId)
        .order_by_asc(D::Channel)
        .limit(limit)
        .all(db)
        .await?;
    rows.into_iter().map(row).collect()
}

/// All that comes after this place in the log.
fn beyond(made_at: Moment, key: &Key) -> Result<Condition, Error> {
    let (made_at, seq, person) = (made_at.unix_ms(), seq_to(key.seq), person_to(key.person));
    let (kind, channel) = (name_of(&key.kind)?, name_of(&key.channel)?);
    let entry = || Condition::all().add(D::MadeAt.eq(made_at)).add(D::Seq.eq(seq));
    Ok(Condition::any()
        .add(D::MadeAt.lt(made_at))
        .add(Condition::all().add(D::MadeAt.eq(made_at)).add(D::Seq.lt(seq)))
        .add(entry().add(D::Kind.gt(kind.clone())))
        .add(entry().add(D::Kind.eq(kind.clone())).add(D::PersonId.gt(person)))
        .add(entry().add(D::Kind.eq(kind)).add(D::PersonId.eq(person)).add(D::Channel.gt(channel))))
}

fn free(now: Moment) -> Condition {
    Condition::any().add(D::LeasedUntil.is_null()).add(D::LeasedUntil.lte(now.unix_ms()))
}

fn named(key: &Key) -> Result<Condition, Error> {
    Ok(Condition::all()
        .add(D::Seq.eq(seq_to(key.seq)))
        .add(D::Kind.eq(name_of(&key.kind)?))
        .add(D::PersonId.eq(person_to(key.person)))
        .add(D::Channel.eq(name_of(&key.channel)?)))
}

fn person_to(person: Option<PersonId>) -> Uuid {
    person.map_or(Uuid::nil(), |person| person.0)
}

fn row(row: notice_delivery::Model) -> Result<DeliveryRow, Error> {
    Ok(DeliveryRow {
        key: Key {
            seq: seq_from(row.seq),
            kind: value_of(&row.kind)?,
            person: (!row.person_id.is_nil()).then(|| row.person_id.into()),
            channel: value_of(&row.channel)?,
        },
        about: serde_json::from_str(&row.body)?,
        state: value_of(&row.state)?,
        tries: u32::try_from(row.tries).unwrap_or(0),
        made_at: moment(row.made_at),
        next_try_at: moment(row.next_try_at),
        address_hash: row.address_hash,
        error: row.error,
        done_at: row.done_at.map(moment),
    })
}
