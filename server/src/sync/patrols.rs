//! Patrols for a phone: each with its places, so that it can be walked without a network.

use crate::{error::Error, storage};
use huiyin_domain::{
    ids::{PatrolId, SiteId},
    patrol::Patrol,
    site::Site,
    sync::message::PatrolForPhone,
};
use std::collections::{BTreeMap, HashMap};

/// These patrols, as far as there are any.
pub(super) async fn for_phone(db: &impl storage::Connection, ids: &[PatrolId]) -> Result<HashMap<PatrolId, PatrolForPhone>, Error> {
    let mut patrols = HashMap::new();
    for (id, patrol) in storage::patrols::load(db, ids).await? {
        let sites = sites_of(db, &patrol).await?;
        patrols.insert(id, PatrolForPhone { patrol, sites });
    }
    Ok(patrols)
}

/// Its places in the order of the plan, then those in its areas.
pub(crate) async fn sites_of(db: &impl storage::Connection, patrol: &Patrol) -> Result<Vec<Site>, Error> {
    let mut named: BTreeMap<SiteId, Site> =
        storage::county::sites(db, &patrol.plan.sites).await?.into_iter().map(|site| (site.id, site)).collect();
    let mut sites: Vec<Site> = patrol.plan.sites.iter().filter_map(|id| named.remove(id)).collect();
    for site in storage::county::sites_in(db, &patrol.plan.areas).await? {
        if !patrol.plan.sites.contains(&site.id) {
            sites.push(site);
        }
    }
    Ok(sites)
}
