//! Every word that the rules need exists in both languages, and is in the language it says.
#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "samples are right or the test is wrong")]

use huiyin_app::locales::{
    Language::{En, Zh},
    Words, rules,
};
use huiyin_domain::{
    case::{Clock, DeclineReason, Finding, ResultCode, State, SuspendReason, VerbName},
    moment::Moment,
    people::Role,
    photo::Purpose,
    publication::PublicStepKind,
    refusal::{Code, Unmet},
    report::Severity,
    rulebook::{ClockClass, Risk, Theme, ZoneKind},
    site::SiteKind,
    sync::message::{HeldReason, Why},
};

fn is_chinese(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c) || ('\u{3000}'..='\u{303f}').contains(&c) || ('\u{ff00}'..='\u{ffef}').contains(&c)
}

fn check(zh: &str, en: &str) {
    assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "empty: {zh:?} {en:?}");
    assert_ne!(zh, en);
    assert!(zh.chars().any(is_chinese), "not 中文: {zh}");
    assert!(!en.chars().any(is_chinese), "not English: {en}");
    assert!(!en.contains("  ") && !en.contains(".."), "badly put: {en}");
}

fn check_all<T: Words>(all: impl IntoIterator<Item = T>) {
    let mut seen = Vec::new();
    for one in all {
        check(one.words(Zh), one.words(En));
        assert!(!seen.contains(&one.words(Zh)), "said twice: {}", one.words(Zh));
        seen.push(one.words(Zh));
    }
}

#[test]
fn states_verbs_and_roles_are_said_in_both_languages() {
    check_all(State::ALL);
    check_all(VerbName::ALL);
    check_all(Role::ALL);
    for state in State::ALL {
        check(rules::state_for_reporter(state, true, Zh), rules::state_for_reporter(state, true, En));
    }
    for verb in VerbName::ALL {
        check(rules::button(verb, Zh), rules::button(verb, En));
        check(rules::done(verb, Zh), rules::done(verb, En));
        assert!(!rules::button(verb, Zh).contains("确定"));
    }
}

#[test]
fn outcomes_are_said_in_both_languages() {
    check_all([Finding::Substantiated, Finding::Partly, Finding::Unsubstantiated, Finding::NotApplicable]);
    check_all([
        ResultCode::Rectified,
        ResultCode::RectifiedOnSpot,
        ResultCode::PunishedAndRectified,
        ResultCode::ShutDownOrDemolished,
        ResultCode::Unsubstantiated,
        ResultCode::PartlyTrueHandled,
        ResultCode::Explained,
        ResultCode::CannotSolveNow,
        ResultCode::WithdrawnByReporter,
    ]);
    check_all([
        DeclineReason::NotOurMatter,
        DeclineReason::OtherProcedure,
        DeclineReason::TooVague,
        DeclineReason::OutsideCounty,
        DeclineReason::AlreadyAnswered,
    ]);
    check_all([SuspendReason::Appraisal, SuspendReason::OtherProcedure, SuspendReason::ForceMajeure, SuspendReason::Season]);
    check_all([HeldReason::UnknownKind, HeldReason::Revoked, HeldReason::RulebookTooOld]);
    check_all([
        PublicStepKind::Reported,
        PublicStepKind::Accepted,
        PublicStepKind::Assigned,
        PublicStepKind::Verified,
        PublicStepKind::Rectified,
        PublicStepKind::Rechecked,
        PublicStepKind::Replied,
        PublicStepKind::Closed,
        PublicStepKind::Reopened,
    ]);
}

#[test]
fn what_a_matter_is_about_is_said_in_both_languages() {
    check_all([Theme::Sky, Theme::Water, Theme::Land]);
    check_all([Severity::Ordinary, Severity::Serious, Severity::Urgent]);
    check_all([Risk::Low, Risk::Medium, Risk::High, Risk::Critical]);
    check_all([ClockClass::Emergency, ClockClass::Simple, ClockClass::General, ClockClass::Complex, ClockClass::PetitionLike]);
    check_all([Purpose::Before, Purpose::After, Purpose::Recheck, Purpose::Scene]);
    check_all([Why::Reported, Why::Handling, Why::Rechecking]);
    check_all(Clock::ALL);
    check_all([
        SiteKind::Enterprise,
        SiteKind::ConstructionSite,
        SiteKind::BuildingMaterialPlant,
        SiteKind::StockpileYard,
        SiteKind::PigFarm,
        SiteKind::SewageFacility,
        SiteKind::Quarry,
        SiteKind::SandReach,
        SiteKind::WasteCollectionPoint,
        SiteKind::WasteTransferStation,
        SiteKind::ForestPlot,
        SiteKind::WaterSection,
        SiteKind::Outfall,
        SiteKind::SmallBoiler,
        SiteKind::FormerFifteenSmall,
    ]);
    check_all([
        ZoneKind::WaterSourceLevel1,
        ZoneKind::WaterSourceLevel2,
        ZoneKind::NoBreeding,
        ZoneKind::RestrictedBreeding,
        ZoneKind::NoSandMining,
        ZoneKind::NoBurning,
        ZoneKind::EcologicalRedline,
    ]);
}

fn codes() -> Vec<Code> {
    let latest = Moment::from_unix_ms(1_795_000_000_000).unwrap();
    vec![
        Code::NoSuchCase,
        Code::NotAllowed,
        Code::WrongState { state: State::Closed },
        Code::AlreadyExists,
        Code::Missing,
        Code::TooShort { min: 5 },
        Code::TooLong { max: 5000 },
        Code::UnknownCategory,
        Code::UnknownDivision,
        Code::UnknownUnit,
        Code::UnknownPerson,
        Code::NotInUnit,
        Code::ImpossiblePlace,
        Code::OutsideCounty,
        Code::ImpossibleTime { latest },
        Code::DayOutOfRange,
        Code::NumberOutOfRange { min: 1, max: 3 },
        Code::PhotosMissing { min: 2 },
        Code::BeforePhotoMissing,
        Code::AfterPhotoMissing,
        Code::PhotoTooEarly,
        Code::PhotoTooFar { distance_m: 812, max_m: 200 },
        Code::PositionMissing,
        Code::NotOnSpot,
        Code::UnitNeedsReason,
        Code::SimilarNotJudged,
        Code::TooLate,
        Code::ReturnedTwice,
        Code::SamePerson,
        Code::NotVerified,
        Code::CertificateNeeded,
        Code::SecondOfficerNeeded,
        Code::FindingAndResultDisagree,
        Code::EvidenceMissing,
        Code::PhotoNotArrived,
        Code::RecheckMissing,
        Code::CloserNotIndependent,
        Code::ReplyMissing { reports: 1 },
        Code::ReplyMissing { reports: 3 },
        Code::CoUnitOpen,
        Code::DisposalMissing,
        Code::PublicationUndecided,
        Code::TriesMissing,
        Code::PersonalData,
        Code::ExtensionNotAsked,
        Code::ExtensionTooLong { left: 7 },
        Code::AlreadyAsked,
        Code::MergeCircle,
        Code::MasterTooOld,
        Code::NothingWaiting,
        Code::RedactorIsReviewer,
        Code::RecordDiffers,
        Code::NamedReport,
        Code::NoSuchMilestone,
        Code::ReporterOnly,
    ]
}

#[test]
fn every_refusal_says_what_is_unmet_and_how_to_meet_it() {
    let mut seen = Vec::new();
    for code in codes() {
        let unmet = Unmet { code, field: None };
        let (zh, en) = (rules::unmet(&unmet, Zh), rules::unmet(&unmet, En));
        check(&zh.what, &en.what);
        check(&zh.how, &en.how);
        for part in [&zh.what, &zh.how, &en.what, &en.how] {
            assert!(!part.ends_with(['。', '.']), "the sentence adds its own stop: {part}");
        }
        assert!(!en.sentence(En).to_lowercase().contains("please"));
        assert!(!seen.contains(&zh.what), "said twice: {}", zh.what);
        seen.push(zh.what);
    }
}

#[test]
fn numbers_of_a_refusal_are_filled_in() {
    let far = Unmet { code: Code::PhotoTooFar { distance_m: 812, max_m: 200 }, field: Some("photos[1]".to_owned()) };
    assert_eq!(rules::unmet(&far, Zh).sentence(Zh), "照片：照片是在 812 米外拍的。走到 200 米以内重拍，或写明原因。");
    assert_eq!(rules::unmet(&far, En).sentence(En), "Photos: The photo was taken 812 m away. Take it within 200 m, or give a reason.");
    let one = Unmet { code: Code::ReplyMissing { reports: 1 }, field: None };
    assert_eq!(rules::unmet(&one, En).what, "1 reporter has had no reply");
}

#[test]
fn fields_are_found_by_their_path() {
    for (path, name) in
        [("report.words", "文字说明"), ("photos[2].taken_at", "照片"), ("report.place", "位置"), ("co_units[0].unit", "单位")]
    {
        assert_eq!(rules::field(path, Zh), Some(name), "{path}");
        assert!(rules::field(path, En).is_some_and(|name| !name.chars().any(is_chinese)), "{path}");
    }
    assert_eq!(rules::field("something.new", Zh), None);
}
