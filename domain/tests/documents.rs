//! Papers: a template's flaws are told with their place, the seed has none, and only what a case knows stands in a paper.

use huiyin_domain::{
    document::{DocumentKind, Facts, FieldName, Flaw, FlawKind, Line, Run, Template, Value, fill, read},
    rulebook::seed,
};

fn words(text: &str) -> Run {
    Run::Words(text.to_owned())
}

fn say(values: &[Value]) -> String {
    let words = |value: &Value| if let Value::Words(words) = value { words.clone() } else { format!("{value:?}") };
    values.iter().map(words).collect::<Vec<_>>().join("+")
}

#[test]
fn every_flaw_is_told_at_once_with_its_line_and_character() {
    let text = "# 通知书 {unit}\n\n责任主体：{responsible_praty}，{unit\n| 检查时间 | {_} 至 {vistited_at}\n| 只有名称\n一个 } 多余";
    let flaws: Vec<(u32, u32, FlawKind)> = read(text).1.into_iter().map(|flaw| (flaw.line, flaw.column, flaw.what)).collect();
    let unknown = |name: &str| FlawKind::UnknownField { name: name.to_owned() };
    assert_eq!(
        flaws,
        [
            (3, 6, unknown("responsible_praty")),
            (3, 26, FlawKind::LoneBrace),
            (4, 16, unknown("vistited_at")),
            (5, 1, FlawKind::RowWithoutContent),
            (6, 4, FlawKind::LoneBrace),
        ]
    );
    assert_eq!(read(" \n\n").1[0].what, FlawKind::Empty);
    let template = Template { kind: DocumentKind::ProofOfService, text: "{nobody}".into(), text_en: "{noone}".into() };
    let flaws: Vec<(bool, u32)> = template.check().into_iter().map(|Flaw { english, line, .. }| (english, line)).collect();
    assert_eq!(flaws, [(false, 1), (true, 1)]);
}

#[test]
fn what_a_county_starts_with_has_no_flaw_and_asks_for_the_same_in_both_languages() {
    let mut asked = Vec::new();
    for template in seed::papers() {
        assert_eq!(template.check(), [], "{:?}", template.kind);
        let missing = |text: &str| {
            let mut missing = fill(&read(text).0, &Facts::new(), &say).missing;
            missing.sort();
            missing
        };
        assert_eq!(missing(&template.text), missing(&template.text_en), "{:?}", template.kind);
        asked.extend(missing(&template.text));
    }
    let never: Vec<FieldName> = FieldName::ALL.into_iter().filter(|name| !asked.contains(name)).collect();
    assert_eq!(never, [FieldName::Site], "a field that nobody asks for cannot be seen to work");
    assert!(FieldName::ALL.into_iter().all(|name| FieldName::of_code(name.code()) == Some(name)));
    for kind in DocumentKind::ALL {
        assert_eq!((DocumentKind::of_code(kind.code()), serde_json::to_value(kind).unwrap().as_str().unwrap()), (Some(kind), kind.code()));
    }
}

#[test]
fn facts_stand_in_their_place_and_the_rest_is_left_to_the_pen_and_listed_once() {
    let (lines, flaws) = read("# {unit}\n| 名称 | 甲 {found}乙\n{measures}、{measures}\n> {_}");
    assert_eq!(flaws, []);
    let mut facts = Facts::new();
    facts.insert(FieldName::Unit, vec![Value::Words("一".into()), Value::Words("二".into())]);
    facts.insert(FieldName::Found, vec![Value::Words("  ".into())]);
    let filled = fill(&lines, &facts, &say);
    assert_eq!(filled.missing, [FieldName::Found, FieldName::Measures]);
    assert_eq!(
        filled.lines,
        [
            Line::Heading(vec![words("一+二")]),
            Line::Row(vec![words("名称")], vec![words("甲 "), Run::Blank, words("乙")]),
            Line::Paragraph(vec![Run::Blank, words("、"), Run::Blank]),
            Line::Right(vec![Run::Blank]),
        ]
    );
}
