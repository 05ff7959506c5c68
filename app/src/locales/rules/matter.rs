//! What a matter is about: theme, weight, place, evidence.

use crate::locales::{Language, Words};
use huiyin_domain::{
    case::Source,
    photo::Purpose,
    report::Severity,
    rulebook::{ClockClass, Risk, Theme, ZoneKind},
    site::SiteKind,
};

impl Words for Theme {
    fn words(self, language: Language) -> &'static str {
        match self {
            Theme::Sky => language.pick("蓝天", "Blue sky"),
            Theme::Water => language.pick("碧水", "Clear water"),
            Theme::Land => language.pick("净土", "Clean soil"),
        }
    }
}

impl Words for Severity {
    fn words(self, language: Language) -> &'static str {
        match self {
            Severity::Ordinary => language.pick("一般", "Ordinary"),
            Severity::Serious => language.pick("较重", "Serious"),
            Severity::Urgent => language.pick("紧急", "Urgent"),
        }
    }
}

impl Words for Risk {
    fn words(self, language: Language) -> &'static str {
        match self {
            Risk::Low => language.pick("低风险", "Low risk"),
            Risk::Medium => language.pick("中风险", "Medium risk"),
            Risk::High => language.pick("高风险", "High risk"),
            Risk::Critical => language.pick("重大风险", "Critical risk"),
        }
    }
}

impl Words for ClockClass {
    fn words(self, language: Language) -> &'static str {
        match self {
            ClockClass::Emergency => language.pick("A 紧急", "A emergency"),
            ClockClass::Simple => language.pick("B 简单", "B simple"),
            ClockClass::General => language.pick("C 一般", "C general"),
            ClockClass::Complex => language.pick("D 复杂", "D complex"),
            ClockClass::PetitionLike => language.pick("E 参照信访", "E like a petition"),
        }
    }
}

impl Words for Purpose {
    fn words(self, language: Language) -> &'static str {
        match self {
            Purpose::Before => language.pick("整改前", "Before"),
            Purpose::After => language.pick("整改后", "After"),
            Purpose::Recheck => language.pick("复查", "Re-inspection"),
            Purpose::Scene => language.pick("现场", "Scene"),
        }
    }
}

impl Words for Source {
    fn words(self, language: Language) -> &'static str {
        match self {
            Source::Hotline => language.pick("来自 12345 工单", "From work order of the 12345 hotline"),
            Source::Ledger => language.pick("来自旧台账", "From the old ledger"),
        }
    }
}

impl Words for SiteKind {
    fn words(self, language: Language) -> &'static str {
        match self {
            SiteKind::Enterprise => language.pick("企业", "Enterprise"),
            SiteKind::ConstructionSite => language.pick("建筑工地", "Construction site"),
            SiteKind::BuildingMaterialPlant => language.pick("建材厂", "Building material plant"),
            SiteKind::StockpileYard => language.pick("堆场", "Stockpile yard"),
            SiteKind::PigFarm => language.pick("养猪场", "Pig farm"),
            SiteKind::SewageFacility => language.pick("污水处理设施", "Sewage works"),
            SiteKind::Quarry => language.pick("采石场", "Quarry"),
            SiteKind::SandReach => language.pick("采砂河段", "Sand reach of a river"),
            SiteKind::WasteCollectionPoint => language.pick("垃圾收集点", "Waste collection point"),
            SiteKind::WasteTransferStation => language.pick("垃圾转运站", "Waste transfer station"),
            SiteKind::ForestPlot => language.pick("林班", "Forest plot"),
            SiteKind::WaterSection => language.pick("水质断面", "Water monitoring section"),
            SiteKind::Outfall => language.pick("排污口", "Outfall"),
            SiteKind::SmallBoiler => language.pick("小锅炉", "Small boiler"),
            SiteKind::FormerFifteenSmall => language.pick("原“十五小”", "Former “fifteen small” plant"),
        }
    }
}

impl Words for ZoneKind {
    fn words(self, language: Language) -> &'static str {
        match self {
            ZoneKind::WaterSourceLevel1 => language.pick("饮用水水源一级保护区", "Drinking water source, inner zone"),
            ZoneKind::WaterSourceLevel2 => language.pick("饮用水水源二级保护区", "Drinking water source, outer zone"),
            ZoneKind::NoBreeding => language.pick("禁养区", "No-breeding zone"),
            ZoneKind::RestrictedBreeding => language.pick("限养区", "Restricted breeding zone"),
            ZoneKind::NoSandMining => language.pick("禁采区", "No-sand-mining zone"),
            ZoneKind::NoBurning => language.pick("禁烧区", "No-burning zone"),
            ZoneKind::EcologicalRedline => language.pick("生态保护红线", "Ecological redline"),
        }
    }
}
