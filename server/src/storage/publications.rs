//! What is public: written by the ledger in the transaction of the publish command, whose bytes are the record.

use super::{Connection, entities, seq_to};
use crate::error::Error;
use entities::publication;
use huiyin_domain::{hash::Hash, ids::CaseId, moment::Moment, publication::PublicRecord};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, Iterable, QueryFilter,
    sea_query::{Expr, OnConflict},
};

/// A record that becomes public.
pub struct PublicationRow<'a> {
    /// Which case.
    pub case: CaseId,
    /// What is public.
    pub record: &'a PublicRecord,
    /// The entry of the publish command.
    pub seq: u64,
    /// The hash of the publish command's bytes.
    pub command_hash: Hash,
    /// When.
    pub at: Moment,
}

/// Makes a record public; a newer one of the same case takes its place.
pub async fn put(db: &impl Connection, row: &PublicationRow<'_>) -> Result<(), Error> {
    let township = row.record.division.township().unwrap_or_else(|| row.record.division.clone());
    let model = publication::ActiveModel {
        number: Set(row.record.number.clone()),
        case_id: Set(row.case.0),
        category: Set(row.record.category.0.clone()),
        township: Set(township.to_string()),
        closed_at: Set(row.record.closed_at.unix_ms()),
        published_at: Set(row.at.unix_ms()),
        seq: Set(seq_to(row.seq)),
        command_hash: Set(row.command_hash.0.to_vec()),
        record: Set(serde_json::to_string(row.record)?),
        withdrawn_at: Set(None),
    };
    let changing = publication::Column::iter().filter(|column| !matches!(column, publication::Column::CaseId));
    publication::Entity::insert(model)
        .on_conflict(OnConflict::column(publication::Column::CaseId).update_columns(changing).to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(())
}

/// Takes a record off the public pages, at once.
pub async fn withdraw(db: &impl Connection, case: CaseId, at: Moment) -> Result<(), Error> {
    publication::Entity::update_many()
        .col_expr(publication::Column::WithdrawnAt, Expr::value(at.unix_ms()))
        .filter(publication::Column::CaseId.eq(case.0))
        .exec(db)
        .await?;
    Ok(())
}
