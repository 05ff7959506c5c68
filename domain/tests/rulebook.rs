//! The rulebook as a file: it goes out and comes back the same, and every flaw of it is named.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use huiyin_domain::{
    case::ResultCode,
    document::{self, DocumentKind, FlawKind},
    people::UnitCode,
    report::Severity,
    rulebook::{
        CategoryCode, ChangeKind, Ending, Flaw, FlawCode, ReplyTemplate, Rulebook, changes,
        file::{self, Section, Sections, assemble, sections},
        seed,
    },
    site::SiteKind,
};
use proptest::{prop_assert, prop_assert_eq, proptest};
use serde_json::{Value, json};
use std::sync::LazyLock;
use time::macros::date;

static BOOK: LazyLock<Rulebook> = LazyLock::new(|| {
    seed::rulebook(include_str!("../../server/seed/county.geojson"), include_str!("../../server/seed/calendar.csv")).unwrap()
});

fn flaws(change: impl FnOnce(&mut Sections)) -> Vec<(String, FlawCode)> {
    let mut parts = sections(&BOOK);
    change(&mut parts);
    assemble(&BOOK, &parts, 2).1.into_iter().map(|Flaw { path, code }| (path, code)).collect()
}

fn set(parts: &mut Sections, section: Section, pointer: &str, to: Value) {
    *parts.get_mut(&section).unwrap().pointer_mut(pointer).unwrap() = to;
}

fn found(path: &str, code: FlawCode) -> (String, FlawCode) {
    (path.to_owned(), code)
}

#[test]
fn what_a_county_starts_with_has_no_flaw_and_comes_back_the_same() {
    assert_eq!(BOOK.check(), []);
    let (book, flaws) = assemble(&BOOK, &sections(&BOOK), BOOK.version);
    assert_eq!(flaws, []);
    assert_eq!(book.unwrap(), *BOOK);
    let text = file::file(&BOOK, &sections(&BOOK)).to_string();
    assert_eq!(
        file::read(&text, &BOOK, &Sections::from_iter(Section::ALL.map(|section| (section, Value::Null)))).unwrap(),
        sections(&BOOK)
    );
    assert_eq!(changes(&sections(&BOOK), &sections(&BOOK)), []);
}

#[test]
fn every_flaw_is_named_with_its_place() {
    use FlawCode::{
        DayOutside, DayTwice, Duplicate, Missing, NobodyLeads, NotClosed, OutOfRange, OutsideCounty, PeriodReversed, UnknownCategory,
        UnknownDivision, UnknownTemplateField, UnknownUnit,
    };
    let one = |section, pointer: &'static str, to: Value| flaws(|parts| set(parts, section, pointer, to));
    assert_eq!(one(Section::Categories, "/0/lead_unit", json!("nobody")), [found("categories[0].lead_unit", UnknownUnit)]);
    assert_eq!(one(Section::Categories, "/0/name", json!(" ")), [found("categories[0].name", Missing)]);
    assert_eq!(
        one(Section::Clocks, "/by_class/simple_wd", json!(0)),
        [found("clocks.by_class.simple_wd", OutOfRange { min: 1, max: 366 })]
    );
    assert_eq!(one(Section::Clocks, "/dispatch_h", json!(9999)), [found("clocks.dispatch_h", OutOfRange { min: 1, max: 720 })]);
    let most = OutOfRange { min: 1, max: 366 };
    assert_eq!(one(Section::Visits, "/quarry", json!(0)), [found("visits.quarry", most.clone())]);
    assert_eq!(one(Section::Visits, "/pig_farm", json!(367)), [found("visits.pig_farm", most)]);
    assert_eq!(one(Section::Legal, "/0/from", json!("2027-01-01")), [found("legal[0]", PeriodReversed)]);
    assert_eq!(one(Section::Legal, "/0/categories/0", json!("C77")), [found("legal[0].categories[0]", UnknownCategory)]);
    assert_eq!(
        one(Section::Templates, "/0/text", json!("{nmae}您好{")),
        [
            found("templates[0].text", UnknownTemplateField { field: "nmae".to_owned() }),
            found("templates[0].text", UnknownTemplateField { field: String::new() }),
        ]
    );
    assert_eq!(one(Section::Zones, "/0/boundary/0", json!({ "lat_deg": 26.0, "lon_deg": 118.0 })), [found("zones[0].boundary", NotClosed)]);
    assert_eq!(
        one(Section::Zones, "/1/boundary/1", json!({ "lat_deg": 31.2, "lon_deg": 121.5 })),
        [found("zones[1].boundary[1]", OutsideCounty)]
    );
    assert_eq!(one(Section::Units, "/1/division", json!("359922")), [found("units[1].division", UnknownDivision)]);
    let grid = json!([{ "code": "G1", "name": "一网格", "divisions": ["359921100", "359921100999"] }]);
    assert_eq!(one(Section::Grids, "", grid), [found("grids[0].divisions[1]", UnknownDivision)]);
    let route = json!([{ "category": "C01", "unit": "x" }, { "category": "C77", "unit": "ecology", "area": "359921999" }, { "category": "C01", "unit": "ecology" }]);
    assert_eq!(
        one(Section::Routing, "", route),
        [
            found("routing[2].category", Duplicate),
            found("routing[0].unit", UnknownUnit),
            found("routing[1].category", UnknownCategory),
            found("routing[1].area", UnknownDivision),
        ]
    );
    let years = json!([
        { "year": 2027, "source": "", "days": [
            { "from": "2027-10-01", "to": "2027-10-07", "works": false, "name": "国庆节" },
            { "from": "2027-10-07", "to": "2027-10-07", "works": true, "name": "国庆节" },
            { "from": "2028-01-01", "to": "2028-01-01", "works": false, "name": "元旦" },
            { "from": "2027-05-05", "to": "2027-05-01", "works": false, "name": "劳动节" },
        ] },
        { "year": 2027, "source": "又一次" },
    ]);
    assert_eq!(
        one(Section::Calendar, "", years),
        [
            found("calendar[0].source", Missing),
            found("calendar[0].days[1]", DayTwice { day: date!(2027 - 10 - 07), contradicts: true }),
            found("calendar[0].days[2]", DayOutside),
            found("calendar[0].days[3]", PeriodReversed),
            found("calendar[1].year", Duplicate),
        ]
    );
    let twice = flaws(|parts| {
        let list = parts.get_mut(&Section::Categories).unwrap().as_array_mut().unwrap();
        list.push(list[0].clone());
    });
    assert_eq!(twice, [found("categories[19].code", Duplicate)]);
    let gone = flaws(|parts| {
        parts.get_mut(&Section::Units).unwrap().as_array_mut().unwrap().retain(|unit| unit["code"] != "t-359921100");
    });
    let township = "359921100".parse().unwrap();
    assert!(gone.contains(&found("categories[5].lead_unit", NobodyLeads { division: township })), "{gone:?}");
    assert!(gone.contains(&found("units", FlawCode::MustStay { code: "t-359921100".to_owned() })), "{gone:?}");
}

#[test]
fn a_unit_without_people_is_a_warning() {
    let flaws = BOOK.unstaffed(|unit| unit.0 != "water");
    let index = BOOK.units.iter().position(|unit| unit.code.0 == "water").unwrap();
    assert_eq!(flaws, [Flaw { path: format!("units[{index}]"), code: FlawCode::NoPeople }]);
    assert!(flaws[0].is_warning());
}

#[test]
fn what_cannot_be_read_is_named_one_by_one() {
    let wrong = flaws(|parts| {
        set(parts, Section::Categories, "/2/risk", json!("huge"));
        set(parts, Section::Categories, "/4/min_photos", json!("two"));
        set(parts, Section::Clocks, "/dispatch_h", json!("soon"));
        set(parts, Section::Clocks, "/by_class/general_d", json!(-3));
        set(parts, Section::Visits, "/outfall", json!("often"));
        set(parts, Section::Visits, "/quarry", json!(-1));
        set(parts, Section::Calendar, "/0/days/1/from", json!("2025-02-30"));
        parts.insert(Section::Zones, json!("none"));
    });
    let paths: Vec<&str> = wrong.iter().map(|(path, _)| path.as_str()).collect();
    let all = [
        "categories[2].risk",
        "categories[4].min_photos",
        "clocks.dispatch_h",
        "clocks.by_class.general_d",
        "visits.outfall",
        "visits.quarry",
        "zones",
        "calendar[0].days[1].from",
    ];
    for path in all {
        assert!(paths.contains(&path), "{path} in {paths:?}");
    }
    assert_eq!(paths.len(), all.len(), "{wrong:?}");
    assert!(wrong.iter().all(|(_, code)| matches!(code, FlawCode::WrongShape { .. })));
    assert!(assemble(&BOOK, &Sections::new(), 2).0.is_none());
}

#[test]
fn what_nobody_knows_is_not_passed_over() {
    let wrong = flaws(|parts| {
        parts.get_mut(&Section::Categories).unwrap()[0]["deadline"] = json!(3);
        parts.get_mut(&Section::Clocks).unwrap()["by_class"]["simple"] = json!(3);
        parts.get_mut(&Section::Visits).unwrap()["amusement_park"] = json!(3);
        parts.get_mut(&Section::Visits).unwrap()["quarry"] = Value::Null;
        parts.get_mut(&Section::Zones).unwrap()[0]["boundary"][0]["alt"] = json!(3);
        parts.get_mut(&Section::Divisions).unwrap()[0]["boundary"] = Value::Null;
    });
    let all = ["categories[0].deadline", "clocks.by_class.simple", "visits.amusement_park", "zones[0].boundary[0].alt"];
    assert_eq!(wrong, all.map(|path| found(path, FlawCode::UnknownField)));
}

#[test]
fn a_file_says_what_it_is_and_whose() {
    let mut text = file::file(&BOOK, &sections(&BOOK));
    text["format"] = json!("huiyin-rulebook/9");
    text["county"] = json!("359922");
    text["categoryes"] = json!([]);
    text["clocks"]["sign_for_wd"] = json!(0);
    let flaws = file::read(&text.to_string(), &BOOK, &sections(&BOOK)).unwrap_err();
    let paths: Vec<&str> = flaws.iter().map(|flaw| flaw.path.as_str()).collect();
    assert_eq!(paths, ["format", "county", "categoryes", "clocks.sign_for_wd"]);
    for text in ["", "[]", "{", "\u{0}"] {
        assert_eq!(file::read(text, &BOOK, &sections(&BOOK)).unwrap_err().len(), 1, "{text}");
    }
    let part = json!({ "format": file::FORMAT, "county": "359921", "grids": [] }).to_string();
    assert_eq!(file::read(&part, &BOOK, &sections(&BOOK)).unwrap(), sections(&BOOK), "what is left out stays");
}

#[test]
fn changes_are_told_field_by_field() {
    let (before, mut after) = (sections(&BOOK), sections(&BOOK));
    set(&mut after, Section::Clocks, "/by_class/simple_wd", json!(3));
    set(&mut after, Section::Visits, "/quarry", json!(45));
    after.get_mut(&Section::Visits).unwrap().as_object_mut().unwrap().remove("outfall");
    set(&mut after, Section::Categories, "/0/risk", json!("medium"));
    let list = after.get_mut(&Section::Units).unwrap().as_array_mut().unwrap();
    let gone = list.remove(0);
    list.push(json!({ "code": "new", "name": "新", "name_en": "New", "kind": "department", "division": "359921" }));
    let told: Vec<(Section, String, usize)> = changes(&before, &after)
        .into_iter()
        .map(|change| {
            let fields = match change.kind {
                ChangeKind::Changed { fields } => fields.len(),
                ChangeKind::Added => 100,
                ChangeKind::Removed => 200,
            };
            (change.section, change.item, fields)
        })
        .collect();
    let code = |text: &str| text.to_owned();
    assert_eq!(gone["code"], "office");
    assert_eq!(
        told,
        [
            (Section::Categories, code("C01"), 1),
            (Section::Clocks, code(""), 1),
            (Section::Visits, code(""), 2),
            (Section::Units, code("office"), 200),
            (Section::Units, code("new"), 100),
        ]
    );
}

#[test]
fn a_sort_of_place_without_a_number_is_never_due() {
    let mut parts = sections(&BOOK);
    set(&mut parts, Section::Visits, "/quarry", json!(45));
    parts.get_mut(&Section::Visits).unwrap().as_object_mut().unwrap().remove("outfall");
    let (book, flaws) = assemble(&BOOK, &parts, 2);
    assert_eq!(flaws, []);
    let intervals = book.unwrap().visit_intervals;
    assert_eq!((intervals.days(SiteKind::Quarry), intervals.days(SiteKind::Outfall)), (Some(45), None));
    assert_eq!(intervals.days(SiteKind::PigFarm), BOOK.visit_intervals.days(SiteKind::PigFarm));
}

#[test]
fn the_closest_exception_leads() {
    let mut book = BOOK.clone();
    book.routes = serde_json::from_value(json!([
        { "category": "C01", "unit": "water" },
        { "category": "C01", "area": "359921100", "unit": "housing" },
        { "category": "C01", "area": "359921100", "level": "urgent", "unit": "emergency" },
        { "category": "C01", "level": "urgent", "unit": "industry" },
    ]))
    .unwrap();
    let category = book.category(&CategoryCode("C01".to_owned())).unwrap();
    let lead = |division: &str, level| book.lead_unit_at(category, &division.parse().unwrap(), level).unwrap().code.clone();
    assert_eq!(lead("359921201", Severity::Ordinary), UnitCode("water".to_owned()));
    assert_eq!(lead("359921201", Severity::Urgent), UnitCode("industry".to_owned()));
    assert_eq!(lead("359921100", Severity::Serious), UnitCode("housing".to_owned()));
    assert_eq!(lead("359921100001", Severity::Urgent), UnitCode("emergency".to_owned()));
    let other = book.category(&CategoryCode("C02".to_owned())).unwrap();
    assert_eq!(book.lead_unit(other, &"359921100".parse().unwrap()).unwrap().code.0, "ecology");
}

#[test]
fn a_reply_template_names_the_results_it_fits() {
    let fitting =
        |ending| BOOK.reply_templates(&CategoryCode("C01".to_owned()), ending).iter().map(|one| one.code.as_str()).collect::<Vec<_>>();
    assert_eq!(fitting(None), ["general"]);
    assert_eq!(fitting(Some(Ending::With(ResultCode::PunishedAndRectified))), ["rectified", "general"]);
    assert_eq!(fitting(Some(Ending::Declined)), ["declined", "general"]);
    assert_eq!(fitting(Some(Ending::With(ResultCode::Explained))), ["general"]);
    let tags: Vec<String> = Ending::all().map(|one| serde_json::to_value(one).unwrap().as_str().unwrap().to_owned()).collect();
    let wrong = flaws(|parts| set(parts, Section::Templates, "/1/results/0", json!("solved")));
    let [(path, FlawCode::WrongShape { what })] = &wrong[..] else { panic!("{wrong:?}") };
    assert_eq!(path, "templates[1].results[0]");
    assert!(what.contains("solved") && tags.iter().all(|tag| what.contains(tag.as_str())), "{what}");
    // An old edition knows no results; such a text fits them all.
    let old: ReplyTemplate = serde_json::from_value(json!({ "code": "old", "name": "旧", "text": "好" })).unwrap();
    assert_eq!(old.fit(&CategoryCode("C01".to_owned()), Some(Ending::With(ResultCode::Rectified))), Some((false, false)));
    assert!(serde_json::to_value(&old).unwrap().get("results").is_none(), "and is written as it was");
}

#[test]
fn the_wording_of_papers_is_checked_with_the_rest() {
    let unknown = |name: &str| FlawKind::UnknownField { name: name.to_owned() };
    let paper = |english, line, column, what| FlawCode::Paper { flaw: document::Flaw { english, line, column, what } };
    let wrong = flaws(|parts| {
        set(parts, Section::Papers, "/0/text", json!("# 记录\n\n{found}，{fuond}"));
        set(parts, Section::Papers, "/1/text_en", json!("To {responsible_party"));
        set(parts, Section::Papers, "/2/text", json!(" "));
    });
    assert_eq!(
        wrong,
        [
            found("papers[0].text", paper(false, 3, 9, unknown("fuond"))),
            found("papers[1].text_en", paper(true, 1, 4, FlawKind::LoneBrace)),
            found("papers[2].text", paper(false, 1, 1, FlawKind::Empty)),
        ]
    );
    let twice = flaws(|parts| {
        let list = parts.get_mut(&Section::Papers).unwrap().as_array_mut().unwrap();
        list[2]["kind"] = json!("site_inspection");
    });
    assert_eq!(twice, [found("papers[2].kind", FlawCode::Duplicate)]);
    assert!(
        matches!(&flaws(|parts| set(parts, Section::Papers, "/0/kind", json!("invoice")))[..], [(path, FlawCode::WrongShape { .. })] if path == "papers[0].kind")
    );
}

#[test]
fn a_paper_that_is_left_out_reads_as_every_county_starts_with() {
    let (mut own, mut parts) = (BOOK.clone(), sections(&BOOK));
    let kind = DocumentKind::SiteInspection;
    set(&mut parts, Section::Papers, "/0/text", json!("# 本县自己的记录"));
    own = assemble(&own, &parts, 2).0.unwrap();
    assert_eq!(own.paper(kind).text, "# 本县自己的记录");
    let mut parts = sections(&own);
    parts.get_mut(&Section::Papers).unwrap().as_array_mut().unwrap().remove(0);
    let again = assemble(&own, &parts, 3).0.unwrap();
    assert_eq!(*again.paper(kind), seed::paper(kind));
    // A county that never wrote one, and a draft from before papers stood in it, change nothing.
    let old = Rulebook { papers: Vec::new(), ..BOOK.clone() };
    assert_eq!(assemble(&old, &sections(&old), old.version).0.unwrap(), old);
    let mut before = sections(&own);
    before.remove(&Section::Papers);
    let (kept, flaws) = assemble(&own, &before, own.version);
    assert_eq!((kept.unwrap(), flaws), (own, vec![]));
}

#[test]
fn a_template_is_filled_in() {
    let filled = BOOK.templates[0].filled(|name| format!("<{name}>"));
    assert_eq!(filled, "您反映的<place><category>问题（<number>）由<unit>承办。");
}

proptest! {
    /// Whatever somebody types into a section or a file, checking it ends, and nothing is lost or taken for right by mistake.
    #[test]
    fn any_json_is_checked_without_falling_over(section in 0usize..11, pointer in ".{0,12}", text in "\\PC{0,40}", number in proptest::num::i64::ANY) {
        let section = Section::ALL[section];
        for junk in [json!(text), json!(number), json!([number]), json!([{ "code": text }]), json!({ text.clone(): pointer })] {
            let mut parts = sections(&BOOK);
            parts.insert(section, junk.clone());
            let (book, flaws) = assemble(&BOOK, &parts, 2);
            prop_assert!(!flaws.is_empty(), "{junk} is no {section:?}");
            prop_assert!(book.is_none_or(|book| book.version == 2));
        }
        prop_assert_eq!(file::read(&text, &BOOK, &sections(&BOOK)).unwrap_err().len(), 1);
    }
}
