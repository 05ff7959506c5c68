//! Papers: what each is called, what their fields are called, and facts in words.

use crate::locales::{Language, Words, dates};
use huiyin_domain::{
    document::{DocumentKind, FieldName, Flaw, FlawKind, Value},
    rulebook::Rulebook,
};

impl Words for DocumentKind {
    fn words(self, language: Language) -> &'static str {
        match self {
            DocumentKind::RectificationOrder => language.pick("责令限期整改通知书", "Order to rectify"),
            DocumentKind::SiteInspection => language.pick("现场检查记录", "Record of an inspection"),
            DocumentKind::ProofOfService => language.pick("送达回证", "Proof of service"),
        }
    }
}

impl Words for FieldName {
    fn words(self, language: Language) -> &'static str {
        match self {
            FieldName::County => language.pick("县名", "County"),
            FieldName::Unit => language.pick("责任单位", "Unit in charge"),
            FieldName::CaseNumber => language.pick("案件编号", "Case number"),
            FieldName::Category => language.pick("问题类别", "Kind of matter"),
            FieldName::ResponsibleParty => language.pick("责任主体", "Responsible party"),
            FieldName::Site => language.pick("场所", "Inspected place"),
            FieldName::Place => language.pick("地点", "Place"),
            FieldName::Coordinates => language.pick("坐标", "Coordinates"),
            FieldName::SeenOn => language.pick("发现日期", "Day it was first seen"),
            FieldName::VisitedAt => language.pick("检查时间", "Time of the visit"),
            FieldName::Visitors => language.pick("在场人员", "People present"),
            FieldName::Found => language.pick("现场情况", "What was found"),
            FieldName::Finding => language.pick("核实结论", "Finding"),
            FieldName::Photos => language.pick("现场照片", "Photos"),
            FieldName::Inspector => language.pick("检查人员", "Inspector"),
            FieldName::InspectorCertificate => language.pick("检查人员执法证号", "The inspector's certificate"),
            FieldName::LegalBasis => language.pick("法律依据", "Legal basis"),
            FieldName::Measures => language.pick("整改要求", "What must be done"),
            FieldName::OrderedOn => language.pick("责令日期", "Day of the order"),
            FieldName::DueOn => language.pick("整改期限", "Last day for it"),
            FieldName::AcceptanceUnit => language.pick("验收单位", "Unit that accepts it as done"),
            FieldName::DocumentNumber => language.pick("文号", "Document number"),
            FieldName::Issuer => language.pick("责令承办人", "Officer of the order"),
            FieldName::IssuerCertificate => language.pick("责令承办人执法证号", "The officer's certificate"),
        }
    }
}

/// What is wrong with a template, with its place.
#[must_use]
pub fn paper_flaw(flaw: &Flaw, language: Language) -> String {
    let text = if flaw.english { language.pick("英文", "the English text") } else { language.pick("中文", "the Chinese text") };
    let what = match &flaw.what {
        FlawKind::UnknownField { name } => language.pick(format!("没有叫“{name}”的字段"), format!("there is no field “{name}”")),
        FlawKind::LoneBrace => language.pick("花括号没有成对".to_owned(), "a brace has no partner".to_owned()),
        FlawKind::RowWithoutContent => language.pick("表格行缺少内容".to_owned(), "a row of a table has no content".to_owned()),
        FlawKind::Empty => language.pick("没有内容".to_owned(), "there is nothing in it".to_owned()),
    };
    let (line, column) = (flaw.line, flaw.column);
    language.pick(format!("{text}第 {line} 行第 {column} 字：{what}"), format!("{text}, line {line}, character {column}: {what}"))
}

/// Facts in words, one after the other.
#[must_use]
pub fn facts(values: &[Value], book: &Rulebook, language: Language) -> String {
    let words: Vec<String> = values.iter().map(|value| fact(value, book, language)).collect();
    words.join(language.pick("、", ", "))
}

fn fact(value: &Value, book: &Rulebook, language: Language) -> String {
    match value {
        Value::Words(words) => words.clone(),
        Value::Day(day) => dates::day_and_year(*day, language),
        Value::Moment(at) => dates::moment_and_year(*at, language),
        Value::County => language.pick(&book.county.name, &book.county.name_en).clone(),
        Value::Unit(code) => book.unit(code).map_or_else(|| code.to_string(), |unit| language.pick(&unit.name, &unit.name_en).clone()),
        Value::Division(code) => {
            let division = book.division(code);
            division.map_or_else(|| code.to_string(), |division| language.pick(&division.name, &division.name_en).clone())
        }
        Value::Category(code) => {
            let category = book.category(code);
            category.map_or_else(|| code.to_string(), |category| language.pick(&category.name, &category.name_en).clone())
        }
        Value::Finding(finding) => finding.words(language).to_owned(),
        Value::Point(point) => language.pick(
            format!("北纬 {:.5}°，东经 {:.5}°", point.lat_deg, point.lon_deg),
            format!("{:.5}° N, {:.5}° E", point.lat_deg, point.lon_deg),
        ),
        Value::Count(count) => count.to_string(),
    }
}
