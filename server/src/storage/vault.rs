//! The reporter vault: who a member of the public is, sealed, apart from everything; and the log of who looked.

use super::{Connection, entities};
use crate::error::Error;
use entities::{access_log, reporter_vault};
use huiyin_domain::{
    ids::{CaseId, PersonId, ReportId},
    moment::Moment,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// Keeps what [`crate::core::Keys::seal`] made.
pub async fn put(db: &impl Connection, report: ReportId, sealed: Vec<u8>, at: Moment) -> Result<(), Error> {
    let row = reporter_vault::ActiveModel {
        report_id: Set(report.0),
        key_id: Set("xchacha20poly1305:1".to_owned()),
        sealed: Set(sealed),
        created_at: Set(at.unix_ms()),
    };
    row.insert(db).await?;
    Ok(())
}

/// What is kept of a reporter, if anything.
pub async fn get(db: &impl Connection, report: ReportId) -> Result<Option<Vec<u8>>, Error> {
    Ok(reporter_vault::Entity::find_by_id(report.0).one(db).await?.map(|row| row.sealed))
}

/// Forgets a reporter.
pub async fn forget(db: &impl Connection, report: ReportId) -> Result<(), Error> {
    reporter_vault::Entity::delete_by_id(report.0).exec(db).await?;
    Ok(())
}

/// What is kept of these reporters.
pub async fn get_all(db: &impl Connection, reports: &[ReportId]) -> Result<HashMap<ReportId, Vec<u8>>, Error> {
    let query = reporter_vault::Entity::find().filter(reporter_vault::Column::ReportId.is_in(reports.iter().map(|id| id.0)));
    Ok(query.all(db).await?.into_iter().map(|row| (ReportId(row.report_id), row.sealed)).collect())
}

/// One line of the log.
pub struct Looked {
    /// When.
    pub at: Moment,
    /// Who.
    pub person: PersonId,
    /// Why, as they said.
    pub reason: String,
}

/// Who looked at this in this case, newest first.
pub async fn looked(db: &impl Connection, case: CaseId, what: &str) -> Result<Vec<Looked>, Error> {
    let query = access_log::Entity::find().filter(access_log::Column::CaseId.eq(case.0)).filter(access_log::Column::What.eq(what));
    let rows = query.order_by_desc(access_log::Column::At).order_by_desc(access_log::Column::Id).limit(50).all(db).await?;
    let looked =
        |row: access_log::Model| Looked { at: super::moment(row.at), person: row.person_id.into(), reason: row.reason.unwrap_or_default() };
    Ok(rows.into_iter().map(looked).collect())
}

/// Notes that somebody looked.
pub async fn log(
    db: &impl Connection,
    id: Uuid,
    at: Moment,
    person: PersonId,
    what: &str,
    case: Option<CaseId>,
    reason: Option<&str>,
) -> Result<(), Error> {
    let row = access_log::ActiveModel {
        id: Set(id),
        at: Set(at.unix_ms()),
        person_id: Set(person.0),
        what: Set(what.to_owned()),
        case_id: Set(case.map(|case| case.0)),
        reason: Set(reason.map(str::to_owned)),
        subject_id: Set(None),
        detail: Set(None),
    };
    row.insert(db).await?;
    Ok(())
}
