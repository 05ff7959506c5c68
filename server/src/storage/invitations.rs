//! Invitations to set a password, by the hash of their token. One of each person works at a time.

use super::{Connection, entities, moment};
use crate::error::Error;
use entities::invitation;
use huiyin_domain::{ids::PersonId, moment::Moment};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

/// An invitation.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct InvitationRow {
    /// Who is invited.
    pub person: PersonId,
    /// Who made it.
    pub made_by: PersonId,
    /// When.
    pub made_at: Moment,
    /// Until when it works.
    pub expires_at: Moment,
    /// When it was used.
    pub used_at: Option<Moment>,
}

fn row(model: &invitation::Model) -> InvitationRow {
    InvitationRow {
        person: model.person_id.into(),
        made_by: model.made_by.into(),
        made_at: moment(model.made_at),
        expires_at: moment(model.expires_at),
        used_at: model.used_at.map(moment),
    }
}

/// Keeps an invitation; those before it no longer work.
pub async fn put(db: &impl Connection, token_hash: &[u8], row: &InvitationRow) -> Result<(), Error> {
    revoke(db, row.person).await?;
    invitation::ActiveModel {
        token_hash: Set(token_hash.to_vec()),
        person_id: Set(row.person.0),
        made_by: Set(row.made_by.0),
        made_at: Set(row.made_at.unix_ms()),
        expires_at: Set(row.expires_at.unix_ms()),
        used_at: Set(None),
    }
    .insert(db)
    .await?;
    Ok(())
}

/// The invitation with this token, used or not.
pub async fn get(db: &impl Connection, token_hash: &[u8]) -> Result<Option<InvitationRow>, Error> {
    Ok(invitation::Entity::find_by_id(token_hash.to_vec()).one(db).await?.as_ref().map(row))
}

/// The invitation of this person that waits to be used.
pub async fn waiting(db: &impl Connection, person: PersonId) -> Result<Option<InvitationRow>, Error> {
    let query = invitation::Entity::find().filter(invitation::Column::PersonId.eq(person.0)).filter(invitation::Column::UsedAt.is_null());
    Ok(query.one(db).await?.as_ref().map(row))
}

/// Marks it used; false if somebody else was faster.
pub async fn used(db: &impl Connection, token_hash: &[u8], at: Moment) -> Result<bool, Error> {
    let done = invitation::Entity::update_many()
        .col_expr(invitation::Column::UsedAt, Expr::value(at.unix_ms()))
        .filter(invitation::Column::TokenHash.eq(token_hash.to_vec()))
        .filter(invitation::Column::UsedAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Takes all invitations of a person back.
pub async fn revoke(db: &impl Connection, person: PersonId) -> Result<(), Error> {
    invitation::Entity::delete_many().filter(invitation::Column::PersonId.eq(person.0)).exec(db).await?;
    Ok(())
}
