//! The county's row, the editions of its rulebook, and the inspected places.

use super::{Connection, entities, lots, moment, seq_from, seq_to};
use crate::{core::Edition, error::Error};
use entities::{county, rulebook_edition, site};
use huiyin_domain::{
    division::DivisionCode,
    ids::SiteId,
    moment::Moment,
    place::Point,
    rulebook::{Rulebook, RulebookVersion},
    site::Site,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, sea_query::OnConflict};
use std::{collections::BTreeMap, sync::Arc};

/// The county's row.
pub struct CountyRow {
    /// Its code.
    pub code: String,
    /// Whether it is a demonstration.
    pub demo: bool,
    /// Rises with every change of people.
    pub people_version: i64,
    /// The rulebook in force.
    pub rulebook_version: RulebookVersion,
    /// Entries up to here are in a backup.
    pub backup_seq: u64,
}

/// The county, if it has been set up.
pub async fn row(db: &impl Connection) -> Result<Option<CountyRow>, Error> {
    Ok(county::Entity::find().one(db).await?.map(CountyRow::from))
}

impl From<county::Model> for CountyRow {
    fn from(row: county::Model) -> Self {
        CountyRow {
            code: row.code,
            demo: row.demo,
            people_version: row.people_version,
            rulebook_version: u32::try_from(row.rulebook_version).unwrap_or(0),
            backup_seq: seq_from(row.backup_seq),
        }
    }
}

/// Every edition of the rulebook.
pub async fn editions(db: &impl Connection) -> Result<BTreeMap<RulebookVersion, Edition>, Error> {
    let mut editions = BTreeMap::new();
    for row in rulebook_edition::Entity::find().all(db).await? {
        let rulebook: Rulebook = serde_json::from_str(&row.body)?;
        editions.insert(rulebook.version, Edition { rulebook: Arc::new(rulebook), in_force_from: moment(row.in_force_from) });
    }
    Ok(editions)
}

/// Sets a county up: its row, its first rulebook, the head of its ledger.
pub async fn found(db: &impl Connection, rulebook: &Rulebook, demo: bool, at: Moment) -> Result<(), Error> {
    let code = rulebook.county.code.to_string();
    let version = i32::try_from(rulebook.version).map_err(Error::internal)?;
    county::ActiveModel {
        code: Set(code.clone()),
        demo: Set(demo),
        people_version: Set(0),
        rulebook_version: Set(version),
        backup_seq: Set(0),
    }
    .insert(db)
    .await?;
    super::ledger::found(db, &code).await?;
    for (device, label) in [(crate::ledger::PUBLIC_DEVICE, "public"), (crate::ledger::CLOCK_DEVICE, "clock")] {
        super::devices::add(db, device, None, super::devices::DeviceKind::House, label, at).await?;
    }
    edition(db, rulebook, at).await
}

/// Puts an edition of the rulebook into force.
pub async fn edition(db: &impl Connection, rulebook: &Rulebook, at: Moment) -> Result<(), Error> {
    let version = i32::try_from(rulebook.version).map_err(Error::internal)?;
    rulebook_edition::ActiveModel { version: Set(version), body: Set(serde_json::to_string(rulebook)?), in_force_from: Set(at.unix_ms()) }
        .insert(db)
        .await?;
    county::Entity::update_many().col_expr(county::Column::RulebookVersion, sea_orm::sea_query::Expr::value(version)).exec(db).await?;
    Ok(())
}

/// Notes that entries up to `seq` are in a backup. What an earlier one had is never taken back.
pub async fn backed_up(db: &impl Connection, seq: u64) -> Result<(), Error> {
    county::Entity::update_many()
        .col_expr(county::Column::BackupSeq, sea_orm::sea_query::Expr::value(seq_to(seq)))
        .filter(county::Column::BackupSeq.lt(seq_to(seq)))
        .exec(db)
        .await?;
    Ok(())
}

/// Adds or changes inspected places.
pub async fn put_sites(db: &impl Connection, sites: &[Site]) -> Result<(), Error> {
    let rows = sites.iter().map(|place| {
        Ok(site::ActiveModel {
            id: Set(place.id.0),
            name: Set(place.name.clone()),
            kind: Set(super::name_of(&place.kind)?),
            lat_deg: Set(place.place.lat_deg),
            lon_deg: Set(place.place.lon_deg),
            division: Set(place.division.to_string()),
            township: Set(place.division.township().map(|code| code.to_string())),
        })
    });
    let rows = rows.collect::<Result<Vec<_>, Error>>()?;
    let all = [
        site::Column::Name,
        site::Column::Kind,
        site::Column::LatDeg,
        site::Column::LonDeg,
        site::Column::Division,
        site::Column::Township,
    ];
    lots::insert(db, rows, Some(OnConflict::column(site::Column::Id).update_columns(all).to_owned())).await
}

/// Inspected places within any of these divisions.
pub async fn sites_in(db: &impl Connection, divisions: &[DivisionCode]) -> Result<Vec<Site>, Error> {
    let within = divisions.iter().fold(Condition::any(), |any, code| any.add(site::Column::Division.starts_with(code.as_str())));
    let rows = site::Entity::find().filter(within).order_by_asc(site::Column::Id).all(db).await?;
    if divisions.is_empty() {
        return Ok(Vec::new());
    }
    rows.into_iter().map(place_of).collect()
}

/// These inspected places, as far as there are any.
pub async fn sites(db: &impl Connection, ids: &[SiteId]) -> Result<Vec<Site>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows =
        site::Entity::find().filter(site::Column::Id.is_in(ids.iter().map(|id| id.0))).order_by_asc(site::Column::Id).all(db).await?;
    rows.into_iter().map(place_of).collect()
}

/// One inspected place.
pub async fn site(db: &impl Connection, id: SiteId) -> Result<Option<Site>, Error> {
    let row = site::Entity::find_by_id(id.0).one(db).await?;
    row.map(place_of).transpose()
}

fn place_of(row: site::Model) -> Result<Site, Error> {
    Ok(Site {
        id: row.id.into(),
        name: row.name,
        kind: super::value_of(&row.kind)?,
        place: Point { lat_deg: row.lat_deg, lon_deg: row.lon_deg },
        division: row.division.parse().map_err(Error::internal)?,
    })
}
