//! Notices: written with the entry that causes them, shown in pages, marked as read.

use super::{Connection, entities, moment, seq_from, seq_to};
use crate::error::Error;
use entities::{notice, notice_delivery};
use huiyin_domain::{
    ids::{CaseId, PersonId},
    moment::Moment,
    notice::{About, Kind},
};
use notice::Column as N;
use notice_delivery::Column as D;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, OnConflict},
};
use uuid::Uuid;

/// What one statement may hold at once.
const ROWS_AT_ONCE: usize = 500;
/// What one statement may name at once.
const NAMED_AT_ONCE: usize = 1000;

/// One notice of one person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoticeRow {
    /// Whose.
    pub person: PersonId,
    /// The entry that caused it.
    pub seq: u64,
    /// About which case.
    pub case: Option<CaseId>,
    /// What it says.
    pub about: About,
    /// When it happened.
    pub at: Moment,
    /// Not shown before.
    pub shown_at: Moment,
    /// When it was read.
    pub read_at: Option<Moment>,
}

/// A place in a person's list: after this one.
pub type Place = (Moment, u64, Kind);

/// Writes notices. One that is there already is left as it is.
pub async fn put(db: &impl Connection, rows: &[NoticeRow]) -> Result<(), Error> {
    for some in rows.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().map(|row| {
            Ok(notice::ActiveModel {
                person_id: Set(row.person.0),
                seq: Set(seq_to(row.seq)),
                kind: Set(super::name_of(&row.about.kind)?),
                case_id: Set(row.case.map(|case| case.0)),
                body: Set(serde_json::to_string(&row.about)?),
                at: Set(row.at.unix_ms()),
                shown_at: Set(row.shown_at.unix_ms()),
                planned: Set(false),
                read_at: Set(row.read_at.map(Moment::unix_ms)),
            })
        });
        let rows = rows.collect::<Result<Vec<_>, Error>>()?;
        notice::Entity::insert_many(rows)
            .on_conflict(OnConflict::columns([N::PersonId, N::Seq, N::Kind]).do_nothing().to_owned())
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}

/// A page of a person's notices as of `now`, newest first, at most `limit`.
pub async fn page(db: &impl Connection, person: PersonId, now: Moment, after: Option<Place>, limit: u64) -> Result<Vec<NoticeRow>, Error> {
    let mut asked = notice::Entity::find().filter(N::PersonId.eq(person.0)).filter(N::ShownAt.lte(now.unix_ms()));
    if let Some((shown_at, seq, kind)) = after {
        let (shown_at, seq) = (shown_at.unix_ms(), seq_to(seq));
        let same = || Condition::all().add(N::ShownAt.eq(shown_at));
        asked = asked.filter(
            Condition::any()
                .add(N::ShownAt.lt(shown_at))
                .add(same().add(N::Seq.lt(seq)))
                .add(same().add(N::Seq.eq(seq)).add(N::Kind.gt(super::name_of(&kind)?))),
        );
    }
    let rows = asked.order_by_desc(N::ShownAt).order_by_desc(N::Seq).order_by_asc(N::Kind).limit(limit).all(db).await?;
    rows.into_iter().map(row).collect()
}

/// How many a person has not read.
pub async fn unread(db: &impl Connection, person: PersonId, now: Moment) -> Result<u64, Error> {
    let asked = notice::Entity::find().filter(N::PersonId.eq(person.0)).filter(N::ReadAt.is_null()).filter(N::ShownAt.lte(now.unix_ms()));
    Ok(asked.count(db).await?)
}

/// Marks one as read; false if the person has no such notice.
pub async fn read(db: &impl Connection, person: PersonId, seq: u64, kind: Kind, now: Moment) -> Result<bool, Error> {
    let kind = super::name_of(&kind)?;
    let Some(row) = notice::Entity::find_by_id((person.0, seq_to(seq), kind.clone())).one(db).await? else { return Ok(false) };
    if row.read_at.is_none() {
        notice::Entity::update_many()
            .col_expr(N::ReadAt, Expr::value(now.unix_ms()))
            .filter(N::PersonId.eq(person.0))
            .filter(N::Seq.eq(seq_to(seq)))
            .filter(N::Kind.eq(kind))
            .exec(db)
            .await?;
    }
    Ok(true)
}

/// Marks all that were shown until `until` as read.
pub async fn read_all(db: &impl Connection, person: PersonId, until: Moment, now: Moment) -> Result<(), Error> {
    notice::Entity::update_many()
        .col_expr(N::ReadAt, Expr::value(now.unix_ms()))
        .filter(N::PersonId.eq(person.0))
        .filter(N::ReadAt.is_null())
        .filter(N::ShownAt.lte(until.unix_ms()))
        .exec(db)
        .await?;
    Ok(())
}

/// Whether a person has read this one.
pub async fn is_read(db: &impl Connection, person: PersonId, seq: u64, kind: Kind) -> Result<bool, Error> {
    let row = notice::Entity::find_by_id((person.0, seq_to(seq), super::name_of(&kind)?)).one(db).await?;
    Ok(row.is_some_and(|row| row.read_at.is_some()))
}

/// Those that are shown by now and have not been looked at for sending; oldest first.
pub async fn unplanned(db: &impl Connection, now: Moment, limit: u64) -> Result<Vec<NoticeRow>, Error> {
    let rows = notice::Entity::find()
        .filter(N::Planned.eq(false))
        .filter(N::ShownAt.lte(now.unix_ms()))
        .order_by_asc(N::ShownAt)
        .order_by_asc(N::Seq)
        .limit(limit)
        .all(db)
        .await?;
    rows.into_iter().map(row).collect()
}

/// These have been looked at for sending.
pub async fn set_planned(db: &impl Connection, rows: &[NoticeRow]) -> Result<(), Error> {
    for row in rows {
        notice::Entity::update_many()
            .col_expr(N::Planned, Expr::value(true))
            .filter(N::PersonId.eq(row.person.0))
            .filter(N::Seq.eq(seq_to(row.seq)))
            .filter(N::Kind.eq(super::name_of(&row.about.kind)?))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// What happened before this moment is past: read, and never sent. For a past that was made up.
pub async fn settle(db: &impl Connection, before: Moment) -> Result<(), Error> {
    notice::Entity::update_many()
        .col_expr(N::Planned, Expr::value(true))
        .col_expr(N::ReadAt, Expr::col(N::ShownAt))
        .filter(N::ShownAt.lt(before.unix_ms()))
        .filter(N::ReadAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Forgets those that were shown before this moment; answers how many.
pub async fn forget(db: &impl Connection, before: Moment) -> Result<u64, Error> {
    Ok(notice::Entity::delete_many().filter(N::ShownAt.lt(before.unix_ms())).exec(db).await?.rows_affected)
}

/// Takes notices of this case back from people who may no longer know of it, and what of them waits to be sent.
pub async fn take_back(db: &impl Connection, case: CaseId, from: &[PersonId]) -> Result<(), Error> {
    let seqs: Vec<i64> =
        notice::Entity::find().select_only().column(N::Seq).distinct().filter(N::CaseId.eq(case.0)).into_tuple().all(db).await?;
    for some in from.chunks(NAMED_AT_ONCE) {
        let people = || some.iter().map(|person| person.0);
        for seqs in seqs.chunks(NAMED_AT_ONCE) {
            notice_delivery::Entity::delete_many()
                .filter(D::Seq.is_in(seqs.iter().copied()))
                .filter(D::PersonId.is_in(people()))
                .filter(D::DoneAt.is_null())
                .exec(db)
                .await?;
        }
        notice::Entity::delete_many().filter(N::CaseId.eq(case.0)).filter(N::PersonId.is_in(people())).exec(db).await?;
    }
    Ok(())
}

/// Which of these people have a notice of an entry after this one.
pub async fn touched(db: &impl Connection, people: &[PersonId], seq: u64) -> Result<Vec<PersonId>, Error> {
    let mut touched = Vec::new();
    for some in people.chunks(NAMED_AT_ONCE) {
        let found: Vec<Uuid> = notice::Entity::find()
            .select_only()
            .column(N::PersonId)
            .distinct()
            .filter(N::Seq.gt(seq_to(seq)))
            .filter(N::PersonId.is_in(some.iter().map(|person| person.0)))
            .into_tuple()
            .all(db)
            .await?;
        touched.extend(found.into_iter().map(PersonId));
    }
    Ok(touched)
}

fn row(row: notice::Model) -> Result<NoticeRow, Error> {
    Ok(NoticeRow {
        person: row.person_id.into(),
        seq: seq_from(row.seq),
        case: row.case_id.map(Into::into),
        about: serde_json::from_str(&row.body)?,
        at: moment(row.at),
        shown_at: moment(row.shown_at),
        read_at: row.read_at.map(moment),
    })
}
