//! Cases at the same inspected place or near by, whatever they are about, as far as this person may see them.

use super::{Asking, inbox};
use crate::{core::Core, error::Error, storage};
use huiyin_app::backend::Nearby;
use huiyin_domain::case::{Case, may_see};
use std::collections::HashMap;

/// How near is near by, metres.
const RADIUS_M: f64 = 300.0;
/// Most that are listed.
const AT_MOST: usize = 20;

/// The same place first, then by distance.
pub(super) async fn nearby(core: &Core, db: &impl storage::Connection, asking: &Asking, case: &Case) -> Result<Vec<Nearby>, Error> {
    let mut found: Vec<(Case, Option<u32>, bool)> = Vec::new();
    for other in storage::cases::around(db, case.site, case.place, RADIUS_M).await? {
        let distance_m = case.place.zip(other.place).map(|(here, there)| here.distance_m(there));
        let same_site = case.site.is_some() && other.site == case.site;
        let near = same_site || distance_m.is_some_and(|distance| distance <= RADIUS_M);
        if near && other.id != case.id && may_see(&other, &asking.person, &asking.county.rulebook) {
            found.push((other, distance_m.map(|distance| distance.round() as u32), same_site));
        }
    }
    found.sort_by_key(|(_, distance_m, same_site)| (!same_site, *distance_m));
    found.truncate(AT_MOST);
    let ids: Vec<_> = found.iter().map(|(other, ..)| other.id).collect();
    let rows = inbox::rows_of(db, &asking.county, &asking.person, core.now(), &ids).await?;
    let mut rows: HashMap<_, _> = rows.into_iter().map(|row| (row.id, row)).collect();
    let line = |(other, distance_m, same_site): (Case, Option<u32>, bool)| {
        Some(Nearby { row: rows.remove(&other.id)?, at: other.place, distance_m, same_site })
    };
    Ok(found.into_iter().filter_map(line).collect())
}
