//! Known places of the map.

use super::{
    SeedError,
    map::{Feature, Map},
};
use crate::{
    hash::Hash,
    ids::SiteId,
    rulebook::Rulebook,
    site::{Site, SiteKind},
};

/// Every feature of layer `site`.
pub(super) fn of(map: &Map, rulebook: &Rulebook) -> Result<Vec<Site>, SeedError> {
    map.layer("site")
        .map(|feature| {
            let place = feature.at()?;
            let division = rulebook.division_at(place).ok_or_else(|| feature.wrong("it lies outside the county"))?.code.clone();
            let name = feature.properties.name.clone();
            Ok(Site { id: id(rulebook, &name), kind: kind(feature)?, name, place, division })
        })
        .collect()
}

/// The same for the same name in the same county.
fn id(rulebook: &Rulebook, name: &str) -> SiteId {
    let digest = Hash::of(format!("site {} {name}", rulebook.county.code).as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.0[..16]);
    SiteId(uuid::Builder::from_custom_bytes(bytes).into_uuid())
}

fn kind(feature: &Feature) -> Result<SiteKind, SeedError> {
    Ok(match feature.properties.site_type.as_str() {
        "enterprise" => SiteKind::Enterprise,
        "construction_site" => SiteKind::ConstructionSite,
        "building_material_plant" => SiteKind::BuildingMaterialPlant,
        "stockyard" => SiteKind::StockpileYard,
        "pig_farm" => SiteKind::PigFarm,
        "sewage_plant" => SiteKind::SewageFacility,
        "quarry" => SiteKind::Quarry,
        "sand_site" => SiteKind::SandReach,
        "collection_point" => SiteKind::WasteCollectionPoint,
        "transfer_station" => SiteKind::WasteTransferStation,
        "forest_plot" => SiteKind::ForestPlot,
        "water_section" => SiteKind::WaterSection,
        "outfall" => SiteKind::Outfall,
        "small_boiler" => SiteKind::SmallBoiler,
        "former_fifteen_small" => SiteKind::FormerFifteenSmall,
        _ => return Err(feature.wrong("no such kind of site")),
    })
}
