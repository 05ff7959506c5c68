//! The log of who looked at what is kept apart, and of who did what with accounts. It is only ever added to.

use super::{Connection, entities, moment};
use crate::{core::Core, error::Error};
use entities::access_log;
use huiyin_domain::{
    ids::{CaseId, PersonId},
    moment::Moment,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// One line.
#[derive(Clone, PartialEq, Debug)]
pub struct LogRow {
    /// Sorts lines of the same moment.
    pub id: Uuid,
    /// When.
    pub at: Moment,
    /// Who.
    pub person: PersonId,
    /// What, as a stable code.
    pub what: String,
    /// About which case.
    pub case: Option<CaseId>,
    /// Why, in their words.
    pub reason: Option<String>,
    /// With whose account.
    pub subject: Option<PersonId>,
    /// What became different, as JSON.
    pub detail: Option<String>,
}

impl LogRow {
    /// What this person does now.
    #[must_use]
    pub fn of(core: &Core, person: PersonId, what: &str) -> Self {
        let (id, at) = (core.ids.uuid(), core.now());
        LogRow { id, at, person, what: what.to_owned(), case: None, reason: None, subject: None, detail: None }
    }

    /// With this account.
    #[must_use]
    pub fn about(mut self, person: PersonId) -> Self {
        self.subject = Some(person);
        self
    }

    /// What became different by it, as JSON.
    #[must_use]
    pub fn with(mut self, detail: Option<String>) -> Self {
        self.detail = detail;
        self
    }
}

/// Which lines.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Wanted {
    /// Only what this person did, or what was done with their account.
    pub person: Option<PersonId>,
    /// From this moment on.
    pub from: Option<Moment>,
    /// Up to and with this moment.
    pub to: Option<Moment>,
    /// After this line, on the way back in time.
    pub after: Option<(Moment, Uuid)>,
}

/// Adds a line.
pub async fn put(db: &impl Connection, row: &LogRow) -> Result<(), Error> {
    access_log::ActiveModel {
        id: Set(row.id),
        at: Set(row.at.unix_ms()),
        person_id: Set(row.person.0),
        what: Set(row.what.clone()),
        case_id: Set(row.case.map(|case| case.0)),
        reason: Set(row.reason.clone()),
        subject_id: Set(row.subject.map(|person| person.0)),
        detail: Set(row.detail.clone()),
    }
    .insert(db)
    .await?;
    Ok(())
}

/// Lines, newest first.
pub async fn page(db: &impl Connection, wanted: Wanted, limit: u64) -> Result<Vec<LogRow>, Error> {
    let mut query = access_log::Entity::find();
    if let Some(PersonId(person)) = wanted.person {
        let either = Condition::any().add(access_log::Column::PersonId.eq(person)).add(access_log::Column::SubjectId.eq(person));
        query = query.filter(either);
    }
    if let Some(from) = wanted.from {
        query = query.filter(access_log::Column::At.gte(from.unix_ms()));
    }
    if let Some(to) = wanted.to {
        query = query.filter(access_log::Column::At.lte(to.unix_ms()));
    }
    if let Some((at, id)) = wanted.after {
        let same = Condition::all().add(access_log::Column::At.eq(at.unix_ms())).add(access_log::Column::Id.lt(id));
        query = query.filter(Condition::any().add(access_log::Column::At.lt(at.unix_ms())).add(same));
    }
    let rows = query.order_by_desc(access_log::Column::At).order_by_desc(access_log::Column::Id).limit(limit).all(db).await?;
    Ok(rows
        .into_iter()
        .map(|row| LogRow {
            id: row.id,
            at: moment(row.at),
            person: row.person_id.into(),
            what: row.what,
            case: row.case_id.map(CaseId),
            reason: row.reason,
            subject: row.subject_id.map(PersonId),
            detail: row.detail,
        })
        .collect())
}
