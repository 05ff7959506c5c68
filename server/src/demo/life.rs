//! The life of one matter, step by step, in the words of its plot.

use super::{
    cast::Cast,
    dice::Dice,
    office_hours::{at_work, by_daylight},
    pictures::{Pair, Picture},
    plots::{Plot, tell},
    script::{By, Scene, Step},
};
use huiyin_domain::{
    case::Ask,
    division::DivisionCode,
    ids::{CaseId, PersonId, SiteId},
    moment::Moment,
    people::{Role, UnitCode},
    photo::{Photo, Purpose},
    place::{Fix, Point},
    rulebook::{Category, ClockClass, Risk, Rulebook},
    site::SiteKind,
};
use time::Duration;

/// How many matters take three times as long as they should, percent.
const SLOW_PERCENT: u64 = 9;

/// What a matter is about and who has a part in it.
pub(super) struct Matter<'a> {
    /// The rulebook.
    pub rulebook: &'a Rulebook,
    /// The people.
    pub cast: &'a Cast,
    /// The plot.
    pub plot: &'static Plot,
    /// The plot's category.
    pub category: &'a Category,
    /// The case it opens.
    pub case: CaseId,
    /// Where.
    pub township: DivisionCode,
    /// The point.
    pub place: Point,
    /// The inspected place.
    pub site: Option<SiteId>,
    /// What sort of place it is.
    pub site_kind: Option<SiteKind>,
    /// What the place is called.
    pub place_name: String,
    /// Its pictures.
    pub pair: &'a Pair,
    /// Who reports.
    pub patroller: PersonId,
    /// Who coordinates.
    pub coordinator: PersonId,
    /// Who dispatches.
    pub dispatcher: PersonId,
    /// Which unit leads.
    pub unit: UnitCode,
    /// Who handles.
    pub handler: PersonId,
    /// Who rechecks.
    pub rechecker: PersonId,
}

/// A life being told.
pub(super) struct Life<'a> {
    /// What it is about.
    pub matter: &'a Matter<'a>,
    /// How its dice fall.
    pub dice: Dice,
    /// When it is.
    pub now: Moment,
    /// What has been told.
    pub steps: Vec<Step>,
    /// Who reported it and may say whether it helped.
    pub reporter: By,
    /// How slowly people act: most keep their time, some do not.
    pace: f64,
}

impl<'a> Life<'a> {
    /// Begins with nothing told.
    #[must_use]
    pub(super) fn new(matter: &'a Matter<'a>, mut dice: Dice, start: Moment) -> Self {
        let usual = match matter.category.clock {
            ClockClass::Emergency => 0.04,
            ClockClass::Simple => 0.42,
            ClockClass::General => 0.9,
            ClockClass::Complex | ClockClass::PetitionLike => 1.6,
        };
        let pace = if dice.percent(SLOW_PERCENT) { usual * 3.2 } else { usual };
        let reporter = By::Person(matter.patroller);
        Life { matter, dice, now: by_daylight(start), steps: Vec::new(), reporter, pace }
    }

    /// Lets some hours pass, and waits for working hours.
    pub(super) fn pass(&mut self, low_h: f64, high_h: f64) {
        let hours = self.dice.real(low_h, high_h) * self.pace;
        let later = self.now + Duration::minutes((hours * 60.0) as i64 + 2);
        // An emergency does not wait for the morning.
        let emergency = self.matter.category.clock == ClockClass::Emergency;
        self.now = if emergency { later } else { at_work(&self.matter.rulebook.calendar, later) };
    }

    /// Somebody asks something now.
    pub(super) fn ask(&mut self, by: PersonId, ask: Ask) {
        self.when(by, move |_| Some(ask));
    }

    /// Somebody asks something now that depends on how the case then stands.
    pub(super) fn when(&mut self, by: PersonId, make: impl FnOnce(&Scene<'_>) -> Option<Ask> + Send + 'static) {
        self.steps.push(Step { at: self.now, by: By::Person(by), make: Box::new(make) });
    }

    /// Somebody asks something some hours from now, while the matter goes on.
    pub(super) fn meanwhile(&mut self, by: By, low_h: f64, high_h: f64, ask: Ask) {
        let later = self.now + Duration::minutes((self.dice.real(low_h, high_h) * 60.0) as i64 + 2);
        let at = at_work(&self.matter.rulebook.calendar, later);
        self.steps.push(Step { at, by, make: Box::new(move |_| Some(ask)) });
    }

    /// The plot's words with the place in them.
    pub(super) fn words(&self, words: &str) -> String {
        tell(words, &self.matter.place_name)
    }

    /// A photo taken a little while ago, close to the place.
    pub(super) fn photo(&mut self, picture: &Picture, purpose: Purpose, minutes_ago: i64) -> Photo {
        let taken_at = self.now - Duration::minutes(minutes_ago);
        Photo {
            hash: picture.hash,
            bytes: picture.bytes.len() as u64,
            width_px: picture.width_px,
            height_px: picture.height_px,
            purpose,
            taken_at,
            fix: Some(self.fix(taken_at)),
        }
    }

    /// A measured position close to the place.
    pub(super) fn fix(&mut self, at: Moment) -> Fix {
        let near = |dice: &mut Dice| dice.real(-0.0004, 0.0004);
        let point =
            Point { lat_deg: self.matter.place.lat_deg + near(&mut self.dice), lon_deg: self.matter.place.lon_deg + near(&mut self.dice) };
        Fix { point, accuracy_m: self.dice.real(4.0, 22.0).round(), at }
    }

    /// Who may close: by risk, and never one of those who did the work.
    pub(super) fn closer(&self) -> PersonId {
        if self.matter.category.risk == Risk::Low { self.matter.coordinator } else { self.matter.dispatcher }
    }

    /// Somebody with a county-wide role; the dispatcher if there is none.
    pub(super) fn county(&self, role: Role) -> PersonId {
        self.matter.cast.county(role).unwrap_or(self.matter.dispatcher)
    }

    /// The second dispatcher.
    pub(super) fn other_dispatcher(&self) -> PersonId {
        self.matter.cast.second(Role::Dispatcher).unwrap_or(self.matter.dispatcher)
    }
}
