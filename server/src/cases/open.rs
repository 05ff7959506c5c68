//! Opening a case: only for those who may see it, and only as much as they may see.

use super::Asking;
use crate::error::{Error, Kind};
use huiyin_domain::{
    case::{
        Case, Publication, Reporter,
        permission::{Sight, sight},
    },
    report::Whereabouts,
};

/// How much of this case the person may see.
///
/// # Errors
/// `NoSuchCase` if nothing: whoever may not see a case does not learn that it exists.
pub(super) fn opened(asking: &Asking, case: Option<Case>) -> Result<(Case, Sight), Error> {
    let case = case.ok_or_else(|| Error::new(Kind::NoSuchCase))?;
    match sight(&case, &asking.person, &asking.county.rulebook) {
        Sight::Nothing => Err(Error::new(Kind::NoSuchCase)),
        Sight::Redacted => Ok((redacted(case), Sight::Redacted)),
        Sight::Whole => Ok((masked(case), Sight::Whole)),
    }
}

/// Colleagues are known by name; members of the public are one like the other.
fn masked(mut case: Case) -> Case {
    for filed in &mut case.reports {
        if !matches!(filed.reporter, Reporter::Staff { .. }) {
            filed.reporter = Reporter::Anonymous;
        }
    }
    case
}

/// What a reviewer of publications gets: state, dates and the record that waits, no reporter, no words of theirs, no
/// exact place, and only the photos that would be shown.
fn redacted(mut case: Case) -> Case {
    let shown: Vec<_> = match &case.publication {
        Publication::AwaitingReview { record, .. } => record.photos.iter().map(|photo| photo.original).collect(),
        _ => Vec::new(),
    };
    case.division = case.division.and_then(|code| code.township());
    case.place = None;
    case.site = None;
    case.evidence.retain(|photo| shown.contains(&photo.hash));
    for photo in &mut case.evidence {
        photo.fix = None;
    }
    for recheck in &mut case.rechecks {
        recheck.words.clear();
        recheck.photos.clear();
    }
    case.order = None;
    case.about_unit = None;
    case.awaits = None;
    case.milestones.clear();
    for filed in &mut case.reports {
        filed.reporter = Reporter::Hidden;
        filed.report.words.clear();
        filed.report.place = Whereabouts::Unknown { reason: String::new() };
        filed.report.division = None;
        filed.report.site = None;
        filed.photos.retain(|photo| shown.contains(&photo.hash));
        for photo in &mut filed.photos {
            photo.fix = None;
        }
    }
    case
}
