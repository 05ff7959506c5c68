//! What may be chosen in a field that is not typed, each code with its words.

use super::{Codes, Kind};
use crate::{
    backend::SectionChoices,
    desk::codes::code_of,
    locales::{Language, Words},
};
use huiyin_domain::{
    document::DocumentKind,
    report::Severity,
    rulebook::{ClockClass, Ending, RecheckRule, Risk, Theme, UnitKind, ZoneKind},
};

impl Codes {
    /// Each code with its words.
    pub(super) fn choices(self, language: Language) -> Vec<(String, String)> {
        match self {
            Codes::Theme => said(&Theme::ALL, language),
            Codes::Clock => said(
                &[ClockClass::Emergency, ClockClass::Simple, ClockClass::General, ClockClass::Complex, ClockClass::PetitionLike],
                language,
            ),
            Codes::Risk => said(&[Risk::Low, Risk::Medium, Risk::High, Risk::Critical], language),
            Codes::Recheck => said(&[RecheckRule::Always, RecheckRule::OnDemand], language),
            Codes::UnitKind => said(&[UnitKind::Department, UnitKind::Township, UnitKind::Contractor], language),
            Codes::ZoneKind => said(
                &[
                    ZoneKind::WaterSourceLevel1,
                    ZoneKind::WaterSourceLevel2,
                    ZoneKind::NoBreeding,
                    ZoneKind::RestrictedBreeding,
                    ZoneKind::NoSandMining,
                    ZoneKind::NoBurning,
                    ZoneKind::EcologicalRedline,
                ],
                language,
            ),
            Codes::Paper => said(&DocumentKind::ALL, language),
            Codes::Ending => said(&Ending::all().collect::<Vec<_>>(), language),
            Codes::Severity => said(&[Severity::Ordinary, Severity::Serious, Severity::Urgent], language),
        }
    }
}

fn said<T: Words + serde::Serialize>(all: &[T], language: Language) -> Vec<(String, String)> {
    all.iter().map(|one| (code_of(one), one.words(language).to_owned())).collect()
}

/// What may be chosen in a field: code and words. Empty if it is typed.
pub(in crate::desk::screens::rulebook) fn choices(kind: Kind, from: &SectionChoices, language: Language) -> Vec<(String, String)> {
    let named = |list: &[(String, String, String)]| {
        list.iter().map(|(code, zh, en)| (code.clone(), format!("{} ({code})", language.pick(zh, en)))).collect()
    };
    match kind {
        Kind::One(codes) | Kind::Several(codes) => codes.choices(language),
        Kind::Unit => named(&from.units),
        Kind::Category | Kind::Categories => named(&from.categories),
        Kind::Division | Kind::Divisions => named(&from.divisions),
        _ => Vec::new(),
    }
}
