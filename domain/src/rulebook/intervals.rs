//! How often each sort of inspected place is to be seen.

use crate::site::SiteKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Days between two visits, by sort of place. A sort that is not named is never due.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VisitIntervals(pub BTreeMap<SiteKind, u16>);

impl VisitIntervals {
    /// For this sort of place, if it is ever due.
    #[must_use]
    pub fn days(&self, kind: SiteKind) -> Option<u16> {
        self.0.get(&kind).copied().filter(|days| *days > 0)
    }

    /// Whether the county has not changed them; then a rulebook need not write them down.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == VisitIntervals::default()
    }
}

/// What a county starts with: what can hurt water soonest is seen most often.
impl Default for VisitIntervals {
    fn default() -> Self {
        use SiteKind as K;
        VisitIntervals(BTreeMap::from([
            (K::Enterprise, 90),
            (K::ConstructionSite, 30),
            (K::BuildingMaterialPlant, 60),
            (K::StockpileYard, 30),
            (K::PigFarm, 60),
            (K::SewageFacility, 30),
            (K::Quarry, 60),
            (K::SandReach, 30),
            (K::WasteCollectionPoint, 30),
            (K::WasteTransferStation, 30),
            (K::ForestPlot, 180),
            (K::WaterSection, 30),
            (K::Outfall, 30),
            (K::SmallBoiler, 180),
            (K::FormerFifteenSmall, 90),
        ]))
    }
}
