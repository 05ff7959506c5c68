//! Laws that categories rest on. The Ecological and Environmental Code took the place of ten laws on 15 August 2026,
//! so most matters have two: which one counts is decided by the date of the act.

use crate::rulebook::LegalBasis;
use time::{Date, macros::date};

/// The day the Code came into force.
const CODE_FROM: Date = date!(2026 - 08 - 15);
/// The last day of the laws that it replaced.
const REPLACED_UNTIL: Date = date!(2026 - 08 - 14);

/// A law and, from the day it replaced it, the Code.
pub(super) fn replaced(title: &str, from: Date) -> Vec<LegalBasis> {
    vec![
        LegalBasis { title: title.to_owned(), from, until: Some(REPLACED_UNTIL) },
        LegalBasis { title: "《中华人民共和国生态环境法典》".to_owned(), from: CODE_FROM, until: None },
    ]
}

/// A law that still holds.
pub(super) fn standing(title: &str, from: Date) -> Vec<LegalBasis> {
    vec![LegalBasis { title: title.to_owned(), from, until: None }]
}

/// Water pollution.
pub(super) fn water() -> Vec<LegalBasis> {
    replaced("《中华人民共和国水污染防治法》", date!(2018 - 01 - 01))
}

/// Air pollution.
pub(super) fn air() -> Vec<LegalBasis> {
    replaced("《中华人民共和国大气污染防治法》", date!(2018 - 10 - 26))
}

/// Solid waste.
pub(super) fn waste() -> Vec<LegalBasis> {
    replaced("《中华人民共和国固体废物污染环境防治法》", date!(2020 - 09 - 01))
}

/// Noise.
pub(super) fn noise() -> Vec<LegalBasis> {
    replaced("《中华人民共和国噪声污染防治法》", date!(2022 - 06 - 05))
}

/// Environmental impact assessment.
pub(super) fn assessment() -> Vec<LegalBasis> {
    replaced("《中华人民共和国环境影响评价法》", date!(2018 - 12 - 29))
}

/// Livestock farming.
pub(super) fn livestock() -> Vec<LegalBasis> {
    standing("《畜禽规模养殖污染防治条例》", date!(2014 - 01 - 01))
}
