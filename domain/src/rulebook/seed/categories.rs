//! The categories a county starts with (C01–C18, C99).

use super::laws;
use crate::{
    people::UnitCode,
    rulebook::{Category, CategoryCode, ClockClass, LegalBasis, RecheckRule, Risk, Theme},
};
use time::macros::date;

/// All of them, in the order they are shown.
pub(super) fn all() -> Vec<Category> {
    let mut all = pollution();
    all.extend(resources());
    all.extend(surroundings());
    all.sort_by(|one, other| one.code.cmp(&other.code));
    all
}

/// Water and air: what flows out and what goes up.
fn pollution() -> Vec<Category> {
    vec![
        category("C01", "工业废水", "Industrial wastewater", "factory", Theme::Water, "ecology", ClockClass::Complex, Risk::High)
            .look(&["排放口水色、气味", "治污设施是否运行", "台账与在线数据", "是否有暗管"])
            .under(laws::water()),
        category("C02", "小锅炉、废气", "Small boilers and fumes", "c-boiler", Theme::Sky, "ecology", ClockClass::General, Risk::Medium)
            .look(&["烟色", "燃料", "是否已列入淘汰名单"])
            .under(laws::air()),
        category("C03", "扬尘", "Dust", "c-dust", Theme::Sky, "housing", ClockClass::Simple, Risk::Low)
            .look(&["围挡", "覆盖", "喷淋", "车辆冲洗"])
            .on_spot()
            .under(laws::air()),
        category(
            "C04",
            "禁养区养殖",
            "Breeding in a no-breeding zone",
            "c-pig",
            Theme::Water,
            "agriculture",
            ClockClass::Complex,
            Risk::High,
        )
        .look(&["是否在禁养区内", "存栏数", "排污去向"])
        .under(laws::livestock()),
        category("C05", "畜禽粪污", "Livestock manure", "c-pig", Theme::Water, "ecology", ClockClass::General, Risk::Medium)
            .look(&["粪污设施是否运行", "是否直排", "还田去向"])
            .under(laws::livestock()),
        category(
            "C07",
            "污水处理设施不正常",
            "Sewage facility out of order",
            "c-plant",
            Theme::Water,
            "housing",
            ClockClass::General,
            Risk::Medium,
        )
        .look(&["设备是否运行", "进出水", "运维记录"])
        .under(laws::water()),
        category(
            "C12",
            "水源保护区违法",
            "Offence in a water source zone",
            "c-river",
            Theme::Water,
            "ecology",
            ClockClass::Complex,
            Risk::High,
        )
        .look(&["保护区级别", "活动类型", "标志与隔离设施"])
        .always_rechecked()
        .sensitive()
        .under(laws::water()),
        category("C13", "露天焚烧", "Open burning", "c-burn", Theme::Sky, "", ClockClass::Simple, Risk::Low)
            .look(&["焚烧物", "面积", "是否已扑灭"])
            .on_spot()
            .under(laws::air()),
        category("C15", "突发水污染", "Sudden water pollution", "c-river", Theme::Water, "ecology", ClockClass::Emergency, Risk::Critical)
            .look(&["污染物与来源", "流向与下游取水口", "已采取的截断措施"])
            .photos(0)
            .always_rechecked()
            .under(laws::water()),
        category("C17", "黑臭水体、异味", "Foul water and odours", "c-odor", Theme::Water, "ecology", ClockClass::General, Risk::Medium)
            .look(&["水色、气味", "可能来源", "持续时间"])
            .under(laws::water()),
    ]
}

/// What is taken from the land.
fn resources() -> Vec<Category> {
    vec![
        category("C08", "非法采砂", "Illegal sand mining", "c-sand", Theme::Water, "water", ClockClass::Complex, Risk::High)
            .look(&["是否在禁采区", "船只或机械", "堆砂量", "许可证"])
            .under(laws::standing("《中华人民共和国水法》", date!(2016 - 07 - 02))),
        category("C09", "无证采矿", "Mining without a licence", "c-mine", Theme::Land, "resources", ClockClass::Complex, Risk::High)
            .look(&["开采面", "机械", "许可证"])
            .under(laws::standing("《中华人民共和国矿产资源法》", date!(2025 - 07 - 01))),
        category("C10", "盗伐滥伐", "Illegal felling", "c-log", Theme::Land, "forestry", ClockClass::Complex, Risk::High)
            .look(&["树种与株数", "伐桩", "采伐许可证"])
            .sensitive()
            .under(laws::standing("《中华人民共和国森林法》", date!(2020 - 07 - 01))),
        category("C11", "未批先建、三同时", "Built without approval", "factory", Theme::Land, "ecology", ClockClass::Complex, Risk::Medium)
            .look(&["环评手续", "治污设施是否同时建成", "是否已投产"])
            .under(laws::assessment()),
        category("C16", "“十五小”复燃", "Banned small plants revived", "factory", Theme::Land, "industry", ClockClass::Complex, Risk::High)
            .look(&["设备是否复装", "用电用水", "原料与产品"])
            .under(laws::replaced("《中华人民共和国环境保护法》", date!(2015 - 01 - 01))),
    ]
}

/// What people live with.
fn surroundings() -> Vec<Category> {
    let other = Category { theme: None, ..category("C99", "其他", "Other", "c-other", Theme::Land, "", ClockClass::General, Risk::Low) };
    vec![
        category("C06", "垃圾乱倒、清运不及时", "Dumped or uncollected waste", "c-dump", Theme::Land, "", ClockClass::Simple, Risk::Low)
            .look(&["垃圾种类", "数量", "收集点是否满溢"])
            .on_spot()
            .under(laws::waste()),
        category("C14", "堆场隐患", "Unsafe stockpile", "c-mine", Theme::Land, "emergency", ClockClass::General, Risk::Medium)
            .look(&["堆高与坡度", "挡墙", "排水", "覆盖"])
            .under(laws::standing("《中华人民共和国安全生产法》", date!(2021 - 09 - 01))),
        category("C18", "噪声", "Noise", "c-other", Theme::Sky, "urban", ClockClass::Simple, Risk::Low)
            .look(&["声源", "时段", "持续时间"])
            .photos(0)
            .on_spot()
            .without_before_and_after()
            .under(laws::noise()),
        other.photos(0).without_before_and_after(),
    ]
}

/// A category as most are: one photo, before and after, rechecked when something asks for it. No unit means the township.
#[expect(clippy::too_many_arguments, reason = "one line a category, in the order of the published table")]
fn category(code: &str, name: &str, name_en: &str, icon: &str, theme: Theme, unit: &str, clock: ClockClass, risk: Risk) -> Category {
    Category {
        code: CategoryCode(code.to_owned()),
        name: name.to_owned(),
        name_en: name_en.to_owned(),
        icon: icon.to_owned(),
        theme: Some(theme),
        lead_unit: (!unit.is_empty()).then(|| UnitCode(unit.to_owned())),
        clock,
        risk,
        min_photos: 1,
        on_spot: false,
        recheck: RecheckRule::OnDemand,
        before_and_after: true,
        sensitive: false,
        checklist: Vec::new(),
        legal: Vec::new(),
    }
}

impl Category {
    fn look(mut self, at: &[&str]) -> Self {
        self.checklist = at.iter().map(|&item| item.to_owned()).collect();
        self
    }

    fn under(mut self, legal: Vec<LegalBasis>) -> Self {
        self.legal = legal;
        self
    }

    fn on_spot(mut self) -> Self {
        self.on_spot = true;
        self
    }

    fn photos(mut self, min: u8) -> Self {
        self.min_photos = min;
        self
    }

    fn always_rechecked(mut self) -> Self {
        self.recheck = RecheckRule::Always;
        self
    }

    fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    fn without_before_and_after(mut self) -> Self {
        self.before_and_after = false;
        self
    }
}
