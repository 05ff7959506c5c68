//! Lists that a person has saved under a name.

use super::{Connection, entities::inbox_view, plain};
use crate::error::Error;
use huiyin_domain::{ids::PersonId, moment::Moment};
use inbox_view::Column as V;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait as _},
};
use uuid::Uuid;

/// A saved list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ViewRow {
    /// Its id.
    pub id: Uuid,
    /// What the person calls it.
    pub name: String,
    /// The filters, as JSON.
    pub filters: String,
    /// Whether it opens first.
    pub is_default: bool,
}

/// The person's lists, oldest first.
pub async fn of(db: &impl Connection, person: PersonId) -> Result<Vec<ViewRow>, Error> {
    let rows = inbox_view::Entity::find().filter(V::Person.eq(person.0)).order_by_asc(V::MadeAt).order_by_asc(V::Id).all(db).await?;
    Ok(rows.into_iter().map(|row| ViewRow { id: row.id, name: row.name, filters: row.filters, is_default: row.is_default }).collect())
}

/// Adds one.
pub async fn add(db: &impl Connection, person: PersonId, view: &ViewRow, at: Moment) -> Result<(), Error> {
    inbox_view::ActiveModel {
        id: Set(view.id),
        person: Set(person.0),
        name: Set(plain(&view.name)),
        filters: Set(view.filters.clone()),
        is_default: Set(view.is_default),
        made_at: Set(at.unix_ms()),
    }
    .insert(db)
    .await?;
    Ok(())
}

/// Calls one of the person's lists otherwise.
pub async fn rename(db: &impl Connection, person: PersonId, id: Uuid, name: &str) -> Result<(), Error> {
    let own = inbox_view::Entity::update_many().filter(V::Person.eq(person.0)).filter(V::Id.eq(id));
    own.col_expr(V::Name, Expr::value(plain(name))).exec(db).await?;
    Ok(())
}

/// Makes one of the person's lists the first to open, or none.
pub async fn set_default(db: &impl Connection, person: PersonId, id: Option<Uuid>) -> Result<(), Error> {
    let is_it = id.map_or_else(|| Expr::value(false), |id| Expr::col(V::Id).eq(id));
    inbox_view::Entity::update_many().filter(V::Person.eq(person.0)).col_expr(V::IsDefault, is_it).exec(db).await?;
    Ok(())
}

/// Forgets one of the person's lists.
pub async fn remove(db: &impl Connection, person: PersonId, id: Uuid) -> Result<(), Error> {
    inbox_view::Entity::delete_many().filter(V::Person.eq(person.0)).filter(V::Id.eq(id)).exec(db).await?;
    Ok(())
}
