//! The photos of a case, in the order in which they tell its story.

use huiyin_domain::{
    case::Case,
    hash::Hash,
    moment::Moment,
    photo::{Photo, Purpose},
};

/// A photo as a screen shows it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Shown {
    /// Which.
    pub(super) hash: Hash,
    /// What it shows.
    pub(super) purpose: Purpose,
    /// Whether it shows the place after rectification.
    pub(super) after: bool,
    /// When it was taken.
    pub(super) taken_at: Moment,
}

/// Every photo once: reports, evidence, rechecks.
pub(super) fn shown(case: &Case) -> Vec<Shown> {
    let reports = case.reports.iter().flat_map(|filed| &filed.photos);
    let rechecks = case.rechecks.iter().flat_map(|recheck| &recheck.photos);
    let mut all: Vec<Shown> = Vec::new();
    for photo in reports.chain(&case.evidence).chain(rechecks) {
        if all.iter().all(|known| known.hash != photo.hash) {
            all.push(one(photo));
        }
    }
    all
}

fn one(photo: &Photo) -> Shown {
    let after = matches!(photo.purpose, Purpose::After | Purpose::Recheck);
    Shown { hash: photo.hash, purpose: photo.purpose, after, taken_at: photo.taken_at }
}

/// Where the shown version of a photo is.
pub(super) fn address(hash: &Hash) -> String {
    format!("/api/v1/photos/{hash}/shown")
}

/// Where the small version of a photo is.
pub(super) fn small(hash: &Hash) -> String {
    format!("/api/v1/photos/{hash}/thumb")
}
