//! What a report form holds, and the ask it becomes. Whether that is enough is for the rules to say.

use huiyin_domain::{
    case::{Ask, Finding, SolvedOnSpot, Submit},
    ids::{PatrolId, SiteId},
    people::UnitCode,
    photo::Photo,
    place::{Fix, Point},
    report::{Report, Severity, Whereabouts},
    rulebook::CategoryCode,
    sync::message::Book,
};
use serde::{Deserialize, Serialize};

/// How the place is told.
#[derive(Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum How {
    /// I stand there.
    #[default]
    Here,
    /// By typed coordinates.
    Typed,
    /// It is not known.
    Unknown,
}

/// The place as far as it is filled in. All three ways are kept, so that changing one's mind loses nothing.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Place {
    /// Which way counts.
    pub(crate) how: How,
    /// The own position.
    pub(crate) fix: Option<Fix>,
    /// Typed.
    pub(crate) lat: String,
    /// Typed.
    pub(crate) lon: String,
    /// Why it is not known.
    pub(crate) reason: String,
}

impl Place {
    /// The point, if there is one.
    pub(crate) fn point(&self) -> Option<Point> {
        match self.how {
            How::Here => self.fix.map(|fix| fix.point),
            How::Typed => Some(Point { lat_deg: degrees(&self.lat)?, lon_deg: degrees(&self.lon)? }),
            How::Unknown => None,
        }
    }

    /// As the report says it. What was not told becomes an unknown place without reason, which the rules refuse.
    fn whereabouts(&self) -> Whereabouts {
        match (self.how, self.fix, self.point()) {
            (How::Here, Some(fix), _) => Whereabouts::Measured(fix),
            (How::Typed, _, Some(point)) => Whereabouts::Pointed(point),
            (How::Unknown, ..) => Whereabouts::Unknown { reason: self.reason.trim().to_owned() },
            (How::Here | How::Typed, ..) => Whereabouts::Unknown { reason: String::new() },
        }
    }
}

/// Degrees as people type them.
fn degrees(text: &str) -> Option<f64> {
    text.trim().trim_end_matches('°').parse().ok().filter(|degrees: &f64| degrees.is_finite())
}

/// What the form holds.
#[derive(Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct ReportContent {
    /// What kind of matter.
    pub(crate) category: Option<CategoryCode>,
    /// Where.
    pub(crate) place: Place,
    /// Which known place.
    pub(crate) site: Option<SiteId>,
    /// On which patrol.
    pub(crate) patrol: Option<PatrolId>,
    /// What was seen.
    pub(crate) words: String,
    /// How bad.
    pub(crate) severity: Severity,
    /// Whether it was put right on the spot.
    pub(crate) solved: bool,
    /// What was done about it.
    pub(crate) done: String,
    /// Which unit of the county it is a complaint about.
    pub(crate) about_unit: Option<UnitCode>,
}

impl ReportContent {
    /// Whether the person did anything here; a position that the phone found by itself is nothing yet.
    pub(crate) fn is_begun(&self) -> bool {
        let mut own = self.clone();
        own.place.fix = None;
        // A patrol's button fills in where it is; that is nothing yet either.
        if own.patrol.take().is_some() {
            own.site = None;
        }
        own != ReportContent::default()
    }

    /// The ask this becomes. A category that was not chosen is one that no rulebook knows.
    pub(crate) fn ask(&self, photos: Vec<Photo>, book: Option<&Book>) -> Ask {
        let category = self.category.clone().unwrap_or_else(|| CategoryCode(String::new()));
        let division =
            book.zip(self.place.point()).and_then(|(book, point)| book.rulebook.division_at(point).map(|found| found.code.clone()));
        let allowed = book.and_then(|book| book.rulebook.category(&category)).is_some_and(|category| category.on_spot);
        let solved = (self.solved && allowed).then(|| SolvedOnSpot { done: self.done.trim().to_owned(), finding: Finding::Substantiated });
        let photos = photos.into_iter().filter(|photo| solved.is_some() || photo.purpose != huiyin_domain::photo::Purpose::After).collect();
        Ask::Submit(Submit {
            report: Report {
                category,
                place: self.place.whereabouts(),
                division,
                site: self.site,
                words: self.words.trim().to_owned(),
                severity: self.severity,
                patrol: self.patrol,
            },
            photos,
            solved,
            on_behalf: None,
            origin: None,
            about_unit: self.about_unit.clone(),
        })
    }
}
