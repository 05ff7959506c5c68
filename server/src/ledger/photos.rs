//! Which photos a command speaks of.

use huiyin_domain::{case::Ask, photo::Photo};

/// The photos whose bytes will follow.
#[must_use]
pub fn photos_of(ask: &Ask) -> &[Photo] {
    match ask {
        Ask::Submit(submit) => &submit.photos,
        Ask::Verify(verify) => &verify.photos,
        Ask::ReportRectified(rectified) => &rectified.photos,
        Ask::Recheck(recheck) => &recheck.photos,
        Ask::AddEvidence(evidence) => &evidence.photos,
        _ => &[],
    }
}
