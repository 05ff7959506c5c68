//! Collects every rule that is not met, so that a person hears all of it at once.

use crate::{
    case::{Case, Event, World},
    command::Command,
    division::DivisionCode,
    ids::PersonId,
    moment::Moment,
    people::{PersonCard, UnitCode},
    photo::{MAX_BYTES, MAX_PER_COMMAND, MAX_PIXELS, Photo},
    place::{Fix, Point},
    refusal::{Code, Refusal, Unmet},
    report::MAX_WORDS_CHARS,
};
use time::{Date, Duration, macros::datetime};

/// Nothing this system hears of happened before.
const EARLIEST: time::OffsetDateTime = datetime!(2020-01-01 00:00 UTC);
/// How far a clock may run ahead before a fact is called impossible.
const AHEAD: Duration = Duration::DAY;

/// Rules not met so far.
#[derive(Default)]
pub(crate) struct Checks {
    unmet: Vec<Unmet>,
}

impl Checks {
    /// Notes a rule that is not met.
    pub(crate) fn fail(&mut self, code: Code, field: &str) {
        let field = (!field.is_empty()).then(|| field.to_owned());
        self.unmet.push(Unmet { code, field });
    }

    /// Notes the rule unless it holds.
    pub(crate) fn need(&mut self, holds: bool, code: Code, field: &str) {
        if !holds {
            self.fail(code, field);
        }
    }

    /// Notes rules that something else found.
    pub(in crate::case) fn extend(&mut self, unmet: Vec<Unmet>) {
        self.unmet.extend(unmet);
    }

    /// What was noted.
    pub(crate) fn into_unmet(self) -> Vec<Unmet> {
        self.unmet
    }

    /// The events, if every rule was met.
    pub(in crate::case) fn then(self, events: impl FnOnce() -> Vec<Event>) -> Result<Vec<Event>, Refusal> {
        if self.unmet.is_empty() { Ok(events()) } else { Err(Refusal { unmet: self.unmet }) }
    }

    /// Words of at least `min` and at most the common number of characters (Unicode scalar values, trimmed).
    pub(crate) fn words(&mut self, words: &str, min: usize, field: &str) {
        let count = words.trim().chars().count();
        if count == 0 {
            self.need(min == 0, Code::Missing, field);
        } else if count < min {
            self.fail(Code::TooShort { min: as_u32(min) }, field);
        }
        self.need(words.chars().count() <= MAX_WORDS_CHARS, Code::TooLong { max: as_u32(MAX_WORDS_CHARS) }, field);
    }

    /// Words that must say something.
    pub(crate) fn said(&mut self, words: &str, field: &str) {
        self.words(words, 1, field);
    }

    /// A fact's moment: not in the future, not before this system existed.
    pub(crate) fn moment(&mut self, at: Moment, now: Moment, field: &str) {
        let latest = now + AHEAD;
        self.need(at <= latest && at >= Moment::new(EARLIEST), Code::ImpossibleTime { latest }, field);
    }

    /// A day between today and `most` days from now.
    pub(crate) fn day(&mut self, day: Date, now: Moment, most: i64, field: &str) {
        let today = now.day();
        self.need(day >= today && day <= today.saturating_add(Duration::days(most)), Code::DayOutOfRange, field);
    }

    /// A place on earth and, where the edge is known, in the county.
    pub(in crate::case) fn point(&mut self, point: Point, world: &World<'_>, field: &str) {
        if point.is_possible() {
            let outside = world.rulebook.county.boundary.is_some() && world.rulebook.division_at(point).is_none();
            self.need(!outside, Code::OutsideCounty, field);
        } else {
            self.fail(Code::ImpossiblePlace, field);
        }
    }

    /// A measured position: possible, with a sane radius and moment. It need not be in the county.
    pub(in crate::case) fn fix(&mut self, fix: &Fix, command: &Command, now: Moment, field: &str) {
        let sane = fix.point.is_possible() && fix.accuracy_m.is_finite() && fix.accuracy_m >= 0.0;
        self.need(sane, Code::ImpossiblePlace, field);
        self.moment(corrected(fix.at, command), now, &format!("{field}.at"));
    }

    /// Photos as a command speaks of them; whether their bytes are here is asked at closing only.
    pub(in crate::case) fn photos(&mut self, photos: &[Photo], command: &Command, now: Moment, field: &str) {
        self.need(photos.len() <= MAX_PER_COMMAND, Code::TooLong { max: as_u32(MAX_PER_COMMAND) }, field);
        for (index, photo) in photos.iter().enumerate().take(MAX_PER_COMMAND) {
            let at = |part: &str| format!("{field}.{index}.{part}");
            let pixels = u64::from(photo.width_px) * u64::from(photo.height_px);
            self.need((1..=MAX_BYTES).contains(&photo.bytes), range(1, MAX_BYTES), &at("bytes"));
            self.need((1..=MAX_PIXELS).contains(&pixels), range(1, MAX_PIXELS), &at("width_px"));
            self.moment(corrected(photo.taken_at, command), now, &at("taken_at"));
            if let Some(fix) = &photo.fix {
                self.fix(fix, command, now, &at("fix"));
            }
        }
    }

    /// A unit of the rulebook.
    pub(in crate::case) fn unit(&mut self, unit: &UnitCode, world: &World<'_>, field: &str) {
        self.need(world.rulebook.unit(unit).is_some(), Code::UnknownUnit, field);
    }

    /// A unit that the matter is not about.
    pub(in crate::case) fn not_about(&mut self, unit: &UnitCode, case: &Case, field: &str) {
        self.need(case.about_unit.as_ref() != Some(unit), Code::AboutTheirUnit, field);
    }

    /// A division of the rulebook.
    pub(in crate::case) fn division(&mut self, code: &DivisionCode, world: &World<'_>, field: &str) {
        self.need(world.rulebook.division(code).is_some(), Code::UnknownDivision, field);
    }

    /// A colleague for whom `fits` holds.
    pub(in crate::case) fn colleague(
        &mut self,
        id: PersonId,
        world: &World<'_>,
        fits: impl FnOnce(&PersonCard) -> bool,
        field: &str,
    ) -> Option<PersonCard> {
        let card = (world.person)(id).filter(fits);
        self.need(card.is_some(), Code::UnknownPerson, field);
        card
    }
}

/// A moment by the phone's clock, corrected by the measured offset.
pub(in crate::case) fn corrected(at: Moment, command: &Command) -> Moment {
    at + Duration::milliseconds(command.clock_offset_ms.unwrap_or(0))
}

fn range(min: i64, max: u64) -> Code {
    Code::NumberOutOfRange { min, max: i64::try_from(max).unwrap_or(i64::MAX) }
}

fn as_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
