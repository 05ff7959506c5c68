//! Inspected places (污染源, 一源一档).

use crate::{division::DivisionCode, ids::SiteId, place::Point};
use serde::{Deserialize, Serialize};

/// What sort of place it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteKind {
    /// 企业
    Enterprise,
    /// 建筑工地
    ConstructionSite,
    /// 建材厂
    BuildingMaterialPlant,
    /// 堆场
    StockpileYard,
    /// 养猪场
    PigFarm,
    /// 污水处理设施
    SewageFacility,
    /// 采石场
    Quarry,
    /// 采砂河段
    SandReach,
    /// 垃圾收集点
    WasteCollectionPoint,
    /// 垃圾转运站
    WasteTransferStation,
    /// 林班
    ForestPlot,
    /// 水质断面
    WaterSection,
    /// 排污口
    Outfall,
    /// 小锅炉
    SmallBoiler,
    /// 原“十五小”
    FormerFifteenSmall,
}

impl SiteKind {
    /// All of them.
    pub const ALL: [SiteKind; 15] = [
        SiteKind::Enterprise,
        SiteKind::ConstructionSite,
        SiteKind::BuildingMaterialPlant,
        SiteKind::StockpileYard,
        SiteKind::PigFarm,
        SiteKind::SewageFacility,
        SiteKind::Quarry,
        SiteKind::SandReach,
        SiteKind::WasteCollectionPoint,
        SiteKind::WasteTransferStation,
        SiteKind::ForestPlot,
        SiteKind::WaterSection,
        SiteKind::Outfall,
        SiteKind::SmallBoiler,
        SiteKind::FormerFifteenSmall,
    ];

    /// Whether its exact place may be published: enterprises and public works, never a household.
    /// Pig farms are households more often than not, so they count as private.
    #[must_use]
    pub fn place_is_public(self) -> bool {
        !matches!(self, SiteKind::PigFarm | SiteKind::SmallBoiler)
    }
}

/// One inspected place.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Site {
    /// Its name for machines.
    pub id: SiteId,
    /// Its name for people.
    pub name: String,
    /// What sort of place.
    pub kind: SiteKind,
    /// Where.
    pub place: Point,
    /// In which township or village.
    pub division: DivisionCode,
}
