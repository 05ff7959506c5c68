//! How often each sort of inspected place is to be seen.

use super::{
    check::{Flaw, FlawCode, MOST_DAYS, within},
    file::Section,
};
use crate::site::SiteKind;
use serde::{Deserialize, Serialize};
use serde_json::Value;
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

    /// As a draft or file writes them. Each one that cannot be read is a flaw of its own, and the others are kept.
    pub(super) fn read(given: Option<&Value>, flaws: &mut Vec<Flaw>) -> Self {
        let at = Section::Visits.code();
        let mut intervals = VisitIntervals(BTreeMap::new());
        let Some(given) = given.and_then(Value::as_object) else {
            flaws.push(Flaw::new(at, FlawCode::WrongShape { what: "not an object".to_owned() }));
            return intervals;
        };
        for (name, days) in given.iter().filter(|(_, days)| !days.is_null()) {
            let kind = serde_json::from_value::<SiteKind>(Value::String(name.clone()));
            match (kind, serde_json::from_value::<u16>(days.clone())) {
                (Ok(kind), Ok(days)) => _ = intervals.0.insert(kind, days),
                (Ok(_), Err(error)) => flaws.push(Flaw::new(format!("{at}.{name}"), FlawCode::WrongShape { what: error.to_string() })),
                (Err(_), _) => flaws.push(Flaw::new(format!("{at}.{name}"), FlawCode::UnknownField)),
            }
        }
        intervals
    }

    /// Every number that makes no sense.
    pub(super) fn check(&self, flaws: &mut Vec<Flaw>) {
        for (kind, days) in &self.0 {
            let name = serde_json::to_value(kind).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default();
            within(i64::from(*days), (1, MOST_DAYS), format!("{}.{name}", Section::Visits.code()), flaws);
        }
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
