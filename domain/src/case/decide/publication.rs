//! 公开: decided, written, approved by another person, and withdrawn when need be.

use super::{Checks, Decision, Scene};
use crate::{
    case::{Clock, DecidePublication, Event, Publication, Publish, Redact, VerbName, Withhold, Words, personal},
    publication::{PublicPlace, PublicRecord},
    refusal::Code,
    report::MIN_WORDS_CHARS,
};
use time::Duration;

/// Most photos of a public page.
const MOST_PHOTOS: usize = 12;
/// Full width or height of a photo, in thousandths.
const WHOLE: u32 = 1000;
/// How far a centre may lie from the computed one: rounding, nothing else.
const ROUNDING_M: f64 = 1.0;

/// Rules about case and person only: which stage takes which step.
pub(super) fn standing(scene: &Scene<'_>, verb: VerbName, checks: &mut Checks) {
    let stage = &scene.case.publication;
    let fits = match verb {
        VerbName::DecidePublication => match stage {
            Publication::AwaitingReview { .. } => false,
            // What was public before a reopening is decided anew; else it is withdrawn first.
            Publication::Published { .. } => scene.case.state.is_open(),
            _ => true,
        },
        VerbName::Redact => matches!(stage, Publication::Redacting { .. } | Publication::AwaitingReview { .. }),
        VerbName::Publish => matches!(stage, Publication::AwaitingReview { .. }),
        VerbName::Withhold => !matches!(stage, Publication::Published { .. } | Publication::Withheld { .. }),
        VerbName::Withdraw => matches!(stage, Publication::Published { .. }),
        _ => true,
    };
    checks.need(fits, Code::NothingWaiting, "");
    if let (VerbName::Publish, Publication::AwaitingReview { redactor, .. }) = (verb, stage) {
        checks.need(Some(*redactor) != scene.me(), Code::RedactorIsReviewer, "");
    }
}

pub(super) fn decide(ask: &DecidePublication, mut checks: Checks) -> Decision {
    if let DecidePublication::Withhold { ground } = ask {
        checks.said(ground, "ground");
    }
    checks.then(Vec::new)
}

/// What will be public: about this case, nothing personal, no place more exact than the law and care allow.
pub(super) fn redact(scene: &Scene<'_>, ask: &Redact, mut checks: Checks) -> Decision {
    check_record(scene, &ask.record, &mut checks);
    checks.then(Vec::new)
}

/// The reviewer approves the redactor's record and nothing else.
pub(super) fn publish(scene: &Scene<'_>, ask: &Publish, mut checks: Checks) -> Decision {
    if let Publication::AwaitingReview { record, .. } = &scene.case.publication {
        checks.need(record.as_ref() == &ask.record, Code::RecordDiffers, "record");
    }
    checks.then(|| {
        let mut events = vec![Event::Published { at: scene.world.now }];
        events.extend(scene.stop(&[Clock::Publication]));
        events
    })
}

pub(super) fn withhold(ask: &Withhold, mut checks: Checks) -> Decision {
    checks.said(&ask.ground, "ground");
    checks.then(|| vec![Event::DueMet { clock: Clock::Publication }])
}

pub(super) fn withdraw(ask: &Words, mut checks: Checks) -> Decision {
    checks.said(&ask.words, "words");
    checks.then(Vec::new)
}

fn check_record(scene: &Scene<'_>, record: &PublicRecord, checks: &mut Checks) {
    let case = scene.case;
    checks.need(case.number.as_ref() == Some(&record.number), Code::RecordDiffers, "record.number");
    checks.need(case.category == record.category, Code::RecordDiffers, "record.category");
    checks.need(case.closed_at == Some(record.closed_at), Code::RecordDiffers, "record.closed_at");
    for (field, text) in
        [("title", &record.title), ("found", &record.found), ("done", &record.done), ("reply", &record.reply), ("unit", &record.unit)]
    {
        let field = format!("record.{field}");
        let least = if field == "record.unit" { 1 } else { MIN_WORDS_CHARS };
        checks.words(text, least, &field);
        checks.need(personal::find(text).is_none(), Code::PersonalData, &field);
    }
    check_place(scene, record, checks);
    check_photos(scene, record, checks);
    let in_time = record.timeline.iter().all(|step| step.at <= scene.world.now + Duration::DAY);
    checks.need(in_time, Code::ImpossibleTime { latest: scene.world.now + Duration::DAY }, "record.timeline");
}

/// The township and no village; exactly only where a known site stands; a sensitive kind nowhere.
fn check_place(scene: &Scene<'_>, record: &PublicRecord, checks: &mut Checks) {
    let case = scene.case;
    let known = scene.world.rulebook.division(&record.division).is_some() && record.division.as_str().len() <= 9;
    checks.need(known, Code::UnknownDivision, "record.division");
    let own = case.division.as_ref().is_none_or(|division| record.division.contains(division));
    checks.need(own, Code::RecordDiffers, "record.division");
    let sensitive = scene.world.rulebook.category(&case.category).is_some_and(|category| category.sensitive);
    let fits = match (record.place, case.place) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some(_), Some(_)) if sensitive => false,
        (Some(PublicPlace::Exact { point }), Some(_)) => case.site.is_some() && point.is_possible(),
        (Some(PublicPlace::Cell { centre }), Some(place)) => centre.is_possible() && place.public_cell().distance_m(centre) <= ROUNDING_M,
    };
    checks.need(fits, Code::ImpossiblePlace, "record.place");
}

/// Photos of this case, with blurs inside the picture.
fn check_photos(scene: &Scene<'_>, record: &PublicRecord, checks: &mut Checks) {
    let case = scene.case;
    checks.need(record.photos.len() <= MOST_PHOTOS, Code::TooLong { max: 12 }, "record.photos");
    for (index, shown) in record.photos.iter().enumerate().take(MOST_PHOTOS) {
        let at = |part: &str| format!("record.photos.{index}.{part}");
        checks.need(case.photos().any(|photo| photo.hash == shown.original), Code::EvidenceMissing, &at("original"));
        checks.words(&shown.caption, 0, &at("caption"));
        checks.need(personal::find(&shown.caption).is_none(), Code::PersonalData, &at("caption"));
        let inside = shown.blur.iter().all(|part| {
            let right = u32::from(part.x) + u32::from(part.width);
            let bottom = u32::from(part.y) + u32::from(part.height);
            part.width > 0 && part.height > 0 && right <= WHOLE && bottom <= WHOLE
        });
        checks.need(inside, Code::NumberOutOfRange { min: 0, max: i64::from(WHOLE) }, &at("blur"));
    }
}
