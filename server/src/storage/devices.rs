//! Devices: one person's queue on one phone, or one person's desk.

use super::{Connection, entities, lots, seq_from, seq_to};
use crate::error::Error;
use entities::device;
use huiyin_domain::{
    ids::{DeviceId, PersonId},
    moment::Moment,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, DbBackend, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{CaseStatement, Expr},
};
use std::collections::{BTreeMap, HashMap};

/// What a device is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeviceKind {
    /// A queue on a phone.
    Phone,
    /// A person's desk: any browser, numbers are given here.
    Desk,
    /// The public's receipts, or the clock: numbers are given here.
    House,
}

impl DeviceKind {
    fn name(self) -> &'static str {
        match self {
            DeviceKind::Phone => "phone",
            DeviceKind::Desk => "desk",
            DeviceKind::House => "house",
        }
    }
}

/// A device.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct DeviceRow {
    /// Which.
    pub id: DeviceId,
    /// Whose; none for the house's own.
    pub person: Option<PersonId>,
    /// The last number in the ledger.
    pub last_number: u64,
    /// Whether it may still send.
    pub revoked: bool,
}

/// A device as its person and those who look after the account see it.
pub struct KnownDevice {
    /// Which.
    pub id: DeviceId,
    /// Whether it is a queue on a phone.
    pub phone: bool,
    /// What it calls itself.
    pub label: String,
    /// Since when it is known.
    pub created_at: Moment,
    /// When it last sent something.
    pub seen_at: Option<Moment>,
    /// Whether it was taken out of use.
    pub revoked: bool,
}

/// Devices of a person, the newest first.
pub async fn of_person(db: &impl Connection, person: PersonId) -> Result<Vec<KnownDevice>, Error> {
    let query = device::Entity::find().filter(device::Column::PersonId.eq(person.0));
    let rows = query.order_by_desc(device::Column::CreatedAt).order_by_desc(device::Column::Id).all(db).await?;
    Ok(rows
        .into_iter()
        .map(|model| KnownDevice {
            id: model.id.into(),
            phone: model.kind == DeviceKind::Phone.name(),
            label: model.label,
            created_at: super::moment(model.created_at),
            seen_at: model.seen_at.map(super::moment),
            revoked: model.revoked_at.is_some(),
        })
        .collect())
}

fn row(model: device::Model) -> DeviceRow {
    DeviceRow {
        id: model.id.into(),
        person: model.person_id.map(PersonId),
        last_number: seq_from(model.last_number),
        revoked: model.revoked_at.is_some(),
    }
}

/// The device with this id.
pub async fn get(db: &impl Connection, id: DeviceId) -> Result<Option<DeviceRow>, Error> {
    Ok(device::Entity::find_by_id(id.0).one(db).await?.map(row))
}

/// A person's desk, if there is one already.
pub async fn desk_of(db: &impl Connection, person: PersonId) -> Result<Option<DeviceRow>, Error> {
    let query = device::Entity::find()
        .filter(device::Column::PersonId.eq(person.0))
        .filter(device::Column::Kind.eq(DeviceKind::Desk.name()))
        .filter(device::Column::RevokedAt.is_null());
    // Two first sign-ins at once may have made two: everybody uses the older one.
    Ok(query.order_by_asc(device::Column::CreatedAt).order_by_asc(device::Column::Id).one(db).await?.map(row))
}

/// These devices; on PostgreSQL locked in order of id until the transaction ends.
pub async fn lock(db: &impl Connection, ids: &[DeviceId]) -> Result<HashMap<DeviceId, DeviceRow>, Error> {
    let mut query =
        device::Entity::find().filter(device::Column::Id.is_in(lots::padded(ids.iter().map(|id| id.0)))).order_by_asc(device::Column::Id);
    if db.get_database_backend() == DbBackend::Postgres {
        query = query.lock_exclusive();
    }
    Ok(query.all(db).await?.into_iter().map(|model| (model.id.into(), row(model))).collect())
}

/// Adds a device.
pub async fn add(
    db: &impl Connection,
    id: DeviceId,
    person: Option<PersonId>,
    kind: DeviceKind,
    label: &str,
    at: Moment,
) -> Result<DeviceRow, Error> {
    let model = device::ActiveModel {
        id: Set(id.0),
        person_id: Set(person.map(|person| person.0)),
        kind: Set(kind.name().to_owned()),
        label: Set(super::plain(label).chars().take(80).collect()),
        last_number: Set(0),
        created_at: Set(at.unix_ms()),
        seen_at: Set(None),
        revoked_at: Set(None),
    };
    Ok(row(model.insert(db).await?))
}

/// Notes the last numbers of devices.
pub async fn set_last_numbers(db: &impl Connection, numbers: &BTreeMap<DeviceId, u64>, at: Moment) -> Result<(), Error> {
    if numbers.is_empty() {
        return Ok(());
    }
    let numbers = lots::padded(numbers);
    let number_of = numbers
        .iter()
        .fold(CaseStatement::new(), |case, (id, number)| case.case(device::Column::Id.eq(id.0), Expr::value(seq_to(**number))))
        .finally(Expr::col(device::Column::LastNumber));
    device::Entity::update_many()
        .col_expr(device::Column::LastNumber, number_of.into())
        .col_expr(device::Column::SeenAt, Expr::value(at.unix_ms()))
        .filter(device::Column::Id.is_in(numbers.iter().map(|(id, _)| id.0)))
        .exec(db)
        .await?;
    Ok(())
}

/// Takes a device out of use: what it still sends is kept and held.
pub async fn revoke(db: &impl Connection, id: DeviceId, at: Moment) -> Result<(), Error> {
    device::Entity::update_many()
        .col_expr(device::Column::RevokedAt, Expr::value(at.unix_ms()))
        .filter(device::Column::Id.eq(id.0))
        .exec(db)
        .await?;
    Ok(())
}
