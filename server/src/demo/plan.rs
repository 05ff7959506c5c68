//! Which matters there are: fates, plots, places, people and days, all from one seed.

use super::{
    cast::Cast,
    dice::Dice,
    fates::Fate,
    life::{Life, Matter},
    people::HOME,
    pictures::Album,
    plots::{self, Plot},
    script::Script,
};
use huiyin_domain::{
    division::DivisionCode,
    ids::CaseId,
    moment::Moment,
    people::Role,
    place::Point,
    rulebook::{Category, CategoryCode, ClockClass, Rulebook},
    site::Site,
};
use time::Duration;
use uuid::Builder;

/// What all matters share.
pub(super) struct Plan<'a> {
    /// The rulebook.
    pub rulebook: &'a Rulebook,
    /// The places.
    pub sites: &'a [Site],
    /// The people.
    pub cast: &'a Cast,
    /// The pictures.
    pub album: &'a Album,
    /// The demonstration's present.
    pub as_of: Moment,
}

/// How much is reported in each month from January on, percent of the busiest one.
const BUSY_PERCENT: [u64; 12] = [62, 46, 78, 90, 96, 100, 98, 96, 88, 80, 74, 66];
/// How many matters happen at a registered site, where it fits, percent.
const AT_SITE_PERCENT: u64 = 14;
/// How many matters happen where the same happened before, percent.
const AGAIN_PERCENT: u64 = 10;
/// When the same may happen again, days.
const AGAIN_DAYS: (i64, i64) = (20, 170);

/// Where something happens.
#[derive(Clone)]
struct Spot {
    township: DivisionCode,
    place: Point,
    site: Option<Site>,
    name: String,
}

/// What has been told so far: where, about what, when.
struct Told {
    plot: &'static Plot,
    spot: Spot,
    start: Moment,
}

impl Plan<'_> {
    /// The scripts of all matters.
    #[must_use]
    pub(super) fn scripts(&self, cases: u32, dice: &mut Dice) -> Vec<Script> {
        let (mut scripts, mut told) = (Vec::new(), Vec::new());
        for (fate, count, newest, oldest) in Fate::shares(cases) {
            for _ in 0..count {
                let start = self.start(newest, oldest, dice);
                self.write(fate, start, dice, &mut told, &mut scripts);
            }
        }
        scripts
    }

    /// Some moment between so many days ago, more often in busy months.
    fn start(&self, newest: i64, oldest: i64, dice: &mut Dice) -> Moment {
        let mut start = self.as_of;
        for _ in 0..12 {
            start = self.as_of - Duration::minutes(dice.between(newest * 1440 + 200, oldest * 1440 + 600));
            if dice.percent(BUSY_PERCENT[usize::from(u8::from(start.in_shanghai().month())) - 1]) {
                break;
            }
        }
        start
    }

    fn write(&self, fate: Fate, start: Moment, dice: &mut Dice, told: &mut Vec<Told>, scripts: &mut Vec<Script>) {
        let month = u8::from(start.in_shanghai().month());
        let Some((plot, category)) = self.plot(fate, month, dice) else { return };
        let spot = again(told, plot, start, dice).unwrap_or_else(|| self.spot(plot, dice));
        told.push(Told { plot, spot: spot.clone(), start });
        let seed = dice.bits();
        if fate != Fate::Merged {
            scripts.extend(self.script(fate, plot, category, &spot, start, seed, None));
            return;
        }
        // Two people tell the same thing within a day: the first report goes its way, the second joins it.
        let Some(master) = self.script(Fate::Published, plot, category, &spot, start - Duration::hours(16), seed, None) else { return };
        // Whoever rings on a holiday is written down on the next working day: the second comes after that, too.
        let told = master.steps.first().map_or(start, |step| step.at);
        let start = start.max(told + Duration::hours(16));
        let second = self.script(fate, plot, category, &spot, start, seed ^ 0x5EC0_0D5E, Some(master.case));
        scripts.push(master);
        scripts.extend(second);
    }

    /// A plot that can come to this end.
    fn plot(&self, fate: Fate, month: u8, dice: &mut Dice) -> Option<(&'static Plot, &Category)> {
        (0..200).find_map(|_| {
            let plot = plots::draw(month, dice);
            let category = self.rulebook.category(&CategoryCode(plot.category.to_owned()))?;
            fate.fits(category.risk, category.on_spot, category.clock == ClockClass::Emergency).then_some((plot, category))
        })
    }

    fn spot(&self, plot: &Plot, dice: &mut Dice) -> Spot {
        let sites: Vec<&Site> = self.sites.iter().filter(|site| plot.at.contains(&site.kind)).collect();
        if !sites.is_empty() && dice.percent(AT_SITE_PERCENT) {
            let site = *dice.pick(&sites);
            let township = site.division.township().unwrap_or_else(|| site.division.clone());
            return Spot { township, place: site.place, site: Some(site.clone()), name: site.name.clone() };
        }
        let home = self.rulebook.divisions.iter().find(|division| division.code.as_str() == HOME).filter(|_| dice.percent(24));
        let division = home.unwrap_or_else(|| dice.pick(&self.rulebook.divisions));
        let name = format!("{}{}", division.name, plots::somewhere(plot, dice));
        Spot { township: division.code.clone(), place: self.point_in(&division.code, dice), site: None, name }
    }

    /// A point of that township, six decimals.
    fn point_in(&self, township: &DivisionCode, dice: &mut Dice) -> Point {
        let ring = self.rulebook.division(township).and_then(|division| division.boundary.clone()).unwrap_or_default();
        let bounds =
            |values: &mut dyn Iterator<Item = f64>| values.fold((f64::MAX, f64::MIN), |(low, high), one| (low.min(one), high.max(one)));
        let (south, north) = bounds(&mut ring.iter().map(|point| point.lat_deg));
        let (west, east) = bounds(&mut ring.iter().map(|point| point.lon_deg));
        let rounded = |degrees: f64| (degrees * 1e6).round() / 1e6;
        let mut point = Point { lat_deg: rounded(f64::midpoint(south, north)), lon_deg: rounded(f64::midpoint(west, east)) };
        for _ in 0..100 {
            let tried = Point { lat_deg: rounded(dice.real(south, north)), lon_deg: rounded(dice.real(west, east)) };
            if self.rulebook.division_at(tried).is_some_and(|division| division.code == *township) {
                point = tried;
                break;
            }
        }
        point
    }

    /// The script of one matter; none if nobody is there to play a part in it.
    #[expect(clippy::too_many_arguments, reason = "all that one matter is made of, once")]
    fn script(
        &self,
        fate: Fate,
        plot: &'static Plot,
        category: &Category,
        spot: &Spot,
        start: Moment,
        seed: u64,
        master: Option<CaseId>,
    ) -> Option<Script> {
        let mut start = start;
        // A matter that would still be under way at its end began a little earlier.
        for _ in 0..60 {
            let mut dice = Dice::new(seed);
            let matter = self.matter(plot, category, spot, start, &mut dice)?;
            let mut life = Life::new(&matter, dice, start);
            fate.tell(&mut life, master);
            if life.now < self.as_of - Duration::minutes(20) {
                // What would still be said later has not been said yet.
                life.steps.retain(|step| step.at < self.as_of);
                return Some(Script { case: matter.case, master, steps: life.steps });
            }
            start = start - Duration::hours(18);
        }
        None
    }

    fn matter<'b>(
        &'b self,
        plot: &'static Plot,
        category: &'b Category,
        spot: &Spot,
        start: Moment,
        dice: &mut Dice,
    ) -> Option<Matter<'b>> {
        let unit = self.rulebook.lead_unit(category, &spot.township)?.code.clone();
        let patroller = self.cast.patroller(&spot.township, &[], dice)?;
        let second = dice.percent(40).then(|| self.cast.second_handler(&unit)).flatten();
        Some(Matter {
            rulebook: self.rulebook,
            cast: self.cast,
            plot,
            category,
            case: CaseId(uuid_at(start, dice)),
            township: spot.township.clone(),
            place: spot.place,
            site: spot.site.as_ref().map(|site| site.id),
            site_kind: spot.site.as_ref().map(|site| site.kind),
            place_name: spot.name.clone(),
            pair: self.album.pair(&category.code, dice.bits()),
            patroller,
            coordinator: self.cast.coordinator(&spot.township)?,
            dispatcher: self.cast.county(Role::Dispatcher)?,
            handler: second.or_else(|| self.cast.handler(&unit))?,
            rechecker: self.cast.patroller(&spot.township, &[patroller], dice)?,
            unit,
        })
    }
}

/// A place where the same happened some time before or after.
fn again(told: &[Told], plot: &Plot, start: Moment, dice: &mut Dice) -> Option<Spot> {
    if !dice.percent(AGAIN_PERCENT) {
        return None;
    }
    let apart = |other: &Told| (other.start - start).whole_days().abs();
    let fit: Vec<&Told> =
        told.iter().filter(|other| std::ptr::eq(other.plot, plot) && (AGAIN_DAYS.0..=AGAIN_DAYS.1).contains(&apart(other))).collect();
    (!fit.is_empty()).then(|| dice.pick(&fit).spot.clone())
}

/// An id of version 7 for that moment.
pub(super) fn uuid_at(at: Moment, dice: &mut Dice) -> uuid::Uuid {
    let random: [u8; 10] = std::array::from_fn(|_| (dice.bits() & 255) as u8);
    Builder::from_unix_timestamp_millis(u64::try_from(at.unix_ms()).unwrap_or(0), &random).into_uuid()
}
