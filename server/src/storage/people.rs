//! People and the roles they hold.

use super::{Connection, entities, lots};
use crate::{core::People, error::Error};
use entities::{county, person, role_grant};
use huiyin_domain::{
    ids::PersonId,
    moment::Moment,
    people::{Grant, PersonCard, UnitCode},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, sea_query::Expr};
use std::collections::HashMap;

/// What sign-in needs to know of an account.
pub struct Account {
    /// Who.
    pub person: PersonId,
    /// The name that is typed to sign in.
    pub sign_in_name: String,
    /// The password's hash, as a PHC string; empty until the person has set one.
    pub password_hash: String,
    /// Whether the account is open.
    pub open: bool,
}

/// An account as those see it who look after it.
pub struct AccountRow {
    /// Name, unit and roles.
    pub card: PersonCard,
    /// The name that is typed to sign in.
    pub sign_in_name: String,
    /// Whether there is a password.
    pub has_password: bool,
    /// Since when there is this account.
    pub created_at: Moment,
    /// Since when it is closed.
    pub closed_at: Option<Moment>,
}

/// Every account, in no order.
pub async fn rows(db: &impl Connection) -> Result<Vec<AccountRow>, Error> {
    let mut grants = grants(db).await?;
    let rows = person::Entity::find().all(db).await?;
    Ok(rows.into_iter().map(|row| account_row(row, &mut grants)).collect())
}

/// This account, if there is one.
pub async fn row(db: &impl Connection, person: PersonId) -> Result<Option<AccountRow>, Error> {
    let Some(row) = person::Entity::find_by_id(person.0).one(db).await? else { return Ok(None) };
    let held = role_grant::Entity::find().filter(role_grant::Column::PersonId.eq(person.0)).order_by_asc(role_grant::Column::N);
    let held = held.all(db).await?.into_iter().map(grant).collect::<Result<Vec<_>, _>>()?;
    Ok(Some(account_row(row, &mut HashMap::from([(person.0, held)]))))
}

fn account_row(row: person::Model, grants: &mut HashMap<uuid::Uuid, Vec<Grant>>) -> AccountRow {
    AccountRow {
        sign_in_name: row.sign_in_name.clone(),
        has_password: !row.password_hash.is_empty(),
        created_at: super::moment(row.created_at),
        closed_at: row.disabled_at.map(super::moment),
        card: card(row, grants),
    }
}

fn card(row: person::Model, grants: &mut HashMap<uuid::Uuid, Vec<Grant>>) -> PersonCard {
    PersonCard {
        id: row.id.into(),
        name: row.name,
        grants: grants.remove(&row.id).unwrap_or_default(),
        unit: UnitCode(row.unit),
        certificate: row.certificate,
    }
}

fn grant(row: role_grant::Model) -> Result<Grant, Error> {
    Ok(Grant { role: super::value_of(&row.role)?, scope: serde_json::from_str(&row.scope)? })
}

/// Everybody's roles.
async fn grants(db: &impl Connection) -> Result<HashMap<uuid::Uuid, Vec<Grant>>, Error> {
    let mut grants: HashMap<_, Vec<Grant>> = HashMap::new();
    for row in role_grant::Entity::find().order_by_asc(role_grant::Column::PersonId).order_by_asc(role_grant::Column::N).all(db).await? {
        grants.entry(row.person_id).or_default().push(grant(row)?);
    }
    Ok(grants)
}

/// Everybody.
pub async fn all(db: &impl Connection) -> Result<People, Error> {
    let mut grants = grants(db).await?;
    let rows = person::Entity::find().all(db).await?;
    Ok(People::new(rows.into_iter().map(|row| {
        let open = row.disabled_at.is_none();
        (card(row, &mut grants), open)
    })))
}

/// The account with this sign-in name.
pub async fn account(db: &impl Connection, sign_in_name: &str) -> Result<Option<Account>, Error> {
    let row = person::Entity::find().filter(person::Column::SignInName.eq(super::plain(sign_in_name))).one(db).await?;
    Ok(row.map(to_account))
}

/// The account of this person.
pub async fn account_of(db: &impl Connection, person: PersonId) -> Result<Option<Account>, Error> {
    Ok(person::Entity::find_by_id(person.0).one(db).await?.map(to_account))
}

fn to_account(row: person::Model) -> Account {
    Account { person: row.id.into(), sign_in_name: row.sign_in_name, password_hash: row.password_hash, open: row.disabled_at.is_none() }
}

/// Gives an account another password; its sessions end.
pub async fn set_password(db: &impl Connection, person: PersonId, password_hash: &str) -> Result<(), Error> {
    person::Entity::update_many()
        .col_expr(person::Column::PasswordHash, Expr::value(password_hash))
        .filter(person::Column::Id.eq(person.0))
        .exec(db)
        .await?;
    super::sessions::end_all_of(db, person).await
}

/// Adds a person.
pub async fn add(db: &impl Connection, card: &PersonCard, sign_in_name: &str, password_hash: &str, at: Moment) -> Result<(), Error> {
    person::ActiveModel {
        id: Set(card.id.0),
        sign_in_name: Set(sign_in_name.to_owned()),
        name: Set(card.name.clone()),
        unit: Set(card.unit.0.clone()),
        certificate: Set(card.certificate.clone()),
        password_hash: Set(password_hash.to_owned()),
        created_at: Set(at.unix_ms()),
        disabled_at: Set(None),
    }
    .insert(db)
    .await?;
    set_grants(db, card.id, &card.grants).await
}

/// Gives a person these roles and no others.
pub async fn set_grants(db: &impl Connection, person: PersonId, grants: &[Grant]) -> Result<(), Error> {
    role_grant::Entity::delete_many().filter(role_grant::Column::PersonId.eq(person.0)).exec(db).await?;
    let rows = (0..).zip(grants).map(|(n, grant)| {
        Ok(role_grant::ActiveModel {
            person_id: Set(person.0),
            n: Set(n),
            role: Set(super::name_of(&grant.role)?),
            scope: Set(serde_json::to_string(&grant.scope)?),
        })
    });
    let rows = rows.collect::<Result<Vec<_>, Error>>()?;
    lots::insert(db, rows, None).await?;
    changed(db).await
}

/// Changes name, unit, certificate and roles.
pub async fn change(db: &impl Connection, card: &PersonCard) -> Result<(), Error> {
    person::Entity::update_many()
        .col_expr(person::Column::Name, Expr::value(card.name.as_str()))
        .col_expr(person::Column::Unit, Expr::value(card.unit.0.as_str()))
        .col_expr(person::Column::Certificate, Expr::value(card.certificate.clone()))
        .filter(person::Column::Id.eq(card.id.0))
        .exec(db)
        .await?;
    set_grants(db, card.id, &card.grants).await
}

/// A closed account is in use again.
pub async fn open_account(db: &impl Connection, person: PersonId) -> Result<(), Error> {
    person::Entity::update_many()
        .col_expr(person::Column::DisabledAt, Expr::value(None::<i64>))
        .filter(person::Column::Id.eq(person.0))
        .exec(db)
        .await?;
    changed(db).await
}

/// Closes an account; its sessions end with it.
pub async fn close_account(db: &impl Connection, person: PersonId, at: Moment) -> Result<(), Error> {
    person::Entity::update_many()
        .col_expr(person::Column::DisabledAt, Expr::value(at.unix_ms()))
        .filter(person::Column::Id.eq(person.0))
        .exec(db)
        .await?;
    super::sessions::end_all_of(db, person).await?;
    changed(db).await
}

/// Says to every process that people changed. Asked for first, it also makes whoever else changes people wait until this
/// transaction ends.
pub async fn changed(db: &impl Connection) -> Result<(), Error> {
    county::Entity::update_many().col_expr(county::Column::PeopleVersion, Expr::col(county::Column::PeopleVersion).add(1)).exec(db).await?;
    Ok(())
}
