//! Every word that the rules need exists in both languages, and is in the language it says.
#![cfg(feature = "ssr")]
#![expect(clippy::unwrap_used, reason = "samples are right or the test is wrong")]

use huiyin_app::{
    backend::{Fault, ImportKind, ImportStage, RowEnd},
    locales::{
        Language::{En, Zh},
        Words, rules,
    },
};
use huiyin_domain::{
    case::{Clock, DeclineReason, Finding, ResultCode, Source, State, SuspendReason, VerbName},
    document::{self, DocumentKind, FieldName, FlawKind},
    moment::Moment,
    notice::{About, Kind, Topic},
    patrol::{PatrolKind, PatrolState},
    people::Role,
    photo::Purpose,
    publication::PublicStepKind,
    refusal::{Code, Unmet},
    report::Severity,
    rulebook::{ClockClass, Ending, Flaw, FlawCode, RecheckRule, Risk, Theme, UnitKind, ZoneKind, file::Section},
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
    check_all(PatrolKind::ALL);
    check_all(PatrolState::ALL);
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
fn imports_are_said_in_both_languages() {
    check_all(ImportKind::ALL);
    for kind in ImportKind::ALL {
        check_all(kind.fields().iter().copied());
        assert!(kind.fields().iter().any(|field| kind.needs(*field)));
    }
    check_all([ImportStage::Columns, ImportStage::Checked, ImportStage::Running, ImportStage::Done, ImportStage::Stopped]);
    check_all([RowEnd::Taken, RowEnd::Known, RowEnd::Refused]);
    check_all([Source::Hotline, Source::Ledger]);
    let faults = [
        Fault::Missing,
        Fault::TooShort { min: 5 },
        Fault::TooLong { max: 64 },
        Fault::NotADate,
        Fault::ImpossibleDate,
        Fault::NotDegrees,
        Fault::HalfAPlace,
        Fault::OutsideCounty,
        Fault::UnknownCategory,
        Fault::UnknownDivision,
        Fault::UnknownSiteKind,
        Fault::Closed,
        Fault::Twice { row: 7 },
        Fault::Changed,
        Fault::BadSignInName,
        Fault::SignInNameTaken,
        Fault::SignInNameTwice { row: 7 },
        Fault::UnknownRole,
        Fault::RoleNotYours,
        Fault::NoScope,
        Fault::UnknownScope,
        Fault::WrongScope,
        Fault::UnknownUnit,
        Fault::NoUnit,
        Fault::UnitNotYours,
        Fault::Rule { code: Code::NotAllowed },
    ];
    for fault in faults {
        let (zh, en) = (fault.said(Zh), fault.said(En));
        check(&zh.what, &en.what);
        check(&zh.how, &en.how);
    }
}

#[test]
fn outcomes_are_said_in_both_languages() {
    check_all([Finding::Substantiated, Finding::Partly, Finding::Unsubstantiated, Finding::NotApplicable]);
    check_all(ResultCode::ALL);
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
        Code::NoSuchPatrol,
        Code::PatrolOver,
        Code::UnknownSite,
        Code::NotTheirArea,
        Code::AboutTheirUnit,
        Code::AboutAnotherUnit,
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

/// The stable name of a code, as JSON has it.
fn code_name(code: &Code) -> String {
    match serde_json::to_value(code).unwrap() {
        serde_json::Value::String(name) => name,
        other => other.as_object().unwrap().keys().next().unwrap().clone(),
    }
}

/// Every refusal with its words and the way to meet it, for whoever answers the telephone.
#[test]
fn the_catalogue_of_refusals_is_up_to_date() {
    let mut out = String::from(
        "# Refusals\n\nEvery code that a refusal may name, what it says, and how it is met. A refusal names every rule that is not met at once.\n\
         Numbers stand for those of the case. Made from the words that screens use; do not edit. To make it anew:\n\n\
         ```sh\nUPDATE_DOCS=1 cargo test --release -p huiyin-app --features ssr --test words\n```\n\n\
         | Code | 说了什么 | 怎么办 | What it says | How it is met |\n|---|---|---|---|---|\n",
    );
    let mut named = std::collections::BTreeSet::new();
    for code in codes() {
        let name = code_name(&code);
        if !named.insert(name.clone()) {
            continue;
        }
        let unmet = Unmet { code, field: None };
        let (zh, en) = (rules::unmet(&unmet, Zh), rules::unmet(&unmet, En));
        out.push_str(&format!("| `{name}` | {} | {} | {} | {} |\n", zh.what, zh.how, en.what, en.how));
    }
    let source = include_str!("../../domain/src/refusal.rs");
    let declared = source.split_once("pub enum Code").unwrap().1.split_once("\n}\n").unwrap().0;
    let declared =
        declared.lines().filter(|line| line.strip_prefix("    ").is_some_and(|rest| rest.starts_with(char::is_uppercase))).count();
    assert_eq!(named.len(), declared, "a code is missing in `codes`");
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/refusals.md");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &out).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(stored == out, "docs/refusals.md is out of date; its first lines say how it is made");
}

/// Every flaw of a rulebook, one of each.
fn flaws() -> Vec<FlawCode> {
    vec![
        FlawCode::WrongShape { what: "expected u16".to_owned() },
        FlawCode::UnknownField,
        FlawCode::WrongFormat,
        FlawCode::OtherCounty,
        FlawCode::Missing,
        FlawCode::Duplicate,
        FlawCode::MustStay { code: "C01".to_owned() },
        FlawCode::UnknownUnit,
        FlawCode::UnknownCategory,
        FlawCode::UnknownDivision,
        FlawCode::NobodyLeads { division: "359921100".parse().unwrap() },
        FlawCode::OutOfRange { min: 1, max: 366 },
        FlawCode::DayTwice { day: time::macros::date!(2027 - 10 - 01), contradicts: true },
        FlawCode::DayTwice { day: time::macros::date!(2027 - 10 - 01), contradicts: false },
        FlawCode::DayOutside,
        FlawCode::PeriodReversed,
        FlawCode::UnknownTemplateField { field: "nmae".to_owned() },
        FlawCode::Paper {
            flaw: document::Flaw { english: false, line: 3, column: 14, what: FlawKind::UnknownField { name: "fuond".to_owned() } },
        },
        FlawCode::NotClosed,
        FlawCode::OutsideCounty,
        FlawCode::NoPeople,
    ]
}

#[test]
fn every_flaw_of_a_rulebook_is_said_in_both_languages() {
    let mut seen = Vec::new();
    for code in flaws() {
        let flaw = Flaw { path: "categories[3].lead_unit".to_owned(), code };
        let (zh, en) = (rules::flaw(&flaw, Zh), rules::flaw(&flaw, En));
        check(&zh, &en);
        assert!(zh.ends_with('。') && en.ends_with('.'), "{zh} {en}");
        assert!(!seen.contains(&zh), "said twice: {zh}");
        seen.push(zh);
    }
    let source = include_str!("../../domain/src/rulebook/check.rs");
    let declared = source.split_once("pub enum FlawCode").unwrap().1.split_once("\n}\n").unwrap().0;
    let declared =
        declared.lines().filter(|line| line.strip_prefix("    ").is_some_and(|rest| rest.starts_with(char::is_uppercase))).count();
    assert_eq!(seen.len(), declared + 1, "a flaw is missing in `flaws`");
    check_all(Section::ALL);
    check_all([RecheckRule::Always, RecheckRule::OnDemand]);
    check_all(Ending::all());
    check_all([UnitKind::Department, UnitKind::Township, UnitKind::Contractor]);
}

#[test]
fn a_flaw_is_found_by_its_place() {
    for (path, zh, en) in [
        ("categories[3].lead_unit", "类别 第 4 项 · 责任单位", "Categories, item 4 · Unit that leads"),
        ("clocks.by_class.simple_wd", "期限与数值 · 办结 B 简单：工作日", "Deadlines and numbers · Close, B simple: working days"),
        (
            "calendar[1].days[2]",
            "工作日历 第 2 项 · 放假和调休（第 3 个）",
            "Working-day calendar, item 2 · Rest days and make-up workdays (3)",
        ),
        ("units", "单位", "Units"),
        ("", "整个文件", "The whole file"),
        ("categoryes", "categoryes", "categoryes"),
    ] {
        assert_eq!((rules::flaw_place(path, Zh).as_str(), rules::flaw_place(path, En).as_str()), (zh, en));
    }
}

#[test]
fn papers_and_what_is_wrong_with_their_templates_are_said_in_both_languages() {
    check_all(DocumentKind::ALL);
    check_all(FieldName::ALL);
    for what in [FlawKind::UnknownField { name: "x".to_owned() }, FlawKind::LoneBrace, FlawKind::RowWithoutContent, FlawKind::Empty] {
        let flaw = document::Flaw { english: false, line: 3, column: 14, what };
        let (zh, en) = (rules::paper_flaw(&flaw, Zh), rules::paper_flaw(&flaw, En));
        check(&zh, &en);
        assert!(zh.contains("第 3 行第 14 字") && en.contains("line 3, character 14"), "{zh} {en}");
    }
}

#[test]
fn notices_are_said_in_both_languages_and_hold_no_more_than_number_step_and_date() {
    check_all(Topic::ALL);
    let mut seen = Vec::new();
    for kind in Kind::ALL {
        let due_at = Some(Moment::from_unix_ms(1_780_000_000_000).unwrap());
        let about = About { kind, number: Some("CX26-0379".to_owned()), clock: Some(Clock::Handling), due_at, level: Some(2) };
        let (zh, en) = (rules::notice_text(&about, Zh), rules::notice_text(&about, En));
        check(&zh, &en);
        assert!(zh.starts_with("【回音】CX26-0379 ") && zh.contains("期限"), "{zh}");
        assert!(en.starts_with("[Huiyin] CX26-0379: ") && en.contains("; due "), "{en}");
        assert!(!seen.contains(&zh), "said twice: {zh}");
        // One short message holds 70 characters, with the address of the case beside it in a second one.
        assert!(zh.chars().count() <= 60, "too long for a message: {zh}");
        assert_eq!(rules::notice_path(&about), "/desk/cases/CX26-0379");
        let bare = About { number: None, clock: None, due_at: None, level: None, ..about };
        check(&rules::notice_text(&bare, Zh), &rules::notice_text(&bare, En));
        seen.push(zh);
    }
}
