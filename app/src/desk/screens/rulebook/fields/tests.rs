//! Every value survives its control, and every field and code has its words.

use super::{Kind, blank, fields, in_words, part, put, to_text, to_value};
use crate::{
    backend::SectionChoices,
    desk::codes::code_of,
    locales::{Language, rules},
};
use huiyin_domain::{
    rulebook::{
        file::{Section, sections},
        seed,
    },
    site::SiteKind,
};
use serde_json::{Value, json};

fn items(body: &Value) -> Vec<Value> {
    body.as_array().cloned().unwrap_or_else(|| vec![body.clone()])
}

#[test]
fn every_value_of_a_county_survives_its_control() {
    let map = include_str!("../../../../../../server/seed/county.geojson");
    let book = seed::rulebook(map, include_str!("../../../../../../server/seed/calendar.csv")).unwrap();
    for (section, body) in sections(&book) {
        for item in items(&body) {
            let mut again = json!({});
            for field in fields(section) {
                put(&mut again, field.name, to_value(*field, &to_text(field.kind, part(&item, field.name))));
            }
            let mut item = item.clone();
            // A list that may be left out is written when it is empty.
            if section == Section::Divisions && item["boundary"].is_null() {
                item.as_object_mut().unwrap().remove("boundary");
            }
            assert_eq!(again, item, "{section:?}");
        }
    }
}

#[test]
fn every_sort_of_place_has_its_interval() {
    let named: Vec<String> = fields(Section::Visits).iter().map(|field| field.name.to_owned()).collect();
    assert_eq!(named, SiteKind::ALL.map(|kind| code_of(&kind)));
}

#[test]
fn what_cannot_be_read_stays_as_it_was_typed() {
    let of = |section: Section, name: &str| *fields(section).iter().find(|field| field.name == name).unwrap();
    let typed = [
        (of(Section::Clocks, "dispatch_h"), "soon"),
        (of(Section::Calendar, "days"), "2027-10-01 国庆"),
        (of(Section::Zones, "boundary"), "here and there"),
    ];
    for (field, text) in typed {
        assert_eq!(to_text(field.kind, to_value(field, text).as_ref()), text);
    }
    assert_eq!(to_value(of(Section::Legal, "until"), " "), None);
}

#[test]
fn every_field_has_a_name_in_both_languages() {
    for section in Section::ALL {
        for field in fields(section) {
            let [zh, en] = [Language::Zh, Language::En].map(|language| rules::rule_field(field.name, language).unwrap());
            assert_ne!(zh, en, "{}", field.name);
        }
        let blank = blank(section, Language::Zh);
        let asked = fields(section).iter().filter(|field| !field.optional && !field.name.contains('.')).count();
        assert!(blank.as_object().unwrap().len() >= asked, "{section:?}");
    }
    assert!(matches!(fields(Section::Calendar)[2].kind, Kind::Runs));
}

#[test]
fn codes_are_told_by_their_names() {
    let from =
        SectionChoices { units: vec![("ecology".into(), "生态环境局".into(), "Ecology Bureau".into())], ..SectionChoices::default() };
    let lead = fields(Section::Categories).iter().find(|field| field.name == "lead_unit").copied();
    assert_eq!(in_words(lead, Some(&json!("ecology")), &from, Language::En), "Ecology Bureau (ecology)");
    assert_eq!(in_words(lead, Some(&json!("gone")), &from, Language::Zh), "gone");
}
