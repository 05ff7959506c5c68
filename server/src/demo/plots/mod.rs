//! What the demonstration's matters are about: for each category, the words that a report, a visit, an order, a recheck
//! and a reply would use. `{place}` stands for the site or the spot.

mod land;
mod other;
mod sky;
mod water;

use super::dice::Dice;
use huiyin_domain::site::SiteKind;

/// One kind of matter, told from beginning to end.
pub(super) struct Plot {
    /// Category's code.
    pub category: &'static str,
    /// How often it comes up, relative to the others.
    pub weight: u32,
    /// Months in which it mostly happens; empty for all year round.
    pub season: &'static [u8],
    /// Kinds of sites where it happens; empty for places of no name.
    pub at: &'static [SiteKind],
    /// One line for the public.
    pub title: &'static str,
    /// What the patroller writes.
    pub told: &'static str,
    /// What the handler sees, if it is true.
    pub seen: &'static str,
    /// Who must rectify.
    pub party: &'static str,
    /// What is ordered.
    pub measures: &'static str,
    /// What was done.
    pub done: &'static str,
    /// What the rechecker sees.
    pub held: &'static str,
    /// What the reporter is told.
    pub reply: &'static str,
    /// What the public reads about what was found.
    pub public_found: &'static str,
}

/// Spots that have no site: said instead of its name.
const SPOTS: [&str; 10] = [
    "村口石拱桥下游",
    "河堤路转弯处",
    "老渡口旁空地",
    "村部后面的水沟边",
    "新村路口",
    "机耕路尽头",
    "小学围墙外",
    "旧碾米厂旁",
    "水库上游岔口",
    "农贸市场东侧",
];

/// Where a place lies that nobody has registered yet.
const NEAR: [&str; 16] =
    ["溪边", "坑口", "上坂", "下洋", "后山", "桥头", "古渡", "新厝", "岭脚", "大埔", "石坑", "竹坪", "双溪", "塘尾", "茶园", "枫林"];

/// What people call a place of this sort.
fn called(kind: SiteKind) -> &'static str {
    match kind {
        SiteKind::Enterprise => "加工厂",
        SiteKind::ConstructionSite => "建房工地",
        SiteKind::BuildingMaterialPlant => "石材厂",
        SiteKind::StockpileYard => "堆料场",
        SiteKind::PigFarm => "养殖场",
        SiteKind::SewageFacility => "污水处理站",
        SiteKind::Quarry => "采石点",
        SiteKind::SandReach => "河段",
        SiteKind::WasteCollectionPoint => "垃圾收集点",
        SiteKind::WasteTransferStation => "垃圾转运点",
        SiteKind::ForestPlot => "林地",
        SiteKind::WaterSection => "取水口上游",
        SiteKind::Outfall => "排水口",
        SiteKind::SmallBoiler => "锅炉房",
        SiteKind::FormerFifteenSmall => "旧作坊",
    }
}

/// The name of a place without a site where this may happen.
pub(super) fn somewhere(plot: &Plot, dice: &mut Dice) -> String {
    match plot.at {
        [] => (*dice.pick(&SPOTS)).to_owned(),
        kinds => format!("{}{}", dice.pick(&NEAR), called(*dice.pick(kinds))),
    }
}

/// Every plot.
pub(super) fn all() -> impl Iterator<Item = &'static Plot> {
    [water::PLOTS, sky::PLOTS, land::PLOTS, other::PLOTS].into_iter().flatten()
}

/// A plot that fits the month, by weight. In its season a plot comes up four times as often.
pub(super) fn draw(month: u8, dice: &mut Dice) -> &'static Plot {
    let weight = |plot: &Plot| i64::from(plot.weight) * if plot.season.contains(&month) { 4 } else { 1 };
    let total: i64 = all().map(weight).sum();
    let mut left = dice.between(0, total - 1);
    let mut chosen = &other::PLOTS[0];
    for plot in all() {
        chosen = plot;
        left -= weight(plot);
        if left < 0 {
            break;
        }
    }
    chosen
}

/// Puts the place into the words.
#[must_use]
pub(super) fn tell(words: &str, place: &str) -> String {
    words.replace("{place}", place)
}
